"""What a hostile stream of frames, or a value in it, can do to the judge: nothing."""

import json
import os
import struct
from typing import Any

import numpy as np
import pytest

from harness.grading import honesty
from harness.grading.comparing import Terms, judge_value, same
from harness.grading.found_units import Segment
from harness.grading.marking import Context, mark_unit
from harness.grading.pool import Run
from harness.grading.protocol import Protocol
from harness.grading.rubric import Rubric
from harness.grading.sheets import graded_claims
from harness.grading.values import Large, Values
from harness.grading.worker.frames import HEADER, MAX_FRAMES, FrameError, Reader, send
from harness.grading.worker.timeline import MAX_ANONYMOUS, MAX_OF_A_LOCAL

JOB = {"task": "run", "names": ["c1"], "calls": ["f(1)"], "cells": [{}, {}]}
PLACE = {"scope": "", "cell": 1, "line": 1}
NASTY: list[Any] = [
    None,
    True,
    10**4000,
    float("nan"),
    float("-inf"),
    "",
    "nan",
    "1e999",
    "\x00\x1b[2J\ud800",
    [],
    [[]],
    [[1], [1, 2]],
    ["a", 1, None],
    [10**400, [1]],
    {},
    {"raised": 1, "message": []},
    {"__unreadable__": "x"},
    [{"type": ["Dense"], "output": {}, "params": float("nan")}],
    [np.zeros(3), {"a": np.zeros(2)}],
    np.zeros(0),
    np.zeros((0, 3)),
    np.array(np.nan),
    np.full((2, 2), np.inf),
    np.zeros((1,) * 16),
    np.array(2**63, np.uint64),
    np.array([6e4], np.float16),
    np.zeros((300, 300)),
    Large("f4", [2**31, 2**20]),
]


def frame(text: bytes, body: bytes = b"") -> bytes:
    return HEADER.pack(len(text), len(body)) + text + body


def value(**fields: Any) -> dict[str, Any]:
    return {"kind": "value", "name": "c1", "value": 1, **PLACE, **fields}


def admit(frames: list[dict[str, Any]]) -> None:
    protocol = Protocol(JOB)
    for one in frames:
        protocol.admit(one)


@pytest.mark.filterwarnings("ignore:overflow encountered:RuntimeWarning")
def test_no_value_raises_in_any_claims_check() -> None:
    judged = [
        judge_value(claim, nasty, Terms(era)).right
        for claims in graded_claims().values()
        for claim in claims
        for nasty in NASTY
        for era in ("today", "book")
    ]
    assert {True, False} <= set(judged) <= {True, False, None}


def test_no_two_values_raise_when_they_are_compared() -> None:
    assert all(isinstance(same(a, b), bool) for a in NASTY for b in NASTY)


@pytest.mark.parametrize(
    "data",
    [
        b"\xff" * 16,
        struct.pack("<II", 2**31, 0),
        frame(b"{"),
        frame(b"[]"),
        frame(b'{"kind": 1}'),
        frame(b"\xff\xff"),
        frame(b'{"kind": ' + b"[" * 100_000),
        frame(b'{"kind": "x", "v": ' + b"[" * 150 + b"]" * 150 + b"}"),
        frame(b'{"kind": "x", "v": ' + b"1" * 5000 + b"}"),
        frame(b'{"kind": "x", "v": [' + b"[]," * 1_900_000 + b"0]}"),
        frame(b'{"kind": "x", "v": {"array": "f4", "shape": [2], "at": 0}}', b"1234"),
        frame(b'{"kind": "x", "v": {"array": "f4", "shape": [-1], "at": 0}}', b"1234"),
        frame(b'{"kind": "x", "v": {"array": "f4", "shape": [0, 1e9], "at": 0}}', b"1234"),
        frame(b'{"kind": "x", "v": {"array": "O", "shape": [1], "at": 0}}', b"12345678"),
        frame(b'{"kind": "x", "v": {"array": [], "shape": [1], "at": 0}}', b"12345678"),
        frame(
            b'{"kind": "x", "v": {"array": "f4", "shape": [0, %d, %d], "at": 0}}' % (2**62, 2**70),
            b"1234",
        ),
    ],
)
def test_what_is_no_frame_is_refused(data: bytes) -> None:
    with pytest.raises(FrameError):
        list(Reader().feed(data * 3))


def test_the_number_of_frames_is_bounded() -> None:
    reader = Reader()
    with pytest.raises(FrameError, match="more frames"):
        list(reader.feed(frame(b'{"kind":"x"}') * (MAX_FRAMES + 1)))


