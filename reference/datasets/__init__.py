"""The book's data sets: where they come from, and that they are what they claim to be.

>>> from reference import datasets
>>> datasets.load("iris").shape
(150, 5)

A data set is identified by its decoded content, so that a mirror may hold it in another container.
It is looked for in the mirror (``DLW_DATA_MIRROR``), among the samples of this package, in the
cache (``DLW_CACHE``), and then, unless ``DLW_OFFLINE`` is set, at its official source (a large one
only on request).
"""

from reference.datasets.faults import DatasetCorrupt, DatasetUnavailable
from reference.datasets.location import fetch, find, load, locate, verify
from reference.datasets.network import (
    forget_failure,
    note_failure,
    offline,
    require_network,
)
from reference.datasets.registry import Dataset, registry

__all__ = [
    "Dataset",
    "DatasetCorrupt",
    "DatasetUnavailable",
    "fetch",
    "find",
    "forget_failure",
    "load",
    "locate",
    "note_failure",
    "offline",
    "registry",
    "require_network",
    "verify",
]
