"""The gate: four answers, each with its exit code, and never green where nothing was measured."""

import json
from pathlib import Path

import numpy as np
import pytest

from harness.bench.history import History, Run
from harness.bench.judging.comparable import differences
from harness.bench.judging.gate import judge
from harness.bench.judging.segmentation import inflation, segments
from harness.bench.judging.series import levels_of, series, wanders
from harness.bench.judging.steps import judge_steps
from harness.bench.judging.unpaired import judge_runs
from harness.bench.records import Core, Record, as_text
from tests.bench.builders import core, environment, identity, noisy, record
from tests.command_line import Dlw

RUNS = 20


def commit(day: int) -> str:
    return f"{day + 1:040x}"


def run_of(made: Record) -> Run:
    return Run(f"run-{made.when:%j}", made)


def nightly(level: list[float], cores: int = 3, spread: float = 0.004) -> list[Run]:
    """A run a day of a few cores, of which the first takes ``level`` times as long; no base."""
    wandering = np.random.default_rng(7).normal(0, spread, (len(level), cores))
    made = []
    for day, factor in enumerate(level):
        measured = [
            core(
                f"core/{place}",
                {
                    "head": noisy(
                        6,
                        seed=100 * day + place,
                        slower=float(np.exp(wandering[day, place])) * (factor if not place else 1),
                    )
                },
            )
            for place in range(cores)
        ]
        made.append(run_of(record(*measured, day=day, commit=commit(day))))
    return made


def against_base(slower: float, pairs: int = 12, **changes: object) -> Record:
    sides = {"base": noisy(pairs, 1), "head": noisy(pairs, 2, slower=slower)}
    return record(core("core/0", sides), day=300, commit=commit(300), **changes)


@pytest.mark.parametrize(
    ("made", "answer"),
    [
        (against_base(1.0), "not slower"),
        (against_base(1.1), "slower"),
        (against_base(1.0, pairs=3), "unproven"),
        (against_base(1.0, interrupted=True), "not measured"),
        (against_base(1.1, interrupted=True), "slower"),
        (record(), "not measured"),
        (record(core("a", {}, unverified="no GPU")), "not measured"),
        (record(core("a", {"head": noisy(6, 1)})), "not measured"),
    ],
)
def test_each_answer(made: Record, answer: str) -> None:
    assert judge(run_of(made), [], None).answer == answer


def test_a_core_that_failed_is_not_measured_and_said() -> None:
    failed = core("b", {"head": [1.0]}, failure="out of memory")
    made = record(*against_base(1.0).cores, failed)
    judged = judge(run_of(made), [], None)
    assert (judged.answer, judged.missing) == ("not measured", ("b failed: out of memory",))


def test_a_core_without_its_device_is_noted_and_the_others_decide() -> None:
    absent = core("b", {}, identity=identity(device="gpu"), unverified="no GPU")
    judged = judge(run_of(record(*against_base(1.0).cores, absent)), [], None)
    assert judged.answer == "not slower"
    assert judged.notes == ("b [gpu] unverified: no GPU",)


def test_a_jump_is_seen_against_the_last_run_once_the_spread_between_runs_is_known() -> None:
    early = nightly([1.0, 1.0, 1.2])
    assert judge(early[-1], early, None).answer == "unproven"
    runs = nightly([1.0] * RUNS + [1.2])
    judged = judge(runs[-1], runs, None)
    assert judged.answer == "slower"
    assert {each.core for each in judged.regressions} == {"core/0"}
    assert all(each.since.startswith(commit(RUNS)[:7]) for each in judged.regressions)


def test_without_a_change_the_last_run_is_not_slower() -> None:
    runs = nightly([1.0] * (RUNS + 1))
    assert judge(runs[-1], runs, None).answer == "not slower"


def test_a_base_of_the_same_hour_knows_better_than_the_last_run() -> None:
    early = nightly([1.0] * RUNS, cores=1)
    bad_hour = {"base": noisy(12, 1, slower=1.5), "head": noisy(12, 2, slower=1.5)}
    judged = judge(run_of(record(core("core/0", bad_hour), day=RUNS)), early, None)
    assert (judged.answer, [each.against for each in judged.comparisons]) == (
        "not slower",
        ["base"],
    )


def test_a_slow_creep_is_found_against_the_pin_and_dated_by_its_steps() -> None:
    creeping = [1.0] * RUNS + [1.01**each for each in range(1, 13)]
    runs = nightly(creeping)
    judged = judge(runs[-1], runs, runs[0])
    assert judged.answer == "slower"
    held = {each.against.partition(" run")[0] for each in judged.regressions}
    assert "the pinned" in held
    assert "the last" not in held
    dated = [each for each in judged.regressions if each.against.startswith("its own past")]
    assert [each.core for each in dated] == ["core/0"]


