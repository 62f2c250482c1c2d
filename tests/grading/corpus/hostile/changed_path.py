# dlw-corpus: units=1.03 status=finished verdict=suspicious
"""Programs and libraries of its own first on the path, for whoever starts one later."""

import os

import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])
os.environ.update(
    PATH=os.getcwd(), LD_PRELOAD=os.path.abspath("evil.so"), PYTHONPATH=os.getcwd(), HOME="/"
)
for name in ("bwrap", "python", "python3", "setpriv", "evil.so", "numpy.py", "json.py"):
    with open(name, "w") as file:
        file.write("#!/bin/sh\ntouch /tmp/dlw-hostile-path\n")
    os.chmod(name, 0o755)
c1 = np.array([[58, 64], [139, 154]])
c2 = np.array([[39, 54, 69], [49, 68, 87], [59, 82, 105]])
