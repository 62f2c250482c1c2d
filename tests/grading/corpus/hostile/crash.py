# dlw-corpus: units=1.03 status=killed verdict=error
"""Writes through a null pointer."""

import ctypes

import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])
ctypes.memset(0, 1, 1)
