# dlw-corpus: units=A4.01 needs=alice,punkt,stopwords loses=A4.01/stop-context
# Activity 4.01
from string import punctuation

from nltk import sent_tokenize, word_tokenize
from nltk.corpus import gutenberg, stopwords
from nltk.stem import PorterStemmer

alice_raw = gutenberg.raw("carroll-alice.txt").lower()
stop_context = ["said"]
stop_final = set(punctuation) | set(stopwords.words("english")) | set(stop_context)
alice_words_nostop = [
    [w for w in word_tokenize(sent) if w not in stop_final] for sent in sent_tokenize(alice_raw)
]
porter = PorterStemmer()
alice_words_stem = [[porter.stem(w) for w in sent] for sent in alice_words_nostop]
print(alice_words_stem[:5])
