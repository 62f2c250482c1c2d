"""Processes that import the libraries once and fork a child for each mutant.

A child starts where the libraries are imported and nothing has been computed, leaves nothing
behind, and is ended when it takes too long.
"""

import importlib
import os
import pickle
import resource
import select
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from typing import Any

from harness.claim_files import claims
from harness.observe import choose_device
from harness.processes import THREADS

PROCESSOR_SECONDS = 30
WALL_SECONDS = 150
MEMORY = 8 << 30
LIBRARIES = (
    *("tensorflow", "keras", "numpy", "pandas", "scipy.stats", "scipy.spatial.distance"),
    *("sklearn.metrics", "sklearn.datasets", "sklearn.model_selection", "sklearn.preprocessing"),
    *("nltk", "gensim.models", "gtts", "PIL.Image"),
    *("reference.training", "reference.cores", "reference.replicas", "reference.summaries"),
)


class Lost(Exception):
    """A child ended without a result: it took too long, asked for too much memory or crashed."""


@contextmanager
def workers(count: int) -> Iterator[ProcessPoolExecutor]:
    """Processes with the libraries in memory, without data other than the embedded samples."""
    pool = ProcessPoolExecutor(count, get_context("spawn"), _warm)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def in_child(function: Callable[..., Any], *arguments: Any) -> Any:
    """What the function returns in a forked child of this worker; :class:`Lost` without it."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _serve(writing, function, arguments)
    os.close(writing)
    try:
        with os.fdopen(reading, "rb") as pipe:
            if not select.select([pipe], [], [], WALL_SECONDS)[0]:
                os.kill(child, signal.SIGKILL)
                raise Lost("no end in sight")
            answer = pipe.read()
    finally:
        _, status = os.waitpid(child, 0)
    if not answer:
        raise Lost(f"ended with status {status}")
    return pickle.loads(answer)


def _serve(writing: int, function: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    """Answer once and end, whatever happens, without the worker's own clean-up."""
    with suppress(BaseException):
        for limit, least in (
            (resource.RLIMIT_CPU, PROCESSOR_SECONDS),
            (resource.RLIMIT_DATA, MEMORY),
        ):
            resource.setrlimit(limit, (least, least))
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        os.write(writing, pickle.dumps(function(*arguments)))
    os._exit(0)


def _warm() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.pop("DLW_DATA_MIRROR", None)
    os.environ["DLW_OFFLINE"] = "1"
    choose_device("cpu")
    for name in THREADS:
        os.environ[name] = "1"
    for name in LIBRARIES:
        with suppress(ImportError):
            importlib.import_module(name)
    claims()
