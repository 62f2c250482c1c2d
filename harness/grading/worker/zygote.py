"""The warm server: imports the libraries once, then forks a supervisor for each job.

It is started inside bubblewrap with one socket. A message on it carries three descriptors: the
lease (job and outcome), the channel (frames) and the terminal (what the submission prints).
"""

from __future__ import annotations

import array
import contextlib
import importlib
import os
import signal
import socket
import sys
import traceback
from typing import Any

from . import jail, runner, supervisor

DESCRIPTORS = 3


def main() -> None:
    """Serve until the control socket closes: ``zygote CONTROL_FD confined|unsafe MODULE...``."""
    control = socket.socket(fileno=int(sys.argv[1]))
    confined = sys.argv[2] == "confined"
    for name in sys.argv[3:]:
        _import(name)
    jail.dumpable(False)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    control.sendall(b"ready\n")
    while True:
        descriptors = _received(control)
        if not descriptors:
            return
        if os.fork() == 0:
            _serve(control, descriptors, confined)
        for descriptor in descriptors:
            os.close(descriptor)


def _import(name: str) -> None:
    """Import a module once for all; a submission that needs one not here fails by itself."""
    with contextlib.suppress(ImportError):
        importlib.import_module(name)


def _received(control: socket.socket) -> list[int]:
    room = socket.CMSG_SPACE(DESCRIPTORS * array.array("i").itemsize)
    message, ancillary, _, _ = control.recvmsg(1, room)
    if not message:
        return []
    descriptors = array.array("i")
    for level, kind, data in ancillary:
        if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
            descriptors.frombytes(data[: len(data) - len(data) % descriptors.itemsize])
    return list(descriptors)


def _serve(control: socket.socket, descriptors: list[int], confined: bool) -> None:
    """In the fork: watch one job to its end and leave."""
    lease_fd, channel, terminal = descriptors
    code = 1
    try:
        control.close()
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)

        def run(job: dict[str, Any]) -> None:
            _only(channel, terminal)
            runner.run(job, channel)
            os._exit(0)

        supervisor.supervise(socket.socket(fileno=lease_fd), confined, run)
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def _only(channel: int, terminal: int) -> None:
    """Keep three standard descriptors and the channel; close all others."""
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.dup2(terminal, 1)
    os.dup2(terminal, 2)
    low, high = 3, os.sysconf("SC_OPEN_MAX")
    os.closerange(low, channel)
    os.closerange(channel + 1, min(high, 4096))


if __name__ == "__main__":
    main()
