"""Workloads of a few lines that the fork server can run without any deep-learning library."""

import os
import signal
import time
from pathlib import Path

from harness.bench.workloads.workload import Unavailable, Way, Work, Workload

HERE = "tests.bench_measuring.fakes"


def busy(loops: int, *, seed: int) -> Work:
    """A unit is ``loops`` additions; its quality is the process that did it."""

    def run(calls: int) -> None:
        for _ in range(calls):
            total = 0
            for number in range(loops):
                total += number

    return Work(run, quality=lambda: float(os.getpid()), batch=loops)


def batched(*, seed: int) -> Work:
    """Other work for each seed, as if the batch had been changed."""
    return Work(lambda calls: time.sleep(0.001 * calls), batch=1 + seed)


def crashing_from(seed_of_crash: int, *, seed: int) -> Work:
    """Works until it is given this seed."""
    if seed >= seed_of_crash:
        raise ArithmeticError("no such seed")
    return Work(lambda calls: time.sleep(0.001 * calls))


def sleeping(seconds: float, *, seed: int) -> Work:
    return Work(lambda calls: time.sleep(seconds * calls))


def logged(file: str, name: str, *, seed: int) -> Work:
    """Leaves its name in the file at each run."""

    def run(calls: int) -> None:
        with open(file, "a") as log:
            log.write(name)

    return Work(run)


def killed(*, seed: int) -> Work:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def talkative(*, seed: int) -> Work:
    print('{"failure": "this is no answer"}', flush=True)
    os.write(1, b'{"failure": "nor is this"}\n')
    return Work(lambda calls: time.sleep(0.001 * calls))


def lacking(*, seed: int) -> Work:
    raise Unavailable("the box is empty", hint="Fill the box")


def once(*, seed: int) -> Work:
    return Work(lambda calls: time.sleep(0.001 * calls), quality=lambda: 0.5)


def of_the_tree(*, seed: int) -> Work:
    """Its quality is the number in a module of the tree under test."""
    import number_of_tree  # type: ignore[import-not-found]

    return Work(lambda calls: time.sleep(0.001 * calls), quality=lambda: number_of_tree.NUMBER)


def workload(function: str, *arguments: object, **others: object) -> Workload:
    """A workload of one of these functions, named after it."""
    about = {"quality": "number", "better": "lower", "libraries": ()} | others
    return Workload(f"fake/{function}", "call", Way(f"{HERE}:{function}", arguments), **about)  # type: ignore[arg-type]


ROOT = Path(__file__).parents[2]


def here(folder: str, *, seed: int) -> Work:
    """Its quality is whether the process stands in this folder."""
    unmoved = Path.cwd() == Path(folder)
    return Work(lambda calls: time.sleep(0.001 * calls), quality=lambda: float(unmoved))
