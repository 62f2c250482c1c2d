"""The Embedding Layer: a table of vectors that is looked up, and learned."""

import inspect
from functools import partial

import keras
import numpy as np
import tensorflow as tf
from keras.layers import Dense, Embedding, Flatten, Reshape

from reference.attempts import attempt
from reference.chapter6.sentiment import UNITS, VOCAB_SIZE

WORDS, DIMENSION = 50, 4
REVIEW = np.array([[3, 5, 3]])


def rows_changed(layer: keras.Layer) -> list[int]:
    """Numbers of the words whose vectors one training step on ``REVIEW`` changes."""
    model = keras.Sequential(
        [keras.Input(REVIEW.shape[1:]), layer, Flatten(), Dense(1, activation="sigmoid")]
    )
    model.compile(optimizer="rmsprop", loss="binary_crossentropy", run_eagerly=True)
    before = layer.get_weights()[0].copy()
    model.train_on_batch(REVIEW, np.ones((1, 1)))
    return np.flatnonzero((layer.get_weights()[0] != before).any(axis=1)).tolist()


def pre_trained(matrix: np.ndarray, *, trainable: bool = True) -> keras.Layer:
    """An embedding layer that starts from vectors of our own."""
    start = keras.initializers.Constant(matrix)
    return Embedding(*matrix.shape, embeddings_initializer=start, trainable=trainable)


def looked_up(layer: keras.Layer, number: int) -> np.ndarray:
    return layer(tf.constant([[number]])).numpy()[0, 0]


def places_that_work() -> list[str]:
    """Where in a model an embedding layer runs: first, or after another layer."""
    grid = np.array([[[1, 2], [3, 4]]])
    places = {
        "first": [keras.Input((2, 2)), Embedding(WORDS, DIMENSION)],
        "second": [keras.Input((2, 2)), Reshape((4,)), Embedding(WORDS, DIMENSION)],
    }
    return [
        place
        for place, layers in places.items()
        if attempt(partial(keras.Sequential(layers), grid))["raised"] is None
    ]


def run() -> dict[str, object]:
    book, layer = Embedding(VOCAB_SIZE, output_dim=UNITS), Embedding(WORDS, DIMENSION)
    vector = looked_up(layer, 7)
    table = layer.get_weights()[0]
    looked_up(book, 0)
    matrix = np.linspace(-1, 1, WORDS * DIMENSION, dtype=np.float32).reshape(WORDS, DIMENSION)
    return {
        "rows_equal_to_the_vector": np.flatnonzero((table == vector).all(axis=1)),
        "matrix_shape": book.get_weights()[0].shape,
        "vector_length": looked_up(book, 7).size,
        "different_initial_vectors": len(np.unique(table, axis=0)),
        "rows_changed_by_training": rows_changed(Embedding(WORDS, DIMENSION)),
        "places_that_work": places_that_work(),
        "first_parameters": list(inspect.signature(Embedding).parameters)[:2],
        "highest_number": attempt(lambda: looked_up(layer, WORDS - 1)),
        "number_of_the_size": attempt(lambda: looked_up(layer, WORDS)),
        "rows_equal_to_own_vector": np.flatnonzero(
            (matrix == looked_up(pre_trained(matrix), 7)).all(axis=1)
        ),
        "rows_changed_when_trainable": rows_changed(pre_trained(matrix)),
        "rows_changed_when_frozen": rows_changed(pre_trained(matrix, trainable=False)),
    }
