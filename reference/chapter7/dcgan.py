"""The networks of the deep convolutional GAN of Exercise 7.05 and Activity 7.01."""

import keras
import numpy as np
import tensorflow as tf
from keras.layers import (
    Activation,
    BatchNormalization,
    Conv2D,
    Conv2DTranspose,
    Dense,
    Flatten,
    LeakyReLU,
    Reshape,
)

from reference import adversarial
from reference.attempts import attempt
from reference.chapter7 import listings
from reference.chapter7.exercise_7_03 import named, trains
from reference.chapter7.exercise_7_04 import stack
from reference.summaries import layer_table, parameter_counts

BATCH, FEATURES = 128, 100
ITERATIONS = 5_000


def build_generator() -> keras.Model:
    """Noise (n, 100) to images (n, 28, 28, 1) in [-1, 1]: 7 x 7 pixels, then doubled twice."""
    return keras.Sequential(
        [
            keras.Input((FEATURES,)),
            Dense(512),
            Activation("relu"),
            BatchNormalization(),
            Dense(7 * 7 * 64),
            Activation("relu"),
            BatchNormalization(),
            Reshape((7, 7, 64)),
            Conv2DTranspose(32, 5, strides=2, padding="same"),
            Activation("relu"),
            BatchNormalization(),
            Conv2DTranspose(1, 5, strides=2, padding="same"),
            Activation("tanh"),
        ]
    )


def build_discriminator() -> keras.Model:
    """Images (n, 28, 28, 1) to the probability that each is real, (n, 1)."""
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            Conv2D(32, 5, strides=2, padding="same"),
            LeakyReLU(0.2),
            Conv2D(64, 5, strides=2, padding="same"),
            LeakyReLU(0.2),
            Flatten(),
            Dense(512),
            LeakyReLU(0.2),
            Dense(1, activation="sigmoid"),
        ]
    )


def authors_adam() -> keras.optimizers.Optimizer:
    """Adam as the authors' notebooks set it; the book's listing of the GAN has the defaults."""
    return keras.optimizers.Adam(0.0002, beta_1=0.5)


def generate(generator: keras.Model, number: int, seed: int | list[int] = 0) -> np.ndarray:
    """So many images, (number, 28, 28, 1), from noise of the same seed for every generator."""
    noise = np.random.default_rng(seed).uniform(-1, 1, (number, FEATURES)).astype(np.float32)
    return generator.predict(noise, batch_size=500, verbose=0)


def architecture() -> dict[str, object]:
    """The three models' tables, their numbers of parameters, and what the networks give."""
    Genmodel, Discmodel = build_generator(), build_discriminator()
    Discmodel.compile(loss="binary_crossentropy", optimizer=authors_adam(), metrics=["accuracy"])
    counts = {
        **named("Genmodel", parameter_counts(Genmodel)),
        **named("Discmodel", parameter_counts(Discmodel)),
    }
    tables = {"Genmodel": layer_table(Genmodel), "Discmodel": layer_table(Discmodel)}
    gan_model = stack(Genmodel, Discmodel)
    counts |= named("gan_model", parameter_counts(gan_model))
    fake = generate(Genmodel, BATCH)
    noise = np.random.default_rng(0).uniform(-1, 1, (BATCH, FEATURES))
    ones = np.ones((BATCH, 1))
    real_and_fake = np.concatenate([fake, fake])
    _, labels = adversarial.together(tf.constant(fake), tf.constant(fake))[0]
    widening = next(layer for layer in Genmodel.layers if isinstance(layer, Conv2DTranspose))
    fakeInputs = listings.defined_by(listings.IMAGES)["fakeInputs"]
    return {
        **{f"{model}_layers": rows for model, rows in tables.items()},
        **counts,
        "normalization_names": [
            row["name"] for row in tables["Genmodel"] if row["type"] == "BatchNormalization"
        ],
        "upsampling_types": sorted(
            {row["type"] for row in tables["Genmodel"]} & {"UpSampling2D", "Conv2DTranspose"}
        ),
        "times_upsampled": sum(
            layer.output.shape[1] == 2 * layer.input.shape[1]
            for layer in Genmodel.layers
            if len(layer.input.shape) == 4
        ),
        "upsampled_sides": [
            layer.output.shape[1] for layer in Genmodel.layers if len(layer.output.shape) == 4
        ],
        "values_before_transpose_convolutions": int(np.prod(widening.input.shape[1:])),
        "input_features": Genmodel.input_shape[1],
        "feature_maps": [x.filters for x in Discmodel.layers if isinstance(x, Conv2D)],
        "last_activation": Discmodel.layers[-1].activation.__name__,
        "gan_model_layers": layer_table(gan_model),
        "non_trainable_params_beside_the_discriminator": (
            counts["gan_model_non_trainable_params"] - counts["Discmodel_total_params"]
        ),
        "params_of_parts": [row["params"] for row in layer_table(gan_model)],
        "model_names": [Genmodel.name, Discmodel.name, gan_model.name],
        "Discmodel_input": str(Discmodel.input_shape),
        "noise": noise,
        "noise_mean_and_variance": [noise.mean(), noise.var()],
        "shape_of_fakeInputs": list(fakeInputs(BATCH, FEATURES).shape),
        "fake": fake,
        "type_of_fake_samples": type(fake).__name__,
        "as_printed_in_the_listing": fake[0, :, :, :0],
        "gan_trained_on_fake_samples": attempt(lambda: trains(gan_model, fake, ones)),
        "type_of_real_and_fake": type(real_and_fake).__name__,
        "X": real_and_fake,
        "Y": np.zeros(BATCH * 2),
        "mean_label_of_halves": [float(np.mean(half)) for half in np.split(labels, 2)],
        "discriminator_trained_by_its_own_call": trains(Discmodel, fake, ones),
        "passes_over_the_images": ITERATIONS * BATCH / 60_000,
    }
