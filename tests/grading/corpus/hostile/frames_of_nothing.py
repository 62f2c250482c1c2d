# dlw-corpus: units=1.03 status=data inputs=error verdict=error
"""Sends millions of the smallest frames, each an object for whoever reads them."""

import os

one = b"\x0c\x00\x00\x00\x00\x00\x00\x00" + b'{"kind":"x"}'
pipes = [int(name) for name in os.listdir("/proc/self/fd") if int(name) > 2]
while True:
    for descriptor in pipes:
        try:
            os.write(descriptor, one * 1000)
        except OSError:
            continue
