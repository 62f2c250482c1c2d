# dlw-corpus: units=1.03 status=timeout inputs=timeout verdict=timeout
"""Computes without end."""

while True:
    pass
