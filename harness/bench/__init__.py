"""Benchmarks: what was measured, kept as records, and whether anything became slower.

``records`` says what a run is, ``history`` keeps runs, ``judging`` compares them and decides.
"""
