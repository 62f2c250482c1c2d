"""The warm server seen from the judging process: give it a job, get what came through the wall.

Nothing that arrives is trusted: frames are checked, counted and cut off at their limits.
"""

import json
import os
import selectors
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

from harness.errors import HarnessError
from harness.grading import sandbox
from harness.grading.limits import Limits
from harness.grading.protocol import Protocol
from harness.grading.worker.frames import FrameError, Reader
from harness.grading.worker.supervisor import LENGTH

START_SECONDS = 300
GRACE_SECONDS = 5
CHUNK = 1 << 16


class ServerLost(HarnessError):
    """The warm server ended, or never started."""


@dataclass
class Run:
    """What came of one job: frames in order, printed text, and how it ended.

    ``ending`` is finished, timeout, out of memory, output (too much of it), data (too much or
    malformed), stopped (the program ended before its last line) or killed (by a signal).
    ``forged`` where the stream cannot be the worker's.
    """

    frames: list[dict[str, Any]] = field(default_factory=list)
    output: str = ""
    ending: str = "finished"
    detail: str = ""
    seconds: float = 0.0
    forged: bool = False

    def of_kind(self, kind: str) -> list[dict[str, Any]]:
        return [frame for frame in self.frames if frame["kind"] == kind]


class Server:
    """A zygote with its libraries imported; jobs may be given from several threads."""

    def __init__(self, setting: sandbox.Setting, *, confined: bool = True) -> None:
        self.setting, self.confined = setting, confined
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        ours, theirs = socket.socketpair()
        self._log = tempfile.TemporaryFile()
        self._command = sandbox.command(self.setting, theirs.fileno(), confined=self.confined)
        command = self._command.__enter__()
        self._process = subprocess.Popen(
            command,
            pass_fds=(theirs.fileno(),),
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=self._log,
            cwd="/",
        )
        theirs.close()
        self._control = ours
        ours.settimeout(START_SECONDS)
        try:
            answer = ours.makefile("rb").readline()
        except OSError:
            answer = b""
        if answer != b"ready\n":
            self.__exit__(None, None, None)
            raise ServerLost(f"the sandbox's server did not start: {self._last_words}")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._control.close()
        try:
            self._process.wait(GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.seek(0)
        text = self._log.read().decode(errors="replace").strip()
        self._last_words = text.splitlines()[-1] if text else "it said nothing"
        self._log.close()
        self._command.__exit__(None, None, None)

    def run(self, job: dict[str, Any], limits: Limits) -> Run:
        """Do one job to its end; returns whatever it was that ended it."""
        with self._descriptors() as (lease, channel, terminal):
            body = json.dumps({**job, "limits": limits.as_job()}).encode()
            with suppress(BrokenPipeError):  # then the lease says that the process was lost
                lease.sendall(LENGTH.pack(len(body)) + body)
            return _Collector(lease, channel, terminal, limits, Protocol(job)).collect()

    @contextmanager
    def _descriptors(self) -> Iterator[tuple[socket.socket, int, int]]:
        """Our ends of lease, channel and terminal; the server has the others."""
        lease, their_lease = socket.socketpair()
        channel, their_channel = os.pipe()
        terminal, their_terminal = os.pipe()
        try:
            with self._lock:
                sent = [their_lease.fileno(), their_channel, their_terminal]
                socket.send_fds(self._control, [b"j"], sent)
        except OSError:
            raise ServerLost("the sandbox's server is gone") from None
        finally:
            their_lease.close()
            os.close(their_channel)
            os.close(their_terminal)
        try:
            yield lease, channel, terminal
        finally:
            lease.close()
            os.close(channel)
            os.close(terminal)


class _Collector:
    """Reads the three streams of one job until its supervisor says how it ended."""

    def __init__(
        self,
        lease: socket.socket,
        channel: int,
        terminal: int,
        limits: Limits,
        protocol: Protocol,
    ) -> None:
        self.lease, self.channel, self.terminal, self.limits = lease, channel, terminal, limits
        self._protocol = protocol
        self.result = Run()
        self._reader = Reader()
        self._printed = bytearray()
        self._received = 0
        self._verdict = b""
        self._cut = ""

    def collect(self) -> Run:
        deadline = time.monotonic() + self.limits.seconds + GRACE_SECONDS
        with selectors.DefaultSelector() as selector:
            selector.register(self.lease, selectors.EVENT_READ, self._hear)
            selector.register(self.channel, selectors.EVENT_READ, self._frames)
            selector.register(self.terminal, selectors.EVENT_READ, self._terminal)
            while selector.get_map():
                for key, _ in selector.select(max(0.0, deadline - time.monotonic())):
                    if self._cut and key.fd != self.lease.fileno():
                        continue
                    data = self._read(key.fd)
                    if not data:
                        selector.unregister(key.fileobj)
                        if key.fd == self.lease.fileno():
                            self._drain()
                            return self._finished()
                    elif key.data(data):
                        self.lease.shutdown(socket.SHUT_WR)
                        for descriptor in (self.channel, self.terminal):
                            if descriptor in selector.get_map():
                                selector.unregister(descriptor)
                if time.monotonic() > deadline:
                    self._cut = self._cut or "timeout"
                    return self._finished()
        return self._finished()

    @staticmethod
    def _read(descriptor: int) -> bytes:
        try:
            return os.read(descriptor, CHUNK)
        except ConnectionResetError:
            return b""

    def _hear(self, data: bytes) -> bool:
        self._verdict += data
        return False

    def _frames(self, data: bytes) -> bool:
        """Take frames; true where the job has to be ended."""
        self._received += len(data)
        try:
            for frame in self._reader.feed(data):
                self._protocol.admit(frame)
                self.result.frames.append(frame)
        except FrameError as error:
            self._cut, self.result.detail, self.result.forged = "data", str(error), True
            return True
        if self._received > self.limits.data:
            self._cut, self.result.detail = "data", "its values are more than may be sent"
            return True
        return False

    def _terminal(self, data: bytes) -> bool:
        self._printed += data
        if len(self._printed) > self.limits.output:
            del self._printed[self.limits.output :]
            self._cut, self.result.detail = "output", "it prints more than may be printed"
            return True
        return False

    def _drain(self) -> None:
        """What still lies in the pipes when the process is gone."""
        for descriptor, take in ((self.channel, self._frames), (self.terminal, self._terminal)):
            os.set_blocking(descriptor, False)
            while not self._cut:
                try:
                    data = os.read(descriptor, CHUNK)
                except BlockingIOError:
                    break
                if not data or take(data):
                    break

    def _finished(self) -> Run:
        result = self.result
        result.output = self._printed.decode(errors="replace")
        try:
            told = json.loads(self._verdict)
        except ValueError:
            told = {"reason": self._cut or "lost", "signal": 0, "code": 1, "seconds": 0.0}
        result.seconds = float(told["seconds"])
        done = bool(result.of_kind("done"))
        if self._cut:
            result.ending = self._cut
        elif told["reason"] == "memory":
            result.ending = "out of memory"
        elif told["reason"]:
            result.ending = told["reason"]
        elif told["signal"]:
            result.ending = "timeout" if told["signal"] in (9, 24) and not done else "killed"
            result.detail = f"signal {told['signal']}"
        elif not done:
            result.ending, result.detail = "stopped", f"exit code {told['code']}"
        if not self._reader.complete and result.ending == "finished":
            result.ending, result.detail = "data", "the last frame is cut off"
        return result
