# dlw-corpus: units=1.03 status=timeout inputs=timeout verdict=timeout
"""Ignores and blocks every signal, forks away from its session, and goes on."""

import os
import signal
import time

signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        while True:
            time.sleep(1)
while True:
    try:
        time.sleep(1)
    except BaseException:
        pass
