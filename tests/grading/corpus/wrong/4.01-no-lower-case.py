# dlw-corpus: units=4.01 needs=punkt,stopwords loses=4.01/txt-sents,4.01/txt-words,4.01/first-sentence
# Exercise 4.01 (lower() forgotten)
from string import punctuation

from nltk import tokenize
from nltk.corpus import stopwords

raw_txt = "Welcome to the world of deep learning for NLP! We're in this together, and we'll learn together. NLP is amazing, and deep learning makes it even more fun. Let's learn!"
txt_sents = tokenize.sent_tokenize(raw_txt)
txt_words = [tokenize.word_tokenize(sent) for sent in txt_sents]
stop_punct = list(punctuation)
stop_final = stop_punct + stopwords.words("english")
txt_words_nostop = [[token for token in sent if token not in stop_final] for sent in txt_words]
print(txt_words_nostop[0])
