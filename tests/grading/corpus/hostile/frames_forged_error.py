# dlw-corpus: units=1.03 status=data inputs=suspicious verdict=error
"""Forges errors with fields of every wrong type, and a result of its own making."""

import os
import sys

import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])
send = sys.modules["dlw_worker.frames"].send
forged = [
    {
        "kind": "error",
        "exception": ["x"],
        "message": {"a": 1},
        "line": {},
        "label": [],
        "cell": "1",
    },
    {"kind": "mark", "claim": "1.03/c1", "outcome": "right", "earned": 100},
    {"kind": "value", "name": ["c1"], "scope": {}, "cell": "one", "line": None, "value": "x"},
    {"kind": "model", "number": 10**9, "parts": []},
    {"kind": "varied", "inputs": {"X": 1}},
]
for descriptor in map(int, os.listdir("/proc/self/fd")):
    for message in forged if descriptor > 2 else []:
        try:
            send(descriptor, message)
        except OSError:
            continue
