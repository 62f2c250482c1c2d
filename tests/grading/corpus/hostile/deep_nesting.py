# dlw-corpus: units=1.03 status=finished verdict=wrong|missing
"""Lists a hundred thousand deep, and one that holds itself."""

import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])
c1 = []
for _ in range(100_000):
    c1 = [c1]
c2 = []
c2.append(c2)
