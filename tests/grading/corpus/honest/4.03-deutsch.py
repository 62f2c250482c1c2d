# dlw-corpus: units=4.03 needs=punkt,stopwords seconds=3
# Übung "Exercise 4.03": One-Hot-Kodierung mit NumPy
from string import punctuation

import numpy as np
from nltk.corpus import stopwords
from nltk.tokenize import sent_tokenize, word_tokenize

# Text aus Übung 4.01, bereinigt
roh_text = "Welcome to the world of deep learning for NLP! We're in this together, and we'll learn together. NLP is amazing, and deep learning makes it even more fun. Let's learn!"
stoppwoerter = stopwords.words("english") + list(punctuation)
bereinigt = [
    [wort for wort in word_tokenize(satz) if wort not in stoppwoerter]
    for satz in sent_tokenize(roh_text.lower())
]

zielwoerter = ["nlp", "deep", "learn"]

# eine Zeile je Satz, eine Spalte je Zielwort
one_hot = np.zeros((len(bereinigt), len(zielwoerter)), dtype=int)
for i, satz in enumerate(bereinigt):
    for j, wort in enumerate(zielwoerter):
        if wort in satz:
            one_hot[i, j] = 1

print(one_hot)
