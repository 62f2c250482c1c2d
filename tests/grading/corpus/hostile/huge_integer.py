# dlw-corpus: units=1.03 status=finished|data verdict=wrong|missing
"""Integers larger than any float, and a boolean array in their place."""

import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])
c1 = [[10**4000, 64], [139, 154]]
c2 = 10**4000
