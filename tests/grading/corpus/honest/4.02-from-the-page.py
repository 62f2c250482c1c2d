# dlw-corpus: units=4.02 seconds=2
# Exercise 4.02. The tokens are typed from the book, so that 4.01 need not run again.
from nltk.stem import PorterStemmer

txt_words_nostop = [
    ["welcome", "world", "deep", "learning", "nlp"],
    ["'re", "together", "'ll", "learn", "together"],
    ["nlp", "amazing", "deep", "learning", "makes", "even", "fun"],
    ["let", "'s", "learn"],
]

porter = PorterStemmer()


def stem_all(sentences):
    return [[porter.stem(word) for word in sentence] for sentence in sentences]


txt_words_stem = stem_all(txt_words_nostop)
for row in txt_words_stem:
    print(row)
