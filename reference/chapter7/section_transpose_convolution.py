"""Transpose Convolution: the convolution's matrix, transposed; what it widens, and by how much."""

import keras
import numpy as np
from keras.layers import Conv2D, Conv2DTranspose

from reference.contents import CHAPTERS
from reference.summaries import layer_table, parameter_counts


def matrix_of(layer: keras.Layer, shape: tuple[int, int, int]) -> np.ndarray:
    """The matrix (inputs, outputs) by which a linear layer multiplies flattened inputs."""
    inputs = int(np.prod(shape))
    impulses = np.eye(inputs, dtype=np.float32).reshape(inputs, *shape)
    return layer(impulses).numpy().reshape(inputs, -1)


def transposes_differ_by() -> float:
    """Largest difference between a convolution's matrix and its transpose's, transposed."""
    convolution = Conv2D(1, 4, strides=2, padding="same", use_bias=False)
    transpose = Conv2DTranspose(1, 4, strides=2, padding="same", use_bias=False)
    forth, _ = matrix_of(convolution, (6, 6, 1)), transpose(np.zeros((1, 3, 3, 1)))
    transpose.set_weights(convolution.get_weights())
    return float(abs(forth - matrix_of(transpose, (3, 3, 1)).T).max())


def run() -> dict[str, object]:
    layer = Conv2DTranspose(1, (4, 4), (2, 2), padding="same")
    model = keras.Sequential([keras.Input((3, 3, 1)), layer])
    X = np.array([[1, 2, 3], [4, 5, 6], [7, 8, 9]]).reshape((1, 3, 3, 1))
    y = model.predict(X, verbose=0)
    rows = layer_table(model)
    image = np.zeros((1, 3, 3, 1))
    return {
        "layers": rows,
        "layer_names": [model.name, *(row["name"] for row in rows)],
        **parameter_counts(model),
        "first_three_arguments": {
            "filters": layer.filters,
            "kernel_size": list(layer.kernel_size),
            "strides": list(layer.strides),
        },
        "sides_for_kernels_of_1_to_7": [
            Conv2DTranspose(1, size, 2, padding="same")(image).shape[1] for size in range(1, 8)
        ],
        "sides_for_strides_of_1_to_4": [
            Conv2DTranspose(1, 4, stride, padding="same")(image).shape[1] for stride in range(1, 5)
        ],
        "sides_without_padding": [
            Conv2DTranspose(1, size, 2, padding="valid")(image).shape[1] for size in (2, 3, 4)
        ],
        "transposes_differ_by": transposes_differ_by(),
        "reshaped": X,
        "y": y,
        "y_differs_from_weights_times_input": abs(
            y.ravel() - X.reshape(1, -1) @ matrix_of(layer, (3, 3, 1))
        ),
        "displayed_by_last_line": repr(y[0, :, :, 0]),
        "as_printed_in_the_listing": y[0, :, :, :0],
        "title_of_chapter_3": CHAPTERS[3],
    }
