"""Reports: numbers as people read them, and the same content in every format."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from harness.bench.history import History
from harness.bench.judging.pairs import Ratio
from harness.bench.records import Record
from harness.bench.report import wording
from harness.bench.report.measured import measured
from tests.bench.builders import core, core_of, environment, identity, noisy, process, record
from tests.command_line import Dlw


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1.0, "1.00 s"),
        (12.345, "12.3 s"),
        (123.4, "123 s"),
        (0.99999, "1.00 s"),
        (0.0123, "12.3 ms"),
        (4.5e-6, "4.50 µs"),
        (7.1e-9, "7.10 ns"),
        (None, ""),
    ],
)
def test_seconds_have_three_digits_and_a_unit(value: float | None, words: str) -> None:
    assert wording.seconds(value) == words


def test_rates_ratios_and_memory() -> None:
    ratio = Ratio("a", "a", 3.1416, 2.9, 3.333)
    assert wording.times(ratio) == "3.14 (2.90 to 3.33)"
    assert wording.percent(Ratio("a", "a", 0.681, 0.6, 0.75)) == "68% (60% to 75%)"
    assert wording.rate(12345.6) == "12,346"
    assert wording.rate(1.234) == "1.23"
    assert wording.memory(512 * 2**20) == "512 MiB"
    assert wording.times(None) == wording.percent(None) == wording.rate(None) == ""


def full(day: int, slower: float = 1.0) -> Record:
    """A core with a peer and a limit, one on the GPU, one that failed, one without its device."""
    sides = {
        "head": noisy(6, 10 * day, slower=slower),
        "peer": noisy(6, 10 * day + 1, slower=3),
        "limit": noisy(6, 10 * day + 2, slower=0.5),
    }
    return record(
        core("train/2.07", sides, samples=32),
        core(
            "train/2.07",
            {"head": noisy(6, 10 * day + 3, slower=0.1)},
            samples=32,
            identity=identity(device="gpu", backend="torch"),
        ),
        core("train/3.02", {"head": [1.0]}, failure="out of <memory> | \x1b[31m"),
        core("train/3.04", {}, unverified="no GPU"),
        day=day,
        commit=f"{day + 1:040x}",
    )


def test_a_row_says_speed_peer_and_limit() -> None:
    row = measured(full(1))[0]
    assert row.per_second == pytest.approx(100, rel=0.05)
    assert row.samples_per_second == pytest.approx(3200, rel=0.05)
    assert row.faster is not None
    assert row.share is not None
    assert row.faster.ratio == pytest.approx(3, rel=0.05)
    assert row.share.ratio == pytest.approx(0.5, rel=0.05)


def test_first_step_and_memory_are_those_of_the_head() -> None:
    head = [process(1.0, first_step_seconds=each, peak_memory_bytes=2**20) for each in (2.0, 3.0)]
    row = measured(record(core_of("a", {"head": head, "peer": [process(1.0)]})))[0]
    assert (row.first_step_seconds, row.peak_memory_bytes) == (2.5, 2**20)


def kept(folder: Path) -> History:
    history = History(folder)
    for day in range(20):
        history.add(full(day, slower=1.0 if day < 12 else 1.2))
    history.add(record(core("a", {"head": [1.0]}), environment=environment(cores=9)))
    history.pin("baseline", history.contents().runs[1])
    return history


def test_the_history_shows_runs_figures_and_steps_in_every_format(dlw: Dlw, tmp_path: Path) -> None:
    kept(tmp_path)
    shown = {
        form: dlw("bench", "history", "--history", tmp_path, "--format", form)
        for form in ("text", "json", "markdown", "html")
    }
    assert {result.code for result in shown.values()} == {0}
    found = json.loads(shown["json"].out)
    steps = {each["core"]: each["steps"] for each in found["cores"]}
    assert [step["commit"] for step in steps["train/2.07"]] == [f"{13:040x}"]
    assert steps["train/2.07"][0]["ratio"] == pytest.approx(1.2, rel=0.02)
    assert [row["pins"] for row in found["runs"]].count(["baseline"]) == 1
    for form in ("text", "markdown", "html"):
        out = shown[form].out
        assert "1 step in the history" in out
        assert "without a part in the steps: 1" in out
        assert "train/3.04 unverified in the last run: no GPU" in out
        assert "train/2.07 [gpu, torch]" in out
        assert "\x1b" not in out


def test_the_page_stands_alone_and_holds_the_plots(dlw: Dlw, tmp_path: Path) -> None:
    kept(tmp_path)
    page = dlw("bench", "history", "--history", tmp_path, "--format", "html").out
    assert "script-src 'none'" in page
    assert not re.findall(r"(?:src|href)=", page)
    drawings = re.findall(r"<svg.*?</svg>", page, re.DOTALL)
    labels = [ET.fromstring(drawing).get("aria-label") or "" for drawing in drawings]
    assert [label.partition(":")[0] for label in labels] == [
        "Distance to the limit",
        "CPU against GPU",
        "train/2.07",
        "train/2.07 [gpu, torch]",
    ]
    assert f"{13:040x}"[:7] in drawings[2]


def test_a_history_without_runs_says_so_in_every_format(dlw: Dlw, tmp_path: Path) -> None:
    for form in ("text", "markdown", "html", "json"):
        result = dlw("bench", "history", "--history", tmp_path, "--format", form)
        assert result.code == 0
        assert ("runs" if form == "json" else "No runs yet") in result.out
