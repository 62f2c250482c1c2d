"""Sections of Chapter 7: random data, dense layers, activation functions, real and fake samples.

Every public function is a section, and returns what its prose states, as observed.
"""

import importlib
import inspect
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from keras.layers import Activation, Dense

from reference import datasets
from reference.attempts import attempt
from reference.chapter7 import exercise_7_01, exercise_7_02, listings
from reference.chapter7.dcgan_training import kept_by_the_listing
from reference.chapter7.exercise_7_04 import generated_points, independent_real_points
from reference.contents import CHAPTERS
from reference.stages import stage
from reference.two_samples import energy_distance, permutation_p_value

SEQUENTIAL_LISTING = """\
from tensorflow.keras import Sequential
Genmodel = Sequential()
"""
GENERATORS = 10
NON_LINEAR = ("relu", "elu", "selu", "sigmoid")


def generating_real_data() -> dict[str, object]:
    """Process 1: the three functions of NumPy."""
    np.random.seed(7)
    numbers = np.random.normal(3, 2, 200_000)
    return {
        "mean": numbers.mean(),
        "standard_deviation": numbers.std(),
        "size": np.random.normal(3, 2, 17).size,
        "names_of_normal": attempt(lambda: np.random.normal(loc=3, scale=2, size=17)),
        "names_of_arange": attempt(
            lambda: np.arange(start=1, end=2, spacing=0.1)  # type: ignore[call-overload]
        ),
        "first_of_arange": np.arange(1, 4, 1)[0],
        "last_of_arange": np.arange(1, 4, 1)[-1],
        "from_1_by_tenths": np.arange(1, 1.25, 0.1),
        "sine_of_pi_sixth": np.sin(np.pi / 6),
    }


def sequential() -> dict[str, object]:
    """Sequential: the listing makes a network that layers are added to."""
    names: dict[str, object] = {}
    exec(SEQUENTIAL_LISTING, names)
    model = keras.Sequential()
    model.add(Dense(3))
    model.add(Dense(2))
    return {
        "listing": attempt(lambda: exec(SEQUENTIAL_LISTING, {})),
        "variable_of_the_model": [
            name for name, value in names.items() if isinstance(value, keras.Sequential)
        ],
        "tensorflow_Keras": attempt(lambda: importlib.import_module("tensorflow.Keras")),
        "layers_added": len(model.layers),
    }


def kernel_initializers() -> dict[str, object]:
    """Kernel Initializers: where the weights start, and where the biases do."""
    layer = Dense(32, kernel_initializer="he_uniform")
    layer.build((None, 10))
    started = [value.copy() for value in layer.get_weights()]
    model = keras.Sequential([layer])
    model.compile("sgd", "mse")
    model.train_on_batch(np.ones((4, 10)), np.ones((4, 32)))
    return {
        "initializer": type(layer.kernel_initializer).__name__,
        "initialized_by_it": [
            name
            for name, start in zip(("weights", "biases"), started, strict=True)
            if np.any(start != 0)
        ],
        "values_updated_by_training": [
            name
            for name, before, after in zip(
                ("weights", "biases"), started, layer.get_weights(), strict=True
            )
            if np.any(before != after)
        ],
    }


def dense_layers() -> dict[str, object]:
    """Dense Layers: dot(x, w) + b, and the order of the arguments."""
    layer = Dense(3, bias_initializer="ones")
    x = np.arange(8, dtype=np.float32).reshape(2, 4)
    y = layer(x).numpy()
    w, b = layer.get_weights()
    positional = Dense(3, "relu", "he_uniform")
    with_input = keras.Sequential([keras.Input((4,)), Dense(3), Dense(2)])
    return {
        "difference_from_dot_plus_b": abs(y - (x @ w + b)),
        "units_of_first_argument": Dense(3).units,
        "parameters_without_default": [
            name
            for name, parameter in inspect.signature(Dense).parameters.items()
            if parameter.default is parameter.empty
            and parameter.kind is parameter.POSITIONAL_OR_KEYWORD
        ],
        "initializer_given_third": type(positional.kernel_initializer).__name__,
        "input_dimension_given_fourth": attempt(lambda: Dense(3, "relu", "he_uniform", 4)),
        "deduced_inputs": with_input.layers[1].kernel.shape[0],
    }


def activation_functions() -> dict[str, object]:
    """Activation Functions: what each lets through, and where they are used."""
    x = tf.linspace(-4.0, 4.0, 81)
    negative, positive = x[x < 0], x[x > 0]
    together, apart = Dense(5, activation="elu"), keras.Sequential([Dense(5), Activation("elu")])
    ratios = keras.activations.linear(positive) / positive
    inputs = tf.random.stateless_normal([2000, 100], seed=[7, 0])
    together(inputs)
    apart(inputs)
    apart.set_weights(together.get_weights())
    return {
        "activation_after_dense_differs_by": abs(together(inputs) - apart(inputs)),
        "gaps_of_additivity": np.array(
            [_additivity_gap(getattr(keras.activations, name)) for name in NON_LINEAR]
        ),
        "relu": keras.activations.relu(x),
        "relu_of_negative": keras.activations.relu(negative),
        "elu_of_negative": keras.activations.elu(negative),
        "elu_less_relu_of_positive": abs(
            keras.activations.elu(positive) - keras.activations.relu(positive)
        ),
        "linear_over_input_less_its_mean": abs(ratios - tf.reduce_mean(ratios)),
        "sigmoid": keras.activations.sigmoid(x),
        "mean_and_deviation_with_default_weights": _through_selu(inputs),
        "change_of_deviation_in_the_exercise": np.array(
            [_change_in_the_exercise(seed) for seed in range(GENERATORS)]
        ),
        "functions_of_the_next_exercise": sorted(
            {layer.activation.__name__ for layer in exercise_7_02.build_generator().layers}
        ),
    }


