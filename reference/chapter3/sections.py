"""Sections of Chapter 3: digital images, filters, convolution, stride, padding, last layers.

Every public function is a section, and returns what its prose states, as observed.
"""

import io

import keras
import numpy as np
import tensorflow as tf
from keras.applications import InceptionV3
from keras.layers import Activation, Conv2D, Dense, GlobalAveragePooling2D, Softmax
from PIL import Image
from scipy import ndimage, signal

from reference.attempts import attempt
from reference.chapter3 import exercise_3_02, exercise_3_03

A = np.array([[5, 10, 15], [10, 20, 30], [100, 150, 200]], dtype=np.float32)
SOBEL = np.array([[1, 0, -1], [2, 0, -2], [1, 0, -1]], dtype=np.float32)  # matrix B

WHITE = 200  # 800, the value of Figures 3.7 and 3.9, is four times this grey
LEFT_WHITE = np.repeat([[WHITE] * 3 + [0] * 3], 6, axis=0).astype(np.float32)
LEFT_DARK = LEFT_WHITE[:, ::-1]

CONTENTS = (  # of the chapter, in the book's table
    *("Introduction", "Digital Images", "Image Processing", "Convolution Operations"),
    *("Exercise 3.01", "Stride", "Padding", "Convolutional Neural Networks", "Pooling Layers"),
    *("CNNs with TensorFlow and Keras", "Exercise 3.02", "Data Generator", "Exercise 3.03"),
)


def digital_images() -> dict[str, object]:
    """Digital Images: pixels, channels and dimensions of picture files."""
    gray = _decoded(Image.new("L", (3, 4)))
    painted = [_decoded(Image.new("RGB", (3, 4), colour)) for colour in ("red", "green", "blue")]
    channels = [int(picture[0, 0].numpy().argmax()) for picture in painted]
    return {
        "gray_pixel_range": [gray.dtype.min, gray.dtype.max],
        "channels_of_gray": gray.shape[-1],
        "colours": [("red", "green", "blue")[channel] for channel in channels],
        "height": painted[0].shape[0],
        "width": painted[0].shape[1],
        "figure_3_3": _decoded(Image.new("RGB", (512, 512))).shape,
    }


def image_processing() -> dict[str, object]:
    """Image Processing: a filter answers to its pattern and to no other."""
    vertical, horizontal = LEFT_WHITE, LEFT_WHITE.T
    feature_map = _convolved(vertical, SOBEL)
    return {
        "vertical_filter_on_vertical_line": np.abs(feature_map).max(),
        "vertical_filter_on_horizontal_line": np.abs(_convolved(horizontal, SOBEL)).max(),
        "horizontal_filter_on_horizontal_line": np.abs(_convolved(horizontal, SOBEL.T)).max(),
        "horizontal_filter_on_vertical_line": np.abs(_convolved(vertical, SOBEL.T)).max(),
        "highlighted_columns": np.flatnonzero(np.abs(feature_map).max(axis=0)),
    }


def convolution_operations() -> dict[str, object]:
    """Convolution Operations: the product of Figure 3.5, element by element, and its sum."""
    C = A * SOBEL
    impulse = np.zeros((5, 5), dtype=np.float32)
    impulse[2, 2] = 1
    layer = Conv2D(1, 3)
    model = keras.Sequential([keras.Input((3, 3, 1)), layer, keras.layers.Flatten()])
    model.compile("sgd", "mse")
    before = layer.kernel.numpy()
    model.fit(A.reshape(1, 3, 3, 1) / 255, np.ones((1, 1)), verbose=0)
    return {
        "C": C,
        **{f"C_{row + 1}_{column + 1}": C[row, column] for row, column in np.ndindex(C.shape)},
        "sum_of_C": C.sum(),
        "convolution": _convolved(A, SOBEL)[0, 0],
        "names_of_operation": _operations_of_scipy(A, SOBEL, C.sum()),
        "differs_from_matrix_product": np.abs(C - A @ SOBEL).max(),
        # What a filter makes of a single bright pixel is the filter, turned by 180 degrees.
        "sobel_of_scipy": ndimage.sobel(impulse, axis=1)[1:4, 1:4],
        "horizontal_sobel_of_scipy": ndimage.sobel(impulse, axis=0)[1:4, 1:4],
        "two_by_two_filter": attempt(lambda: tf.math.multiply(A, np.ones((2, 2), np.float32))),
        "share_of_square_kernels": _share_of_square_kernels(),
        "trainable": any(weight is layer.kernel for weight in model.trainable_weights),
        "kernel_change": np.abs(layer.kernel.numpy() - before).max(),
    }


