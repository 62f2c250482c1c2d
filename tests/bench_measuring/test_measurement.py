"""Two stages on a real machine: quiet cores need fewer pairs, slow ones are measured again."""

from harness.bench.judging.paired import judge_pairs
from harness.bench.judging.stages import FEWEST
from harness.bench.measuring.measurement import Measurement
from harness.bench.measuring.series import Series
from harness.bench.measuring.tasks import Settings, Task
from harness.bench.records import Record
from tests.bench_measuring.fakes import ROOT, workload

ANYTHING = 1e6  # a slowdown that any noise lets through
CONFIRMING = 9


def measured(sees: float | None, slower: float) -> Record:
    made = workload("busy", 1000, quality="", better="")
    series = Series(
        made, (Task("base", made.head, ROOT), Task("head", made.head, ROOT, extra=slower))
    )
    settings = Settings(pairs=9, rounds=2, least_seconds=0.001, most_seconds=0.01, sees=sees)
    measurement = Measurement([series], settings, "test", CONFIRMING)
    measurement.measure(lambda *_: None)
    return measurement.record()


def counts(record: Record) -> tuple[int, int]:
    """Pairs of the first and of the second stage."""
    head = record.cores[0].sides["head"]
    return sum(not each.confirming for each in head), sum(each.confirming for each in head)


def test_a_first_stage_ends_when_it_has_seen_enough() -> None:
    record = measured(sees=ANYTHING, slower=0.0)
    assert counts(record)[0] == FEWEST
    assert record.looks == (2, 2)


def test_it_does_not_where_no_pair_may_be_spared() -> None:
    record = measured(sees=None, slower=0.0)
    assert counts(record)[0] == 9
    assert record.looks == (1, 1)


def test_a_slow_core_is_measured_again_whenever_its_first_stage_ended() -> None:
    record = measured(sees=ANYTHING, slower=9.0)
    assert counts(record) == (FEWEST, FEWEST)
    assert [each.flagged for each in judge_pairs(record)] == [True]
