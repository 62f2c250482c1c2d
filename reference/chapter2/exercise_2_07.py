"""Exercise 2.07: a deep network tells handwritten digits apart."""

import keras
import numpy as np
import tensorflow as tf
from keras.layers import Dense, Flatten

from reference import datasets
from reference.attempts import attempt
from reference.chapter2 import section_softmax
from reference.cores import Core
from reference.logs import progress_shown, words_of_fit
from reference.stages import stage
from reference.summaries import compilation, evaluate, layer_table, parameter_counts

EPOCHS = 50
LOC = 200
TEST_IMAGES, RIGHT_ANSWERS = 10_000, 9_718  # the printed accuracy, 0.9718
PRINTED_EPOCHS = range(1, 12)
PRINTED_RESULT = (
    *(2.9072076e-28, 2.1215850e-29, 1.7854708e-21, 1.0, 0.0),
    *(1.2384960e-15, 1.2660366e-34, 1.7712217e-32, 1.7461657e-08, 9.6417470e-29),
)


def build() -> keras.Model:
    """Flatten 28 x 28 pixels, then 50 and 20 ReLU units, then a softmax over 10 digits."""
    model = keras.Sequential(
        [
            keras.Input((28, 28)),
            Flatten(),
            Dense(50, activation="relu"),
            Dense(20, activation="relu"),
            Dense(10, activation="softmax"),
        ]
    )
    model.compile("adam", keras.losses.SparseCategoricalCrossentropy(), metrics=["accuracy"])
    return model


CORE = Core("2.07", build, EPOCHS, quality="accuracy")


def listing() -> None:
    """The calls of steps 4 to 6 as the book makes them: shape given to the first layer."""
    model = keras.Sequential()
    model.add(Flatten(input_shape=(28, 28)))
    model.add(Dense(units=50, activation="relu"))
    model.add(Dense(units=20, activation="relu"))
    model.add(Dense(units=10, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    model.summary(print_fn=lambda line, **_: None)


def accuracy_echo(model: keras.Model) -> str:
    """How a notebook shows the accuracy that ``evaluate`` gives of the printed share of answers.

    ``model`` is untrained: without biases it finds each digit as probable in an empty image, and
    answers 0, so that the labels say how many answers are right.
    """
    images = np.zeros((TEST_IMAGES, 28, 28), np.float32)
    labels = (np.arange(TEST_IMAGES) >= RIGHT_ANSWERS).astype(int)
    _, accuracy = model.evaluate(images, labels, batch_size=TEST_IMAGES, verbose=0)
    return repr(accuracy)


def run() -> dict[str, object]:
    model = build()
    layers = layer_table(model)
    classes = np.arange(10)
    probabilities = tf.nn.softmax(tf.random.stateless_normal([10, 10], seed=[2, 7]))
    sparse = keras.losses.sparse_categorical_crossentropy(classes, probabilities)
    one_hot = keras.losses.categorical_crossentropy(np.eye(10), probabilities)
    return {
        "layers": layers,
        "names": [model.name, *(layer["name"] for layer in layers)],
        "flatten_params": layers[0]["params"],
        "hidden_units": [layer.units for layer in model.layers[1:-1]],
        "output_units": model.layers[-1].units,
        "input_nodes": int(np.prod(model.input_shape[1:])),
        "activations": [layer.activation.__name__ for layer in model.layers[1:]],
        **parameter_counts(model),
        **compilation(model),
        "listing": attempt(listing),
        "losses_differ_by": float(tf.reduce_max(abs(sparse - one_hot))),
        "one_hot_into_sparse": attempt(
            lambda: keras.losses.sparse_categorical_crossentropy(np.eye(10), probabilities)
        ),
        "class_numbers_into_plain": attempt(
            lambda: section_softmax.train_on(
                tf.range(section_softmax.CLASSES), section_softmax.LOSSES["one-hot"]
            )
        ),
        "two_dimensional_input": attempt(lambda: model.predict(np.zeros((28, 28)), verbose=0)),
        "flattened_input": attempt(lambda: model.predict(np.zeros((1, 784)), verbose=0)),
        "three_dimensional_input": attempt(lambda: model.predict(np.zeros((1, 28, 28)), verbose=0)),
        "progress_shown": progress_shown(lambda: model.predict(np.zeros((1, 28, 28)))),
        "printed_sum": sum(PRINTED_RESULT),
        "printed_argmax": int(np.argmax(PRINTED_RESULT)),
        "accuracy_echo": accuracy_echo(model),
        "argmax_echo": repr(np.array(PRINTED_RESULT).argmax()),
        "result_shape": model(np.zeros((1, 28, 28))).shape,
        # Seconds that the progress bar shows for 60,000 samples at the printed time a sample.
        "seconds_an_epoch": np.rint(
            60_000 * np.array([58, 49, 52, 72, 52, 49, 64, 50, 53, 62, 47]) * 1e-6
        ),
        "seconds_of_evaluation": int(np.rint(10_000 * 76e-6)),
    }


@stage(needs=("mnist",))
def data() -> dict[str, object]:
    (train_features, train_labels), (test_features, test_labels) = datasets.load("mnist")
    test_image = test_features[LOC] / 255.0
    return {
        "train_features_shape": train_features.shape,
        "train_labels_shape": train_labels.shape,
        "test_features_shape": test_features.shape,
        "test_labels_shape": test_labels.shape,
        "pixel_range": [int(train_features.min()), int(train_features.max())],
        "normalized_range": [
            float((train_features / 255.0).min()),
            float(train_features.max() / 255.0),
        ],
        "classes": np.unique(train_labels),
        "labels_rank": train_labels.ndim,
        "test_image": test_image,
        "reshaped": test_image.reshape(1, 28, 28),
        "images_predicted": len(test_image.reshape(1, 28, 28)),
        "images_before_loc": len(test_features[:LOC]),
        "position_of_loc": len(test_features[: LOC + 1]),
        "true_label": int(test_labels[LOC]),
        "label_echo": repr(test_labels[LOC]),
    }


@stage(tier="train", needs=("mnist",))
def train(seed: int = 0, epochs: int = EPOCHS) -> dict[str, object]:
    (train_features, train_labels), (test_features, test_labels) = datasets.load("mnist")
    model, history = CORE.train(train_features / 255.0, train_labels, seed=seed, epochs=epochs)
    evaluation = evaluate(model, test_features / 255.0, test_labels)
    result = model(test_features[LOC : LOC + 1] / 255.0).numpy()
    return {
        **history.of_epochs(*PRINTED_EPOCHS),
        "evaluate_loss": evaluation.loss,
        "evaluate_accuracy": evaluation.accuracy,
        "evaluate_progress": evaluation.progress,
        "fit_log": words_of_fit(build(), train_features / 255.0, train_labels),
        "train_accuracy": history.accuracy[-1],
        "result": result,
        "result_sum": float(result.sum()),
        "argmax": int(result.argmax()),
        "probability_of_three": float(result[0, 3]),
    }
