"""One submission's supervisor: starts it, watches time, memory and processes, ends it for certain.

It runs outside the submission's namespaces, so that nothing in there can see or signal it. The
lease, a socket to the judging process, brings the job and takes how it ended; where the judge
goes away, the submission ends.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import socket
import struct
import tempfile
import time
import traceback
from collections.abc import Callable
from typing import Any

from . import jail

WATCH_SECONDS = 0.1
BROKEN = 70  # exit code of a child whose walls could not be closed
LENGTH = struct.Struct("<I")


def supervise(lease: socket.socket, confined: bool, run: Callable[[dict[str, Any]], None]) -> None:
    """Read the job, run it in a child behind walls, report ``{"status", ...}``."""
    job = _receive(lease)
    if job is None:
        return
    limits = job["limits"]
    started = time.monotonic()
    ended, wake = os.pipe()
    os.set_blocking(wake, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(wake)
    if confined:
        jail.own_processes()
    folder = "" if confined else tempfile.mkdtemp()
    child = os.fork()
    if child == 0:
        try:
            lease.close()
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            os.close(ended)
            os.close(wake)
            jail.die_with_parent()
            os.setsid()
            if confined:
                jail.close_walls(limits)
            else:
                os.chdir(folder)
            jail.limit(limits)
            run(job)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(BROKEN)
    jail.dumpable(False)
    reason = _watch(child, [lease, ended], started, limits)
    _, status = os.waitpid(child, 0)
    if folder:
        shutil.rmtree(folder, ignore_errors=True)
    usage = {
        "reason": reason,
        "signal": os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0,
        "code": os.WEXITSTATUS(status) if os.WIFEXITED(status) else 0,
        "seconds": time.monotonic() - started,
    }
    try:
        lease.sendall(json.dumps(usage).encode())
    except OSError:
        os._exit(1)


def _receive(lease: socket.socket) -> dict[str, Any] | None:
    head = _exactly(lease, LENGTH.size)
    body = _exactly(lease, LENGTH.unpack(head)[0]) if head else None
    return json.loads(body.decode()) if body else None


def _exactly(lease: socket.socket, size: int) -> bytes | None:
    parts = bytearray()
    while len(parts) < size:
        part = lease.recv(min(size - len(parts), 1 << 20))
        if not part:
            return None
        parts += part
    return bytes(parts)


def _watch(child: int, heard: list[Any], started: float, limits: dict[str, Any]) -> str:
    """Wait for the child's end, and make it where a limit is passed; why, or an empty text."""
    deadline = started + limits["seconds"]
    lease, ended = heard
    while True:
        if os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None:
            return ""
        ready = select.select(heard, [], [], WATCH_SECONDS)[0]
        reason = ""
        if lease in ready:
            reason = "cancelled"
        elif ended in ready:
            os.read(ended, 4096)
        elif time.monotonic() > deadline:
            reason = "timeout"
        elif memory(child, limits["memory"], deadline) > limits["memory"]:
            reason = "memory"
        if reason:
            os.killpg(child, signal.SIGKILL)
            return reason


def memory(root: int, enough: int, deadline: float) -> int:
    """Bytes that a process and its descendants hold, counted until past ``enough`` or late.

    The sizes that every process shows are quickly read and may count a page more than once: they
    do where they are not ``enough``. Else a page that several hold counts as a share for each, so
    that neither a family's common pages nor shared memory escape, and the server's libraries,
    inherited by all, are taken off as the share that this process has of them.
    """
    family = _family(root)
    total = sum(_size(pid) for pid in family)
    if total <= enough:
        return total
    inherited = _share("self") or 0
    total = 0
    for pid in family:
        share = _share(str(pid))
        total += _size(pid) if share is None else max(0, share - inherited)
        if total > enough or time.monotonic() > deadline:
            break
    return total


def _family(root: int) -> set[int]:
    parents: dict[int, int] = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat") as file:
                    parents[int(name)] = int(file.read().rpartition(")")[2].split()[1])
            except (OSError, ValueError, IndexError):
                continue
    family, grown = {root}, True
    while grown:
        more = {pid for pid, parent in parents.items() if parent in family} - family
        family |= more
        grown = bool(more)
    return family


def _size(pid: int) -> int:
    """Resident memory and page tables of a process; it cannot hide them."""
    return sum(_fields(f"/proc/{pid}/status", ("RssAnon", "RssShmem", "VmPTE")).values())


def _share(pid: str) -> int | None:
    """Its memory, a page of several as the share of each; ``None`` where it hides its map."""
    shares = _fields(f"/proc/{pid}/smaps_rollup", ("Pss_Anon", "Pss_Shmem"))
    return sum(shares.values()) if shares else None


def _fields(path: str, names: tuple[str, ...]) -> dict[str, int]:
    """Fields of a file of ``name: size kB`` lines, in bytes; none where it cannot be read."""
    found: dict[str, int] = {}
    try:
        with open(path) as file:
            for line in file:
                name, _, size = line.partition(":")
                if name in names:
                    found[name] = int(size.split()[0]) * 1024
    except (OSError, ValueError):
        return {}
    return found
