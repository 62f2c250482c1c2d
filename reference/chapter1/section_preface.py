"""Preface: the TensorFlow that its command installs, a layer's name, a caption."""

import keras
import tensorflow as tf

# What the text says that a figure shows, and what its caption names.
FIGURES = {"0.2": ("icon", "icon"), "0.3": ("screen", "icon")}


def run() -> dict[str, object]:
    return {
        "keras_of_tensorflow": tf.keras.__version__,
        "gru_in_full": keras.layers.GRU.__doc__.strip().splitlines()[0],
        "figures_with_their_caption": [
            figure for figure, (shown, named) in FIGURES.items() if shown == named
        ],
    }
