# dlw-corpus: units=1.03 status=out_of_memory verdict=out_of_memory
"""Many processes, each of them below the limit of one."""

import os
import time

import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])
for _ in range(40):
    if os.fork() == 0:
        taken = np.ones(10_000_000)
        time.sleep(1000)
    time.sleep(0.05)
time.sleep(2)
c1, c2 = X @ Y, Y @ X
