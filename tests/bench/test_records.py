"""A record is closed: what it cannot hold is refused in one line that names the file."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.bench.records import as_text, from_text
from harness.errors import FixtureError
from tests.bench.builders import core, environment, identity, process, record

SECONDS = st.floats(min_value=1e-9, max_value=1e6)


@given(st.lists(SECONDS, min_size=1, max_size=5), st.lists(SECONDS, min_size=1, max_size=5))
def test_a_record_survives_writing_and_reading(base: list[float], head: list[float]) -> None:
    kept = record(core("train/2.07", {"base": base, "head": head}))
    assert from_text(as_text(kept), "file") == kept


def test_a_line_holds_a_core() -> None:
    text = as_text(record(core("a", {"head": [1.0]}), core("b", {"head": [1.0]})))
    assert sum('"name"' in line for line in text.splitlines()) == 2


def changed(**changes: object) -> str:
    return json.dumps(json.loads(as_text(record(core("a", {"head": [1.0]})))) | changes)


def changed_core(**changes: object) -> str:
    fields = json.loads(as_text(record(core("a", {"head": [1.0]}))))
    fields["cores"][0] |= changes
    return json.dumps(fields)


def changed_process(**changes: object) -> str:
    fields = json.loads(as_text(record(core("a", {"head": [1.0]}))))
    fields["cores"][0]["sides"]["head"][0] |= changes
    return json.dumps(fields)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "half-written or damaged"),
        (changed()[:-40], "half-written or damaged"),
        ("[]", "schema None"),
        (changed(schema=2), "schema 2, where 1 is understood"),
        (changed(schema="1"), "schema '1'"),
        (changed(colour="blue"), "colour"),
        (changed(when="2026-01-01T00:00:00"), "no zone"),
        (changed(cores=None), "cores"),
        (changed_core(failure="x", unverified="y"), "both failed and unverified"),
        (changed_core(unverified="no GPU"), "unverified and yet has figures"),
        (changed_core(sides={}), "does not say why"),
        (changed_core(sides={"head": []}), "does not say why"),
        (changed_core(sides={"tail": []}), "tail"),
        (changed_process(rounds=[]), "rounds"),
        (changed_process(rounds=[0.0]), "rounds"),
        (changed_process(rounds=[-1.0]), "rounds"),
        (changed_process(calibrated=0), "calibrated"),
        (changed_process(quality=0.9), "which way is better"),
        (changed_process(rounds=[1.0]).replace("1.0]", "NaN]"), "damaged"),
        (changed_process(rounds=[1.0]).replace("1.0]", "1e999]"), "rounds"),
    ],
)
def test_what_is_no_record_is_one_line_with_the_file(text: str, message: str) -> None:
    with pytest.raises(FixtureError) as caught:
        from_text(text, "runs/a.json")
    assert message in str(caught.value)
    assert str(caught.value).startswith("runs/a.json: ")
    assert "\n" not in str(caught.value)


def test_a_core_stands_once_in_a_record_unless_its_identity_differs() -> None:
    on_gpu = core("a", {"head": [1.0]}, identity=identity(device="gpu", backend="torch"))
    assert len({each.key for each in record(core("a", {"head": [1.0]}), on_gpu).cores}) == 2
    with pytest.raises(ValueError, match="measured twice: a"):
        record(core("a", {"head": [1.0]}), core("a", {"head": [2.0]}))


@pytest.mark.parametrize(
    ("changes", "label"),
    [
        ({}, "a"),
        ({"device": "gpu"}, "a [gpu]"),
        ({"device": "gpu", "backend": "torch"}, "a [gpu, torch]"),
        ({"backend": "jax"}, "a [jax]"),
        ({"backend": "numpy"}, "a"),
    ],
)
def test_a_label_names_device_and_backend(changes: dict[str, object], label: str) -> None:
    assert core("a", {"head": [1.0]}, identity=identity(**changes)).label == label


def test_a_core_that_failed_keeps_what_was_measured() -> None:
    failed = core("a", {"head": [1.0]}, failure="out of memory")
    assert not failed.measured
    assert failed.sides["head"] == (process(1.0),)


def test_a_commit_with_changes_says_so() -> None:
    assert record().commit == "0123456"
    assert record(environment=environment(dirty=True)).commit == "0123456+"
    assert record(environment=environment(commit=None)).commit == "unknown"
