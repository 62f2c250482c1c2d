# dlw-corpus: units=1.03 status=error|killed verdict=error
"""Expressions nested deeper than the parser and the compiler go."""

import ast

import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])
exec("x = " + "-" * 500_000 + "1")
ast.parse("a" + ".b" * 500_000)
c1, c2 = X @ Y, Y @ X
