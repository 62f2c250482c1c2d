"""Floating-point operations of a training: its products and convolutions, nearly all of it."""

import math
from collections.abc import Iterator

import keras

from reference.adversarial import Adversaries

RECURRENT = (
    keras.layers.SimpleRNN,
    keras.layers.LSTM,
    keras.layers.GRU,
    keras.layers.Bidirectional,
)
PRODUCTS = (
    keras.layers.Dense,
    keras.layers.Conv1D,
    keras.layers.Conv2D,
    keras.layers.Conv2DTranspose,
    *RECURRENT,
)


def forward(layer: keras.Layer) -> int:
    """Of one example through one layer, a multiplication and an addition for each product."""
    if isinstance(layer, RECURRENT):
        return 2 * layer.input.shape[1] * sum(math.prod(kernel) for kernel in kernels(layer))
    if isinstance(layer, keras.layers.Conv2DTranspose):
        positions = math.prod(layer.input.shape[1:3])
    else:
        positions = math.prod(layer.output.shape[1:-1])
    return 2 * positions * math.prod(layer.kernel.shape)


def kernels(layer: keras.Layer) -> list[tuple[int, int]]:
    """Shapes of what a recurrent layer multiplies by in each step."""
    if isinstance(layer, keras.layers.Bidirectional):
        return kernels(layer.forward_layer) + kernels(layer.backward_layer)
    return [layer.cell.kernel.shape, layer.cell.recurrent_kernel.shape]


def through(model: keras.Model) -> int:
    """Of one example through the whole model."""
    return sum(forward(layer) for layer in products_of(model))


def back(model: keras.Model) -> int:
    """Of one example's gradient from the model's output to the input of what is trained."""
    return sum(forward(layer) for layer in behind_the_first_trained(model))


def of_a_sample(model: keras.Model) -> int:
    """Of one example in one update: forward, back to inputs, and to the trained weights."""
    trained = sum(forward(layer) for layer in products_of(model) if layer.trainable)
    return through(model) + trained + back(model)


def of_an_iteration(networks: Adversaries, batch: int, fresh: int) -> int:
    """Of one adversarial iteration: ``batch`` real examples and as many fakes, ``fresh`` others.

    Where the generator stays as it is, it makes the fakes and no more.
    """
    made, judged = through(networks.generator), through(networks.discriminator)
    discriminator = batch * made + 2 * batch * of_a_sample(networks.discriminator)
    if networks.generator_optimizer is None:
        return discriminator
    return discriminator + fresh * (of_a_sample(networks.generator) + 2 * judged)


def products_of(model: keras.Model) -> list[keras.Layer]:
    """The layers that multiply, in order; those of a model within stand for it."""
    return [layer for layer in _flat(model) if isinstance(layer, PRODUCTS)]


def _flat(model: keras.Model) -> Iterator[keras.Layer]:
    for layer in model.layers:
        if isinstance(layer, keras.Model):
            yield from _flat(layer)
        else:
            yield layer


def behind_the_first_trained(model: keras.Model) -> list[keras.Layer]:
    """The layers whose input needs a gradient."""
    layers = products_of(model)
    trained = [place for place, layer in enumerate(layers) if layer.trainable]
    return layers[trained[0] + 1 :] if trained else []
