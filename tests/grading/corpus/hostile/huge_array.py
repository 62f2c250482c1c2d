# dlw-corpus: units=1.03 status=error verdict=error
"""An array of 80 GB."""

import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])
c1 = np.ones((10**5, 10**5))