def setting_the_stage() -> dict[str, object]:
    """Setting the Stage: the untrained generator's points against the real ones."""
    keras.utils.set_random_seed(0)
    generator = exercise_7_02.build_generator()
    real, others = independent_real_points(0), independent_real_points(1)
    points = generated_points(generator, 0)
    compiled = exercise_7_02.build_generator()
    compile_listing = attempt(
        lambda: compiled.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
    )
    return {
        "distance_of_generated": energy_distance(points, real),
        "distance_of_two_real_samples": energy_distance(others, real),
        "p_value_of_generated": permutation_p_value(points, real),
        "has_optimizer": getattr(generator, "optimizer", None) is not None,
        "compile_listing": compile_listing,
        "has_optimizer_once_compiled": compiled.optimizer is not None,
    }


def real_and_fake_samples() -> dict[str, object]:
    """Functions to Generate Real and Fake Samples: labels, sizes, and what Exercise 7.01 gives."""
    batch = 128
    X1, X2 = exercise_7_01.sine_wave(3.0, batch)
    features = np.concatenate((X1.reshape(batch, 1), X2.reshape(batch, 1)), axis=1)
    midpoints = np.random.default_rng(7).normal(3, 1, 10_000)
    noise = listings.defined_by(listings.POINTS)["fakeInputs"](20_000, 10)
    lengths = np.array([len(np.arange(loc, loc + (0.1 * 64), 0.1)) for loc in midpoints])
    return {
        "np_ones_as_printed": attempt(lambda: np.ones(batch, 1)),  # type: ignore[call-overload]
        "ones": np.ones((batch, 1)),
        "np_zeros": np.zeros((batch, 1)),
        "features": features,
        "reshaped_feature": X1.reshape(batch, 1),
        "series": len(X1),
        "each_side": [int(np.sum(X1 < 3.0)), int(np.sum(X1 > 3.0))],
        "share_of_midpoints_with_128_numbers": float(np.mean(lengths == batch // 2)),
        "genInput": np.random.randn(10 * batch).reshape(batch, 10),
        "noise_mean_and_deviation": [noise.mean(), noise.std()],
        "called_by_function_3": listings.functions_called(listings.POINTS, "fakedataGenerator"),
    }


def deep_convolutional_gans() -> dict[str, object]:
    """Deep Convolutional GANs: full connection, and where the book teaches convolution."""
    dense = Dense(3)
    impulses = dense(np.eye(4, dtype=np.float32)) - dense(np.zeros((1, 4), dtype=np.float32))
    return {
        "connections": int(np.count_nonzero(impulses)),
        "chapter_on_convolution": next(
            number for number, title in CHAPTERS.items() if "Convolutional" in title
        ),
    }


@stage(needs=("mnist",))
def handwritten_images() -> dict[str, object]:
    """Generating Handwritten Images: the data set and how a batch is drawn from it."""
    (X_train, y_train), (X_test, y_test) = datasets.load("mnist")
    X = X_train[:, :, :, np.newaxis]
    np.random.seed(7)
    rows = np.random.randint(0, X.shape[0], size=128)
    many = np.random.randint(0, X.shape[0], size=10_000_000)
    return {
        "X_train_shape": X_train.shape,
        "digits": np.unique(y_train),
        "kept": kept_by_the_listing(((X_train, y_train), (X_test, y_test))),
        "least_and_largest_row": [int(many.min()), int(many.max())],
        "parts": [len(part) for part in (X_train, y_train, X_test, y_test)],
        "rank_of_an_image": X_train[0].ndim,
        "with_channel": X.shape,
        "call_of_newaxis": attempt(lambda: np.newaxis()),  # type: ignore[misc]
        "imageBatch_shape": X[rows].shape,
        "returned_by_realData": listings.returned_by(listings.REAL_IMAGES, "realData"),
        "converse_2d_transpose": attempt(lambda: keras.layers.Converse2Dtranspose),
    }


def _additivity_gap(function: Any) -> Any:
    """How far f(2) + f(-1) is from f(1): 0 for a linear function."""
    of = [function(tf.constant(value)) for value in (2.0, -1.0, 1.0)]
    return abs(of[0] + of[1] - of[2])


def _through_selu(inputs: tf.Tensor) -> list[float]:
    """Mean and deviation after six SELU layers of as many units, of inputs with 0 and 1."""
    keras.utils.set_random_seed(0)
    for _ in range(6):
        inputs = Dense(inputs.shape[1], activation="selu")(inputs)
    return [float(tf.reduce_mean(inputs)), float(tf.math.reduce_std(inputs))]


def _change_in_the_exercise(seed: int) -> float:
    """How far the deviation after Exercise 7.02's first SELU layer, over that before, is from 1."""
    keras.utils.set_random_seed(seed)
    after = tf.random.stateless_normal([2000, exercise_7_02.FEATURES], seed=[seed, 0])
    for layer in exercise_7_02.build_generator().layers:
        before, after = after, layer(after)
        if layer.activation is keras.activations.selu:
            break
    return abs(float(tf.math.reduce_std(after) / tf.math.reduce_std(before)) - 1)
