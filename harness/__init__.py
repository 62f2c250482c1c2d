"""The engine: claims as data, observations of any implementation, verdicts with evidence.

``claims`` are loaded, a unit's stages are *observed*, ``checks`` compare, ``ledger`` says what
was expected, ``report`` prints. Importing this package imports no deep-learning library.
"""
