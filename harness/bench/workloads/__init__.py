"""What ``pytest benchmarks`` and ``dlw bench`` both run: the training cores and all around them.

A :class:`Workload` is data, found without importing a deep-learning library; its ways of working
are functions elsewhere in this package, named by module and function, which the measured process
alone imports.
"""

from harness.bench.workloads.catalogue import WORKLOADS
from harness.bench.workloads.choice import chosen
from harness.bench.workloads.workload import Way, Work, Workload

__all__ = ["WORKLOADS", "Way", "Work", "Workload", "chosen"]
