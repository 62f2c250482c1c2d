"""The one format that crosses the wall: JSON with raw arrays behind it; no pickle, no objects.

A frame is two lengths (of the JSON, of the bytes), the JSON and the bytes. In the JSON an array is
``{"array": dtype, "shape": [...], "at": offset}``. The reader trusts nothing: every length, type
and shape is checked before a byte is used, and what JSON would grow to before it is parsed.
"""

from __future__ import annotations

import json
import os
import struct
import threading
from collections.abc import Iterator
from typing import Any

import numpy as np

HEADER = struct.Struct("<II")
MAX_JSON = 6_000_000
MAX_BYTES = 16_000_000
MAX_ITEMS = (
    3_000_000  # of all JSON of one stream: an empty list is 3 bytes there and 64 as an object
)
MAX_FRAMES = 5_000
MAX_DEPTH = 100
DTYPES = {"b1", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8"}


class FrameError(ValueError):
    """What came through the pipe is no frame."""


_writing = threading.RLock()


def send(descriptor: int, message: dict[str, Any]) -> None:
    """Write one frame; arrays anywhere in ``message`` travel as bytes."""
    blobs: list[bytes] = []
    text = json.dumps(_packed(message, blobs, MAX_DEPTH)).encode()
    body = b"".join(blobs)
    if len(text) > MAX_JSON or len(body) > MAX_BYTES:
        raise FrameError("the message is too large")
    rest = memoryview(HEADER.pack(len(text), len(body)) + text + body)
    with _writing:  # a submission may have threads
        while rest:
            rest = rest[os.write(descriptor, rest) :]


def _packed(value: Any, blobs: list[bytes], depth: int) -> Any:
    if depth < 0:
        raise FrameError("the message is nested too deep")
    if isinstance(value, np.ndarray):
        data = np.ascontiguousarray(value).tobytes()
        at = sum(map(len, blobs))
        blobs.append(data)
        return {"array": value.dtype.str[1:], "shape": list(value.shape), "at": at}
    if isinstance(value, dict):
        return {str(key): _packed(item, blobs, depth - 1) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_packed(item, blobs, depth - 1) for item in value]
    return value


class Reader:
    """Frames out of a stream of bytes that may be anything."""

    def __init__(self) -> None:
        self._pending = bytearray()
        self._items, self._frames = MAX_ITEMS, MAX_FRAMES

    def feed(self, data: bytes) -> Iterator[dict[str, Any]]:
        """Take ``data`` and give what is complete; :class:`FrameError` at the first bad byte."""
        self._pending += data
        while len(self._pending) >= HEADER.size:
            text_size, body_size = HEADER.unpack_from(self._pending)
            if text_size > MAX_JSON or body_size > MAX_BYTES:
                raise FrameError("a frame is larger than any that the worker sends")
            end = HEADER.size + text_size + body_size
            if len(self._pending) < end:
                return
            text = bytes(self._pending[HEADER.size : HEADER.size + text_size])
            body = bytes(self._pending[HEADER.size + text_size : end])
            del self._pending[:end]
            self._items -= sum(map(text.count, (b",", b"[", b"{")))
            self._frames -= 1
            if self._items < 0 or self._frames < 0:
                raise FrameError("more frames, or more in them, than the worker sends")
            yield self._message(text, body)

    @property
    def complete(self) -> bool:
        """Whether the stream ended at the end of a frame."""
        return not self._pending

    @staticmethod
    def _message(text: bytes, body: bytes) -> dict[str, Any]:
        try:
            message = _unpacked(json.loads(text.decode()), body, MAX_DEPTH)
        except (ValueError, TypeError, KeyError, OverflowError, RecursionError) as error:
            raise FrameError("a frame is malformed") from error
        if not isinstance(message, dict) or not isinstance(message.get("kind"), str):
            raise FrameError("a frame has no kind")
        return message


def _unpacked(value: Any, body: bytes, depth: int) -> Any:
    if depth < 0:
        raise FrameError("a frame is nested too deep")
    if isinstance(value, dict):
        if value.keys() == {"array", "shape", "at"}:
            return _array(value["array"], value["shape"], value["at"], body)
        return {_text(key): _unpacked(item, body, depth - 1) for key, item in value.items()}
    if isinstance(value, list):
        return [_unpacked(item, body, depth - 1) for item in value]
    return _text(value) if isinstance(value, str) else value


def _text(text: str) -> str:
    """``text`` without lone surrogates, which no file could hold."""
    return text.encode("utf-8", "replace").decode()


def _array(code: Any, shape: Any, at: Any, body: bytes) -> np.ndarray[Any, Any]:
    if code not in DTYPES or not isinstance(shape, list) or len(shape) > 16:
        raise FrameError("an array of no known type or shape")
    count = 1
    for size in [*shape, at]:
        if type(size) is not int or size < 0:
            raise FrameError("an array of no possible size")
    for size in shape:
        count *= size
    dtype = np.dtype("<" + code)
    if at + count * dtype.itemsize > len(body):
        raise FrameError("an array reaches beyond its frame")
    return np.frombuffer(body, dtype, count, at).reshape(shape)
