"""Exercise 3.02: a convolutional network reads handwritten digits."""

import keras
import numpy as np
import tensorflow as tf
from keras.layers import Conv2D, Dense, Flatten, MaxPooling2D
from keras.src.trainers.data_adapters.array_slicing import train_validation_split

from reference import datasets
from reference.attempts import attempt
from reference.chapter3.api_names import names_used
from reference.chapter3.first_words import words_of_training_and_evaluation
from reference.chapter3.networks import ten_classes
from reference.cores import Core
from reference.seeding import fixes_the_start
from reference.stages import stage
from reference.summaries import activations, compilation, evaluate, layer_table, parameter_counts
from reference.training import History, Validation

EPOCHS = 5
VALIDATION_SPLIT = 0.2
SEEDS = 5
IMPORT_MNIST = "import tensorflow.keras.datasets.mnist as mnist"


def build() -> keras.Model:
    """Two convolutions of 64 kernels, 128 hidden units, a softmax over 10 digits."""
    return ten_classes((28, 28, 1), (64, 64))


CORE = Core("3.02", build, EPOCHS)


def listing() -> keras.Model:
    """Steps 11 to 19 as the book makes them: layers first, then added one by one."""
    conv_layer1 = Conv2D(64, (3, 3), activation="relu", input_shape=(28, 28, 1))
    conv_layer2 = Conv2D(64, (3, 3), activation="relu")
    fc_layer1 = Dense(128, activation="relu")
    fc_layer2 = Dense(10, activation="softmax")
    model = keras.Sequential()
    model.add(conv_layer1)
    model.add(MaxPooling2D(2, 2))
    model.add(conv_layer2)
    model.add(MaxPooling2D(2, 2))
    model.add(Flatten())
    model.add(fc_layer1)
    model.add(fc_layer2)
    optimizer = keras.optimizers.Adam(0.001)
    model.compile(loss="sparse_categorical_crossentropy", optimizer=optimizer, metrics=["accuracy"])
    model.summary(print_fn=lambda line, **_: None)
    return model


def prepared(features: np.ndarray) -> np.ndarray:
    """Images (n, 28, 28) of 0 to 255 as float32 (n, 28, 28, 1) of 0 to 1."""
    return features.reshape(-1, 28, 28, 1) / np.float32(255)


def train(seed: int, epochs: int = EPOCHS) -> tuple[keras.Model, History]:
    """Step 20: the last fifth of the training images, unshuffled, is the validation set."""
    (features_train, label_train), _ = datasets.load("mnist")
    (x, y), (x_held, y_held) = train_validation_split(
        (prepared(features_train), label_train), validation_split=VALIDATION_SPLIT
    )
    return CORE.train(x, y, seed=seed, validation=Validation(x_held, y_held), epochs=epochs)


def run() -> dict[str, object]:
    model = listing()
    layers = layer_table(model)
    pooling = model.layers[1]
    return {
        "layers": layers,
        "model_name": model.name,
        **parameter_counts(model),
        **compilation(model),
        "kernels": [layer.filters for layer in model.layers if isinstance(layer, Conv2D)],
        "kernel_size": list(model.layers[0].kernel_size),
        "units": [layer.units for layer in model.layers if isinstance(layer, Dense)],
        "activations": activations(model),
        "inferred_input": model.layers[2].input.shape[1:],
        "order_of_layers": [row["type"] for row in layers],
        "pool_size": list(pooling.pool_size),
        "pool_strides": list(pooling.strides),
        "learning_rate": model.optimizer.learning_rate,
        "listing": attempt(listing),
        "import_mnist": attempt(lambda: exec(IMPORT_MNIST)),
        "mnist_is_that_of_chapter_2": _imported_mnist() is tf.keras.datasets.mnist,
        "flatten_with_128_neurons": attempt(lambda: Flatten(128, activation="relu")),
        "flatten_with_10_neurons": attempt(lambda: Flatten(10, activation="softmax")),
        **names_used(model),
        "same_seed_same_weights": fixes_the_start(8, listing),
        **words_of_training_and_evaluation(VALIDATION_SPLIT),
        "seconds_of_evaluation": int(np.rint(10_000 * 86e-6)),
    }


@stage(needs=("mnist",))
def data() -> dict[str, object]:
    (features_train, label_train), (features_test, label_test) = datasets.load("mnist")
    ready = prepared(features_train)
    (fitted,), (held_out,) = train_validation_split((label_train,), VALIDATION_SPLIT)
    return {
        "label_train_ends": [label_train[:3].tolist(), label_train[-3:].tolist()],
        "label_train_dtype": label_train.dtype.name,
        "digits": np.unique(label_train),
        "features_train_shape": features_train.shape,
        "features_test_shape": features_test.shape,
        "reshaped_train": ready.shape,
        "reshaped_test": prepared(features_test).shape,
        "range": [float(ready.min()), float(ready.max())],
        "mean": float(ready.mean(dtype=np.float64)),
        "fitted_samples": len(fitted),
        "validation_samples": len(held_out),
        "evaluated_samples": len(label_test),
    }


@stage(tier="train", needs=("mnist",))
def training(seed: int = 0, epochs: int = EPOCHS) -> dict[str, object]:
    model, history = train(seed, epochs)
    _, (features_test, label_test) = datasets.load("mnist")
    result = evaluate(model, prepared(features_test), label_test)
    return {
        **history.of_epochs(1, EPOCHS),
        "evaluate_loss": result.loss,
        "evaluate_accuracy": result.accuracy,
    }


@stage(tier="full", needs=("mnist",))
def over_seeds() -> dict[str, object]:
    """Accuracies after the last epoch, over five seeds."""
    histories = [train(seed)[1] for seed in range(SEEDS)]
    return {
        "training_accuracies": np.array([history.accuracy[-1] for history in histories]),
        "validation_accuracies": np.array([history.val_accuracy[-1] for history in histories]),
    }


def _imported_mnist() -> object:
    """What step 2 imports."""
    names: dict[str, object] = {}
    exec(IMPORT_MNIST, names)
    return names["mnist"]
