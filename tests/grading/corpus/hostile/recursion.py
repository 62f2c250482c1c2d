# dlw-corpus: units=1.03 status=killed|error|data verdict=error
"""Recursion until the interpreter's own stack ends."""

import sys

import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])
sys.setrecursionlimit(10**9)


class Deep:
    def __getattr__(self, name):
        return getattr(self, name + "x")


Deep().x
