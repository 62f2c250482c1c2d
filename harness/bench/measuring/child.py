"""What a fresh process does: prepare, first step, warm-up, rounds; and what it tells of them."""

import contextlib
import gc
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from harness.bench.measuring import devices
from harness.bench.measuring.absent import stand_in
from harness.bench.measuring.instructions import Counter
from harness.bench.measuring.rounds import Run, calibrated, seconds_of, timed
from harness.bench.workloads.workload import Unavailable, Way, Work
from reference.datasets import DatasetUnavailable

WARM_UP = 3  # calls from the start, after which a training is asked for its quality


def answer(job: dict[str, Any], turn: Callable[[], None]) -> dict[str, Any]:
    """What the job's way of working took, as plain data; or why it could not be ``unverified``.

    ``turn`` is called before each round: it returns when the other processes have made theirs.
    """
    if job.get("probe") == "gpu":
        return {"gpu": devices.gpu_seen()}
    try:
        return _measured(job, turn)
    except (Unavailable, DatasetUnavailable) as lack:
        return {"unverified": f"{lack.message}. {lack.hint}"}


def _measured(job: dict[str, Any], turn: Callable[[], None]) -> dict[str, Any]:
    devices.use_threads(job["threads"])
    if devices.backend() != "tensorflow":
        stand_in()
    way = Way(job["function"], tuple(job["arguments"]))
    with Counter() as counter:
        work = way.prepare(job["seed"])
        run = until_done(work.run, devices.waiting(job["device"]))
        found = _once(run, work, turn) if job["once"] else _steady(run, work, job, counter, turn)
    return found | {
        "units": work.units,
        "peak_memory_bytes": peak_memory(),
        "identity": {
            "deterministic": devices.deterministic(),
            "dtype_policy": work.dtype_policy,
            "batch": work.batch,
            "shapes": {name: list(shape) for name, shape in work.shapes.items()},
            "xla": work.xla,
        },
    }


def _once(run: Run, work: Work, turn: Callable[[], None]) -> dict[str, Any]:
    """One call from the start, whose tracing counts."""
    [seconds], rejected = timed(run, 1, 1, 0.0, turn=turn)
    quality = work.quality() if work.quality else None
    return {"calls": 1, "rounds": [seconds / work.units], "rejected": rejected, "quality": quality}


def _steady(
    run: Run, work: Work, job: dict[str, Any], counter: Counter, turn: Callable[[], None]
) -> dict[str, Any]:
    """The first step, the warm-up, and rounds of ``calls`` calls; None: to be found.

    ``extra`` is the share of calls that are made and not counted: a slowdown of real work.
    """
    first = seconds_of(run, 1)
    for _ in range(WARM_UP - 1):
        run(1)
    quality = work.quality() if work.quality else None
    calls = job["calls"] or calibrated(run, job["least_seconds"], job["multiple"])
    done = calls + round(calls * job["extra"])
    gc.collect()
    before = counter.read()
    rounds = timed(run, done, job["rounds"], job["most_seconds"], turn=turn)
    after = counter.read()
    units = (len(rounds.seconds) + rounds.rejected) * calls * work.units
    return {
        "calls": calls,
        "rounds": [seconds / (calls * work.units) for seconds in rounds.seconds],
        "rejected": rounds.rejected,
        "first_step_seconds": first,
        "quality": quality,
        "instructions": None if before is None or after is None else (after - before) / units,
    }


def until_done(run: Run, wait: Callable[[], Any]) -> Run:
    """``run`` that returns only when the device has done its work."""

    def whole(calls: int) -> None:
        run(calls)
        wait()

    return whole


def peak_memory() -> int | None:
    """The largest resident memory of this process, in bytes; None where it cannot be read."""
    with contextlib.suppress(OSError):
        found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
        return 1024 * int(found[1]) if found else None
    return None
