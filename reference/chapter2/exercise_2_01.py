"""Exercise 2.01: a perceptron that nobody has trained yet answers 0.5 to everything."""

import numpy as np
import tensorflow as tf

from reference.attempts import attempt


def zero_parameters(features: int, neurons: int) -> tuple[tf.Variable, tf.Variable]:
    """Weights ``(features, neurons)`` and bias ``(neurons, 1)``, both zero (steps 5 and 6)."""
    W = tf.Variable(tf.zeros([features, neurons]), dtype=tf.float32)
    B = tf.Variable(tf.zeros([neurons, 1]), dtype=tf.float32)
    return W, B


def perceptron(X: tf.Tensor, W: tf.Tensor, B: tf.Tensor) -> tf.Tensor:
    """Net input of each row of ``X``, squashed by the sigmoid (step 7)."""
    return tf.sigmoid(tf.add(tf.matmul(X, W), B))


def printed(value: object) -> str:
    """What ``print`` writes, without the spaces and line ends that a page may move."""
    return "".join(str(value).split())


def run() -> dict[str, object]:
    X = tf.Variable([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], dtype=tf.float32)
    y_vector = tf.Variable([0, 1, 1, 1], dtype=tf.float32)
    y = tf.reshape(y_vector, [4, 1])
    NUM_FEATURES = X.shape[1]
    OUTPUT_SIZE = 1
    W, B = zero_parameters(NUM_FEATURES, OUTPUT_SIZE)
    output = perceptron(X, W, B)

    answers = output.numpy()
    truth = np.logical_or(X.numpy()[:, :1], X.numpy()[:, 1:])
    W_ten, B_ten = zero_parameters(NUM_FEATURES, 10)
    return {
        "X": X,
        "X_print": printed(X),
        "X_size": int(tf.size(X)),
        "y_vector": y_vector,
        "y": y,
        "y_print": printed(y),
        "rows_unlike_or": int(np.sum(y.numpy() != truth)),
        "NUM_FEATURES": NUM_FEATURES,
        "OUTPUT_SIZE": OUTPUT_SIZE,
        "W": W,
        "W_print": printed(W),
        "B": B,
        "B_print": printed(B),
        "B_rows": B.shape[0],
        "W_ten": W_ten,
        "biases_of_ten": int(tf.size(B_ten)),
        "ten_neurons": attempt(lambda: perceptron(X, W_ten, B_ten)),
        "output": output,
        "output_print": printed(output),
        # 0.5 is a tie: tf.round, which later exercises use, takes it for 0, a threshold for 1.
        "accuracies": [
            float(np.mean(classes == y.numpy())) for classes in (np.round(answers), answers >= 0.5)
        ],
        "lower_case_x": attempt(lambda: eval("x.shape[1]", {"X": X})),
    }
