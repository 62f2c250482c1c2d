# dlw-corpus: units=1.03 status=error|out_of_memory verdict=error|out_of_memory
"""One process takes memory until there is none."""

import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])
taken = []
while True:
    taken.append(np.ones(4_000_000))
