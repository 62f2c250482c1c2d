"""Wrong submissions are found out: a sample of the mutants, killed or listed with a reason."""

import os
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from harness.units import chapter_of
from tests.grading.mutants.catalogue import Mutant, catalogue
from tests.grading.mutants.fates import SURVIVED, acquitted, fate
from tests.grading.mutants.survivors import survivors
from tests.grading.mutants.workers import Lost, in_child, workers

UNLISTED, LISTED = 28, 8  # about a minute on two cores


def spread(mutants: list[Mutant], count: int) -> list[Mutant]:
    """About ``count`` of the mutants, from all operators and, within each, from all units."""
    ordered = sorted(mutants, key=lambda mutant: (mutant.operator, mutant.id))
    return ordered[:: max(1, len(ordered) // count)]


def sample(chapter: int) -> list[Mutant]:
    unlisted = [mutant for mutant in catalogue().values() if mutant.id not in survivors()]
    listed = [mutant for mutant in catalogue().values() if mutant.id in survivors()]
    chosen = spread(unlisted, UNLISTED) + spread(listed, LISTED)
    return [mutant for mutant in chosen if chapter_of(mutant.unit) == chapter]


@pytest.fixture(scope="module")
def pool() -> Iterator[ProcessPoolExecutor]:
    shared = "PYTEST_XDIST_WORKER" in os.environ
    with workers(1 if shared else 2) as executor:
        yield executor


CHAPTERS = [
    pytest.param(chapter, marks=pytest.mark.xdist_group(f"mutants{chapter}"))
    for chapter in (1, 2, 3, 5, 6, 7)  # what the exercises of 4 need is not on every machine
]


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_mutant_is_killed_or_its_survival_has_a_reason(
    chapter: int, pool: ProcessPoolExecutor, tmp_path: Path
) -> None:
    chosen = sample(chapter)
    fates = [pool.submit(fate, mutant, tmp_path) for mutant in chosen]
    for mutant, outcome in zip(chosen, fates, strict=True):
        found = outcome.result()
        if mutant.id in survivors():
            assert found == SURVIVED, f"take {mutant.id} from the list: {found}"
        else:
            assert found != SURVIVED, f"{mutant.id} survives: {mutant.change}"


def test_the_reference_without_a_mistake_is_acquitted(
    pool: ProcessPoolExecutor, tmp_path: Path
) -> None:
    found = pool.submit(acquitted, catalogue()["1.05/run/axis-1"], tmp_path).result()
    assert found


def test_every_listed_survivor_is_a_mutant() -> None:
    assert set(survivors()) <= set(catalogue())


def test_a_mutant_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.grading.mutants.workers.WALL_SECONDS", 0.5)
    with pytest.raises(Lost, match="no end in sight"):
        in_child(time.sleep, 60)


def test_a_mutant_that_ends_its_process_is_lost() -> None:
    with pytest.raises(Lost, match="ended with status"):
        in_child(os._exit, 3)
