# dlw-corpus: units=1.03 status=error verdict=error
"""Waits for an input that nobody gives."""

import sys

import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])
sys.stdin.read()
c1 = input("the product? ")
