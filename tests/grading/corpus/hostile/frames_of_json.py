# dlw-corpus: units=1.03 status=data inputs=error verdict=error
"""Sends JSON that becomes twenty times its size as objects, and JSON that nests without end."""

import os
import struct

flat = b'{"kind":"value","name":"c1","value":[' + b"[]," * 1_300_000 + b"0]}"
deep = b'{"kind":"value","name":"c1","value":' + b"[" * 900 + b"]" * 900 + b"}"
pipes = [int(name) for name in os.listdir("/proc/self/fd") if int(name) > 2]
while True:
    for text in (deep, flat):
        frame = memoryview(struct.pack("<II", len(text), 0) + text)
        for descriptor in pipes:
            try:
                rest = frame
                while rest:
                    rest = rest[os.write(descriptor, rest) :]
            except OSError:
                continue
