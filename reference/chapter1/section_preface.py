"""Preface: the TensorFlow that its command installs, a layer's name, comments, captions."""

import io
import random
import tokenize

import keras
import tensorflow as tf

from reference.attempts import attempt

# What the text says that a figure shows, and what its caption names.
FIGURES = {
    "0.2": ("icon", "icon"),
    "0.3": ("screen", "icon"),
    "0.4": ("screen of the opened Navigator", "installation screen"),
}

TRIPLE_QUOTES = '''\
"""
Several lines
of explanation
"""
'''


def run() -> dict[str, object]:
    tokens = tokenize.generate_tokens(io.StringIO(TRIPLE_QUOTES).readline)
    return {
        "keras_of_tensorflow": tf.keras.__version__,
        "gru_in_full": keras.layers.GRU.__doc__.strip().splitlines()[0],
        "kind_of_triple_quotes": tokenize.tok_name[next(tokens).type],
        "random_set_seed": attempt(lambda: eval("random.set_seed(1)", {"random": random})),
        "figures_with_their_caption": [
            figure for figure, (shown, named) in FIGURES.items() if shown == named
        ],
    }
