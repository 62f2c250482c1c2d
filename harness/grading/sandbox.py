"""The bubblewrap command around the warm server, and why it cannot be had.

Inside there is a read-only system, Python and its packages, the worker, single data files, and
nothing of this project: no claims, no references, no other submission.
"""

import os
import shutil
import site
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from harness.book import current
from harness.errors import UsageError
from harness.grading.worker.jail import ASIDE, HOME

WORKER = Path(__file__).parent / "worker"
PROJECT = Path(__file__).resolve().parents[2]
INSIDE = "/dlw"
NOBODY = "65534"
SYSTEM = ("/usr", "/lib", "/lib64", "/lib32", "/bin", "/sbin")
ETC = (
    "/etc/ld.so.cache",
    "/etc/ld.so.conf",
    "/etc/ld.so.conf.d",
    "/etc/alternatives",
    "/etc/fonts",
)
START = f"import sys; sys.path.insert(0, {INSIDE!r}); from dlw_worker.zygote import main; main()"
OWN_PACKAGES = ("reference", "harness", "fixtures", "tests", "benchmarks")


@dataclass(frozen=True)
class Interpreter:
    """A Python to run submissions in: its executable and the folders that it needs."""

    executable: Path
    folders: tuple[Path, ...]

    @classmethod
    def current(cls) -> "Interpreter":
        folders = {Path(sys.base_prefix), Path(sys.prefix), *map(Path, site.getsitepackages())}
        return cls(Path(sys.executable), tuple(sorted(folders)))


@dataclass(frozen=True)
class Setting:
    """What the server is started with: interpreter, modules to import, data files, threads."""

    interpreter: Interpreter
    modules: tuple[str, ...] = ()
    data: dict[str, Path] = field(default_factory=dict)  # name below /data -> file or folder
    threads: int = 1


