"""The chapter's network: two convolutions with pooling, a hidden layer, an output layer."""

import keras
from keras.layers import Conv2D, Dense, Flatten, MaxPooling2D

LEARNING_RATE = 0.001


def two_convolutions(
    input_shape: tuple[int, int, int], kernels: tuple[int, int], outputs: int, activation: str
) -> keras.Model:
    """Convolutions of 3 x 3, each with ReLU and pooling, 128 ReLU units, then the outputs.

    Takes images (n, height, width, channels).
    """
    return keras.Sequential(
        [
            keras.Input(input_shape),
            Conv2D(kernels[0], 3, activation="relu"),
            MaxPooling2D(),
            Conv2D(kernels[1], 3, activation="relu"),
            MaxPooling2D(),
            Flatten(),
            Dense(128, activation="relu"),
            Dense(outputs, activation=activation),
        ]
    )


def compiled(model: keras.Model, loss: keras.losses.Loss) -> keras.Model:
    """``model`` itself, compiled as the chapter compiles every network: with Adam."""
    model.compile(keras.optimizers.Adam(LEARNING_RATE), loss, metrics=["accuracy"])
    return model


def ten_classes(input_shape: tuple[int, int, int], kernels: tuple[int, int]) -> keras.Model:
    """The compiled network for class numbers 0 to 9."""
    model = two_convolutions(input_shape, kernels, 10, "softmax")
    return compiled(model, keras.losses.SparseCategoricalCrossentropy())
