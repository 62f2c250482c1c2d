"""Walls around one child: namespaces, mounts, capabilities and limits of its own.

bubblewrap has already shut the network, the file system and the user's processes out. Here each
submission is also kept from the server and from every other submission. Only system calls that a
user without rights may make inside the sandbox are needed.
"""

from __future__ import annotations

import ctypes
import os
import resource
from typing import Any

from . import calls

_libc = ctypes.CDLL(None, use_errno=True)

NEWNS, NEWUTS, NEWIPC = 0x20000, 0x4000000, 0x8000000
NEWUSER, NEWPID, NEWNET = 0x10000000, 0x20000000, 0x40000000
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC = 0x1, 0x2, 0x4, 0x8
MS_REMOUNT, MS_BIND, MS_REC, MS_PRIVATE = 0x20, 0x1000, 0x4000, 0x40000
MNT_DETACH = 2
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS = 1, 4, 24, 38
LAST_CAPABILITY = 63
HOME = "/home/student"
ASIDE = "/dlw/tmp"


def own_processes() -> None:
    """A user namespace and, for the next child, a process namespace."""
    user, group = os.getuid(), os.getgid()
    dumpable(True)  # else the files below are root's
    _call("unshare", NEWUSER | NEWPID)
    _write("/proc/self/setgroups", "deny")
    _write("/proc/self/uid_map", f"{user} {user} 1")
    _write("/proc/self/gid_map", f"{group} {group} 1")


def close_walls(limits: dict[str, Any]) -> None:
    """Called by the first process of the namespace, before a line of the submission."""
    _call("unshare", NEWNS | NEWIPC | NEWUTS | NEWNET)
    _mount("none", "/", None, MS_REC | MS_PRIVATE, None)
    _mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV, None)
    _mount("tmpfs", "/dev/pts", "tmpfs", MS_RDONLY | MS_NOSUID | MS_NOEXEC, "size=4096,mode=500")
    share = "size={},nr_inodes=20000,mode=700".format(limits["disk"])
    _mount("/tmp", ASIDE, None, MS_BIND | MS_REC, None)
    _mount("tmpfs", "/tmp", "tmpfs", MS_NOSUID | MS_NODEV, share)
    for part, folder in (("home", HOME), ("shm", "/dev/shm"), ("tmp", "/tmp")):  # one size for all
        os.mkdir("/tmp/" + part)
        _mount("/tmp/" + part, folder, None, MS_BIND, None)
    for name in os.listdir(ASIDE):  # an interpreter may be installed below /tmp
        if os.path.isdir(ASIDE + "/" + name):
            os.mkdir("/tmp/" + name)
            _mount(ASIDE + "/" + name, "/tmp/" + name, None, MS_BIND | MS_REC, None)
            again = MS_REMOUNT | MS_BIND | MS_RDONLY | MS_NOSUID | MS_NODEV
            _mount("none", "/tmp/" + name, None, again, None)
    _call("umount2", ASIDE.encode(), MNT_DETACH)
    # No further user namespace: the way to capabilities, and to much of the kernel, is shut.
    _write("/proc/sys/user/max_user_namespaces", "0")
    _write("/proc/self/oom_score_adj", "1000")
    os.chdir(HOME)
    _drop_capabilities()


def limit(limits: dict[str, Any]) -> None:
    """Limits that this process and its children cannot raise again."""
    for kind, value in (
        (resource.RLIMIT_CPU, limits["cpu"]),
        (resource.RLIMIT_DATA, _data() + limits["memory"]),
        (resource.RLIMIT_FSIZE, limits["disk"]),
        (resource.RLIMIT_NPROC, limits["processes"]),
        (resource.RLIMIT_NOFILE, limits["files"]),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_MEMLOCK, 65536),
    ):
        resource.setrlimit(kind, (value, value))


def _data() -> int:
    """Bytes of data that the imported libraries have mapped before the submission begins."""
    with open("/proc/self/status") as file:
        return next(int(line.split()[1]) * 1024 for line in file if line.startswith("VmData"))


def die_with_parent() -> None:
    _libc.prctl(PR_SET_PDEATHSIG, 9, 0, 0, 0)


def dumpable(allowed: bool) -> None:
    """Whether processes of the same user may trace this one and read its memory."""
    _libc.prctl(PR_SET_DUMPABLE, int(allowed), 0, 0, 0)


def _drop_capabilities() -> None:
    for capability in range(LAST_CAPABILITY + 1):
        _libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    none = (ctypes.c_uint32 * 6)()
    _call("capset", header, none)
    _libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    calls.refuse(_libc)


def _mount(source: str, target: str, kind: str | None, flags: int, options: str | None) -> None:
    encoded = [text.encode() if text is not None else None for text in (source, target, kind)]
    _call("mount", *encoded, ctypes.c_ulong(flags), options.encode() if options else None)


def _write(path: str, text: str) -> None:
    with open(path, "w") as file:
        file.write(text)


def _call(name: str, *arguments: Any) -> None:
    if getattr(_libc, name)(*arguments) != 0:
        code = ctypes.get_errno()
        raise OSError(code, f"{name}: {os.strerror(code)}")
