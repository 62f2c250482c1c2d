# dlw-corpus: units=1.02 seconds=1
"""Exercise 1.02, without any library: it is only arithmetic."""


def z(x, y, c):
    return x**2 * y + y + c


Y = 4
X = 3
C = 2
result = z(c=C, y=Y, x=X)
print(f"Z({X}, {Y}) = {result}")
assert result == 42
