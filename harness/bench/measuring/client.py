"""A fork server and what is asked of it."""

import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from harness.errors import UsageError
from harness.processes import THREADS

SERVER = Path(__file__).with_name("server.py")
ALWAYS = ("numpy",)  # every workload imports it
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


class Server:
    """A server that has imported the ``libraries`` and forks a process for each job.

    Processes that are asked for together are alive together, and take turns in working.

    It and its forks are a session of their own: an interrupt of the terminal reaches the process
    that asks, which then ends them.
    """

    def __init__(self, libraries: Sequence[str], environment: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-P", str(SERVER), *ALWAYS, *libraries],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | environment,
            start_new_session=True,
            text=True,
        )
        try:
            self._greet()
        except BaseException:
            self.close()
            raise

    def _greet(self) -> None:
        greeting = self._read() or {"lacking": [], "threads": 1}
        if greeting["lacking"]:
            names = ", ".join(greeting["lacking"])
            raise UsageError(
                f"measuring needs {names}", hint=f"Install {names}, or choose other cores"
            )
        if greeting["threads"] > 1:
            raise UsageError(
                f"the libraries have started {greeting['threads'] - 1} threads, and a process with "
                "threads cannot be forked",
                hint="Unset variables that make a library start threads when it is imported",
            )

    def ask(self, job: dict[str, Any]) -> dict[str, Any]:
        """The answer of a fresh process; ``failure`` in it says why there is none."""
        return self.ask_in_turns([job])[0]

    def ask_in_turns(self, jobs: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        """The answers of fresh processes that prepare, and make their rounds, one after the other.

        The first makes its first round, then the second, and so on; then each its second round.
        """
        assert self._process.stdin is not None
        answers: list[dict[str, Any]] | None = None
        with contextlib.suppress(BrokenPipeError):
            self._process.stdin.write(json.dumps(jobs) + "\n")
            self._process.stdin.flush()
            answers = self._read()
        return answers or [{"failure": "the server that measures has ended"} for _ in jobs]

    def _read(self) -> Any:
        """What the server says next; None where it has ended."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        return json.loads(line) if line else None

    def __enter__(self) -> "Server":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the server and its fork, whatever they do."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()


def environment_of(threads: int, device: str, backend: str) -> dict[str, str]:
    """What fixes a measured process's threads and device, before any library is imported.

    BLAS and OpenMP keep to one thread in the server, since a pool of theirs does not survive a
    fork; TensorFlow's pools start in the fork, with ``threads`` each.
    """
    return {
        **dict.fromkeys(THREADS, str(threads)),
        **dict.fromkeys(ONE_THREAD, "1"),
        "KERAS_BACKEND": backend,
        "TF_CPP_MIN_LOG_LEVEL": "3",
        **({"CUDA_VISIBLE_DEVICES": "-1"} if device == "cpu" else {}),
    }
