# dlw-corpus: units=1.03 status=output inputs=error verdict=error
"""Writes to the standard error and past Python's own streams without end."""

import os

while True:
    os.write(2, b"x" * 65536)
