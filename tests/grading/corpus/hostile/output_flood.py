# dlw-corpus: units=1.03 status=output inputs=error verdict=error
"""Prints without end."""

while True:
    print("all work and no play " * 1000)
