# dlw-corpus: units=1.03 status=finished verdict=missing
"""Reaches for the network: addresses, names, raw packets, the machine's own services."""

import socket

import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])
attempts = [
    lambda: socket.create_connection(("1.1.1.1", 53), 1),
    lambda: socket.create_connection(("127.0.0.1", 22), 1),
    lambda: socket.create_connection(("::1", 22), 1),
    lambda: socket.getaddrinfo("example.org", 80),
    lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("8.8.8.8", 53)),
    lambda: socket.socket(socket.AF_INET, socket.SOCK_RAW, 1),
    lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW),
    lambda: socket.socket(socket.AF_VSOCK, socket.SOCK_STREAM).connect((2, 1)),
]
for attempt in attempts:
    try:
        attempt()
    except OSError:
        continue
    c1, c2 = X @ Y, Y @ X
