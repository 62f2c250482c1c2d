# dlw-corpus: units=1.03 status=finished|out_of_memory verdict=missing|out_of_memory
"""Memory that no process has mapped: anonymous files and System V segments."""

import ctypes
import os

import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])
libc = ctypes.CDLL(None, use_errno=True)
block = b"1" * 1_000_000
held = 0
try:
    for _ in range(20):
        file = os.memfd_create("bomb")
        for _ in range(40):
            held += os.write(file, block)
except OSError:
    pass
for _ in range(20):
    segment = libc.shmget(0, 40_000_000, 0o1600)
    libc.shmat.restype = ctypes.c_void_p
    address = libc.shmat(segment, None, 0) if segment >= 0 else None
    if address not in (None, ctypes.c_void_p(-1).value):
        ctypes.memset(address, 1, 40_000_000)
        libc.shmdt(ctypes.c_void_p(address))
        held += 40_000_000
if held > 500_000_000:
    c1, c2 = X @ Y, Y @ X
