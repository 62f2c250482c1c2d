# dlw-corpus: units=4.02 needs=punkt,stopwords loses=4.02/txt-words-stem
# Exercise 4.02 with the wrong stemmer
from string import punctuation

from nltk import sent_tokenize, word_tokenize
from nltk.corpus import stopwords
from nltk.stem import LancasterStemmer

raw_txt = "Welcome to the world of deep learning for NLP! We're in this together, and we'll learn together. NLP is amazing, and deep learning makes it even more fun. Let's learn!"
stop_final = list(punctuation) + stopwords.words("english")
txt_words_nostop = [
    [w for w in word_tokenize(s) if w not in stop_final] for s in sent_tokenize(raw_txt.lower())
]
stemmer = LancasterStemmer()
txt_words_stem = [[stemmer.stem(w) for w in s] for s in txt_words_nostop]
print(txt_words_stem)
