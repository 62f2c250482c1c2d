# dlw-corpus: units=1.03 status=finished verdict=wrong|missing
"""Forges models and large arrays whose descriptions are none."""

import os
import sys

import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])
send = sys.modules["dlw_worker.frames"].send
place = {"scope": "", "cell": 1, "line": 12}
values = [
    {"__model__": np.zeros(3)},
    {"__model__": {"class": ["Sequential"], "config": np.zeros(3), "inputs": float("nan")}},
    {"__large__": {"dtype": "f4", "shape": [2**70, -1]}},
    {"__large__": {"dtype": "V99999999999", "shape": [1]}},
    {"__large__": []},
]
for descriptor in map(int, os.listdir("/proc/self/fd")):
    for value in values if descriptor > 2 else []:
        try:
            send(descriptor, {"kind": "value", "name": "c1", "value": value, **place})
        except OSError:
            continue
