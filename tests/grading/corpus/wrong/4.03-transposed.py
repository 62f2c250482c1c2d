# dlw-corpus: units=4.03 loses=4.03/one-hot-mat
# Exercise 4.03: a row for each term
import numpy as np

txt_words_nostop = [
    ["welcome", "world", "deep", "learning", "nlp"],
    ["'re", "together", "'ll", "learn", "together"],
    ["nlp", "amazing", "deep", "learning", "makes", "even", "fun"],
    ["let", "'s", "learn"],
]
target_terms = ["nlp", "deep", "learn"]
one_hot_mat = []
for term in target_terms:
    one_hot_mat.append([int(term in sent) for sent in txt_words_nostop])
one_hot_mat = np.array(one_hot_mat)
print(one_hot_mat)
