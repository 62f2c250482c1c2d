"""How time grows with size: an exponent, with its interval, beside the one that is expected."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from harness.bench.judging.robust import estimate, margin
from harness.bench.records import Process
from harness.bench.workloads.workload import Way, Workload

HERE = "harness.bench.workloads.growing"
BOOK = ("tensorflow", "keras")
CONFIDENCE = 0.95


@dataclass(frozen=True)
class Study:
    """Work of several ``sizes``; ``expected`` is the power of the size that its time grows with.

    ``why`` says where that comes from, and what the sizes are of.
    """

    name: str
    sizes: tuple[int, ...]
    expected: float
    why: str
    function: str
    libraries: tuple[str, ...] = BOOK

    def workload(self, size: int) -> Workload:
        return Workload(
            f"growth/{self.name}/{size}",
            "call",
            Way(f"{HERE}:{self.function}", (size,)),
            libraries=self.libraries,
        )


STUDIES = {
    study.name: study
    for study in (
        Study("batch", (16, 32, 64, 128), 1, "pictures of a step of 3.02", "batch"),
        Study("width", (512, 1024, 2048), 2, "units of two square layers", "width"),
        Study("length", (50, 100, 200, 400), 1, "words of a step of 6.02", "length"),
        Study("rows", (2000, 4000, 8000, 16_000), 1, "rows of an epoch of 2.07", "rows"),
        Study(
            "days", (20_000, 40_000, 80_000, 160_000), 1, "days of a look-back", "days",
            ("pandas", "sklearn.preprocessing"),
        ),
        Study("claims", (50, 100, 200, 400), 1, "claims judged", "claims"),
        Study("submissions", (32, 64, 128), 1, "scripts, graded by two", "submissions", ()),
        Study("workers", (1, 2), -1, "workers that grade 32 scripts", "workers", ()),
    )
}  # fmt: skip


@dataclass(frozen=True)
class Exponent:
    """The fitted power with its interval over processes, at ``CONFIDENCE``."""

    value: float
    low: float
    high: float


def fitted(sizes: Sequence[int], processes: Sequence[Sequence[Process]]) -> Exponent:
    """The slope of the logarithm of time over that of size.

    ``processes`` holds those of each size, the same number each. The i-th processes of all sizes
    ran one after the other and give one slope by least squares; the interval is that of the mean
    of these slopes (Student's t). ``ValueError`` for fewer than two of a size.
    """
    times = np.log([[np.median(each.rounds) for each in some] for some in processes])
    x = np.log(np.asarray(sizes, dtype=np.float64))
    x -= x.mean()
    slopes = x @ times / (x @ x)
    found = estimate(slopes, trim=0.0)
    half = float(margin(found.error, found.freedom, (1 - CONFIDENCE) / 2))
    return Exponent(float(found.mean), float(found.mean) - half, float(found.mean) + half)
