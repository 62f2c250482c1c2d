"""Answers of the book's networks to one batch: a compiled call, and ``model.predict``."""

from collections.abc import Callable

import keras
import numpy as np
import tensorflow as tf

from harness.bench.workloads import flops
from harness.bench.workloads.rows import Kind, made
from harness.bench.workloads.training import named
from harness.bench.workloads.workload import Work


def compiled(core: str, kind: Kind, batch: int, *, seed: int) -> Work:
    """The network as one compiled function of a batch that is on the device."""
    model, rows = _built(core, kind, batch, seed)
    inputs = tf.constant(rows)
    answer = tf.function(lambda x: model(x, training=False))

    def run(calls: int) -> None:
        for _ in range(calls):
            answer(inputs).numpy()

    return _work(model, rows, run)


def predicted(core: str, kind: Kind, batch: int, *, seed: int) -> Work:
    """The listing's way: ``model.predict`` on an array."""
    model, rows = _built(core, kind, batch, seed)

    def run(calls: int) -> None:
        for _ in range(calls):
            model.predict(rows, batch_size=batch, verbose=0)

    return _work(model, rows, run)


def _built(core: str, kind: Kind, batch: int, seed: int) -> tuple[keras.Model, np.ndarray]:
    keras.utils.set_random_seed(seed)
    found = named(core)
    model = found.build() if hasattr(found, "build") else found()
    rows, _ = made(kind, model.input_shape[1:], model.output_shape[-1], batch, seed)
    return model, rows


def _work(model: keras.Model, rows: np.ndarray, run: Callable[[int], None]) -> Work:
    return Work(
        run,
        flops=len(rows) * flops.through(model),
        batch=len(rows),
        shapes={"features": rows.shape},
        dtype_policy="float32",
    )
