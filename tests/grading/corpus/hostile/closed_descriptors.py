# dlw-corpus: units=1.03 status=stopped verdict=error
"""Closes every descriptor, the result pipe among them."""

import os

import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])
os.closerange(0, 256)
c1 = X @ Y
c2 = Y @ X
