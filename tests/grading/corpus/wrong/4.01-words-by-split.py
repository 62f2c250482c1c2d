# dlw-corpus: units=4.01 needs=punkt,stopwords loses=4.01/txt-words,4.01/first-sentence
# Exercise 4.01
from string import punctuation

from nltk.corpus import stopwords
from nltk.tokenize import sent_tokenize

raw_txt = "Welcome to the world of deep learning for NLP! We're in this together, and we'll learn together. NLP is amazing, and deep learning makes it even more fun. Let's learn!"
txt_sents = sent_tokenize(raw_txt.lower())
txt_words = [sent.split() for sent in txt_sents]
stop_punct = list(punctuation)
stop_final = stop_punct + stopwords.words("english")
txt_words_nostop = [[w for w in words if w not in stop_final] for words in txt_words]
print(txt_words_nostop)
