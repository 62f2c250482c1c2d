# dlw-corpus: units=1.03 status=out_of_memory verdict=out_of_memory
"""Shared memory, which no limit on a process's own data counts, held by two processes."""

import mmap
import os
import time

import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])
os.fork()
taken = []
for _ in range(30):
    taken.append(mmap.mmap(-1, 40_000_000))
    np.frombuffer(taken[-1], np.uint8)[:] = 1
    if os.fork():
        time.sleep(0.3)
time.sleep(2)
c1, c2 = X @ Y, Y @ X
