# dlw-corpus: units=1.03 status=finished verdict=wrong
"""Values too large to travel, one without a byte of memory behind it."""

import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])
c1 = np.zeros((2000, 2000))
c2 = np.broadcast_to(np.zeros(()), (2**20, 2**20))
