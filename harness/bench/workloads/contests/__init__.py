"""Whole trainings in two ways, from scratch to what was learned, tracing included.

A workload (``harness.bench.workloads``) times the steps of a core; a contest what a reader waits
for, and holds that both ways learn the same.
"""
