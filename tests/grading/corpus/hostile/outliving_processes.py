# dlw-corpus: units=1.03 status=finished verdict=missing
"""Daemons in sessions of their own that hold every pipe open after the program's end."""

import os
import time

import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])
for _ in range(5):
    if os.fork() == 0:
        os.setsid()
        os.fork()
        while True:
            time.sleep(0.1)
