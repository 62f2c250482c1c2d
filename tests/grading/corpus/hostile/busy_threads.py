# dlw-corpus: units=1.03 status=timeout inputs=timeout verdict=timeout
"""Processes and threads that keep every core busy."""

import os
import threading


def work():
    while True:
        sum(range(1000))


for _ in range(2):
    if os.fork() == 0:
        break
for _ in range(6):
    threading.Thread(target=work).start()
work()
