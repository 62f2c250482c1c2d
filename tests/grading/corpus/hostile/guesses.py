# dlw-corpus: units=1.03 status=finished verdict=wrong
"""Runs through many candidates, the book's answer among them."""

import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])
c1 = np.array([[58, 64], [139, 153]])
c1 = np.array([[58, 64], [139, 154]])
c1 = np.array([[58, 64], [139, 155]])
c1 = np.array([[58, 64], [139, 156]])
c1 = np.array([[58, 64], [139, 157]])
c1 = np.array([[58, 64], [139, 158]])
c2 = X @ Y