def test_pinning_the_new_level_accepts_it() -> None:
    runs = nightly([1.0] * RUNS + [1.3] * RUNS)
    assert judge(runs[-1], runs, runs[0]).answer == "slower"
    assert judge(runs[-1], runs, runs[RUNS + 1]).answer == "not slower"


def test_runs_of_another_machine_are_left_out() -> None:
    elsewhere = environment(processor="Another", versions={"python": "3.12.0"})
    old = run_of(record(core("core/0", {"head": noisy(6, 3)}), environment=elsewhere))
    judged = judge(run_of(against_base(1.0)), [old], old)
    assert judged.answer == "not slower"
    assert judged.notes == (f"the pinned run {old.name} was measured elsewhere and is left out",)


def test_what_an_environment_may_differ_in() -> None:
    here = environment()
    assert differences(here, environment(load=None, commit="f" * 40, dirty=True)) == ()
    assert differences(here, environment(memory_bytes=8 * 2**30 + 4096)) == ()
    assert differences(here, environment(cores=4)) == ("cores: 2 against 4",)
    assert "tensorflow" in differences(here, environment(versions={"python": "3.11.7"}))[0]


def test_a_core_of_another_identity_is_not_compared() -> None:
    old = run_of(record(core("a", {"head": noisy(6, 1)})))
    larger = core("a", {"head": noisy(6, 2)}, identity=identity(batch=64))
    new = run_of(record(larger, day=1))
    assert judge_runs(new, old, {}, 0.01) == ()
    assert "a: another identity" in " ".join(judge(new, [old], None).notes)


def test_the_spread_between_runs_is_measured_and_a_jump_does_not_move_it() -> None:
    quiet = wanders(levels_of(series(nightly([1.0] * 40, spread=0.02))))[_key()]
    jumped = wanders(levels_of(series(nightly([1.0] * 20 + [1.5] * 20, spread=0.02))))[_key()]
    assert quiet.variance**0.5 == pytest.approx(0.02, rel=0.5)
    assert jumped.variance**0.5 == pytest.approx(0.02, rel=0.5)


def _key() -> str:
    return core("core/0", {"head": [1.0, 1.0]}).key


@pytest.mark.parametrize(
    ("levels", "begins"),
    [
        ([0.0] * 20, [0]),
        ([0.0] * 10 + [0.2] * 10, [0, 10]),
        ([0.0] * 10 + [0.2] * 10 + [0.0] * 10, [0, 10, 20]),
        ([0.0] * 17 + [0.2] * 3, [0, 17]),
        ([0.0] * 18 + [0.2] * 2, [0]),
        ([0.0] * 4, [0]),
    ],
)
def test_segments(levels: list[float], begins: list[int]) -> None:
    noise = np.random.default_rng(3).normal(0, 0.01, len(levels))
    assert segments(np.array(levels) + noise, level=0.001) == begins


def test_histories_without_a_step_are_split_as_rarely_as_promised() -> None:
    generator = np.random.default_rng(5)
    split = sum(len(segments(generator.normal(0, 1, 30), level=0.05)) > 1 for _ in range(2000))
    assert split < 0.05 * 2000


def moody(generator: np.random.Generator, runs: int, memory: float) -> np.ndarray:
    """A series in which each run remembers some of the last: a machine's moods."""
    values = generator.normal(0, 1, runs)
    for place in range(1, runs):
        values[place] = memory * values[place - 1] + (1 - memory**2) ** 0.5 * values[place]
    return np.asarray(values)


def test_a_machine_of_moods_makes_no_steps() -> None:
    generator = np.random.default_rng(6)
    split = 0
    for _ in range(100):
        cores = [moody(generator, 30, memory=0.5) for _ in range(10)]
        larger = inflation(cores)
        split += any(len(segments(core, 0.01 / 10, larger)) > 1 for core in cores)
    assert split <= 5


