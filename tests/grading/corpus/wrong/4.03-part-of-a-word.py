# dlw-corpus: units=4.03 loses=4.03/one-hot-mat
# Exercise 4.03: "learn" is found in "learning", too
import numpy as np

txt_words_nostop = [
    ["welcome", "world", "deep", "learning", "nlp"],
    ["'re", "together", "'ll", "learn", "together"],
    ["nlp", "amazing", "deep", "learning", "makes", "even", "fun"],
    ["let", "'s", "learn"],
]
target_terms = ["nlp", "deep", "learn"]


def get_onehot(sent):
    sent = " ".join(sent)
    return [1 if term in sent else 0 for term in target_terms]


one_hot_mat = [get_onehot(sent) for sent in txt_words_nostop]
print(np.array(one_hot_mat))
