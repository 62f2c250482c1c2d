"""Exercise 7.03: a discriminator learns to tell points on a sine wave from the generator's."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from keras.layers import Dense

from reference import adversarial
from reference.adversarial import AdversarialCore, Adversaries, Draw
from reference.attempts import attempt
from reference.chapter7 import exercise_7_01, listings
from reference.chapter7.exercise_7_02 import BATCH, FEATURES, OUTPUTS, build_generator
from reference.stages import stage
from reference.summaries import activations, layer_table, parameter_counts

ITERATIONS, EVERY = 20_000, 4_000
PRINTED_REAL = [0.265625, 1.0, 1.0, 1.0, 1.0]
PRINTED_FAKE = [0.59375, 0.828125, 0.90625, 0.9453125, 0.9453125]
NETWORKS = 10


def build_discriminator() -> keras.Model:
    """Points (n, 2) to the probability that each is real, (n, 1)."""
    hidden = [Dense(16, activation="relu", kernel_initializer="he_uniform") for _ in range(3)]
    return keras.Sequential([keras.Input((OUTPUTS,)), *hidden, Dense(1, activation="sigmoid")])


def real_points(seed: tf.Tensor) -> tf.Tensor:
    """Points of Exercise 7.01, (128, 2), around a midpoint drawn from a normal distribution."""
    midpoint = tf.random.stateless_normal([], seed, mean=3.0, stddev=1.0)
    x = midpoint + exercise_7_01.SPACING * tf.range(-BATCH // 2, BATCH // 2, dtype=tf.float32)
    return tf.stack([x, tf.sin(x)], axis=1)


def listed_real_data(loc: Any, batch: int) -> np.ndarray:
    """The first feature by the lines of step 2, which the loop gives an array of one number."""
    xr = np.arange(loc, loc + (0.1 * batch / 2), 0.1)
    xr = xr[0 : int(batch / 2)]
    xl = np.arange(loc - (0.1 * batch / 2), loc, 0.1)
    return np.concatenate((xl, xr))


def draws(seed: int) -> Callable[[tf.Tensor], Draw]:
    """What each iteration is given: real points, and normal noise for as many fakes, twice."""

    def draw(number: tf.Tensor) -> Draw:
        seeds = [tf.stack([tf.constant(3 * seed + use), number]) for use in range(3)]
        noise, fresh = (tf.random.stateless_normal([BATCH, FEATURES], s) for s in seeds[1:])
        return Draw(real_points(seeds[0]), noise, fresh)

    return draw


def adversaries() -> Adversaries:
    """Fresh networks of which the discriminator alone learns, with Keras's Adam."""
    discriminator, generator = build_discriminator(), build_generator()
    return Adversaries(generator, discriminator, adversarial.apart, keras.optimizers.Adam())


CORE = AdversarialCore("7.03", adversaries, ITERATIONS, quality="fake_accuracy")


def accuracies(networks: Adversaries, draw: Draw) -> tuple[float, float]:
    """The discriminator's shares of right answers: for the real points, for the fakes."""
    fakes = networks.generator(draw.noise, training=False)
    return (
        adversarial.accuracy(networks.discriminator, draw.real, real=True),
        adversarial.accuracy(networks.discriminator, fakes, real=False),
    )


def first_accuracies(seed: int) -> tuple[float, float]:
    """What the listing prints after the first iteration, of other networks for each seed."""
    networks, draw = CORE.start(seed), draws(seed)(tf.constant(0))
    networks.discriminator_optimizer.build(networks.discriminator.trainable_variables)
    networks.learn(draw)
    return accuracies(networks, draw)


def trains(model: keras.Model, x: np.ndarray, y: np.ndarray) -> bool:
    """Whether ``train_on_batch`` changes the model's weights."""
    before = [weight.copy() for weight in model.get_weights()]
    model.run_eagerly = True  # one update is not worth compiling
    model.train_on_batch(x, y)
    return any(np.any(a != b) for a, b in zip(before, model.get_weights(), strict=True))


def shapes_of_samples(generator: keras.Model) -> list[list[list[int]]]:
    """Shapes of all that the listings' functions return: of real samples, of fake ones."""
    functions = listings.defined_by(listings.POINTS)
    silent = SimpleNamespace(predict=lambda noise: generator.predict(noise, verbose=0))
    samples = (
        functions["realData"](3.0, BATCH),
        functions["fakedataGenerator"](silent, BATCH, FEATURES),
    )
    return [[list(part.shape) for part in sample] for sample in samples]


