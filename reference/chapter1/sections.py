"""Sections of Chapter 1: packages of the demo, networks, tensors, variables, functions.

Every public function is a section, and returns what its prose states, as observed.
"""

import ast
import io
import struct
import sys
import tokenize
from collections.abc import Callable

import keras
import numpy as np
import tensorflow as tf
from sklearn.neural_network import MLPClassifier, MLPRegressor

from reference.attempts import attempt
from reference.chapter1.exercise_1_01 import IMPORTS

# Figure 1.10: three blocks, of two rows each.
FIGURE_1_10 = [[[1, 1, 1], [1, 1, 1]], [[1, 1, 1], [1, 1, 1]], [[1, 1, 1], [1, 1, 1]]]

MYFUNC = """\
def myfunc(x, y, c):
    Z = x**2 * y + y + c
    return Z
"""


def prerequisites() -> dict[str, object]:
    """Prerequisite Packages for the Demo: those that its steps 2 and 16 import from."""
    modules = (*IMPORTS, "gtts", "os")
    packages = {module.partition(".")[0] for module in modules} - sys.stdlib_module_names
    return {"packages_imported": sorted(packages)}


def multi_layer_perceptron() -> dict[str, object]:
    """The Multi-Layer Perceptron: its connections, and two kinds of problem that it solves."""
    flower = (5.1, 3.5, 1.4, 0.2)
    hidden, output = keras.layers.Dense(5), keras.layers.Dense(3)
    to_hidden, to_output = _connections(hidden, (4,)), _connections(output, (5,))
    output(hidden(tf.constant([flower])))
    numbers = np.linspace(-1, 1, 21)[:, np.newaxis]
    squares = numbers[:, 0] ** 2
    perceptron = {
        "hidden_layer_sizes": (20,),
        "learning_rate_init": 0.1,
        "max_iter": 1000,
        "random_state": 0,
    }
    classifier = MLPClassifier(**perceptron).fit(numbers, squares < 0.5)
    return {
        "input_neurons": hidden.kernel.shape[0],
        "layers_of_one_hidden": classifier.n_layers_,
        "unconnected_to_hidden": int(np.sum(~to_hidden)),
        "unconnected_to_output": int(np.sum(~to_output)),
        "classification_and_regression": [
            classifier.score(numbers, squares < 0.5),
            MLPRegressor(**perceptron).fit(numbers, squares).score(numbers, squares),
        ],
    }


def convolutional_neural_networks() -> dict[str, object]:
    """Convolutional Neural Networks: sixteen neurons that read an image of 6 x 6 pixels."""
    first, second = keras.layers.Conv2D(1, 3), keras.layers.Conv2D(1, 3)
    convolution = _connections(first, (6, 6, 1))
    stacked = _connections(lambda image: second(first(image)), (6, 6, 1))
    dense = _connections(keras.layers.Dense(16), (36,))
    return {
        "connections_of_convolution": int(convolution.sum()),
        "connections_of_dense": int(dense.sum()),
        "sides_of_patches": _sides_of_patches(convolution),
        "patch_of_first_layer": _sides_of_patches(convolution).max(),
        "patch_of_second_layer": _sides_of_patches(stacked).max(),
    }


