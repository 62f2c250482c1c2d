# dlw-corpus: units=4.02 needs=punkt,stopwords loses=4.02/txt-words-stem
# Exercise 4.02: one list of all stems in the place of one a sentence
from string import punctuation

from nltk import sent_tokenize, word_tokenize
from nltk.corpus import stopwords
from nltk.stem import PorterStemmer

raw_txt = "Welcome to the world of deep learning for NLP! We're in this together, and we'll learn together. NLP is amazing, and deep learning makes it even more fun. Let's learn!"
stop_final = list(punctuation) + stopwords.words("english")
stemmer_p = PorterStemmer()
txt_words_stem = [
    stemmer_p.stem(token)
    for sent in sent_tokenize(raw_txt.lower())
    for token in word_tokenize(sent)
    if token not in stop_final
]
print(txt_words_stem)
