"""A run: sides in turns, whole pairs, and everything kept that was measured."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from harness.bench.measuring.runs import measure
from harness.bench.measuring.series import INTERRUPTED, Series
from harness.bench.measuring.tasks import Settings, Stage, Task, tasks_of
from harness.bench.records import Side
from harness.bench.workloads import Workload
from tests.bench_measuring.fakes import ROOT, workload

QUICK = Settings(pairs=2, rounds=2, least_seconds=0.001, most_seconds=0.01)


def series_of(made: Workload, *sides: Side) -> Series:
    return Series(made, tasks_of(made, sides or ("head", "again"), ROOT, None, "tensorflow"))


def run(
    *series: Series, settings: Settings = QUICK, notice: Callable[..., None] = lambda *_: None
) -> None:
    measure(series, settings, ROOT, notice)


def test_sides_take_turns_and_every_process_is_fresh() -> None:
    turns: list[tuple[int, Side]] = []
    series = series_of(workload("busy", 1000))
    run(series, notice=lambda _, pair, side: turns.append((pair, side)))
    assert turns == [(0, "head"), (0, "again"), (1, "again"), (1, "head")]
    core = series.core(QUICK)
    assert core.measured
    processes = [each for side in core.sides.values() for each in side]
    assert len({each.quality for each in processes}) == len(processes) == 4
    assert {each.calibrated for each in processes} == {processes[0].calibrated}
    assert sorted({each.seed for each in processes}) == [0, 1]


def test_a_core_that_fails_in_the_middle_leaves_the_others() -> None:
    failing, sound = series_of(workload("crashing_from", 1)), series_of(workload("busy", 1000))
    run(failing, sound)
    broken = failing.core(QUICK)
    assert broken.failure == "again: the process left with code 1: ArithmeticError: no such seed"
    assert {side: len(each) for side, each in broken.sides.items()} == {"head": 1, "again": 1}
    assert {side: len(each) for side, each in sound.core(QUICK).sides.items()} == {
        "head": 2,
        "again": 2,
    }


def test_a_lack_is_no_failure() -> None:
    series = series_of(workload("lacking"))
    run(series)
    core = series.core(QUICK)
    assert (core.failure, core.unverified) == ("", "the box is empty. Fill the box")


def test_sides_that_do_other_work_are_not_compared() -> None:
    series = series_of(workload("batched"), "head")
    run(series)
    assert series.core(QUICK).failure == "head does other work: batch 2, not 1"


def test_an_interrupt_keeps_whole_pairs() -> None:
    def interrupt(_: Series, pair: int, side: Side) -> None:
        if (pair, side) == (1, "head"):
            raise KeyboardInterrupt

    begun, waiting = series_of(workload("busy", 1000)), series_of(workload("once"))
    with pytest.raises(KeyboardInterrupt):
        run(begun, waiting, settings=QUICK, notice=interrupt)
    core = begun.core(QUICK)
    assert {side: len(each) for side, each in core.sides.items()} == {"head": 1, "again": 1}
    assert waiting.core(QUICK).sides.keys() == {"head", "again"}


def test_a_core_that_no_pair_was_measured_of_says_so() -> None:
    assert series_of(workload("busy", 1)).core(QUICK).unverified == INTERRUPTED


def test_no_pair_begins_after_the_time_of_a_core() -> None:
    series = series_of(workload("busy", 1000))
    run(series, settings=Settings(pairs=50, rounds=2, least_seconds=0.001, seconds=0.0))
    assert series.core(QUICK).unverified == INTERRUPTED


def test_a_core_that_is_settled_leaves_the_rest_of_the_stage_to_others() -> None:
    settled, other = series_of(workload("busy", 1000)), series_of(workload("once"))
    begun: list[int] = []

    def settle() -> None:
        begun.append(len(settled.processes.get("head", ())))
        settled.settled = bool(begun[1:])

    measure([settled, other], replace(QUICK, pairs=5), ROOT, lambda *_: None, between=settle)
    assert begun == [0, 3]  # before each server
    counts = [len(each.core(QUICK).sides["head"]) for each in (settled, other)]
    assert counts == [3, 5]


def test_a_second_stage_is_marked_and_has_seeds_of_its_own() -> None:
    series = series_of(workload("busy", 1000))
    began = time.monotonic()
    for stage in (Stage(range(2), began), Stage(range(2, 3), began, True)):
        measure([series], QUICK, ROOT, lambda *_: None, stage)
    found = series.core(QUICK).sides["head"]
    assert [(each.seed, each.confirming) for each in found] == [(0, False), (1, False), (2, True)]
    assert [each.at for each in found] == sorted(each.at for each in found)


def test_sides_come_from_their_own_trees(tmp_path: Path) -> None:
    for name in ("old", "new"):
        folder = tmp_path / name
        folder.mkdir()
        number = {"old": 1.0, "new": 2.0}[name]
        (folder / "number_of_tree.py").write_text(f"NUMBER = {number}\n")
    made = workload("of_the_tree")
    series = Series(
        made,
        (Task("base", made.head, tmp_path / "old"), Task("head", made.head, tmp_path / "new")),
    )
    run(series)
    qualities = {
        side: {each.quality for each in processes}
        for side, processes in series.core(QUICK).sides.items()
    }
    assert qualities == {"base": {1.0}, "head": {2.0}}


def test_work_that_is_done_once_is_no_batch() -> None:
    single, batch = series_of(workload("busy", 7, once=True)), series_of(workload("busy", 7))
    run(single, batch)
    assert single.core(QUICK).samples is None
    assert batch.core(QUICK).samples == 7
