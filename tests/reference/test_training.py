"""The compiled loops learn what the plain ways learn."""

import keras
import numpy as np
import pytest
import tensorflow as tf

from harness.bench.workloads.peers import minimize_eagerly
from reference.training import Validation, fit, minimize, steps_per_epoch

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
    found = fit(ours, x, y, epochs=4, batch_size=batch_size, seed=None)
    history = theirs.fit(x, y, epochs=4, batch_size=batch_size, shuffle=False, verbose=0).history
    np.testing.assert_allclose(found.loss, history["loss"], rtol=1e-5)
    np.testing.assert_allclose(found.accuracy, history["accuracy"], rtol=1e-6)
    for mine, other in zip(ours.get_weights(), theirs.get_weights(), strict=True):
        np.testing.assert_allclose(mine, other, rtol=1e-4, atol=1e-6)


def test_fit_shuffles_by_its_seed_alone() -> None:
    x, y = _problem(2)
    losses = [fit(_model(2), x, y, epochs=2, seed=seed).loss for seed in (0, 0, 1)]
    np.testing.assert_array_equal(losses[0], losses[1])
    assert losses[0][1] != losses[2][1]


def test_pixels_are_bytes_until_their_batch_lies_between_0_and_1() -> None:
    pixels = np.random.default_rng(0).integers(256, size=(ROWS, FEATURES), dtype=np.uint8)
    _, y = _problem(2)
    as_bytes, as_shares = (
        fit(_model(2), x, y, epochs=2, validation=Validation(x, y))
        for x in (pixels, pixels / np.float32(255))
    )
    np.testing.assert_allclose(as_bytes.loss, as_shares.loss, rtol=1e-6)
    np.testing.assert_allclose(as_bytes.val_loss, as_shares.val_loss, rtol=1e-6)


def _regression() -> keras.Model:
    keras.utils.set_random_seed(1)
    layers = [keras.Input((FEATURES,)), keras.layers.Dense(5, "tanh"), keras.layers.Dense(1)]
    model = keras.Sequential(layers)
    model.compile("adam", keras.losses.MeanSquaredError())
    return model


@pytest.mark.parametrize("jit_compile", [False, True])
def test_fit_of_a_regression_judges_the_validation_rows_as_keras_fit_does(
    jit_compile: bool,
) -> None:
    x = np.random.default_rng(0).normal(size=(300, FEATURES)).astype(np.float32)
    y, held = x[:, :1] - x[:, 1:2], 230  # not a whole number of validation batches
    ours, theirs = _regression(), _regression()
    found = fit(
        ours,
        x[held:],
        y[held:],
        epochs=3,
        batch_size=1,
        seed=None,
        validation=Validation(x[:held], y[:held]),
        jit_compile=jit_compile,
    )
    history = theirs.fit(
        x[held:],
        y[held:],
        epochs=3,
        batch_size=1,
        shuffle=False,
        verbose=0,
        validation_data=(x[:held], y[:held]),
    ).history
    np.testing.assert_allclose(found.loss, history["loss"], rtol=1e-4)
    np.testing.assert_allclose(found.val_loss, history["val_loss"], rtol=1e-4)


def test_fit_compiled_by_xla_needs_no_validation_rows() -> None:
    x, y = _problem(2)
    by_xla, plain = (
        fit(_model(2), x, y, epochs=2, jit_compile=jit_compile) for jit_compile in (True, False)
    )
    np.testing.assert_allclose(by_xla.loss, plain.loss, rtol=1e-5)
    assert by_xla.val_loss.size == 0


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


@pytest.mark.parametrize("classes", [2, 4])
def test_validation_is_what_keras_finds_after_each_epoch(classes: int) -> None:
    x, y = _problem(classes)
    held_out = (np.tile(x, (4, 1)) + 1, np.concatenate([y] * 4))
    ours, theirs = _model(classes), _model(classes)
    found = fit(ours, x, y, epochs=3, seed=None, validation=Validation(*held_out))
    history = theirs.fit(x, y, epochs=3, shuffle=False, verbose=0, validation_data=held_out).history
    for name in ("loss", "accuracy", "val_loss", "val_accuracy"):
        np.testing.assert_allclose(getattr(found, name), history[name], rtol=1e-5)


def test_validation_leaves_the_training_as_it_is() -> None:
    x, y = _problem(4)
    alone, judged = _model(4), _model(4)
    without = fit(alone, x, y, epochs=2)
    found = fit(judged, x, y, epochs=2, validation=Validation(x, y))
    np.testing.assert_array_equal(found.loss, without.loss)
    assert without.val_loss.shape == (0,)


def test_what_a_model_sees_is_augmented_in_training_and_validation_apart() -> None:
    x, y = _problem(4)
    mirrored, plain = _model(4), _model(4)

    def mirror(batch: tf.Tensor, seed: tf.Tensor) -> tf.Tensor:
        return -batch

    found = fit(
        mirrored,
        -x,
        y,
        epochs=2,
        augment=mirror,
        validation=Validation(x, y),
    )
    expected = fit(plain, x, y, epochs=2, validation=Validation(-x, y, mirror))
    for ours, theirs in zip(found, expected, strict=True):
        np.testing.assert_array_equal(ours, theirs)


def test_every_batch_of_every_epoch_has_its_own_seed() -> None:
    x, y = _problem(4)
    model = _model(4)
    seen = tf.Variable(tf.zeros([0, 2], tf.int32), shape=[None, 2])

    def note(batch: tf.Tensor, seed: tf.Tensor) -> tf.Tensor:
        seen.assign(tf.concat([seen, seed[tf.newaxis]], axis=0))
        return batch

    fit(
        model,
        x,
        y,
        epochs=3,
        batch_size=16,
        seed=5,
        augment=note,
        validation=Validation(np.tile(x, (3, 1)), np.tile(y, 3), note),
    )
    seeds = seen.numpy()
    assert len(seeds) == 3 * (5 + 3)
    assert len(np.unique(seeds, axis=0)) == len(seeds)
    assert set(seeds[:, 0]) == {5}


@pytest.mark.parametrize(
    ("features", "labels", "problem"),
    [
        (np.zeros((6, 4)), np.zeros(6), r"features of shape \(6, 4\) do not fit .* \(3,\)"),
        (np.zeros((6, 3, 1)), np.zeros(6), "features of shape"),
        (np.array([["a", "b", "c"]] * 6), np.zeros(6), "features of dtype <U1 are no numbers"),
        (np.zeros((6, 3)), np.array([None] * 6), "labels of dtype object are no numbers"),
        (np.zeros((6, 3)), np.zeros((6, 1)), r"labels of shape \(6, 1\) .* \(6,\) is needed"),
        (np.zeros((6, 3)), np.zeros(5), r"labels of shape \(5,\)"),
    ],
)
def test_arrays_that_do_not_fit_the_model_are_refused_in_one_line(
    features: np.ndarray, labels: np.ndarray, problem: str
) -> None:
    model = _model(4)
    with pytest.raises(ValueError, match=problem) as caught:
        fit(model, features, labels, epochs=1)
    assert "\n" not in str(caught.value)


def test_the_steps_of_an_epoch_are_its_full_batches_and_there_must_be_one() -> None:
    assert steps_per_epoch(1000, 16) == 62
    with pytest.raises(ValueError, match="a batch of 16 is larger than the data, 15 rows"):
        steps_per_epoch(15, 16)
