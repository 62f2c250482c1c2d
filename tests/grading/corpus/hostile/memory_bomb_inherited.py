# dlw-corpus: units=1.03 status=out_of_memory verdict=out_of_memory
"""Pairs of processes that hold the same pages, so that neither's are its own alone."""

import os
import time

import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])
for _ in range(20):
    if os.fork() == 0:
        taken = np.ones(10_000_000)
        os.fork()
        time.sleep(1000)
    time.sleep(0.05)
time.sleep(2)
c1, c2 = X @ Y, Y @ X
