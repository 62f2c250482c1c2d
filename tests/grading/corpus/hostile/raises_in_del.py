# dlw-corpus: units=1.03 status=finished verdict=missing
"""Objects and a metaclass that raise whenever they are looked at or thrown away."""

import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])


class Meta(type):
    def __del__(cls):
        raise BaseException("gone")

    def __instancecheck__(cls, other):
        raise BaseException("asked")


class Trap(metaclass=Meta):
    def __del__(self):
        raise BaseException("gone")


c1 = c2 = Trap()
del Trap, Meta
