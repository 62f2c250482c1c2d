# dlw-corpus: units=4.02 loses=4.02/txt-words-stem
# Exercise 4.02: the stems are typed, not computed
txt_words_nostop = [
    ["welcome", "world", "deep", "learning", "nlp"],
    ["'re", "together", "'ll", "learn", "together"],
    ["nlp", "amazing", "deep", "learning", "makes", "even", "fun"],
    ["let", "'s", "learn"],
]
txt_words_stem = [
    ["welcom", "world", "deep", "learn", "nlp"],
    ["'re", "togeth", "'ll", "learn", "togeth"],
    ["nlp", "amaz", "deep", "learn", "make", "even", "fun"],
    ["let", "'s", "learn"],
]
print(txt_words_stem)
