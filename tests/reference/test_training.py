"""The compiled loops learn what the plain ways learn."""

import keras
import numpy as np
import pytest
import tensorflow as tf

from benchmarks.peers import minimize_eagerly
from reference.training import fit, minimize

ROWS, FEATURES = 70, 3


def _problem(classes: int) -> tuple[np.ndarray, np.ndarray]:
    generator = np.random.default_rng(0)
    x = generator.normal(size=(ROWS, FEATURES)).astype(np.float32)
    labels = generator.integers(classes, size=ROWS)
    return x, labels[:, np.newaxis] if classes == 2 else labels


def _model(classes: int) -> keras.Model:
    keras.utils.set_random_seed(1)
    units, activation = (1, "sigmoid") if classes == 2 else (classes, "softmax")
    model = keras.Sequential(
        [
            keras.Input((FEATURES,)),
            keras.layers.Dense(5, activation="relu"),
            keras.layers.Dense(units, activation=activation),
        ]
    )
    binary, sparse = keras.losses.BinaryCrossentropy(), keras.losses.SparseCategoricalCrossentropy()
    model.compile("adam", binary if classes == 2 else sparse, metrics=["accuracy"])
    return model


@pytest.mark.parametrize("classes", [2, 4])
@pytest.mark.parametrize("batch_size", [16, 35, 100])
def test_fit_without_shuffling_is_keras_fit(classes: int, batch_size: int) -> None:
    x, y = _problem(classes)
    ours, theirs = _model(classes), _model(classes)
    found = fit(ours, x, y, loss=ours.loss, epochs=4, batch_size=batch_size, seed=None)
    history = theirs.fit(x, y, epochs=4, batch_size=batch_size, shuffle=False, verbose=0).history
    np.testing.assert_allclose(found.loss, history["loss"], rtol=1e-5)
    np.testing.assert_allclose(found.accuracy, history["accuracy"], rtol=1e-6)
    for mine, other in zip(ours.get_weights(), theirs.get_weights(), strict=True):
        np.testing.assert_allclose(mine, other, rtol=1e-4, atol=1e-6)


def test_fit_shuffles_by_its_seed_alone() -> None:
    x, y = _problem(2)
    losses = [
        fit(_model(2), x, y, loss=keras.losses.BinaryCrossentropy(), epochs=2, seed=seed).loss
        for seed in (0, 0, 1)
    ]
    np.testing.assert_array_equal(losses[0], losses[1])
    assert losses[0][1] != losses[2][1]


@pytest.mark.parametrize("name", ["SGD", "Adam"])
def test_minimize_gives_the_numbers_of_the_eager_loop(name: str) -> None:
    x, y = _problem(2)
    labels = tf.constant(y, tf.float32)
    trained = []
    for loop in (minimize, minimize_eagerly):
        w, b = tf.Variable(tf.zeros([FEATURES, 1])), tf.Variable(tf.zeros([1]))

        def loss(w: tf.Variable = w, b: tf.Variable = b) -> tf.Tensor:
            logits = tf.matmul(x, w) + b
            return tf.nn.sigmoid_cross_entropy_with_logits(labels=labels, logits=logits)

        loop(loss, [w, b], getattr(keras.optimizers, name)(0.01), 50)
        trained.append(np.concatenate([w.numpy().ravel(), b.numpy()]))
    np.testing.assert_array_equal(*trained)
