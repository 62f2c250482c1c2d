"""What crosses the wall: every byte is checked before it is used."""

import contextlib
import os

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.grading.worker.frames import FrameError, Reader, send


def sent(message: dict[str, object]) -> bytes:
    ours, theirs = os.pipe()
    try:
        send(theirs, message)
        os.close(theirs)
        return os.read(ours, 1 << 20)
    finally:
        os.close(ours)


def test_arrays_keep_type_shape_and_value() -> None:
    array = np.array([[1.5, -2.0]], dtype=np.float32)
    data = sent({"kind": "value", "value": [array, {"a": array.T}]})
    [message] = Reader().feed(data)
    assert message["value"][0].dtype == np.float32
    np.testing.assert_array_equal(message["value"][1]["a"], array.T)


def test_a_stream_may_arrive_byte_by_byte() -> None:
    reader, data = Reader(), sent({"kind": "done"})
    assert [m for i in range(len(data)) for m in reader.feed(data[i : i + 1])] == [{"kind": "done"}]
    assert reader.complete


@given(st.binary(max_size=400))
def test_garbage_is_refused_or_incomplete_and_never_anything_else(data: bytes) -> None:
    reader = Reader()
    try:
        messages = list(reader.feed(data))
    except FrameError:
        return
    assert all(isinstance(message.get("kind"), str) for message in messages)


@given(st.data())
def test_a_damaged_frame_is_refused_or_harmless(data: st.DataObject) -> None:
    good = bytearray(sent({"kind": "value", "value": np.arange(6).reshape(2, 3)}))
    good[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(FrameError):
        messages = list(Reader().feed(bytes(good)))
        assert all(isinstance(message["kind"], str) for message in messages)


@pytest.mark.parametrize(
    "text",
    [
        b'{"kind": "v", "value": {"array": "O8", "shape": [1], "at": 0}}',
        b'{"kind": "v", "value": {"array": "f4", "shape": [-1], "at": 0}}',
        b'{"kind": "v", "value": {"array": "f4", "shape": [99999999999], "at": 0}}',
        b'{"kind": "v", "value": {"array": "f4", "shape": [true], "at": 0}}',
        b'{"kind": "v", "value": {"array": "f4", "shape": [1], "at": -4}}',
        b'{"no": "kind"}',
        b"[1, 2]",
        b"{",
    ],
)
def test_no_array_is_made_of_what_is_not_there(text: bytes) -> None:
    frame = len(text).to_bytes(4, "little") + (4).to_bytes(4, "little") + text + b"\0" * 4
    with pytest.raises(FrameError):
        list(Reader().feed(frame))
