"""Overfitting and Dropout: too large a network learns even wrong labels; dropout resists."""

import keras
import numpy as np
import tensorflow as tf
from keras.layers import Dense, Dropout, Flatten

from reference.attempts import attempt
from reference.chapter2.digits import digits
from reference.replicas import Replicas
from reference.stages import stage
from reference.summaries import layer_table

NEURONS = 200
EXAMPLES_A_STEP, STEPS, EPOCHS = 2, 3, 4
LAYERS_IMPORTED = {"Dense": Dense, "Flatten": Flatten}  # by the chapter's listings
LEARNED, UNSEEN, WRONG = 300, 1400, 60


def deactivated(layer: Dropout, examples: int) -> np.ndarray:
    """Neurons that one training step sets to zero: bool (examples, neurons)."""
    return layer(tf.ones([examples, NEURONS]), training=True).numpy() == 0


def listing() -> keras.Model:
    """The three hidden layers of the section's example, the dropout after the second."""
    model = keras.Sequential([keras.Input((60,))])
    model.add(Dense(units=300, activation="relu"))
    model.add(Dense(units=200, activation="relu"))
    model.add(Dropout(0.20))
    model.add(Dense(units=100, activation="relu"))
    return model


def run() -> dict[str, object]:
    model = listing()
    layer = model.layers[2]
    epochs = np.array(
        [[deactivated(layer, EXAMPLES_A_STEP) for _ in range(STEPS)] for _ in range(EPOCHS)]
    )
    off_in_epoch = epochs.any(axis=(1, 2))
    tested = layer(tf.ones([10, NEURONS]), training=False)
    return {
        "share_deactivated": deactivated(layer, examples=1000).mean(),
        "deactivated_in_several_epochs": int(np.sum(off_in_epoch.sum(axis=0) > 1)),
        "sets_in_first_epoch": len({chosen.tobytes() for chosen in epochs[0].reshape(-1, NEURONS)}),
        "epochs_alike": EPOCHS - len({chosen.tobytes() for chosen in epochs}),
        "deactivated_in_testing": int(np.sum(tested == 0)),
        "layers": layer_table(model),
        "listing": attempt(lambda: eval("Dropout(.20)", dict(LAYERS_IMPORTED))),
    }


@stage(tier="train")
def noisy_labels() -> dict[str, object]:
    """8 x 8 digits with a fifth of the labels wrong, for a small, a large, a dropout network."""
    x, truth = digits(LEARNED)
    unseen, answers = digits(UNSEEN, skipped=LEARNED)
    shift = np.random.default_rng(0).integers(1, 10, WRONG)
    labels = tf.constant(np.concatenate([(truth[:WRONG] + shift) % 10, truth[WRONG:]]), tf.int32)

    def trained(*hidden: int, dropout: float = 0.0) -> Replicas:
        networks = Replicas((64, *hidden, 10), "relu")
        networks.train(x, labels, keras.optimizers.Adam(0.01), steps=200, dropout=dropout)
        return networks

    small, large = trained(), trained(100, 100)
    return {
        "wrong_labels_learned_small": small.accuracies(x[:WRONG], labels[:WRONG]),
        "wrong_labels_learned_large": large.accuracies(x[:WRONG], labels[:WRONG]),
        "accuracy_learned_large": large.accuracies(x, labels),
        "accuracy_unseen_small": small.accuracies(unseen, answers),
        "accuracy_unseen_large": large.accuracies(unseen, answers),
        "accuracy_unseen_dropout": trained(100, 100, dropout=0.2).accuracies(unseen, answers),
    }
