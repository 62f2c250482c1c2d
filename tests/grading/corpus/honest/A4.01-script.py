# dlw-corpus: units=A4.01 needs=alice,punkt,stopwords seconds=8
# Activity 4.01
import nltk
from nltk import tokenize

nltk.download("gutenberg")
alice_raw = nltk.corpus.gutenberg.raw("carroll-alice.txt")

# 1, 2: sentences and words
txt_sents = tokenize.sent_tokenize(alice_raw.lower())
txt_words = [tokenize.word_tokenize(sent) for sent in txt_sents]

# 3 - 5: everything that has to go
from string import punctuation

from nltk.corpus import stopwords

stop_context = ["--", "said"]
stop_final = list(punctuation) + stopwords.words("english") + stop_context


# 6, 7
def drop_stop(input_tokens):
    return [token for token in input_tokens if token not in stop_final]


alice_words_nostop = [drop_stop(sent) for sent in txt_words]
print(alice_words_nostop[:2])

# 8
from nltk.stem import PorterStemmer

stemmer_p = PorterStemmer()
alice_words_stem = [[stemmer_p.stem(token) for token in sent] for sent in alice_words_nostop]
print(alice_words_stem[:5])
