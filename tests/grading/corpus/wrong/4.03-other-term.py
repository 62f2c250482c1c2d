# dlw-corpus: units=4.03 loses=4.03/target-terms,4.03/one-hot-mat
# Exercise 4.03
import numpy as np

txt_words_nostop = [
    ["welcome", "world", "deep", "learning", "nlp"],
    ["'re", "together", "'ll", "learn", "together"],
    ["nlp", "amazing", "deep", "learning", "makes", "even", "fun"],
    ["let", "'s", "learn"],
]
target_terms = ["nlp", "deep", "learning"]
one_hot_mat = np.array([[int(term in sent) for term in target_terms] for sent in txt_words_nostop])
print(one_hot_mat)
