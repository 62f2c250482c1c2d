"""Measuring: every figure in a fresh process, the sides of a core in turns.

``server`` forks the processes, ``child`` measures in one of them, ``client`` talks to a server,
``schedule`` says whose turn it is, ``runs`` brings it all together; ``trees`` gives the code of
another commit, ``surroundings`` says where all this happened.
"""
