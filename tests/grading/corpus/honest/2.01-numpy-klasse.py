# dlw-corpus: units=2.01 seconds=1
# Uebung 2.01 (Exercise 2.01): ein Perzeptron fuer ODER, nur mit NumPy
import itertools

import numpy as np

# Eingaben: alle vier Paare von Wahrheitswerten
X = np.array(list(itertools.product([0, 1], repeat=2)), dtype="float32")
# Zielwerte: logisches ODER, als Spalte
y = X.max(axis=1, keepdims=True)

NUM_FEATURES, OUTPUT_SIZE = X.shape[1], y.shape[1]
W = np.zeros((NUM_FEATURES, OUTPUT_SIZE), dtype=np.float32)
B = np.zeros((1, OUTPUT_SIZE), dtype=np.float32)


class Perzeptron:
    def __init__(self, gewichte, schwelle):
        self.gewichte = gewichte
        self.schwelle = schwelle

    def __call__(self, eingabe):
        z = eingabe @ self.gewichte + self.schwelle
        return 1 / (1 + np.exp(-z))


print(Perzeptron(W, B)(X))