def tensors() -> dict[str, object]:
    """Tensors: rank and shape, from the scalar to Figure 1.10."""
    scalar, vector = tf.constant(12), tf.constant([10, 11, 12, 13])
    matrix, cube = tf.constant([[10, 11], [12, 13]]), tf.zeros([2, 3, 5])
    elements = {"constant": scalar, "variable": tf.Variable(12), "result": scalar + 1}
    picture = tf.image.encode_png(tf.cast(cube[..., :1], tf.uint8)).numpy()
    columns, rows = struct.unpack(">II", picture[16:24])  # a PNG file's header: width, height
    image = tf.image.decode_png(picture)
    names = {columns: "width", rows: "height", 1: "channels"}
    convolution = keras.layers.Conv2D(1, 1)
    convolution(cube[tf.newaxis])
    figure = np.shape(FIGURE_1_10)
    return {
        "elements_that_are_tensors": [name for name in elements if tf.is_tensor(elements[name])],
        "rank_less_number_of_dimensions": [
            int(tf.rank(tensor)) - len(tensor.shape) for tensor in (scalar, vector, matrix, cube)
        ],
        "scalar_rank": tf.rank(scalar),
        "bracketed_scalar_rank": tf.rank([12]),
        "scalar_magnitude": tf.abs(scalar),
        "vector_rank": tf.rank(vector),
        "matrix_rank": tf.rank(matrix),
        "matrix": matrix,
        "image_rank": tf.rank(image),
        "dimensions_of_an_image": [names[size] for size in image.shape],
        "figure_1_10_layout": dict(zip(("channels", "rows", "columns"), figure, strict=True)),
        "figure_1_10_rank": tf.rank(FIGURE_1_10),
        "elements_in_each_dimension": tf.shape(cube),
        "number_of_dimensions": len(cube.shape),
        "image_layout": {"rows": rows, "columns": columns, "channels": convolution.kernel.shape[2]},
        "rank_of_2_3_5": tf.rank(cube),
    }


def constants() -> dict[str, object]:
    """Constants: created in several ways, never changed."""
    a, s = tf.constant(10), tf.constant("Hello")
    same = [a, tf.convert_to_tensor(10), tf.fill([], 10)]
    return {
        "a": a,
        "constants_of_10": sum(int(tf.is_tensor(way)) for way in same if way == 10),
        "assign": attempt(lambda: a.assign(11)),
        "s": s,
        "s_dtype": s.dtype.name,
    }


def variables() -> dict[str, object]:
    """Variables: another value of the same shape and type, at any time."""
    b, reassigned = tf.Variable(20), tf.Variable(20)
    reassigned.assign(21)
    held = [tf.Variable(value) for value in (20, [20, 21], [[[20, 21], [22, 23]]])]
    same = [b, tf.Variable(tf.constant(20)), tf.Variable(lambda: 20)]
    return {
        "b": b,
        "variables_of_20": sum(int(way == 20) for way in same),
        "b_reassigned": reassigned,
        "lower_case_variable": attempt(lambda: tf.variable(20)),
        "upper_case_constant": attempt(lambda: tf.Constant(20)),
        "ranks_held": [int(tf.rank(variable)) for variable in held],
        "variable_of_a_dict": attempt(lambda: tf.Variable({"b": 20})),
        "C": tf.Variable(np.arange(1, 10, dtype=np.int32).reshape(3, 3)),
    }


def functions() -> dict[str, object]:
    """Defining Functions in TensorFlow: what the pieces of a definition are."""
    namespace: dict[str, object] = {}
    exec(MYFUNC, namespace)
    definition = ast.parse(MYFUNC).body[0]
    assert isinstance(definition, ast.FunctionDef)
    tokens = tokenize.generate_tokens(io.StringIO(MYFUNC).readline)
    return {
        "result": eval("myfunc(3, 4, 2)", namespace),
        "kind_of_def": next(tokenize.tok_name[token.type] for token in tokens),
        "name_and_arguments": [definition.name, *(a.arg for a in definition.args.args)],
        "statements": [type(statement).__name__ for statement in definition.body],
    }


def _connections(layer: Callable[[np.ndarray], tf.Tensor], shape: tuple[int, ...]) -> np.ndarray:
    """Which input neuron reaches which output neuron: bool (inputs, outputs).

    One input neuron after the other is raised; the outputs that then differ from those of a
    silent input, by more than rounding, are connected to it.
    """
    inputs = int(np.prod(shape))
    impulses = np.eye(inputs, dtype=np.float32).reshape(inputs, *shape)
    silent = layer(np.zeros((1, *shape), dtype=np.float32)).numpy()
    connected: np.ndarray = abs(layer(impulses).numpy() - silent) > 1e-6
    return connected.reshape(inputs, -1)


def _sides_of_patches(connected: np.ndarray) -> np.ndarray:
    """Height and width of what each neuron sees of an image of 6 x 6 pixels: (neurons, 2)."""
    seen = [np.argwhere(neuron.reshape(6, 6)) for neuron in connected.T]
    return np.array([np.ptp(pixels, axis=0) + 1 for pixels in seen])
