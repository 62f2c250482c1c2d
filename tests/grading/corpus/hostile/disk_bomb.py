# dlw-corpus: units=1.03 status=error verdict=error
"""One file without end."""

import signal

import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with open("large", "wb") as file:
    while True:
        file.write(b"1" * 1_000_000)
