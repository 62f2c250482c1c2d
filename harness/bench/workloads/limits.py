"""The bare products and convolutions of a training: what the hardware must do in any case.

No activations, no losses, no optimizer, no data: each layer's product forward, back to its input
and to its weights, on operands that are there. A network with recurrent layers has no such limit:
its products are small and each waits for the step before.
"""

from collections.abc import Callable

import keras
import numpy as np
import tensorflow as tf

from harness.bench.workloads import flops
from harness.bench.workloads.adversarial import KINDS
from harness.bench.workloads.full_batch import FLOPS
from harness.bench.workloads.training import named
from harness.bench.workloads.workload import Work
from reference.chapter2 import exercise_2_04

Product = Callable[[], tf.Tensor]


def of_core(core: str, *, seed: int) -> Work:
    """A unit is a step of the core's batch."""
    training = named(core)
    model = training.build()
    batch = training.batch_size
    products = [p for layer, parts in _parts(model) for p in _products(layer, batch, parts)]
    return _work(products, batch * flops.of_a_sample(model), batch)


def of_iteration(unit: str, *, seed: int) -> Work:
    """A unit is an iteration of an adversarial core; see :func:`flops.of_an_iteration`."""
    kind = KINDS[unit]
    networks, draw = kind.core.build(), kind.draw(0)
    batch, fresh = len(draw.real), len(draw.fresh)
    judge, maker = networks.discriminator, networks.generator
    products = [p for layer in flops.products_of(maker) for p in _products(layer, batch, "f")]
    products += [p for layer, parts in _parts(judge) for p in _products(layer, 2 * batch, parts)]
    if networks.generator_optimizer is not None:
        products += [p for layer, parts in _parts(maker) for p in _products(layer, fresh, parts)]
        products += [p for layer in flops.products_of(judge) for p in _products(layer, fresh, "fi")]
    return _work(products, flops.of_an_iteration(networks, batch, fresh), batch)


def of_digits(*, seed: int) -> Work:
    """The two products of a step of Exercise 2.04: forward, and the weights' gradient."""
    generator = np.random.default_rng(seed)
    pixels = generator.random((60_000, exercise_2_04.PIXELS), dtype=np.float32)
    x, y = tf.constant(pixels), tf.random.uniform([60_000, exercise_2_04.DIGITS])
    weight = tf.random.uniform([exercise_2_04.PIXELS, exercise_2_04.DIGITS])
    products = [lambda: tf.matmul(x, weight), lambda: tf.matmul(x, y, transpose_a=True)]
    return _work(products, FLOPS["2.04"], None)


def _parts(model: keras.Model) -> list[tuple[keras.Layer, str]]:
    """Each layer with what a step takes of it: ``f``orward, back to ``i``nput and ``w``eights."""
    behind = {id(layer) for layer in flops.behind_the_first_trained(model)}
    return [
        (layer, "f" + "w" * layer.trainable + "i" * (id(layer) in behind))
        for layer in flops.products_of(model)
    ]


def _products(layer: keras.Layer, batch: int, parts: str) -> list[Product]:
    if isinstance(layer, flops.RECURRENT):
        raise TypeError(f"{type(layer).__name__} multiplies step by step: it has no bare products")
    if isinstance(layer, keras.layers.Dense):
        positions = int(np.prod(layer.output.shape[1:-1]))
        return _matrix(batch * positions, layer.kernel.shape, parts)
    return _convolution(layer, batch, parts)


def _matrix(rows: int, kernel: tuple[int, int], parts: str) -> list[Product]:
    x, w, y = (tf.random.uniform(s) for s in ((rows, kernel[0]), kernel, (rows, kernel[1])))
    found: dict[str, Product] = {
        "f": lambda: tf.matmul(x, w),
        "i": lambda: tf.matmul(y, w, transpose_b=True),
        "w": lambda: tf.matmul(x, y, transpose_a=True),
    }
    return [found[part] for part in parts]


def _convolution(layer: keras.Layer, batch: int, parts: str) -> list[Product]:
    """Of a transposed one, forward is what is back to the input of a plain one."""
    narrow, wide = (batch, *layer.output.shape[1:]), (batch, *layer.input.shape[1:])
    kernel, strides = layer.kernel.shape, layer.strides
    if isinstance(layer, keras.layers.Conv2DTranspose):
        narrow, wide = wide, narrow
        parts = parts.translate(str.maketrans("fi", "if"))
    x, w, y = (tf.random.uniform(shape) for shape in (wide, kernel, narrow))
    how = {"strides": [1, *strides, 1], "padding": layer.padding.upper()}
    found: dict[str, Product] = {
        "f": lambda: tf.nn.conv2d(x, w, **how),
        "i": lambda: tf.raw_ops.Conv2DBackpropInput(
            input_sizes=wide, filter=w, out_backprop=y, **how
        ),
        "w": lambda: tf.raw_ops.Conv2DBackpropFilter(
            input=x, filter_sizes=kernel, out_backprop=y, **how
        ),
    }
    return [found[part] for part in parts]


def _work(products: list[Product], cost: int, batch: int | None) -> Work:
    step = tf.function(lambda: [product() for product in products])

    def run(calls: int) -> None:
        for _ in range(calls):
            results = step()
        results[-1].numpy()

    return Work(run, flops=cost, batch=batch, dtype_policy="float32")
