"""Operations are counted as by hand."""

import keras
import pytest
from keras.layers import Conv2D, Conv2DTranspose, Dense, Flatten

from harness.bench.workloads import flops


@pytest.mark.parametrize(
    ("layer", "expected"),
    [
        (Dense(3), 2 * (5 * 5) * (2 * 3)),
        (Conv2D(4, 3), 2 * (3 * 3) * (3 * 3 * 2 * 4)),
        (Conv2DTranspose(4, 3, strides=2), 2 * (5 * 5) * (3 * 3 * 2 * 4)),
    ],
    ids=lambda value: type(value).__name__,
)
def test_operations_of_a_layer(layer: keras.Layer, expected: int) -> None:
    model = keras.Sequential([keras.Input((5, 5, 2)), layer])
    assert flops.through(model) == expected
    assert flops.back(model) == 0


def test_an_update_goes_forward_once_and_back_to_inputs_and_weights() -> None:
    model = keras.Sequential([keras.Input((4,)), Dense(3), Flatten(), Dense(2)])
    first, second = 2 * 4 * 3, 2 * 3 * 2
    assert flops.of_a_sample(model) == 2 * (first + second) + second
