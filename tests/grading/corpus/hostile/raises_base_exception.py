# dlw-corpus: units=1.03 status=error verdict=error
"""Raises what `except Exception` does not catch, with a message that cannot be shown."""

import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])


class Quit(BaseException):
    def __str__(self):
        raise RuntimeError("no message for you")

    __repr__ = __str__


raise Quit
