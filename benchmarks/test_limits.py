"""How near the trainings of images come to the rate of a bare matrix product on this machine."""

import time
from collections.abc import Callable
from typing import NamedTuple

import keras
import numpy as np
import pytest
import tensorflow as tf
from pytest_benchmark.fixture import BenchmarkFixture

from harness.bench.workloads import flops
from reference import adversarial
from reference.adversarial import AdversarialCore
from reference.chapter3 import activity_3_01, exercise_3_02, exercise_3_03, exercise_3_04
from reference.chapter7 import activity_7_01, dcgan, dcgan_training, exercise_7_05
from reference.cores import Core
from reference.training import row_orders, training_loop

SIDE, PRODUCTS, ROUNDS = 1024, 20, 3
ITERATIONS = 20
LEAST_SHARE = 0.02  # a training below it does nothing but wait


class Work(NamedTuple):
    """A training that is compiled and ready, and what its products cost."""

    unit: str
    run: Callable[[], object]
    flops: int


def of_rows(core: Core, samples: int) -> Work:
    model = core.build()
    generator = np.random.default_rng(0)
    pictures = generator.random((samples, *model.input_shape[1:]), dtype=np.float32)
    classes = generator.integers(max(2, model.output_shape[-1]), size=samples)
    labels = classes[:, np.newaxis] if model.output_shape[-1] == 1 else classes
    loop = training_loop(
        model,
        (pictures, labels),
        batch_size=core.batch_size,
        jit_compile=False,
        augment=core.augment,
        validation=None,
    )
    orders = row_orders(samples, 1, 0)
    loop(orders, 0)
    return Work(core.unit, lambda: loop(orders, 0), samples * flops.of_a_sample(model))


def of_images(core: AdversarialCore) -> Work:
    networks = core.start(seed=0)
    images = np.random.default_rng(0).uniform(-1, 1, (1000, 28, 28, 1)).astype(np.float32)
    pauses = adversarial.train(
        networks, dcgan_training.draws(images, 0), 10 * ROUNDS * ITERATIONS, every=ITERATIONS
    )
    next(pauses)
    cost = flops.of_an_iteration(networks, dcgan.BATCH, 2 * dcgan.BATCH)
    return Work(core.unit, lambda: next(pauses), ITERATIONS * cost)


@tf.function
def bare_products(matrix: tf.Tensor) -> tf.Tensor:
    for _ in tf.range(PRODUCTS):
        matrix = tf.matmul(matrix, matrix) * (1 / SIDE)
    return matrix


@pytest.mark.parametrize(
    "prepare",
    [
        pytest.param(lambda: of_rows(exercise_3_02.CORE, 3200), id="3.02"),
        pytest.param(lambda: of_rows(exercise_3_03.CORE, 160), id="3.03"),
        pytest.param(lambda: of_rows(exercise_3_04.CORE, 1600), id="3.04"),
        pytest.param(lambda: of_rows(activity_3_01.CORE, 1600), id="A3.01"),
        pytest.param(lambda: of_images(exercise_7_05.CORE), id="7.05"),
        pytest.param(lambda: of_images(activity_7_01.CORE), id="A7.01"),
    ],
)
def test_share_of_the_rate_of_a_bare_product(
    prepare: Callable[[], Work], benchmark: BenchmarkFixture
) -> None:
    keras.utils.set_random_seed(0)
    work = prepare()
    matrix = tf.random.uniform([SIDE, SIDE])
    bare_products(matrix)
    bare_seconds: list[float] = []

    def bare() -> None:
        start = time.perf_counter()
        bare_products(matrix).numpy()
        bare_seconds.append(time.perf_counter() - start)

    benchmark.pedantic(work.run, setup=bare, rounds=ROUNDS, iterations=1)
    peak = PRODUCTS * 2 * SIDE**3 / float(np.median(bare_seconds))
    rate = work.flops / benchmark.stats.stats.median
    benchmark.extra_info |= {
        "unit": work.unit,
        "peak_gflop_a_second": peak / 1e9,
        "gflop_a_second": rate / 1e9,
        "share_of_the_peak": rate / peak,
    }
    assert LEAST_SHARE < rate / peak < 1.5
