# dlw-corpus: units=1.03 status=data inputs=error verdict=error|wrong
"""Sends the largest arrays that one frame may hold, without end."""

import os
import sys

import numpy as np

send = sys.modules["dlw_worker.frames"].send
large = np.zeros(1_500_000)
pipes = [int(name) for name in os.listdir("/proc/self/fd") if int(name) > 2]
while True:
    for descriptor in pipes:
        try:
            send(descriptor, {"kind": "value", "name": "c1", "scope": "", "value": large})
        except OSError:
            continue
