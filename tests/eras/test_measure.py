"""Parts run in their environment, failures are told, and finished results are kept."""

from pathlib import Path

import numpy as np
import pytest

from harness.claim_files import claims
from harness.eras.environment import Environment
from harness.eras.gathering import gather, stale, with_unmeasured
from harness.eras.measure import measure
from harness.eras.parts import parts
from harness.eras.record import Measured, Record, load_record, save_record
from harness.eras.specification import era
from tests.eras.builders import FAILING, FAILING_FUNCTION

pytestmark = pytest.mark.xdist_group("eras")


def record(**measured: Measured) -> Record:
    return Record(era="book", command="c", versions={"python": "3.7.16"}, parts=measured)


def test_a_part_gives_its_observations(folder: Path, bare: Environment) -> None:
    [(part, found)] = measure(list(parts().values()), bare)
    assert isinstance(found, Measured)
    assert found.digest == part.digest
    assert found.observations == {"1.02/result": 42, "1.03/c1": [[58, 64], [139, 154]]}


def test_a_finished_part_is_kept_until_its_source_changes(folder: Path, bare: Environment) -> None:
    counter = folder.parent / "runs"
    part = folder / "part.py"
    counted = f"open({str(counter)!r}, 'a').write('x')\n"
    part.write_text(part.read_text("utf-8") + counted, "utf-8")
    for _ in range(2):
        list(measure(list(parts().values()), bare))
    assert counter.read_text() == "x"
    list(measure(list(parts().values()), bare, again=True))
    assert counter.read_text() == "xx"
    (folder / "attempts.py").write_text("def attempt():\n    return 41\n", "utf-8")
    [(_, found)] = measure(list(parts().values()), bare)
    assert isinstance(found, Measured)
    assert found.observations["1.02/result"] == 41
    assert counter.read_text() == "xxx"


def test_a_function_that_fails_spoils_no_other(folder: Path, bare: Environment) -> None:
    (folder / "part.py").write_text(FAILING_FUNCTION, "utf-8")
    [(_, found)] = measure(list(parts().values()), bare)
    assert isinstance(found, Measured)
    assert found.observations == {"1.02/result": 42}
    assert found.failures == {"broken": "ValueError: from below (part.py:2)"}


def test_a_part_that_fails_says_where_and_spoils_no_other(folder: Path, bare: Environment) -> None:
    (folder / "failing.py").write_text(FAILING, "utf-8")
    found = {part.name: result for part, result in measure(list(parts().values()), bare, jobs=2)}
    failing, sound = found["failing"], found["part"]
    assert isinstance(failing, Measured)
    assert isinstance(sound, Measured)
    reason = "NameError: name 'missing' is not defined (failing.py:2)"
    assert (failing.observations, failing.failures) == ({}, {"observations": reason})
    assert (len(sound.observations), sound.failures) == (2, {})


def test_a_part_that_crashes_its_process_gives_nothing_but_the_reason(
    folder: Path, bare: Environment
) -> None:
    crash = "import os\n\n\ndef observations():\n    os.abort()\n"
    (folder / "part.py").write_text(crash, "utf-8")
    [(_, found)] = measure(list(parts().values()), bare)
    assert isinstance(found, Measured)
    assert "code -6" in found.failures["observations"]


def test_a_part_that_is_ended_from_outside_is_not_kept(folder: Path, bare: Environment) -> None:
    (folder / "part.py").write_text("def observations():\n    raise SystemExit(3)\n", "utf-8")
    [(_, found)] = measure(list(parts().values()), bare)
    assert isinstance(found, str)
    assert "code 3" in found


def test_a_record_is_read_as_it_was_written(folder: Path) -> None:
    array = {"dtype": "<i4", "shape": [2], "base64": "AQAAAAIAAAA="}
    written = record(part=Measured(digest="d", observations={"1.03/c1": array}))
    save_record(written)
    read = load_record("book")
    assert read == written
    assert read is not None
    np.testing.assert_array_equal(read.observed("1.03", "c1"), np.array([1, 2], np.int32))


def test_a_recorded_part_of_a_later_tier_serves_and_is_not_measured(folder: Path) -> None:
    """What is recorded costs nothing: an early tier's claims may rest on it."""
    with (folder / "eras.toml").open("a", encoding="utf-8") as file:
        file.write('[tiers]\npart = "full"\n')
    kept = Measured(digest=parts()["part"].digest, observations={"1.02/result": 42})
    save_record(record(part=kept))
    told: list[str] = []
    gathered = gather(era("book"), ("fast",), 1, told.append)
    assert gathered.record.observations == {"1.02/result": 42}
    assert told == []


def test_a_stale_part_is_seen_and_not_carried_forward(folder: Path) -> None:
    (folder / "other.py").write_text("def observations():\n    return {}\n", "utf-8")
    current = Measured(digest=parts()["part"].digest, observations={"1.02/result": 42})
    old = Measured(digest="old", observations={"1.03/c1": 1})
    former = record(part=current, other=old, gone=old)
    assert stale(former) == ["gone", "other"]
    assert with_unmeasured(record(), former).parts == {"part": current}


@pytest.mark.parametrize("name", ["book", "keras2"])
def test_a_committed_record_is_of_the_parts_as_they_are(name: str) -> None:
    """A part was changed after it was measured: run ``dlw era verify NAME --record``."""
    found = load_record(name)
    assert found is not None
    current = {part: one.digest for part, one in parts().items()}
    measured = {part: one.digest for part, one in found.parts.items()}
    assert measured == {part: current.get(part) for part in measured}
    known = {claim.unit for claim in claims().values()}
    assert {key.partition("/")[0] for key in found.observations} <= known


def test_every_part_was_measured_in_the_books_own_era() -> None:
    found = load_record("book")
    assert found is not None
    assert stale(found) == []