def test_a_message_that_no_reader_would_take_is_not_sent() -> None:
    deep: list[Any] = []
    for _ in range(200):
        deep = [deep]
    with pytest.raises(FrameError, match="too deep"):
        send(-1, {"kind": "value", "value": deep})


def test_lone_surrogates_become_question_marks() -> None:
    [message] = Reader().feed(frame(json.dumps({"kind": "x", "a\ud800": "b\udfff"}).encode()))
    assert message == {"kind": "x", "a?": "b?"}


def test_an_empty_array_crosses_the_wall() -> None:
    read, write = os.pipe()
    send(write, {"kind": "x", "value": np.zeros((0, 3), np.float32)})
    [message] = Reader().feed(os.read(read, 1 << 16))
    os.close(read)
    os.close(write)
    assert message["value"].shape == (0, 3)


@pytest.mark.parametrize(
    "frames",
    [
        [{"kind": "mark", "earned": 100}],
        [{"kind": "model", "number": 0}],
        [{"kind": "done"}, {"kind": "done"}],
        [{"kind": "varied", "inputs": []}, value()],
        [{"kind": "varied", "inputs": []}, {"kind": "varied", "inputs": []}],
        [{"kind": "varied", "inputs": []}, {"kind": "done"}, {"kind": "done"}],
        [{"kind": "error", "exception": "E", "message": "", "cell": 1, "label": "", "line": 1}] * 2,
        [value(name="c9")],
        [value(name=["c1"])],
        [value(cell=3)],
        [value(cell=True)],
        [value(line=None)],
        [value(scope="f")] * (MAX_OF_A_LOCAL + 2),
        [value(name="")] * (MAX_ANONYMOUS + 1),
        [{"kind": "note", "text": 1}],
    ],
)
def test_what_the_worker_would_not_send_is_refused(frames: list[dict[str, Any]]) -> None:
    with pytest.raises(FrameError):
        admit(frames)


def test_what_the_worker_sends_is_admitted() -> None:
    frames = [
        *[value(value=number) for number in range(60)],
        *[value(value={"__skipped__": 60})] * 100,
        value(name="", value=True),
        value(name="f(1)"),
        {"kind": "error", "exception": "E", "message": "", "cell": 1, "label": "", "line": 1},
        {"kind": "figure", "png": np.zeros(3, np.uint8)},
        {"kind": "varied", "inputs": ["X"]},
        {"kind": "done"},
    ]
    admit(frames)


def judged_again(varied: set[str]) -> list[str]:
    """Outcomes of the products' claims, whose answers stay under changed inputs."""
    answers = {
        "X": np.array([[1, 2, 3], [4, 5, 6]]),
        "Y": np.array([[7, 8], [9, 10], [11, 12]]),
        "c1": np.array([[58, 64], [139, 154]]),
        "c2": np.array([[39, 54, 69], [49, 68, 87], [59, 82, 105]]),
    }
    run = Run(frames=[value(name=name, value=answer) for name, answer in answers.items()])
    segment, values = Segment("1.03"), Values(run, {})
    context = Context(run, values, ["a.py"], Rubric(), Terms(), {})
    result = mark_unit(segment, context)
    assert {mark.outcome for mark in result.marks} == {"right"}
    claims = {claim.id: claim for claim in graded_claims()["1.03"]}
    result = honesty.judge(result, claims, context, values, segment, frozenset(varied))
    return [mark.outcome for mark in result.marks if mark.claim in ("1.03/c1", "1.03/c2")]


@pytest.mark.parametrize("varied", [set(), {"X"}, {"Y"}, {"X", "Y"}])
def test_written_down_answers_are_suspicious_whatever_inputs_are_said_to_be_changed(
    varied: set[str],
) -> None:
    assert judged_again(varied) == ["suspicious", "suspicious"]


def test_an_input_that_an_output_does_not_depend_on_cannot_vouch_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    books = {"X": (1, 2), "Y": (3, 4)}
    monkeypatch.setattr(honesty, "changed_inputs", lambda _: books)

    class Of:
        def __init__(self, names: frozenset[str]) -> None:
            self.values = dict.fromkeys(("c1", "c2"), 0 if "X" in names else 1)

    monkeypatch.setattr(honesty, "_reference", lambda *arguments: Of(arguments[-1]))
    assert judged_again({"Y"}) == ["suspicious", "suspicious"]


def test_the_changed_inputs_of_every_unit_can_be_sent_to_the_worker() -> None:
    for unit in graded_claims():
        changes, _ = honesty.rerun_of(unit)
        assert json.loads(json.dumps(changes)) == changes
