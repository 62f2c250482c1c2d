"""The Vanishing Gradient Problem: in depth, over time, and its opposite."""

import keras
import numpy as np
import tensorflow as tf

from reference.chapter6.cells import gradient_reach
from reference.chapter6.reviews import load_reviews
from reference.stages import stage

LAYERS, STEPS = 20, 100


def gradients_by_layer() -> list[float]:
    """Norm of each kernel's gradient in a network of sigmoid layers, from the input on."""
    generator = np.random.default_rng(0)
    hidden = [keras.layers.Dense(32, activation="sigmoid") for _ in range(LAYERS)]
    model = keras.Sequential([*hidden, keras.layers.Dense(1)])
    x = tf.constant(generator.normal(size=(16, 8)).astype(np.float32))
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(model(x)))
    kernels = [layer.kernel for layer in model.layers]
    return [float(tf.norm(gradient)) for gradient in tape.gradient(loss, kernels)]


def largest_gradient(recurrent_weight: float) -> float:
    """Largest gradient of the last output in any input, for a linear RNN of one unit."""
    layer = keras.layers.SimpleRNN(
        1,
        activation="linear",
        kernel_initializer="ones",
        recurrent_initializer=keras.initializers.Constant(recurrent_weight),
    )
    x = tf.ones([1, STEPS, 1])
    with tf.GradientTape() as tape:
        tape.watch(x)
        output = layer(x)
    return float(tf.reduce_max(tape.gradient(output, x)))


def clipped(gradients: list[float], cap: float) -> np.ndarray:
    """The step that plain gradient descent at rate 1 takes with each value capped."""
    variable = tf.Variable(tf.zeros([len(gradients)]))
    keras.optimizers.SGD(1.0, clipvalue=cap).apply([tf.constant(gradients)], [variable])
    return -variable.numpy()


def run() -> dict[str, object]:
    gradients = gradients_by_layer()
    return {
        "first_over_last_hidden_layer": gradients[0] / gradients[LAYERS - 1],
        "reach_over_100_steps": gradient_reach(keras.layers.SimpleRNN(32), STEPS),
        "exploded_gradient": str(largest_gradient(recurrent_weight=3.0)),
        "clipped_gradients": clipped([-3.0, 0.25, 1e6], cap=0.5),
    }


@stage(needs=("imdb",))
def data() -> dict[str, object]:
    training, _ = load_reviews()
    return {"share_of_100_steps": float(np.mean(training.lengths >= STEPS))}
