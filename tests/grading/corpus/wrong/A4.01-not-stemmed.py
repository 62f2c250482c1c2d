# dlw-corpus: units=A4.01 needs=alice,punkt,stopwords loses=A4.01/alice-words-stem
# Activity 4.01
from string import punctuation

from nltk import tokenize
from nltk.corpus import gutenberg, stopwords
from nltk.stem import PorterStemmer

alice_raw = gutenberg.raw("carroll-alice.txt")
txt_words = [tokenize.word_tokenize(s) for s in tokenize.sent_tokenize(alice_raw.lower())]
stop_context = ["--", "said"]
stop_final = list(punctuation) + stopwords.words("english") + stop_context
alice_words_nostop = [[w for w in sent if w not in stop_final] for sent in txt_words]

stemmer_p = PorterStemmer()
for sent in alice_words_nostop:
    for w in sent:
        w = stemmer_p.stem(w)
alice_words_stem = alice_words_nostop
print(alice_words_stem[:5])
