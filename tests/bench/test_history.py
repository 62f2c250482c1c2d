"""The history loses nothing: not to a second writer, an interrupt, or a damaged file."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from harness.bench.history import History
from harness.bench.records import as_text
from harness.errors import FixtureError, HarnessError, UsageError
from tests.bench.builders import core, record
from tests.command_line import Dlw

A = core("a", {"head": [1.0]})
WRITER = """
import sys
from pathlib import Path
from harness.bench.history import History
from tests.bench.builders import core, record
for each in range(50):
    History(Path(sys.argv[1])).add(record(core(f"{sys.argv[2]}/{each}", {"head": [1.0]})))
"""


def test_runs_come_back_by_time(tmp_path: Path) -> None:
    history = History(tmp_path)
    later, earlier = history.add(record(A, day=2)), history.add(record(A, day=1))
    assert history.contents().sound() == (earlier, later)


def test_two_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), name]) for name in "ab"
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    names = {run.record.cores[0].name for run in History(tmp_path).contents().sound()}
    assert names == {f"{writer}/{each}" for writer in "ab" for each in range(50)}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "half-written or damaged"),
        (as_text(record(A))[:-30], "half-written or damaged"),
        (json.dumps({"schema": 7}), "schema 7"),
        ("\x00\xff", "half-written or damaged"),
    ],
)
def test_a_file_that_is_no_run_is_named_and_the_others_are_read(
    tmp_path: Path, content: str, message: str
) -> None:
    history = History(tmp_path)
    kept = history.add(record(A))
    (tmp_path / "20260101T000000Z-0bad.json").write_text(content)
    contents = history.contents()
    assert contents.runs == (kept,)
    assert [message in str(problem) for problem in contents.problems] == [True]
    assert "0bad.json" in str(contents.problems[0])
    with pytest.raises(FixtureError, match=message):
        contents.sound()


def test_an_interrupted_write_is_told_once_it_is_old(tmp_path: Path) -> None:
    unfinished = tmp_path / ".20260101T000000Z-0bad.json.x1y2"
    unfinished.write_text("{")
    assert History(tmp_path).contents().problems == ()
    hour_ago = time.time() - 3600
    os.utime(unfinished, (hour_ago, hour_ago))
    assert ["cut off" in str(each) for each in History(tmp_path).contents().problems] == [True]


def test_a_run_is_found_by_name_beginning_commit_pin_path_or_as_the_last(tmp_path: Path) -> None:
    history = History(tmp_path)
    first = history.add(record(A, day=0, commit="a" * 40))
    last = history.add(record(A, day=1, commit="b" * 40))
    history.pin("baseline", first)
    for word in (
        first.name,
        first.name[:10],
        "aaaaaaa",
        "baseline",
        f"{tmp_path}/{first.name}.json",
    ):
        assert history.find(word) == first
    assert history.find("last") == last


def test_a_run_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    history = History(tmp_path)
    with pytest.raises(UsageError, match="no runs yet"):
        history.find("last")
    history.pin("baseline", history.add(record(A)))
    with pytest.raises(UsageError, match="Did you mean baseline"):
        history.find("basline")


def test_a_pin_whose_run_is_gone_is_told(tmp_path: Path) -> None:
    history = History(tmp_path)
    run = history.add(record(A))
    history.pin("baseline", run)
    (tmp_path / f"{run.name}.json").unlink()
    with pytest.raises(FixtureError, match="which cannot be read"):
        history.find("baseline")
    with pytest.raises(UsageError, match="is no run of this history"):
        history.pin("other", run)


@pytest.mark.parametrize("name", ["", "../up", ".hidden", "a b"])
def test_a_pin_has_the_name_of_a_file(tmp_path: Path, name: str) -> None:
    history = History(tmp_path)
    with pytest.raises(HarnessError, match="cannot name a pin"):
        history.pin(name, history.add(record(A)))


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(UsageError, match="cannot be kept"):
        History(tmp_path / "file").add(record(A))


def test_the_command_lists_runs_and_pins(dlw: Dlw, tmp_path: Path) -> None:
    run = History(tmp_path).add(record(A))
    assert dlw("bench", "pin", "baseline", "--history", tmp_path).code == 0
    listed = dlw("bench", "history", "--history", tmp_path, "--format", "json")
    assert listed.code == 0
    assert [(row["run"], row["pins"]) for row in json.loads(listed.out)["runs"]] == [
        (run.name, ["baseline"])
    ]
    assert run.name[:15] in dlw("bench", "history", "--history", tmp_path).out


def test_the_command_names_a_damaged_file_and_exits_with_2(dlw: Dlw, tmp_path: Path) -> None:
    History(tmp_path).add(record(A))
    (tmp_path / "bad.json").write_text("{")
    listed = dlw("bench", "history", "--history", tmp_path)
    assert listed.code == 2
    assert "bad.json" in listed.err
    assert listed.err.count("\n") == 1
