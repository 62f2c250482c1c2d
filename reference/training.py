"""Training loops compiled once, not driven from Python one step at a time."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import keras
import numpy as np
import tensorflow as tf

VALIDATION_BATCH = 100

Augment = Callable[[tf.Tensor, tf.Tensor], tf.Tensor]
"""Another version of a batch ``(n, ...)``, of the same shape, by a seed of shape ``(2,)``."""


def unchanged(batch: tf.Tensor, seed: tf.Tensor) -> tf.Tensor:
    """The batch itself: no augmentation."""
    return batch


class Validation(NamedTuple):
    """Rows on which a model is judged after each epoch, each time augmented anew."""

    features: np.ndarray
    labels: np.ndarray
    augment: Augment = unchanged


class History(NamedTuple):
    """Loss and accuracy of each epoch, shape ``(epochs,)``, as ``model.fit`` reports them.

    Each is the mean over the epoch's examples, every batch judged before its own update. Those of
    the validation, with the prefix ``val_``, come after the epoch; empty where there was none.
    """

    loss: np.ndarray
    accuracy: np.ndarray
    val_loss: np.ndarray = np.empty(0)
    val_accuracy: np.ndarray = np.empty(0)

    def of_epochs(self, *epochs: int) -> dict[str, float]:
        """Results of these epochs, counted from 1, by names such as ``val_loss_epoch_5``.

        An epoch that a shorter training did not reach has none.
        """
        return {
            f"{name}_epoch_{epoch}": float(values[epoch - 1])
            for name, values in zip(self._fields, self, strict=True)
            for epoch in epochs
            if epoch <= len(values)
        }


def minimize(
    loss: Callable[[], tf.Tensor],
    variables: Sequence[tf.Variable],
    optimizer: keras.optimizers.Optimizer,
    steps: int,
) -> None:
    """Take ``steps`` full-batch optimizer steps on ``loss()``, in one compiled loop.

    Updates ``variables`` in place; the numbers are those of the same loop run eagerly.
    """
    optimizer.build(variables)

    @tf.function
    def loop() -> None:
        for _ in tf.range(steps):
            with tf.GradientTape() as tape:
                value = loss()
            optimizer.apply(tape.gradient(value, variables), variables)

    with _unrewritten():
        loop.get_concrete_function()()


@contextmanager
def _unrewritten() -> Iterator[None]:
    """Keep TensorFlow from rewriting the graph: its arithmetic would round otherwise than eager."""
    options = tf.config.optimizer
    options.set_experimental_options({"disable_meta_optimizer": True})
    try:
        yield
    finally:
        options.set_experimental_options({"disable_meta_optimizer": False})


def fit(
    model: keras.Model,
    features: np.ndarray,
    labels: np.ndarray,
    *,
    epochs: int,
    batch_size: int = 32,
    seed: int | None = 0,
    jit_compile: bool = False,
    augment: Augment = unchanged,
    validation: Validation | None = None,
) -> History:
    """Train a built ``model``, compiled with a Loss, as its own ``fit`` does, in one compiled loop.

    ``features`` has shape ``(n, ...)``, ``labels`` ``(n,)`` for class numbers or ``(n, 1)`` for a
    sigmoid; ``ValueError`` where they do not fit the model. Rows are shuffled anew each epoch from
    ``seed`` (None: kept in order); the last batch of an epoch holds what is left. Pixels (uint8)
    stay bytes until their batch is made, then lie in [0, 1], as the book's generators rescale them.
    Each batch goes through ``augment`` first. Updates the model in place.
    """
    loop = training_loop(
        model,
        (features, labels),
        batch_size=batch_size,
        jit_compile=jit_compile,
        augment=augment,
        validation=validation,
    )
    return loop(row_orders(len(features), epochs, seed), seed or 0)


def training_loop(
    model: keras.Model,
    trained_on: tuple[np.ndarray, np.ndarray],
    *,
    batch_size: int,
    jit_compile: bool,
    augment: Augment,
    validation: Validation | None,
) -> Callable[[np.ndarray, int], History]:
    """The training as a function of the rows' orders, shape (epochs, n), and augment's seed.

    Called again, it goes on from what the model has learned. Arguments and errors are ``fit``'s.
    """
    features, labels = trained_on
    _require_fitting(model, features, labels)
    judged = validation or Validation(features[:0], labels[:0])
    _require_fitting(model, judged.features, judged.labels)
    optimizer, loss = model.optimizer, model.loss
    optimizer.build(model.trainable_variables)
    x, y = _on_device(features), tf.constant(labels, tf.float32)
    rows = len(features)
    steps = -(-rows // batch_size)
    validate = _judge(model, judged)

    def step(batch: tf.Tensor, seed: tf.Tensor) -> tf.Tensor:
        """One update with these rows; see ``update``."""
        return update(augment(_inputs(x, batch), seed), tf.gather(y, batch))

    @tf.function(jit_compile=jit_compile)
    def update(inputs: tf.Tensor, truth: tf.Tensor) -> tf.Tensor:
        """The batch's summed loss and its number of right answers before its update, shape (2,)."""
        with tf.GradientTape() as tape:
            predicted = tf.cast(model(inputs, training=True), tf.float32)
            value = loss(truth, predicted)
            scaled = optimizer.scale_loss(value)
        variables = model.trainable_variables
        optimizer.apply(tape.gradient(scaled, variables), variables)
        return _totals(value, truth, predicted)

    # XLA knows no operation that moves images: around augmentations it compiles the update alone.
    moves_images = augment is not unchanged or judged.augment is not unchanged

    @tf.function(jit_compile=jit_compile and not moves_images)
    def loop(orders: tf.Tensor, seed: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        """Mean loss and accuracy of each epoch, shape (epochs, 2), and those of the validation."""
        epochs = orders.shape[0]
        trained, validated = tf.zeros([epochs, 2]), tf.zeros([epochs, 2])
        for epoch in tf.range(epochs):
            order = orders[epoch]
            total = tf.zeros([2])
            if rows >= batch_size:
                for number in tf.range(rows // batch_size):
                    batch = tf.slice(order, [number * batch_size], [batch_size])
                    total += step(batch, tf.stack([seed, epoch * steps + number]))
            if rows % batch_size:
                number = tf.constant(steps - 1)
                batch = order[number * batch_size :]
                total += step(batch, tf.stack([seed, epoch * steps + number]))
            judgement = validate(epoch, seed)
            trained = tf.tensor_scatter_nd_update(trained, [[epoch]], [total / rows])
            validated = tf.tensor_scatter_nd_update(validated, [[epoch]], [judgement])
        return trained, validated

    def run(orders: np.ndarray, seed: int) -> History:
        trained, validated = loop(tf.constant(orders), tf.constant(seed))
        return History(*trained.numpy().T, *(validated.numpy().T if validation else ()))

    return run


def _judge(model: keras.Model, judged: Validation) -> Callable[[tf.Tensor, tf.Tensor], tf.Tensor]:
    """A function of the epoch and a seed: mean loss and accuracy on ``judged``, shape (2,)."""
    rows = len(judged.features)
    x, y = _on_device(judged.features), tf.constant(judged.labels, tf.float32)
    full = rows - rows % VALIDATION_BATCH

    def judge(start: tf.Tensor, size: int, epoch: tf.Tensor, seed: tf.Tensor) -> tf.Tensor:
        """The totals of ``size`` rows: a number known beforehand, or XLA would read past them."""
        batch = start + tf.range(size)
        truth = tf.gather(y, batch)
        inputs = judged.augment(_inputs(x, batch), tf.stack([seed, -1 - epoch * rows - start]))
        predicted = tf.cast(model(inputs, training=False), tf.float32)
        return _totals(model.loss(truth, predicted), truth, predicted)

    def validate(epoch: tf.Tensor, seed: tf.Tensor) -> tf.Tensor:
        total = tf.zeros([2])
        if full:
            for start in tf.range(0, full, VALIDATION_BATCH):
                total += judge(start, VALIDATION_BATCH, epoch, seed)
        if rows > full:
            total += judge(tf.constant(full), rows - full, epoch, seed)
        return total / max(rows, 1)

    return tf.function(validate)


def _on_device(features: np.ndarray) -> tf.Tensor:
    """All rows, in four bytes a value, or in the one that a pixel has."""
    return tf.constant(features, None if features.dtype == np.uint8 else tf.float32)


def _inputs(x: tf.Tensor, batch: tf.Tensor) -> tf.Tensor:
    """These rows as float32, pixels from 0 to 1."""
    rows = tf.gather(x, batch)
    return tf.cast(rows, tf.float32) / 255 if rows.dtype == tf.uint8 else rows


def steps_per_epoch(rows: int, batch_size: int) -> int:
    """Full batches in ``rows``, as the book counts the steps of an epoch; ``ValueError`` for 0."""
    if batch_size > rows:
        raise ValueError(f"a batch of {batch_size} is larger than the data, {rows} rows: no step")
    return rows // batch_size


def _require_fitting(model: keras.Model, features: np.ndarray, labels: np.ndarray) -> None:
    """One line, as ``ValueError``, for arrays that ``model`` cannot be trained on."""
    if not isinstance(model.loss, keras.losses.Loss):
        raise ValueError(f"the model is compiled with {model.loss!r}: give it a keras.losses.Loss")
    for name, array in (("features", features), ("labels", labels)):
        if np.asarray(array).dtype.kind not in "biuf":
            raise ValueError(f"{name} of dtype {np.asarray(array).dtype} are no numbers")
    expected, found = tuple(model.input_shape[1:]), np.shape(features)
    if found[1:] != expected or not found:
        raise ValueError(f"features of shape {found} do not fit a model of rows {expected}")
    one = model.output_shape[-1] == 1
    right = (found[0], 1) if one else (found[0],)
    if np.shape(labels) != right:
        raise ValueError(f"labels of shape {np.shape(labels)} do not fit: {right} is needed")


def _totals(loss: tf.Tensor, truth: tf.Tensor, predicted: tf.Tensor) -> tf.Tensor:
    """Summed loss and number of right answers of a batch with this mean loss, shape (2,)."""
    size = tf.cast(tf.shape(truth)[0], tf.float32)
    return tf.stack([loss * size, tf.reduce_sum(_right(truth, predicted))])


def row_orders(rows: int, epochs: int, seed: int | None) -> np.ndarray:
    """Row numbers of each epoch in their order, shape ``(epochs, rows)``."""
    orders = np.tile(np.arange(rows, dtype=np.int32), (epochs, 1))
    return orders if seed is None else np.random.default_rng(seed).permuted(orders, axis=1)


def _right(truth: tf.Tensor, predicted: tf.Tensor) -> tf.Tensor:
    """1 for each right answer, else 0: a sigmoid above one half, the greatest of several."""
    if predicted.shape[-1] == 1:
        return tf.cast(tf.equal(tf.cast(predicted > 0.5, tf.float32), truth), tf.float32)
    answer = tf.cast(tf.argmax(predicted, axis=-1), tf.float32)
    return tf.cast(tf.equal(answer, truth), tf.float32)
