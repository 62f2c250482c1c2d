"""Stages observed in several processes, each importing TensorFlow once."""

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import replace
from multiprocessing import active_children, get_context

from harness.observe import Observed, choose_device, observe
from harness.plain import from_json, to_json
from harness.units import Stage

Task = tuple[Stage, int]


def observe_in_processes(
    tasks: list[Task], jobs: int, device: str, started: Callable[[Stage], None]
) -> Iterator[tuple[Task, Observed]]:
    """Observations of each stage under its seed, as they are finished; only plain data return.

    Each process gets an equal share of the processor's cores.
    """
    waiting = list(tasks)
    threads = max(1, (os.cpu_count() or 1) // jobs)
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _prepare, (device, threads))
    try:
        running: dict[Future[Observed], Task] = {}
        while waiting or running:
            while waiting and len(running) < jobs:
                task = waiting.pop(0)
                started(task[0])
                running[pool.submit(_observe_remotely, *task)] = task
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                observed = future.result()
                yield running.pop(future), replace(observed, values=from_json(observed.values))
    except BaseException:  # an interrupt, or a reader that wants no more
        for worker in active_children():
            worker.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _prepare(device: str, threads: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it and ends its workers
    choose_device(device)
    os.environ.setdefault("TF_NUM_INTRAOP_THREADS", str(threads))
    os.environ.setdefault("TF_NUM_INTEROP_THREADS", str(threads))


def _observe_remotely(stage: Stage, seed: int) -> Observed:
    observed = observe(stage, seed)
    return replace(observed, values=to_json(observed.values))
