"""Studies of growth: work of several sizes, and the power of them that its time grows with."""

from collections.abc import Iterator
from dataclasses import dataclass

from harness.bench.workloads.catalogue import FORECASTS, REVIEWS, TEXT, TRAININGS
from harness.bench.workloads.workload import Way, Workload

HERE = "harness.bench.workloads.growing"
BOOK = ("tensorflow", "keras")


@dataclass(frozen=True)
class Study:
    """Work of several ``sizes``; ``expected`` is the power of the size that its time grows with.

    ``why`` says what the sizes are of; the ``function`` takes one of them and the ``arguments``.
    """

    name: str
    sizes: tuple[int, ...]
    expected: float
    why: str
    function: str
    arguments: tuple[object, ...] = ()
    libraries: tuple[str, ...] = BOOK

    def workload(self, size: int) -> Workload:
        return Workload(
            f"growth/{self.name}/{size}",
            "call",
            Way(f"{HERE}:{self.function}", (size, *self.arguments)),
            libraries=self.libraries,
        )


SIZES = {  # by the kind of data: rows of a step, steps of an epoch
    "pixels": ((8, 16, 32, 64), (2, 4, 8, 16)),
    "grey": ((16, 32, 64, 128), (20, 40, 80, 160)),
    "words": ((16, 32, 64, 128), (2, 4, 8, 16)),
    "numbers": ((64, 256, 1024, 4096), (50, 100, 200, 400)),
    "prices": ((64, 256, 1024, 4096), (50, 100, 200, 400)),
}


def _of_trainings() -> Iterator[Study]:
    """Batch and data of every core that trains on rows."""
    for each in TRAININGS:
        if each.head.function.endswith("training:of_core"):
            core, kind, _, *rest = each.head.arguments
            unit = each.name.partition("/")[2]
            about = (core, kind, *rest[1:])  # without its epochs
            batches, steps = SIZES[kind]
            yield Study(f"batch/{unit}", batches, 1, "rows of a step", "batch", about)
            yield Study(f"steps/{unit}", steps, 1, "steps of an epoch", "steps", about)


def _of_lengths() -> Iterator[Study]:
    """Days or words of every core whose builder takes their number."""
    days, words = (10, 20, 40, 80), (50, 100, 200, 400)
    home = "chapter5.exercise_5_05"
    about: tuple[str, ...] = (f"{home}:CORE", "prices", f"{home}:build", FORECASTS)
    yield Study("length/5.05", days, 1, "days of a look-back", "length", about)
    home = "chapter6.sentiment"
    for unit, name in REVIEWS.items():
        options = f"{home}:VARIANTS.{name}.options"
        about = (f"{home}:CORES.{name}", "words", f"{home}:build", options, name)
        yield Study(f"length/{unit}", words, 1, "words of a review", "length", about)
    home = "chapter6.products"
    about = (f"{home}:CORE", "words", f"{home}:build")
    yield Study("length/A6.01", words, 1, "words of a review", "length", about)


STUDIES = {
    study.name: study
    for study in (
        *_of_trainings(),
        *_of_lengths(),
        Study(
            "sentences/4.06", (500, 1000, 2000, 4000), 1, "sentences of Brown", "sentences", (),
            (*BOOK, *TEXT),
        ),
        Study("width", (512, 1024, 2048), 2, "units of two square layers", "width"),
        Study(
            "days", (20_000, 40_000, 80_000, 160_000), 1, "days of a look-back", "days", (),
            ("pandas", "sklearn.preprocessing"),
        ),
        Study("claims", (50, 100, 200, 400), 1, "claims judged", "claims"),
        Study("submissions", (32, 64, 128), 1, "scripts, graded by two", "submissions", (), ()),
        Study("workers", (1, 2), -1, "workers that grade 32 scripts", "workers", (), ()),
    )
}  # fmt: skip
