# dlw-corpus: units=1.03 status=finished verdict=missing
"""A thread that outlives its cell and changes what was looked at."""

import threading
import time

import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])


def later():
    time.sleep(0.5)
    globals().update(c1=X @ Y, c2=Y @ X)
    time.sleep(1000)


threading.Thread(target=later, daemon=False).start()
