# dlw-corpus: units=1.03 status=error|out_of_memory|timeout inputs=error|out_of_memory|timeout verdict=error|out_of_memory|timeout
"""A list whose items never end."""

import itertools


class Endless(list):
    def __iter__(self):
        return itertools.count()


c1 = Endless()