@pytest.mark.parametrize("memory", [0.0, 0.3, 0.5])
@pytest.mark.parametrize("runs", [20, 40, 80])
def test_the_memory_of_a_machine_is_measured_through_a_step(runs: int, memory: float) -> None:
    generator = np.random.default_rng(7)
    step = 5 * (np.arange(runs) > runs // 2)
    cores = [moody(generator, runs, memory) + step for _ in range(60)]
    expected = ((1 + memory) / (1 - memory)) ** 0.5
    assert 0.8 * expected < inflation(cores) < 1.6 * expected


def test_a_short_history_is_taken_for_moody() -> None:
    assert inflation([]) == inflation([np.arange(10.0)]) > 1.3


def test_a_spread_that_is_small_by_chance_is_that_of_the_other_cores_at_least() -> None:
    runs = nightly([1.0] * 8, cores=9, spread=0.02)
    spreads = sorted(each.variance for each in wanders(levels_of(series(runs))).values())
    assert spreads[0] == spreads[4] > 0


def test_a_step_that_went_away_again_is_no_regression() -> None:
    runs = nightly([1.0] * 10 + [1.3] * 10 + [1.0] * 10)
    labels = {each.key: each.label for each in runs[0].record.cores}
    assert judge_steps(series(runs), labels) == ()
    risen = judge_steps(series(runs[:20]), labels)
    assert [(each.core, each.since[:7]) for each in risen] == [("core/0", commit(10)[:7])]


def kept(tmp_path: Path, *records: Record) -> History:
    history = History(tmp_path)
    for each in records:
        history.add(each)
    return history


@pytest.mark.parametrize(
    ("slower", "options", "code", "words"),
    [
        (1.0, [], 0, "Not slower: 1 core"),
        (1.1, [], 1, "Slower: core/0 takes 1.0"),
        (1.0, ["--at-least", "2%"], 3, "Unproven: a slowdown of 2%"),
        (1.1, ["--tolerance", "50%"], 3, "Unproven"),
    ],
)
def test_the_exit_code_of_the_gate(
    dlw: Dlw, tmp_path: Path, slower: float, options: list[str], code: int, words: str
) -> None:
    kept(tmp_path, against_base(slower))
    for form in ("text", "markdown", "json", "html"):
        result = dlw("gate", "--performance", "--history", tmp_path, "--format", form, *options)
        assert result.code == code
        assert words in result.out


def test_the_gate_without_a_run_is_not_green(dlw: Dlw, tmp_path: Path) -> None:
    result = dlw("gate", "--performance", "--history", tmp_path)
    assert result.code == 4
    assert "Not measured" in result.out


def test_the_gate_judges_a_file(dlw: Dlw, tmp_path: Path) -> None:
    file = tmp_path / "run.json"
    file.write_text(as_text(against_base(1.1)))
    options = ["--performance", "--history", tmp_path / "none", "--record", file]
    assert dlw("gate", *options).code == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "nothing to judge"),
        (["--performance", "--at-least", "ten"], "no fraction"),
        (["--performance", "--tolerance", "-1%"], "no fraction"),
        (["--performance", "--format", "yaml"], "unknown format"),
        (["--performance", "--against", "basline"], "unknown run 'basline'"),
        (["--performance", "--record", "none.json"], "unknown run"),
    ],
)
def test_misuse_of_the_gate_is_one_line_and_exit_2(
    dlw: Dlw, tmp_path: Path, arguments: list[str], message: str
) -> None:
    kept(tmp_path, against_base(1.0))
    result = dlw("gate", *arguments, "--history", tmp_path)
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert message in result.err


def test_the_gate_refuses_a_damaged_history_and_a_pin_of_another_machine(
    dlw: Dlw, tmp_path: Path
) -> None:
    elsewhere = record(core("core/0", {"head": noisy(6, 3)}), environment=environment(cores=64))
    history = kept(tmp_path, elsewhere, against_base(1.0))
    history.pin("big", history.contents().runs[0])
    refused = dlw("gate", "--performance", "--history", tmp_path, "--against", "big")
    assert refused.code == 2
    assert "cores: 64 against 2" in refused.err
    (tmp_path / "bad.json").write_text("{")
    damaged = dlw("gate", "--performance", "--history", tmp_path)
    assert damaged.code == 2
    assert "bad.json" in damaged.err


def test_two_runs_are_compared_and_those_of_two_machines_only_when_asked(
    dlw: Dlw, tmp_path: Path
) -> None:
    measured: Core = core("core/0", {"head": noisy(6, 3)})
    history = kept(
        tmp_path,
        record(measured, environment=environment(cores=64)),
        record(measured, day=1),
        record(core("core/0", {"head": noisy(6, 4, slower=1.3)}), day=2),
    )
    far, old, new = (run.name for run in history.contents().runs)
    compared = dlw("bench", "compare", old, new, "--history", tmp_path, "--format", "json")
    found = json.loads(compared.out)["comparisons"][0]
    assert found["effect"] == pytest.approx(1.3, rel=0.05)
    assert (found["outcome"], found["judged"]) == ("unproven", False)
    refused = dlw("bench", "compare", far, new, "--history", tmp_path)
    assert (refused.code, refused.err.count("\n")) == (2, 1)
    forced = dlw("bench", "compare", far, new, "--history", tmp_path, "--anyway")
    assert forced.code == 0
    assert "WARNING: compared although cores: 64 against 2" in forced.out


def test_one_run_is_compared_with_its_base(dlw: Dlw, tmp_path: Path) -> None:
    kept(tmp_path, against_base(1.1))
    assert "slower" in dlw("bench", "compare", "last", "--history", tmp_path).out
    history = kept(tmp_path, record(core("a", {"head": noisy(6, 1)}), day=301))
    alone = dlw("bench", "compare", history.find("last").name, "--history", tmp_path)
    assert alone.code == 2
    assert "no base" in alone.err
