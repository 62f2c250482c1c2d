# dlw-corpus: units=4.01 needs=punkt,stopwords seconds=3
"""Exercise 4.01"""

from string import punctuation

import nltk
from nltk import tokenize

nltk.download("punkt_tab", quiet=True)
nltk.download("stopwords", quiet=True)
from nltk.corpus import stopwords

raw_txt = (
    "Welcome to the world of deep learning for NLP! "
    "We're in this together, and we'll learn together. "
    "NLP is amazing, and deep learning makes it even more fun. "
    "Let's learn!"
)

txt_sents = tokenize.sent_tokenize(raw_txt.lower())
txt_words = [tokenize.word_tokenize(s) for s in txt_sents]
print(txt_words)

stop_punct = list(punctuation)
stop_nltk = stopwords.words("english")
stop_final = stop_punct + stop_nltk


def drop_stop(tokens):
    kept = []
    for t in tokens:
        if t in stop_final:
            continue
        kept.append(t)
    return kept


txt_words_nostop = list(map(drop_stop, txt_words))
print(txt_words_nostop[0])
