"""Floating-point operations of a training: its products and convolutions, nearly all of it."""

import math

import keras

from reference.adversarial import Adversaries

PRODUCTS = (keras.layers.Dense, keras.layers.Conv2D, keras.layers.Conv2DTranspose)


def forward(layer: keras.Layer) -> int:
    """Of one example through one layer, a multiplication and an addition for each product."""
    if isinstance(layer, keras.layers.Conv2DTranspose):
        positions = math.prod(layer.input.shape[1:3])
    elif isinstance(layer, keras.layers.Conv2D):
        positions = math.prod(layer.output.shape[1:3])
    else:
        positions = math.prod(layer.output.shape[1:-1])
    return 2 * positions * math.prod(layer.kernel.shape)


def through(model: keras.Model) -> int:
    """Of one example through the whole model."""
    return sum(forward(layer) for layer in _layers(model))


def back(model: keras.Model) -> int:
    """Of one example's gradient from the model's output to its first layer's output."""
    return sum(forward(layer) for layer in _layers(model)[1:])


def of_a_sample(model: keras.Model) -> int:
    """Of one example in one update: forward, and back to every layer's input and weights."""
    return 2 * through(model) + back(model)


def of_an_iteration(networks: Adversaries, batch: int, fresh: int) -> int:
    """Of one adversarial iteration: ``batch`` real examples and as many fakes, ``fresh`` others."""
    made, judged = through(networks.generator), through(networks.discriminator)
    discriminator = batch * made + 2 * batch * of_a_sample(networks.discriminator)
    generator = fresh * (of_a_sample(networks.generator) + 2 * judged)
    return discriminator + generator


def _layers(model: keras.Model) -> list[keras.Layer]:
    return [layer for layer in model.layers if isinstance(layer, PRODUCTS)]
