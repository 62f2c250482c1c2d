"""Upsampling Operation: every value of an image is repeated, in rows and in columns."""

import struct

import keras
import numpy as np
import tensorflow as tf
from keras.layers import Conv2D, MaxPooling2D, UpSampling2D

from reference.summaries import layer_table, parameter_counts


def run() -> dict[str, object]:
    model = keras.Sequential([keras.Input((3, 3, 1)), UpSampling2D()])
    X = np.array([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
    batch = X.reshape((1, 3, 3, 1))
    y = model.predict(batch, verbose=0)
    rows = layer_table(model)
    picture = tf.image.encode_png(tf.zeros([2, 5, 1], tf.uint8))
    width, height = struct.unpack(">II", picture.numpy()[16:24])  # a PNG file's header
    sides = {width: "width", height: "height"}
    image = np.zeros((1, 28, 28, 1))
    return {
        "layers": rows,
        "layer_names": [model.name, *(row["name"] for row in rows)],
        **parameter_counts(model),
        "sides_of_28_down_sampled": [
            layer(image).shape[1]
            for layer in (MaxPooling2D(2), Conv2D(1, 5, strides=2, padding="same"))
        ],
        "array": X,
        "input_rank": len(model.input_shape),
        "reshaped": batch,
        "width_and_height_of_axes_1_and_2": [
            sides[side] for side in tf.image.decode_png(picture).shape[:2]
        ],
        "y": y,
        "upsampled": y[0, :, :, 0],
        "displayed_by_last_line": repr(y[0, :, :, 0]),
        "as_printed_in_the_listing": y[0, :, :, :0],
    }
