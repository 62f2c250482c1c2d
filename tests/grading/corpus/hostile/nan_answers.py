# dlw-corpus: units=1.03 status=finished verdict=wrong
"""Not-a-number and infinities, which some comparisons let pass."""

import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])
c1 = np.full((2, 2), np.nan)
c2 = np.full((3, 3), np.inf)
