"""The hostile corpus: every submission ends as it documents, and nobody else is any the worse."""

import json
import os
import re
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from xml.etree import ElementTree

import pytest

from harness.grading import sandbox
from harness.grading.eras import interpreter
from harness.grading.grader import Grader
from harness.grading.limits import MB, Limits
from harness.grading.outputs.folder import write_submission
from harness.grading.pool import GRACE_SECONDS, Server
from harness.grading.results import Graded
from harness.grading.rubric import rubric_for
from harness.grading.submissions import read_submission
from harness.grading.supplies import Supplies
from tests.grading.hostile_corpus import Case, built, written
from tests.grading.hostile_files import BUILT, HONEST
from tests.grading.sandboxed import MISSING, REASON

DOCUMENT = Path(__file__).parents[2] / "docs" / "security.md"
LIMITS = Limits(seconds=10, memory=400 * MB, disk=20 * MB)
RUNS = 3  # of one submission at most: itself, its models, and again on other inputs
SLACK_SECONDS = 10  # a machine that does other work too
MODULES = ("keras", "numpy", "tensorflow")
LEFT_BEHIND = ("dlw-hostile", "dlw-message")

pytestmark = pytest.mark.xdist_group("hostile")


@dataclass
class Outcome:
    """All that the run of the corpus came to."""

    cases: list[Case]
    graded: dict[str, Graded] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    honest: list[str] = field(default_factory=list)
    raised: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def _traces() -> set[str]:
    """Files and processes that a hostile submission could leave on this machine."""
    places = (Path("/tmp"), Path("/dev/shm"), Path("/dev/mqueue"), Path("/var/tmp"))
    found = {
        str(path)
        for place in places
        if place.is_dir()
        for path in place.iterdir()
        if path.name.startswith(LEFT_BEHIND)
    }
    return found | {f"process {pid}" for pid in _descendants(os.getpid())}


def _descendants(root: int) -> set[int]:
    parents = {}
    for path in Path("/proc").iterdir():
        if path.name.isdigit():
            try:
                stat = (path / "stat").read_text()
            except OSError:
                continue
            parents[int(path.name)] = int(stat.rpartition(")")[2].split()[1])
    found: set[int] = set()
    for pid in parents:
        line = [pid]
        while line[-1] in parents and line[-1] != root:
            line.append(parents[line[-1]])
        if line[-1] == root:
            found |= set(line[:-1])
    return found


def _descriptors() -> set[str]:
    return {
        f"{path.name} -> {path.readlink()}"
        for path in Path("/proc/self/fd").iterdir()
        if path.is_symlink()
    }


def _record(graded: Graded) -> str:
    record = graded.as_record()
    del record["seconds"]
    return json.dumps(record)


def _work(server: Server, waiting: "SimpleQueue[Case]", honest: Path, outcome: Outcome) -> None:
    """Hostile, honest, hostile, honest ..., beside another thread that does the same."""
    while True:
        try:
            case = waiting.get_nowait()
        except Empty:
            return
        grader = Grader(server, rubric_for((case.unit,), LIMITS), Supplies())
        started = time.monotonic()
        try:
            outcome.graded[case.path.name] = grader.grade(read_submission(case.path))
        except Exception as error:
            outcome.raised.append(f"{case.path.name}: {error!r}")
        outcome.seconds[case.path.name] = time.monotonic() - started
        own = Grader(server, rubric_for(("1.03",), LIMITS), Supplies())
        outcome.honest.append(_record(own.grade(read_submission(honest))))


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """The whole corpus, graded once on one server by two threads."""
    if MISSING:
        pytest.skip(REASON)
    folder = tmp_path_factory.mktemp("hostile")
    honest = folder / "honest.py"
    honest.write_text(HONEST)
    result = Outcome(written() + built(folder))
    before, opened = _traces(), _descriptors()
    waiting: SimpleQueue[Case] = SimpleQueue()
    for case in result.cases:
        waiting.put(case)
    with Server(sandbox.Setting(interpreter("today"), MODULES)) as server:
        threads = [
            threading.Thread(target=_work, args=(server, waiting, honest, result)) for _ in "12"
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    result.left = sorted((_traces() - before) | (_descriptors() - opened))
    return result


def test_the_corpus_holds_at_least_forty_threats() -> None:
    assert len(written()) + len(BUILT) >= 40


def test_every_threat_is_listed_in_the_documentation() -> None:
    listed = set(re.findall(r"`(\w+)`", DOCUMENT.read_text("utf-8")))
    threats = {case.path.stem for case in written()} | {build.__name__ for build in BUILT}
    assert threats - listed == set()


def test_every_submission_ends_as_it_documents(outcome: Outcome) -> None:
    found = {case.path.name: case.differs(outcome.graded[case.path.name]) for case in outcome.cases}
    assert {name: difference for name, difference in found.items() if difference} == {}


def test_none_has_full_marks(outcome: Outcome) -> None:
    assert [name for name, graded in outcome.graded.items() if graded.full] == []


def test_nothing_that_a_submission_does_raises_in_the_judge(outcome: Outcome) -> None:
    assert outcome.raised == []


def test_an_honest_submission_between_and_beside_them_keeps_its_result(outcome: Outcome) -> None:
    assert len(outcome.honest) == len(outcome.cases)
    assert set(outcome.honest) == {outcome.honest[0]}
    assert all(unit["earned"] == 6 for unit in json.loads(outcome.honest[0])["units"])


def test_every_result_can_be_written_and_read(outcome: Outcome, tmp_path: Path) -> None:
    for graded in outcome.graded.values():
        folder = write_submission(tmp_path, graded)
        texts = {path.name: path.read_text("utf-8") for path in folder.glob("*.*")}
        ElementTree.fromstring(texts["junit.xml"])
        json.loads(texts["result.json"])
        json.loads(texts["gradescope.json"])
        assert not any("\x1b" in text for text in texts.values())
        assert "]]></script>" not in texts["feedback.html"] + texts["feedback.md"]


def test_every_submission_ends_by_its_limits(outcome: Outcome) -> None:
    most = RUNS * (LIMITS.seconds + GRACE_SECONDS) + SLACK_SECONDS
    assert {name: s for name, s in outcome.seconds.items() if s > most} == {}


def test_no_process_no_file_and_no_descriptor_is_left(outcome: Outcome) -> None:
    assert outcome.left == []
