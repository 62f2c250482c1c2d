"""Eras: environments that the book's calls are measured in, from its own time to the newest.

What an environment is (``specification``), how it is built (``environment``), what is run in it
(``parts``, ``measure``), what was measured (``record``), and what that proves (``ledger``,
``matrix``, ``bisection``).
"""
