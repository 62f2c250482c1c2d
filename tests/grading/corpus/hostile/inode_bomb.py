# dlw-corpus: units=1.03 status=error verdict=error
"""Empty files without end."""

import os

import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])
for number in range(10**6):
    os.mkdir(str(number))
c1, c2 = X @ Y, Y @ X
