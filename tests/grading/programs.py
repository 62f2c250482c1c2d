"""Small submissions for tests of the command."""

RIGHT = """\
# Exercise 1.03
import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])
c1 = X @ Y
c2 = Y @ X
"""
WRONG = RIGHT.replace("c2 = Y @ X", "c2 = (X @ Y).T")
COPIED = RIGHT.replace("X @ Y", "np.array([[58, 64], [139, 154]])")
TRIVIAL = "# Exercise 1.02\nX, Y, C = 3, 4, 2\nresult = X**2 * Y + Y + C\n"
