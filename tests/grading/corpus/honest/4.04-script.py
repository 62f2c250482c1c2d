# dlw-corpus: units=4.04 needs=punkt seconds=4
# exercise 4.04, tf-idf of the four sentences
from nltk.tokenize import sent_tokenize
from sklearn.feature_extraction.text import TfidfVectorizer

raw = "Welcome to the world of deep learning for NLP! We're in this together, and we'll learn together. NLP is amazing, and deep learning makes it even more fun. Let's learn!"
txt_sents = sent_tokenize(raw.lower())
print(txt_sents)

vectorizer_tfidf = TfidfVectorizer(max_features=5)
txt_tfidf = vectorizer_tfidf.fit_transform(txt_sents)
print(vectorizer_tfidf.vocabulary_)
print(txt_tfidf.toarray())
print(vectorizer_tfidf.idf_)