@cache
def why_not() -> str:
    """Why no sandbox can be had here; empty where it can."""
    if shutil.which("bwrap") is None:
        return "bubblewrap (the command bwrap) is not installed"
    probe = [*_as_nobody(["/usr"]), *_bwrap(), "--ro-bind", "/", "/", "--", "/bin/true"]
    done = subprocess.run(probe, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return ""
    last = (done.stderr.strip().splitlines() or ["it failed"])[-1]
    return f"bubblewrap cannot make a sandbox here ({last})"


def require() -> None:
    """:class:`UsageError` where no sandbox can be had."""
    problem = why_not()
    if problem:
        raise UsageError(
            f"submissions run in a sandbox only, and {problem}",
            hint="Install Debian's package bubblewrap and allow user namespaces, or grade with "
            "--unsafe what you trust as your own code",
        )


@contextmanager
def command(setting: Setting, control: int, *, confined: bool) -> Iterator[list[str]]:
    """The command that starts the server on the descriptor ``control``."""
    python = str(setting.interpreter.executable)
    arguments = [str(control), "confined" if confined else "unsafe", *setting.modules]
    variables = _environment(setting)
    if not confined:
        with tempfile.TemporaryDirectory(prefix="dlw-unsafe-") as folder:
            (Path(folder) / "dlw_worker").symlink_to(WORKER)
            variables |= {"HOME": folder, "KERAS_HOME": f"{folder}/.keras"}
            assigned = [f"{name}={value}" for name, value in variables.items()]
            start = START.replace(repr(INSIDE), repr(folder))
            yield ["env", "-i", "-C", folder, *assigned, python, "-s", "-c", start, *arguments]
        return
    binds, hidden = _binds(setting), _hidden(setting)
    inner = _bwrap()
    for place in SYSTEM + ETC:
        inner += _bind(Path(place))
    for path in binds:
        inner += ["--ro-bind", str(path), str(path)]
    for path in hidden:
        inner += ["--tmpfs", str(path)]
        for kept in _inside(path, setting):
            inner += ["--ro-bind", str(kept), str(kept)]
    for path in hidden:
        inner += ["--remount-ro", str(path)]
    inner += ["--ro-bind", str(WORKER), f"{INSIDE}/dlw_worker"]
    for name, path in sorted(setting.data.items()):
        inner += ["--ro-bind", str(path), f"/data/{name}"]
    inner += ["--dir", HOME, "--dir", ASIDE, "--remount-ro", "/", "--chdir", "/", "--clearenv"]
    for name, value in variables.items():
        inner += ["--setenv", name, value]
    needed = [str(path) for path in (*binds, WORKER, *setting.data.values())]
    yield [*_as_nobody(needed), *inner, "--", python, "-s", "-c", START, *arguments]


def _bwrap() -> list[str]:
    walls = ["--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL"]
    places = ["--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev", "--tmpfs", "/tmp"]
    return ["bwrap", *walls, *places]


def _as_nobody(needed: list[str]) -> list[str]:
    """As root, become nobody first: limits on processes do not bind root.

    Folders that nobody may not reach, such as those below root's home, are shown to it by binding
    them into a system of its own.
    """
    if os.getuid() != 0:
        return []
    outer = ["bwrap", "--die-with-parent", "--bind", "/proc", "/proc", "--dev-bind", "/dev", "/dev"]
    for path in (*SYSTEM, "/etc"):
        outer += _bind(Path(path))
    above = {"/tmp", *(str(folder) for path in needed for folder in Path(path).parents)} - {"/"}
    for path in sorted(above):
        outer += ["--perms", "0755", "--dir", path]
    for path in needed:
        outer += ["--ro-bind", path, path]
    drop = ["setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"]
    return [*outer, "--", *drop, "--"]


def _bind(path: Path) -> list[str]:
    """Show a path of the system where it is, a link as a link; nothing where there is none."""
    if path.is_symlink():
        return ["--symlink", str(path.readlink()), str(path)]
    return ["--ro-bind", str(path), str(path)] if path.exists() else []


def _binds(setting: Setting) -> list[Path]:
    """Folders of the interpreter that the system's own do not hold, outermost first."""
    found: list[Path] = []
    for folder in sorted({path.resolve() for path in setting.interpreter.folders}):
        if not any(folder.is_relative_to(path) for path in (*map(Path, SYSTEM), *found)):
            found.append(folder)
    return [path for path in found if path.is_dir()]


def _hidden(setting: Setting) -> list[Path]:
    """What must not be seen though it lies where the submission's libraries do; outermost first.

    The checkout of this project and the folder of the book at hand, but for a Python inside them,
    and the packages of this project where they are installed.
    """
    folders = {path.resolve() for path in setting.interpreter.folders}
    seen = (*map(Path, SYSTEM), *folders)
    own = {PROJECT, current().folder.resolve()} - folders
    found = {path for path in own if any(path.is_relative_to(place) for place in seen)}
    found |= {folder / name for folder in folders for name in OWN_PACKAGES}
    return sorted(path for path in found if path.is_dir())


def _inside(hidden: Path, setting: Setting) -> list[Path]:
    """The interpreter's folders that lie in a hidden one."""
    folders = {path.resolve() for path in setting.interpreter.folders}
    return sorted(folder for folder in folders if folder.is_relative_to(hidden))


def _environment(setting: Setting) -> dict[str, str]:
    threads = str(setting.threads)
    return {
        "HOME": HOME,
        "KERAS_HOME": f"{HOME}/.keras",  # not writable while the server imports Keras
        "NLTK_DATA": "/data/nltk_data",
        "PATH": f"{setting.interpreter.executable.parent}:/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": "0",
        "PYTHONUNBUFFERED": "1",
        "MPLBACKEND": "module://dlw_worker.figures",
        "MPLCONFIGDIR": "/tmp",
        "CUDA_VISIBLE_DEVICES": "-1",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "KERAS_BACKEND": "tensorflow",
        "TF_NUM_INTRAOP_THREADS": threads,
        "TF_NUM_INTEROP_THREADS": threads,
        "OMP_NUM_THREADS": threads,
        "OPENBLAS_NUM_THREADS": threads,
    }
