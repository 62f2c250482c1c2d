"""Stages observed in several processes, here or on a cluster, each importing TensorFlow once."""

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing import active_children, get_context
from queue import SimpleQueue

from harness.book import use
from harness.errors import UsageError
from harness.observe import Observed, choose_device, observe
from harness.plain import from_json, to_json
from harness.units import Stage
from reference.resources import BOOK_VARIABLE

Task = tuple[Stage, int]
Finished = SimpleQueue[Future[Observed] | None]

THREADS = (
    "TF_NUM_INTRAOP_THREADS",
    "TF_NUM_INTEROP_THREADS",
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
)
RETRIES = 3  # of a task whose cluster worker was lost
CONNECT_SECONDS = 10


def observe_in_processes(
    tasks: list[Task],
    jobs: int,
    device: str,
    started: Callable[[Stage], None],
    cluster: str = "",
) -> Iterator[tuple[Task, Observed]]:
    """Observations of each stage under its seed, as they are finished; only plain data return.

    The processes run here, each with an equal share of the processor's cores, or on the workers of
    the Dask ``cluster`` whose scheduler has this address; ``jobs`` tasks are under way at a time.
    """
    waiting = list(tasks)
    book = os.environ.get(BOOK_VARIABLE, "")
    running: dict[Future[Observed], Task] = {}
    finished: Finished = SimpleQueue()
    with _executor(cluster, jobs, device) as executor, _interrupts_into(finished):
        while waiting or running:
            while waiting and len(running) < jobs:
                task = waiting.pop(0)
                started(task[0])
                future = executor.submit(_observe, *task, device, book)
                running[future] = task
                future.add_done_callback(finished.put)
            done = finished.get()
            if done is None:
                raise KeyboardInterrupt
            observed = done.result()
            yield running.pop(done), replace(observed, values=from_json(observed.values))


@contextmanager
def _interrupts_into(finished: Finished) -> Iterator[None]:
    """Make of an interrupt an item of the queue, so that it is met between two tasks.

    Raised anywhere, it could leave a lock of the executor held, which its end then waits for.
    """
    previous = signal.signal(signal.SIGINT, lambda *_: finished.put(None))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, previous)


@contextmanager
def _executor(cluster: str, jobs: int, device: str) -> Iterator[Executor]:
    """Processes here or on a cluster; an interrupt, or a reader that wants no more, ends them."""
    if cluster:
        with cluster_executor(cluster) as executor:
            yield executor
        return
    threads = max(1, (os.cpu_count() or 1) // jobs)
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _prepare, (device, threads))
    try:
        yield pool
    except BaseException:
        for worker in active_children():
            worker.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def cluster_executor(address: str) -> Iterator[Executor]:
    """The workers of a Dask scheduler; :class:`UsageError` where none answers."""
    try:
        from distributed import Client
    except ImportError:
        raise UsageError("Dask is not installed", hint="Run `pip install distributed`") from None
    try:
        client = Client(address, timeout=CONNECT_SECONDS)
    except (OSError, ValueError) as error:
        raise UsageError(
            f"no Dask scheduler answers at {address!r} ({type(error).__name__})",
            hint="Start one with `dask scheduler`, and `dask worker ADDRESS` on each machine",
        ) from None
    with client:
        yield client.get_executor(pure=False, retries=RETRIES)


def _prepare(device: str, threads: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it and ends its workers
    choose_device(device)
    for name in THREADS:
        os.environ.setdefault(name, str(threads))


def _observe(stage: Stage, seed: int, device: str, book: str) -> Observed:
    use(book)  # a worker of a cluster was not started from here
    choose_device(device)
    observed = observe(stage, seed)
    return replace(observed, values=to_json(observed.values))
