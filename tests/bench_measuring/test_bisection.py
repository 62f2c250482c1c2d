"""The commit that made a core slower is named."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.bench.measuring.bisection import Slowdown, line, search
from harness.bench.measuring.tasks import Settings
from harness.bench.workloads import WORKLOADS, Way, Workload
from harness.commands.bench_bisect import run
from harness.errors import UsageError
from tests.bench_measuring.test_trees import GIT, repository  # noqa: F401

QUICK = Settings(pairs=4, rounds=2, least_seconds=0.001, most_seconds=0.05)
SPIN = """from harness.bench.workloads.workload import Work

def prepare(*, seed):
    def run(calls):
        for _ in range(calls):
            sum(range({loops}))
    return Work(run)
"""


def committed(folder: Path, content: str, message: str) -> str:
    (folder / "spin.py").write_text(content)
    (folder / "notes.txt").write_text(message)
    for arguments in (("add", "."), ("commit", "-q", "-m", message)):
        subprocess.run([*GIT, *arguments], cwd=folder, check=True)
    return subprocess.check_output(["git", "rev-parse", "HEAD"], cwd=folder, text=True).strip()


@pytest.fixture
def history(repository: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:  # noqa: F811
    """Seven commits, of which the fifth takes fifty times as long and the third is broken."""
    made = Workload("fake/spin", "call", Way("spin:prepare"), libraries=())
    monkeypatch.setitem(WORKLOADS, made.name, made)
    loops = [2000, 2000, None, 2000, 100_000, 100_000, 100_000]
    contents = ["broken(" if each is None else SPIN.format(loops=each) for each in loops]
    return [committed(repository, content, f"commit {n}") for n, content in enumerate(contents, 1)]


def test_the_slow_commit_is_named(
    repository: Path,  # noqa: F811
    history: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    run("fake/spin", repository, history[0], "HEAD", QUICK)
    printed = capsys.readouterr().out
    assert printed.startswith("6 commits after")
    assert "commit 5" in printed
    assert "commit 4" not in printed
    assert "commit 6" not in printed


def test_commits_that_are_equally_fast_are_no_culprits(
    repository: Path,  # noqa: F811
    history: list[str],
) -> None:
    with pytest.raises(UsageError, match="is not proven slower"):
        run("fake/spin", repository, history[0], history[1], QUICK)


def test_a_broken_end_is_misuse(repository: Path, history: list[str]) -> None:  # noqa: F811
    with pytest.raises(UsageError, match="the good or the bad commit cannot be measured"):
        run("fake/spin", repository, history[0], history[2], QUICK)


def test_good_and_bad_are_not_confused(repository: Path, history: list[str]) -> None:  # noqa: F811
    with pytest.raises(UsageError, match="is not before"):
        line(repository, history[-1], history[0])


@given(st.data())
def test_the_first_slow_commit_is_found_or_is_among_those_not_measured(
    data: st.DataObject,
) -> None:
    count = data.draw(st.integers(1, 40))
    culprit = data.draw(st.integers(0, count - 1))
    broken = data.draw(st.sets(st.integers(0, count - 2))) if count > 1 else set()
    asked: list[str] = []

    def compare(old: str, new: str) -> Slowdown | None:
        asked.append(new)
        if int(new) in broken:
            return None
        ratio = 1.3 if int(new) >= culprit else 1.0
        return Slowdown(ratio, ratio - 0.1, ratio + 0.1)

    found = search([str(number) for number in range(count)], "good", compare).commits
    assert str(culprit) in found
    assert all(int(each) in broken for each in found[:-1])
    assert len(asked) <= 1 + len(broken) + count.bit_length()