def stride() -> dict[str, object]:
    """Stride: the same filter, moved over the whole image."""
    image, mean = np.zeros((512, 512)), np.ones((3, 3))
    sizes = [len(_convolved(image, mean, step)) for step in (1, 2, 3)]
    windows = [_windows(step) for step in (1, 2, 3)]
    return {
        "area_of_one_step": list(_extent(windows[0][0, 0])),
        "columns_between_steps": int(np.argmax(windows[0][0, 1].any(axis=0))),
        "rows_between_lines": int(np.argmax(windows[0][1, 0].any(axis=1))),
        "pixels_never_seen": int((~windows[0].any(axis=(0, 1))).sum()),
        **{f"size_with_stride_{step}": size for step, size in enumerate(sizes, 1)},
        **{
            f"overlap_with_stride_{step}": int((window[0, 0] & window[0, 1]).sum())
            for step, window in enumerate(windows, 1)
        },
        "middle_of_dark_to_white": _convolved(LEFT_DARK, SOBEL)[0, 1:3],
        "middle_of_white_to_dark": _convolved(LEFT_WHITE, SOBEL)[0, 1:3],
    }


def padding() -> dict[str, object]:
    """Padding: a border of zeros keeps the size."""
    feature_map = _convolved(LEFT_WHITE, SOBEL, padding=1)
    batch, filters = LEFT_WHITE.reshape(1, 6, 6, 1), SOBEL.reshape(3, 3, 1, 1)
    same = tf.nn.conv2d(batch, filters, 1, "SAME")[0, ..., 0]
    w = h = 6
    p, f, s = 1, 3, 1
    exact, rounded = _deviations_of_formula()
    return {
        "unpadded_output": list(_convolved(LEFT_WHITE, SOBEL).shape),
        "same_less_border_of_zeros": np.abs(same - feature_map).max(),
        "padded_size": list(np.pad(LEFT_WHITE, 1).shape),
        "padded_output": list(feature_map.shape),
        "middle": feature_map[1:5, 2:4],
        "left_edge": feature_map[1:5, 0],
        "filter_where_nothing_is": feature_map[1:5, 1],
        "numerator": w + 2 * p - f,
        "output_width": (w + 2 * p - f) / s + 1,
        "output_height": (h + 2 * p - f) / s + 1,
        "deviation_of_formula": exact,
        "deviation_of_rounded_formula": rounded,
    }


def convolutional_neural_networks() -> dict[str, object]:
    """Convolutional Neural Networks: dense layers, and what stands at the end."""
    x = np.random.default_rng(0).normal(size=(5, 4)).astype(np.float32)
    dense = Dense(3, activation="relu")
    outputs = dense(x)
    kernel, bias = dense.get_weights()
    extremes = tf.constant([[-1000.0], [1000.0]])
    twenty = tf.nn.softmax(tf.random.stateless_normal([1, 20], seed=[3, 12]))
    return {
        "dense_deviation": np.abs(np.maximum(0, x @ kernel + bias) - outputs).max(),
        "options_of_a_convolution": attempt(
            lambda: [
                Conv2D(4, 3, strides=2, padding=padding, activation=activation)
                for padding in ("valid", "same")
                for activation in ("relu", None)
            ]
        ),
        "activation_without_choice": Dense(1).activation.__name__,
        "identity_range": Activation("linear")(extremes)[:, 0],
        "sigmoid_range": Activation("sigmoid")(extremes)[:, 0],
        "softmax_numbers": twenty.shape[-1],
        "softmax_sum": tf.reduce_sum(twenty),
        "right_without_dense_layer": _right_without_dense_layer(),
        "outputs_for_digits": exercise_3_02.build().output_shape[-1],
        "outputs_for_cats_and_dogs": exercise_3_03.build().output_shape[-1],
        "exercises_before_pooling_layers": sum(
            title.startswith("Exercise") for title in CONTENTS[: CONTENTS.index("Pooling Layers")]
        ),
    }


