# dlw-corpus: units=4.02 needs=punkt,stopwords seconds=3
# Exercise 4.02 - stemming with plain for loops
from string import punctuation

from nltk import sent_tokenize, word_tokenize
from nltk.corpus import stopwords
from nltk.stem.porter import PorterStemmer

text = "Welcome to the world of deep learning for NLP! We're in this together, and we'll learn together. NLP is amazing, and deep learning makes it even more fun. Let's learn!"

unwanted = set(punctuation) | set(stopwords.words("english"))
porter = PorterStemmer()

stems = []
for sentence in sent_tokenize(text.lower()):
    row = []
    for token in word_tokenize(sentence):
        if token not in unwanted:
            row.append(porter.stem(token))
    stems.append(row)

print(stems)
