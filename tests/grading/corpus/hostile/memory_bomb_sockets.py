# dlw-corpus: units=1.03 status=finished|out_of_memory verdict=missing|out_of_memory
"""Memory of the kernel's: sockets filled by many processes and never read."""

import os
import socket
import time

import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])
before = int(open("/proc/meminfo").read().split("MemAvailable:")[1].split()[0])


def fill():
    pairs = []
    try:
        while True:
            pairs.append(socket.socketpair())
            for end in pairs[-1]:
                end.setblocking(False)
                end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 20)
                try:
                    while True:
                        end.send(b"1" * 100_000)
                except BlockingIOError:
                    pass
    except OSError:
        return pairs


for _ in range(30):
    if os.fork() == 0:
        kept = fill()
        time.sleep(1000)
time.sleep(1.5)
after = int(open("/proc/meminfo").read().split("MemAvailable:")[1].split()[0])
if before - after > 1_000_000:
    c1, c2 = X @ Y, Y @ X
