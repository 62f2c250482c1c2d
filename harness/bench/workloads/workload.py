"""A workload: a unit of work, and the ways of doing it."""

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from harness.errors import HarnessError


class Unavailable(HarnessError):
    """A workload cannot run here; ``hint`` says what would change that."""


@dataclass(frozen=True)
class Work:
    """One way of working, ready to run.

    ``run(calls)`` does ``calls`` times ``units`` units of work and returns when the last result is
    there. ``quality`` is asked after a fixed number of calls from the start (``WARM_UP`` of
    ``harness.bench.measuring.child``), so that it depends on the seed alone and not on the speed.
    ``flops`` are those of a unit, 0 where they were not counted; ``shapes`` those of the arrays
    that a call takes.
    """

    run: Callable[[int], object]
    units: int = 1
    quality: Callable[[], float] | None = None
    flops: int = 0
    batch: int | None = None
    shapes: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    xla: bool = False
    dtype_policy: str = ""


@dataclass(frozen=True)
class Way:
    """A function that prepares a way of working: ``module:function``, and its arguments.

    The function takes them and ``seed``. What it does counts as no unit of work.
    """

    function: str
    arguments: tuple[Any, ...] = ()

    def prepare(self, seed: int) -> Work:
        module, _, name = self.function.partition(":")
        work: Work = getattr(importlib.import_module(module), name)(*self.arguments, seed=seed)
        return work


@dataclass(frozen=True)
class Workload:
    """What is measured under ``name``: the code of the book, and where they exist, its rivals.

    ``peer`` is the listing's way of working, written afresh; ``portable`` says that it is Keras
    alone, which runs on any of Keras's backends. ``limit`` is the bare products and convolutions
    of as many floating-point operations. ``work`` names the unit of work. ``quality`` names what
    the work reached, of which ``better`` says which way is good; "" where there is none.
    ``once``: a call is long and each starts anew, so that one is measured a process, unwarmed.
    """

    name: str
    work: str
    head: Way
    peer: Way | None = None
    limit: Way | None = None
    portable: bool = False
    needs: tuple[str, ...] = ()
    quality: str = ""
    better: Literal["", "higher", "lower"] = ""
    once: bool = False
    libraries: tuple[str, ...] = ("tensorflow", "keras")