def accuracy_less_share_of_right_answers(model: keras.Model, real: np.ndarray) -> float:
    """How far what ``evaluate`` gives after the loss is from the share of ``real`` called real."""
    model.run_eagerly = True
    _, accuracy = model.evaluate(real, np.ones((len(real), 1)), verbose=0)
    return float(abs(accuracy - np.mean(model.predict(real, verbose=0) > 0.5)))


def named(model: str, counts: dict[str, int]) -> dict[str, int]:
    return {f"{model}_{name}": count for name, count in counts.items()}


def run() -> dict[str, object]:
    networks = adversaries()
    Discmodel, Genmodel = networks.discriminator, networks.generator
    draw = draws(0)(tf.constant(0))
    x_real, x_fake = draw.real.numpy(), Genmodel.predict(draw.noise, verbose=0)
    (_, y_real), (_, y_fake) = networks.batches(draw.real, tf.constant(x_fake))
    compiled = build_discriminator()
    layers = len(compiled.layers)
    compile_listing = attempt(
        lambda: compiled.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
    )
    three_units = Dense(3, activation="sigmoid")(np.zeros((1, OUTPUTS)))
    first_real = [first_accuracies(seed)[0] for seed in range(NETWORKS)]
    printed = np.array([PRINTED_REAL, PRINTED_FAKE])
    fakeInputs = listings.defined_by(listings.POINTS)["fakeInputs"]
    return {
        "x_real": x_real,
        "y_real": y_real,
        "distance_from_sine": abs(x_real[:, 1] - np.sin(x_real[:, 0])),
        "x_fake": x_fake,
        "y_fake": y_fake,
        "genInputs": draw.noise,
        "shape_of_fakeInputs": list(fakeInputs(BATCH, FEATURES).shape),
        "progress_shown": listings.progress_shown(listings.POINTS, Genmodel, BATCH, FEATURES),
        "real_data_listing": attempt(lambda: listed_real_data(np.random.normal(3, 1, 1), BATCH)),
        "shapes_of_samples": shapes_of_samples(Genmodel),
        "compile_listing": compile_listing,
        "accuracy_less_share_of_right_answers": accuracy_less_share_of_right_answers(
            compiled, x_real
        ),
        "layers_added_by_compile": len(compiled.layers) - layers,
        "outputs_of_three_sigmoid_units": three_units.shape[1],
        "model_names": [Discmodel.name, Genmodel.name],
        "Discmodel_layers": layer_table(Discmodel),
        **named("Discmodel", parameter_counts(Discmodel)),
        "Discmodel_activations": activations(Discmodel),
        "Discmodel_initializers": [
            type(layer.kernel_initializer).__name__ for layer in Discmodel.layers
        ],
        "network_given_to_the_discriminator": attempt(
            lambda: Discmodel.predict(Genmodel, verbose=0)
        ),
        "probabilities": Discmodel.predict(100 * x_fake, verbose=0),
        "Genmodel_layers": layer_table(Genmodel),
        **named("Genmodel", parameter_counts(Genmodel)),
        "architecture_as_in_7_02": _architecture(Genmodel) == _architecture(build_generator()),
        "prints": len(range(0, ITERATIONS, EVERY)),
        "right_answers": printed * BATCH,
        "mean_of_first_real_accuracies": float(np.mean(first_real)),
    }


@stage(tier="train")
def train(seed: int = 0) -> dict[str, object]:
    networks, draw = CORE.start(seed), draws(seed)
    found: dict[str, float] = {}
    for number in adversarial.train(networks, draw, ITERATIONS, EVERY):
        shown = draw(tf.constant(number))
        real, fake = accuracies(networks, shown)
        found |= {f"real_accuracy_{number}": real, f"fake_accuracy_{number}": fake}
    unseen = draw(tf.constant(ITERATIONS))
    fakes = networks.generator(unseen.noise)
    return {
        **found,
        "accuracies_after_4000": np.array(
            [
                found[f"{kind}_accuracy_{number}"]
                for number in range(2 * EVERY, ITERATIONS, EVERY)
                for kind in ("real", "fake")
            ]
        ),
        "accuracies_at_the_end": np.array(
            [found[f"{kind}_accuracy_{ITERATIONS - EVERY}"] for kind in ("real", "fake")]
        ),
        "probability_of_real": float(np.mean(networks.discriminator(unseen.real))),
        "probability_of_fake": float(np.mean(networks.discriminator(fakes))),
    }


def _architecture(model: keras.Model) -> list[tuple[str, int, str]]:
    return [(type(x).__name__, x.units, x.activation.__name__) for x in model.layers]