def _convolved(
    image: np.ndarray, kernel: np.ndarray, stride: int = 1, padding: int = 0
) -> np.ndarray:
    """Feature map (rows, columns) of a grey image, with ``padding`` layers of zeros around it."""
    padded = np.pad(image, padding).astype(np.float32)
    batch = padded[np.newaxis, ..., np.newaxis]
    filters = kernel[..., np.newaxis, np.newaxis].astype(np.float32)
    return tf.nn.conv2d(batch, filters, stride, "VALID")[0, ..., 0].numpy()


def _decoded(picture: Image.Image) -> tf.Tensor:
    """Pixels uint8 (height, width, channels) of a picture's PNG file."""
    file = io.BytesIO()
    picture.save(file, "PNG")
    return tf.image.decode_png(file.getvalue())


def _operations_of_scipy(image: np.ndarray, kernel: np.ndarray, result: float) -> list[str]:
    """Which of two operations on two matrices of one shape give ``result``, by SciPy's names."""
    operations = {"convolution": signal.convolve2d, "cross-correlation": signal.correlate2d}
    return [
        name
        for name, operation in operations.items()
        if operation(image, kernel, "valid").item() == result
    ]


def _share_of_square_kernels() -> float:
    """Of the convolutions of a published network that has others too: the share of square ones."""
    network = InceptionV3(weights=None, include_top=False, input_shape=(75, 75, 3))
    sizes = [layer.kernel_size for layer in network.layers if isinstance(layer, Conv2D)]
    return float(np.mean([height == width for height, width in sizes]))


def _right_without_dense_layer() -> float:
    """Share of images with one line whose direction a convolution tells by its mean answers."""
    convolution = Conv2D(2, 3, activation="relu", use_bias=False)
    model = keras.Sequential(
        [keras.Input((6, 6, 1)), convolution, GlobalAveragePooling2D(), Softmax()]
    )
    convolution.set_weights([np.stack([SOBEL, SOBEL.T], axis=-1)[:, :, np.newaxis]])
    upright = np.array([np.tile(np.arange(6) < place, (6, 1)) for place in range(1, 6)])
    images = np.concatenate([upright, upright.transpose(0, 2, 1)])[..., np.newaxis]
    found = model(images.astype(np.float32)).numpy().argmax(axis=1)
    return float(np.mean(found == np.repeat([0, 1], len(upright))))


def _windows(step: int) -> np.ndarray:
    """Which pixels of a 9 x 9 image a 3 x 3 filter sees: bool (rows, columns, 9, 9)."""
    impulses = np.eye(81, dtype=np.float32).reshape(81, 9, 9, 1)
    seen = tf.nn.conv2d(impulses, np.ones((3, 3, 1, 1), np.float32), step, "VALID")[..., 0]
    return np.moveaxis(seen.numpy() > 0, 0, -1).reshape(*seen.shape[1:], 9, 9)


def _extent(window: np.ndarray) -> tuple[int, int]:
    """Rows and columns of a window."""
    return int(window.any(axis=1).sum()), int(window.any(axis=0).sum())


def _deviations_of_formula() -> tuple[float, float]:
    """Largest deviation of Figure 3.10 from real output widths, as printed and rounded down."""
    exact, rounded = [], []
    for w in range(5, 12):
        for f, s, p in ((3, 1, 0), (3, 1, 1), (3, 2, 0), (3, 2, 1), (3, 3, 0), (5, 2, 1)):
            real = _convolved(np.zeros((w, w)), np.zeros((f, f)), s, p).shape[1]
            exact.append(abs((w + 2 * p - f) / s + 1 - real))
            rounded.append(abs((w + 2 * p - f) // s + 1 - real))
    return max(exact), float(max(rounded))
