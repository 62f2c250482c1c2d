"""Training cores: each training of the book declared once, for its claims and its benchmarks."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, NamedTuple

import keras
import numpy as np
import tensorflow as tf

from reference.training import (
    Augment,
    History,
    Validation,
    fit,
    row_orders,
    training_loop,
    unchanged,
)

LEAST_CAPABILITY = (7, 0)  # of a GPU, for 16-bit products: Volta
PROCESSOR_FLAGS = {"avx512_bf16", "amx_bf16"}


class Options(NamedTuple):
    """How a core is run; what it learns stays the same, but for rounding and XLA's own draws.

    ``mixed_precision`` computes in 16 bits and keeps the weights in 32; ``jit_compile`` lets XLA
    compile the loop. The device is TensorFlow's first GPU, or the processor without one.
    """

    mixed_precision: bool = False
    jit_compile: bool = False

    @contextmanager
    def precision(self) -> Iterator[str]:
        """Networks that are built within compute by the policy that this yields.

        ``ValueError``, before anything is built, where the hardware has no 16-bit arithmetic.
        """
        before = keras.config.dtype_policy()
        policy = mixed_policy() if self.mixed_precision else "float32"
        keras.config.set_dtype_policy(policy)
        try:
            yield policy
        finally:
            keras.config.set_dtype_policy(before)


PLAIN = Options()


def mixed_policy() -> str:
    """Keras's policy for the 16-bit arithmetic that this hardware has; ``ValueError`` without."""
    gpus = tf.config.list_physical_devices("GPU")
    if gpus:
        details = tf.config.experimental.get_device_details(gpus[0])
        if details.get("compute_capability", (0, 0)) >= LEAST_CAPABILITY:
            return "mixed_float16"
    elif PROCESSOR_FLAGS & set(processor_flags()):
        return "mixed_bfloat16"
    raise ValueError(
        "mixed precision needs a GPU of compute capability 7.0 or a processor with bfloat16 "
        "(AVX512_BF16 or AMX), which is not here: train in float32"
    )


def processor_flags() -> list[str]:
    about = Path("/proc/cpuinfo")
    lines = about.read_text().splitlines() if about.exists() else []
    return next((line.split() for line in lines if line.startswith("flags")), [])


@dataclass(frozen=True)
class Core:
    """The training of a unit's network on rows: its batches, its epochs, and how it is judged.

    ``build`` gives a network compiled with its optimizer and its loss. A unit of work is a sample;
    ``quality`` names the result of the last epoch that says how well the network learned.
    """

    unit: str
    build: Callable[[], keras.Model]
    epochs: int
    batch_size: int = 32
    augment: Augment = unchanged
    quality: str = "val_accuracy"

    work: ClassVar[str] = "sample"

    def train(
        self,
        features: np.ndarray,
        labels: np.ndarray,
        *,
        seed: int = 0,
        validation: Validation | None = None,
        epochs: int | None = None,
        options: Options = PLAIN,
    ) -> tuple[keras.Model, History]:
        """A fresh network from the start of ``seed``, trained; see :func:`reference.training.fit`.

        ``epochs`` stands in for the unit's own number.
        """
        with options.precision():
            keras.utils.set_random_seed(seed)
            model = self.build()
        history = fit(
            model,
            features,
            labels,
            epochs=epochs or self.epochs,
            batch_size=self.batch_size,
            seed=seed,
            jit_compile=options.jit_compile,
            augment=self.augment,
            validation=validation,
        )
        return model, history

    def train_each(
        self,
        features: np.ndarray,
        labels: np.ndarray,
        *,
        seeds: int,
        validation: Validation | None = None,
        options: Options = PLAIN,
    ) -> Iterator[tuple[keras.Model, History]]:
        """``train`` from the starts of seeds 0, 1, ..., by one loop compiled once.

        It is the same model each time, with the weights that it has learned from that start.
        """
        with options.precision():
            keras.utils.set_random_seed(0)
            model = self.build()
            loop = training_loop(
                model,
                (features, labels),
                batch_size=self.batch_size,
                jit_compile=options.jit_compile,
                augment=self.augment,
                validation=validation,
            )
            untouched = [variable.numpy() for variable in model.optimizer.variables]
            state = [*model.variables, *model.optimizer.variables]
            for seed in range(seeds):
                keras.utils.set_random_seed(seed)
                for variable, value in zip(
                    state, [*self.build().variables, *untouched], strict=True
                ):
                    variable.assign(value)
                yield model, loop(row_orders(len(features), self.epochs, seed), seed)
