"""CNNs with TensorFlow and Keras: the layers of the chapter, and two ways to reshape."""

import keras
import numpy as np
from keras.layers import Conv2D, Dense, MaxPool2D, MaxPooling2D, Reshape
from keras.utils import img_to_array
from PIL import Image

from reference.attempts import attempt
from reference.chapter3.exercise_3_02 import build


def run() -> dict[str, object]:
    convolution = Conv2D(64, kernel_size=(3, 3), strides=(2, 2), padding="same", activation="relu")
    pooling, dense = MaxPool2D(pool_size=(3, 3), strides=1), Dense(units=1, activation="sigmoid")
    features_train = np.zeros((60000, 28, 28), dtype=np.uint8)
    reshaped = features_train.reshape(60000, 28, 28, 1)
    image = keras.Input((28, 28, 1))
    return {
        "convolution_as_listed": attempt(
            lambda: Conv2D(64, kernel_size=(3, 3), stride=(2, 2), padding="same", activation="relu")
        ),
        "kernels": convolution.filters,
        "kernel_size": list(convolution.kernel_size),
        "strides": list(convolution.strides),
        "activation": convolution.activation.__name__,
        "same_output_size": list(convolution(image).shape[1:3]),
        "max_pooling_as_listed": attempt(lambda: MaxPool2D(pool_size=(3, 3), strides=1)),
        "one_layer_by_two_names": MaxPool2D is MaxPooling2D,
        "pool_size": list(pooling.pool_size),
        "pool_strides": list(pooling.strides),
        "dense_units": dense.units,
        "dense_activation": dense.activation.__name__,
        "class_reshaped_in_chapter_1": type(img_to_array(Image.new("RGB", (224, 224)))).__name__,
        "reshaped": list(reshaped.shape),
        "features_train_after_call": list(features_train.shape),
        "image_before": list(features_train.shape[1:]),
        "image_after": list(reshaped.shape[1:]),
        "meaning_of_axes": _meaning_of_axes(),
        "network_without_channel": attempt(lambda: build().predict(features_train[:1], verbose=0)),
        "reshape_layer": attempt(lambda: Reshape((60000, 28, 28, 1))(features_train)),
    }


def _meaning_of_axes() -> list[str]:
    """What each axis of a convolution's input is, by what the layer does along it."""
    inputs, layer = keras.Input((20, 30, 5)), Conv2D(7, (3, 11))
    sizes = zip(inputs.shape[:3], layer(inputs).shape[:3], strict=True)
    lost = [0 if before is None else before - after for before, after in sizes]
    meaning = {0: "observation", 3 - 1: "height", 11 - 1: "width"}
    last = "channel" if layer.kernel.shape[2] == inputs.shape[3] else "something else"
    return [*(meaning[pixels] for pixels in lost), last]
