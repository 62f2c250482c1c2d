"""Ways of training a core on rows: the reference's compiled loop, and Keras's ``fit``."""

import importlib
from typing import Any

import keras
import numpy as np

from harness.bench.workloads import flops
from harness.bench.workloads.rows import Kind, Rows, made
from harness.bench.workloads.workload import Work
from reference.cores import PLAIN, Core, Options
from reference.training import row_orders, training_loop


def named(path: str) -> Any:
    """What ``module:name`` stands for in the reference, where ``name`` may be dotted.

    ``fruits`` is the core of Activity 3.02 with random weights, which cost the same.
    """
    if path == "fruits":
        return _fruits()
    module, _, name = path.partition(":")
    found: Any = importlib.import_module(f"reference.{module}")
    for part in name.split("."):
        found = found[part] if isinstance(found, dict) else getattr(found, part)
    return found


def options_named(path: str) -> Options:
    """The options of this name in the reference; plain ones for ""."""
    options: Options = named(path) if path else PLAIN
    return options


def of_core(
    core: str, kind: Kind, rows: int, epochs: int = 1, options: str = "", *, seed: int
) -> Work:
    """The core's own loop, compiled once; a unit is a step, a call ``epochs`` over ``rows``."""
    return in_one_loop(named(core), kind, rows, epochs, options_named(options), seed)


def in_one_loop(
    core: Core, kind: Kind, rows: int, epochs: int, options: Options, seed: int
) -> Work:
    """See :func:`of_core`."""
    with options.precision() as policy:
        keras.utils.set_random_seed(seed)
        model = core.build()
    x, y = _rows(model, kind, rows, seed)
    loop = training_loop(
        model,
        (x, y),
        batch_size=core.batch_size,
        jit_compile=options.jit_compile,
        augment=core.augment,
        validation=None,
    )
    orders = row_orders(rows, epochs, seed)
    losses = [0.0]

    def run(calls: int) -> None:
        for _ in range(calls):
            losses[0] = float(loop(orders, seed).loss[-1])

    return _training(core, model, (x, y), epochs, run, losses, options.jit_compile, policy)


def by_fit(core: str, kind: Kind, rows: int, epochs: int = 1, *, seed: int) -> Work:
    """The listing's way: ``model.fit`` on arrays, pixels scaled beforehand."""
    training: Core = named(core)
    keras.utils.set_random_seed(seed)
    model = training.build()
    x, y = _rows(model, kind, rows, seed)
    scaled = x / np.float32(255) if x.dtype == np.uint8 else x
    losses = [0.0]

    def run(calls: int) -> None:
        for _ in range(calls):
            history = model.fit(scaled, y, training.batch_size, epochs, verbose=0)
            losses[0] = float(history.history["loss"][-1])

    return _training(training, model, (scaled, y), epochs, run, losses, _compiled(model))


def by_generator(core: str, ranges: str, rows: int, *, seed: int) -> Work:
    """The listing's way with moved pictures: an ``ImageDataGenerator`` into ``model.fit``."""
    from tensorflow.keras.preprocessing.image import ImageDataGenerator

    training: Core = named(core)
    keras.utils.set_random_seed(seed)
    model = training.build()
    x, y = _rows(model, "pixels", rows, seed)
    generator = ImageDataGenerator(rescale=1 / 255, **named(ranges))
    batches = generator.flow(x, y, batch_size=training.batch_size, seed=seed)
    losses = [0.0]

    def run(calls: int) -> None:
        for _ in range(calls):
            losses[0] = float(model.fit(batches, verbose=0).history["loss"][-1])

    return _training(training, model, (x, y), 1, run, losses, _compiled(model))


def _fruits() -> Core:
    from reference.chapter3 import activity_3_02

    return activity_3_02.core(None, activity_3_02.SIZE, activity_3_02.CLASSES)


def _rows(model: keras.Model, kind: Kind, rows: int, seed: int) -> Rows:
    return made(kind, model.input_shape[1:], model.output_shape[-1], rows, seed)


def _compiled(model: keras.Model) -> bool:
    """Whether Keras lets XLA compile the model's own training function."""
    return bool(model.jit_compile) and keras.backend.backend() == "tensorflow"


def _training(
    core: Core,
    model: keras.Model,
    rows: Rows,
    epochs: int,
    run: Any,
    losses: list[float],
    xla: bool,
    policy: str = "float32",
) -> Work:
    batch = min(core.batch_size, len(rows[0]))
    return Work(
        run,
        units=epochs * -(-len(rows[0]) // core.batch_size),
        quality=lambda: losses[0],
        flops=batch * flops.of_a_sample(model),
        batch=batch,
        shapes={"features": rows[0].shape, "labels": rows[1].shape},
        xla=xla,
        dtype_policy=policy,
    )
