# dlw-corpus: units=1.03 status=timeout inputs=timeout verdict=timeout
"""Waits past its limit and uses no processor time."""

import time

time.sleep(1000)
