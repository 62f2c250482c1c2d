"""Random versions of images, made on tensors as ``ImageDataGenerator`` makes them on arrays.

Every image is moved by one affine map, which takes a pixel of the result to its place in the
original: a rotation after a shift after a shear after a zoom, about the centre, and then perhaps
a horizontal flip. Between pixels the value is bilinear; outside the image the nearest edge counts.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import tensorflow as tf


class Movement(NamedTuple):
    """What happens to each of ``n`` images: float tensors of shape ``(n,)``.

    Angles are in degrees, shifts in pixels, zooms are factors (below 1: closer), ``flip`` is 1 for
    a flipped image and 0 otherwise. ``x`` runs along a row, ``y`` down a column.
    """

    rotation: tf.Tensor
    shift_x: tf.Tensor
    shift_y: tf.Tensor
    shear: tf.Tensor
    zoom_x: tf.Tensor
    zoom_y: tf.Tensor
    flip: tf.Tensor


@dataclass(frozen=True)
class Augmentation:
    """Ranges from which each image's movement is drawn, named and meant as in Keras.

    Rotation and shear are the largest angle in degrees, shifts the largest share of the side,
    zoom the largest change of the factor 1, drawn apart for both axes; one half of the images is
    flipped where ``horizontal_flip`` is set.
    """

    rotation_range: float = 0.0
    width_shift_range: float = 0.0
    height_shift_range: float = 0.0
    shear_range: float = 0.0
    zoom_range: float = 0.0
    horizontal_flip: bool = False

    def __call__(self, images: tf.Tensor, seed: tf.Tensor) -> tf.Tensor:
        """Each image ``(n, height, width, channels)`` moved at random; ``seed`` has shape (2,)."""
        return move(images, self.draw(images, seed))

    def draw(self, images: tf.Tensor, seed: tf.Tensor) -> Movement:
        """A random movement for each image."""
        count, height, width = (tf.shape(images)[axis] for axis in range(3))
        drawn = tf.random.stateless_uniform([7, count], seed, -1.0, 1.0)
        flipped = tf.cast(drawn[6] > 0, tf.float32) * float(self.horizontal_flip)
        return Movement(
            rotation=self.rotation_range * drawn[0],
            shift_x=self.width_shift_range * drawn[1] * tf.cast(width, tf.float32),
            shift_y=self.height_shift_range * drawn[2] * tf.cast(height, tf.float32),
            shear=self.shear_range * drawn[3],
            zoom_x=1 + self.zoom_range * drawn[4],
            zoom_y=1 + self.zoom_range * drawn[5],
            flip=flipped,
        )


def move(images: tf.Tensor, movement: Movement) -> tf.Tensor:
    """The moved images, float32, of the same shape ``(n, height, width, channels)``."""
    height, width = tf.shape(images)[1], tf.shape(images)[2]
    right, bottom = (tf.cast(side, tf.float32) - 1 for side in (width, height))
    one, zero = tf.ones_like(movement.flip), tf.zeros_like(movement.flip)
    turn, lean = movement.rotation * (np.pi / 180), movement.shear * (np.pi / 180)
    sign = 1 - 2 * movement.flip
    maps = (
        _matrix((one, zero, one * right / 2), (zero, one, one * bottom / 2)),
        _matrix((tf.cos(turn), -tf.sin(turn), zero), (tf.sin(turn), tf.cos(turn), zero)),
        _matrix((one, zero, movement.shift_x), (zero, one, movement.shift_y)),
        _matrix((one, -tf.sin(lean), zero), (zero, tf.cos(lean), zero)),
        _matrix((movement.zoom_x * sign, zero, zero), (zero, movement.zoom_y, zero)),
        _matrix((one, zero, -one * right / 2), (zero, one, -one * bottom / 2)),
    )
    combined = maps[0]
    for following in maps[1:]:
        combined = combined @ following
    return tf.raw_ops.ImageProjectiveTransformV3(
        images=tf.cast(images, tf.float32),
        transforms=tf.reshape(combined, [-1, 9])[:, :8],
        output_shape=tf.stack([height, width]),
        fill_value=0.0,
        interpolation="BILINEAR",
        fill_mode="NEAREST",
    )


def _matrix(first: tuple[tf.Tensor, ...], second: tuple[tf.Tensor, ...]) -> tf.Tensor:
    """Affine maps (n, 3, 3) from the entries of their first two rows, each of shape (n,)."""
    zero, one = tf.zeros_like(first[0]), tf.ones_like(first[0])
    rows = [tf.stack(row, axis=-1) for row in (first, second, (zero, zero, one))]
    return tf.stack(rows, axis=1)
