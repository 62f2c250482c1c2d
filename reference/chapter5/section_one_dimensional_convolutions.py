"""1D Convolutions for Sequence Processing: patches of a sequence, their features, fewer of them."""

import keras
import numpy as np
from keras.layers import AveragePooling1D, Conv1D, Dense, Flatten, MaxPooling1D
from numpy.lib.stride_tricks import sliding_window_view

from reference.contents import CHAPTERS

TERMS, LONG = 5, 1000


def convolve(sequence: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Each subsequence as long as the filter, times its weights: (n - size + 1,)."""
    return sliding_window_view(sequence, len(weights)) @ weights


def inputs_of_features(size: int) -> list[list[int]]:
    """The places of the terms that each feature of a filter of ``size`` changes with."""
    convolution = Conv1D(1, size)
    impulses = np.eye(TERMS, dtype=np.float32)[..., np.newaxis]
    responses = convolution(impulses).numpy()[..., 0]  # one row a term, one column a feature
    return [np.flatnonzero(feature).tolist() for feature in responses.T]


def length(layer: keras.Layer, steps: int, channels: int = 1) -> int:
    """How long a sequence leaves the layer."""
    return layer.compute_output_shape((1, steps, channels))[1]


def run() -> dict[str, object]:
    sequence = np.random.default_rng(0).normal(size=10).astype(np.float32)
    convolution = Conv1D(1, 5)
    features = convolution(sequence[np.newaxis, :, np.newaxis]).numpy()[0, :, 0]
    pattern = np.zeros((2, 12), dtype=np.float32)
    pattern[0, :5] = pattern[1, 6:11] = sequence[:5]
    responses = convolution(pattern[..., np.newaxis]).numpy()[..., 0]
    by_convolution, by_dense = (
        keras.Sequential([keras.Input((10, 1)), *layers])
        for layers in ([Conv1D(5, 5)], [Flatten(), Dense(6 * 5)])
    )
    return {
        "title_of_chapter_3": CHAPTERS[3],
        "deviation_from_weighted_patches": float(
            abs(features - convolve(sequence, convolution.kernel.numpy().ravel())).max()
        ),
        "terms_of_size_2": inputs_of_features(2),
        "terms_of_size_3": inputs_of_features(3),
        "terms_of_size_4": inputs_of_features(4),
        "response_elsewhere_less_response": float(abs(responses[0, 0] - responses[1, 6])),
        "response": float(abs(responses[0, 0])),
        "features_at_stride_1": length(Conv1D(1, 5, strides=1), LONG),
        "features_at_stride_3": length(Conv1D(1, 5, strides=3), LONG),
        "long_sequence": LONG,
        "pooled_by_max": length(MaxPooling1D(5), LONG),
        "pooled_by_average": length(AveragePooling1D(5), LONG),
        "params_of_convolution": by_convolution.count_params(),
        "params_of_dense": by_dense.count_params(),
    }
