"""Preface: the TensorFlow that its command installs, a layer's name, a seed, captions."""

import random

import keras
import tensorflow as tf

from reference.attempts import attempt

# What the text announces that a figure shows, and the caption that the figure has.
FIGURES = {
    "0.2": ("icon", "Anaconda Navigator icon"),
    "0.3": ("screen", "Anaconda Navigator icon"),
}


def run() -> dict[str, object]:
    return {
        "keras_of_tensorflow": tf.keras.__version__,
        "gru_in_full": keras.layers.GRU.__doc__.strip().splitlines()[0],
        "random_set_seed": attempt(lambda: eval("random.set_seed(1)", {"random": random})),
        "figures_with_their_caption": [
            figure for figure, (announced, caption) in FIGURES.items() if announced in caption
        ],
    }
