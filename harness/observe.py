"""Run one stage of a unit and bring what it returns to plain data."""

import gc
import logging
import os
import random
import sys
import time
import traceback
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from harness.book import current
from harness.errors import HarnessError, ObservationError
from harness.plain import plain
from harness.units import Stage
from reference.datasets import DatasetUnavailable


@dataclass(frozen=True)
class Observed:
    """What a stage produced: values by name, or why there are none.

    ``unavailable`` is a lack (data, device, network) with its ``remedy``; ``failure`` is a fault
    of the implementation itself, with the place where it happened.
    """

    values: dict[str, Any]
    seconds: float = 0.0
    unavailable: str = ""
    remedy: str = ""
    failure: str = ""
    cached: bool = False


def observe(stage: Stage, seed: int = 0, inputs: Mapping[str, Any] | None = None) -> Observed:
    """Run ``stage`` in this process, from a fresh Keras state and fixed global seeds.

    ``inputs`` are arguments other than the book's, for a stage that takes any.
    """
    start = time.perf_counter()
    arguments = {
        **({"seed": seed} if stage.seeded else {}),
        **({"epochs": stage.epochs} if stage.epochs else {}),
        **(inputs or {}),
    }
    try:
        function = function_of(stage)
        _reset(stage, seed)
        with warnings.catch_warnings(action="ignore"):
            produced = function(**arguments)
        values = {name: _plain(name, value) for name, value in produced.items()}
    except DatasetUnavailable as error:
        return Observed({}, unavailable=error.message, remedy=error.hint)
    except HarnessError as error:
        return Observed({}, failure=str(error))
    except Exception as error:
        return Observed({}, failure=f"{type(error).__name__}: {_first_line(error)} ({_place()})")
    return Observed(values, seconds=time.perf_counter() - start)


def function_of(stage: Stage) -> Callable[..., Mapping[str, object]]:
    """The stage's function, its module imported from the book's references."""
    with quiet_start():
        module = current().load(stage.module)
    function: Callable[..., Mapping[str, object]] = getattr(module, stage.function)
    return function


def choose_device(device: str) -> None:
    """Bind this process to the CPU or leave it the GPU; before TensorFlow is imported."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    logging.getLogger("tensorflow").setLevel(logging.ERROR)
    if device == "cpu":
        os.environ["CUDA_VISIBLE_DEVICES"] = "-1"


def _plain(name: str, value: object) -> Any:
    try:
        return plain(value)
    except ObservationError as error:
        raise ObservationError(f"{name}: {error.message}", hint=error.hint) from None


def _reset(stage: Stage, seed: int) -> None:
    """Layer names count from the start and every global generator from ``seed``.

    What an earlier training held is freed before the next; a fast stage does not wait for that.
    """
    random.seed(seed)
    np.random.seed(seed)
    keras = sys.modules.get("keras")
    if keras is not None:
        keras.utils.clear_session(free_memory=stage.tier != "fast")
        keras.utils.set_random_seed(seed)


@contextmanager
def quiet_start() -> Iterator[None]:
    """Keep TensorFlow's start-up notices, which bypass Python, off the terminal.

    What it imports stays to the end: the garbage collector, which would go through its million
    objects again and again, leaves them alone.
    """
    if "tensorflow" in sys.modules:
        yield
        return
    sys.stderr.flush()
    kept = os.dup(2)
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(silent)
        gc.freeze()


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [""])[0]


def _place() -> str:
    """``file:line`` of the innermost frame of the reference that the exception passed."""
    frames = traceback.extract_tb(sys.exc_info()[2])
    references = current().references
    inside = [frame for frame in frames if Path(frame.filename).is_relative_to(references)]
    frame = (inside or frames)[-1]
    return f"{Path(frame.filename).name}:{frame.lineno}"
