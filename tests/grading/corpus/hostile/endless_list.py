# dlw-corpus: units=1.03 status=finished|out_of_memory|timeout inputs=missing|out_of_memory|timeout verdict=missing|wrong|out_of_memory|timeout
"""A list whose items never end."""

import itertools


class Endless(list):
    def __iter__(self):
        return itertools.count()


c1 = Endless()
