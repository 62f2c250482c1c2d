"""Exercise 7.04: the generator learns to fool the discriminator with points near a sine wave."""

import dataclasses
import tempfile
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

from reference import adversarial
from reference.adversarial import AdversarialCore, Adversaries, Draw
from reference.attempts import attempt
from reference.chapter7 import exercise_7_01, exercise_7_03
from reference.chapter7.exercise_7_02 import BATCH, FEATURES, build_generator
from reference.chapter7.exercise_7_03 import (
    accuracies,
    build_discriminator,
    draws,
    listed_real_data,
    named,
    trains,
)
from reference.stages import stage
from reference.summaries import layer_table, parameter_counts
from reference.two_samples import energy_distance, permutation_p_value

ITERATIONS, EVERY = 20_000, 2_000
PICTURED = (2_000, 10_000, 18_000)
PRINTED_REAL = [
    0.2421875, 0.625, 0.6484375, 0.84375, 0.3671875, 0.53125, 0.578125, 0.640625, 0.515625, 0.5625,
]  # fmt: skip
PRINTED_FAKE = [
    0.0234375, 0.609375, 0.9609375, 0.734375, 0.734375,
    0.703125, 0.640625, 0.8203125, 0.7109375, 0.859375,
]  # fmt: skip
LEAST_OF_SELU = -1.7581
CENTRED = 0.5  # how far a mean of 0 may be off
PROCESSES = {
    1: "Generating Real Data from the Known Function",
    2: "Creating a Basic Generative Network",
    3: "Discriminator Network",
    4: "Implementing the GAN",
}
FUNCTIONS = {  # that the listings define, in the order of the exercises
    "7.02": (),
    "7.03": ("realData", "fakeInputs", "genModel", "fakedataGenerator"),
    "7.04": ("realData", "fakeInputs", "genModel", "fakedataGenerator", "discModel", "ganModel"),
}
NAME_OF_THE_PLOT = "filename = folder + '/GAN_Training_Plot%03d.png' % (i)"
BROKEN_NAME = "filename = 'D:/Project/GAN_Training_Plot%03d.png' %\n(i)\n"
POINTS = 1_000  # of each sample that is compared
PLOTTED = 300  # of each sample that is looked at
NEAR = 1 / 3  # distance from the sine curve, of which the amplitude is 1
FAIR_ITERATIONS = 4_000
SEEDS = 10


def adversaries() -> Adversaries:
    """The networks of Exercise 7.03, of which the generator learns too, each with Keras's Adam."""
    return dataclasses.replace(
        exercise_7_03.adversaries(), generator_optimizer=keras.optimizers.Adam()
    )


CORE = AdversarialCore("7.04", adversaries, ITERATIONS, quality="distance_trained")


def stack(generator: keras.Model, discriminator: keras.Model) -> keras.Model:
    """The listing's ganModel: the discriminator, frozen, judges what the generator makes."""
    discriminator.trainable = False
    model = keras.Sequential([generator, discriminator])
    model.compile(loss="binary_crossentropy", optimizer="adam")
    return model


def independent_real_points(seed: int) -> np.ndarray:
    """Real points of as many midpoints, (1000, 2): a sample of what the discriminator is shown."""
    generator = np.random.default_rng(seed)
    offsets = generator.integers(-BATCH // 2, BATCH // 2, POINTS)
    x = generator.normal(3, 1, POINTS) + exercise_7_01.SPACING * offsets
    return np.stack([x, np.sin(x)], axis=1)


def generated_points(generator: keras.Model, seed: int) -> np.ndarray:
    """Points of the generator, (1000, 2), for noise of this seed."""
    noise = np.random.default_rng(seed).normal(size=(POINTS, FEATURES)).astype(np.float32)
    return generator(noise).numpy()


def near_the_curve(points: np.ndarray) -> float:
    """Share of points whose second feature lies near the sine of their first."""
    return float(np.mean(_from_curve(points) < NEAR))


def within_domain(points: np.ndarray, real: np.ndarray) -> float:
    """Share of points in the rectangle that the real points span."""
    inside = (points >= real.min(axis=0)) & (points <= real.max(axis=0))
    return float(np.mean(inside.all(axis=1)))


def noise_of(points: np.ndarray) -> float:
    """Root mean square distance from the sine curve."""
    return float(np.sqrt(np.mean(_from_curve(points) ** 2)))


def accuracy_where_fakes_are_real(seed: int) -> float:
    """Of a discriminator whose fakes are real points too, as of a perfect generator."""
    networks, draw = exercise_7_03.adversaries(), draws(seed)
    networks = dataclasses.replace(networks, generator=keras.layers.Identity())

    def both_real(number: tf.Tensor) -> Draw:
        return draw(number)._replace(noise=draw(-1 - number).real)

    for _ in adversarial.train(networks, both_real, FAIR_ITERATIONS, FAIR_ITERATIONS):
        pass
    return float(np.mean(accuracies(networks, both_real(tf.constant(FAIR_ITERATIONS)))))


def files_made_by_the_name() -> int:
    """Files that the line with the plot's name leaves in the folder that it names."""
    with tempfile.TemporaryDirectory() as folder:
        exec(NAME_OF_THE_PLOT, {"folder": folder, "i": EVERY})
        return len(list(Path(folder).iterdir()))


def first_exercise_with(function: str) -> str:
    return next(exercise for exercise, defined in FUNCTIONS.items() if function in defined)


def run() -> dict[str, object]:
    Discmodel, Genmodel = build_discriminator(), build_generator()
    Discmodel.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
    tables = {"Discmodel": layer_table(Discmodel), "Genmodel": layer_table(Genmodel)}
    counts = {
        **named("Discmodel", parameter_counts(Discmodel)),
        **named("Genmodel", parameter_counts(Genmodel)),
    }
    gan_model = stack(Genmodel, Discmodel)
    draw = draws(0)(tf.constant(0))
    x_fake = Genmodel.predict(draw.noise, verbose=0)
    frozen = Discmodel.get_weights()
    ones = np.ones((BATCH, 1))
    loss_at_first = _loss_with_label_1(gan_model, draw.noise)
    trains(gan_model, draw.noise.numpy(), ones)
    loss_after_its_call = _loss_with_label_1(gan_model, draw.noise)
    untouched = all(map(np.array_equal, frozen, Discmodel.get_weights()))
    printed = np.array([PRINTED_REAL, PRINTED_FAKE])
    starts = [generated_points(_fresh_generator(seed), seed) for seed in range(SEEDS)]
    return {
        **{f"{model}_layers": rows for model, rows in tables.items()},
        **counts,
        "model_names": [Discmodel.name, Genmodel.name, gan_model.name],
        "Genmodel_names": [Genmodel.name, *(row["name"] for row in tables["Genmodel"])],
        "gan_model_layers": layer_table(gan_model),
        **named("gan_model", parameter_counts(gan_model)),
        "params_of_parts": [row["params"] for row in layer_table(gan_model)],
        "discriminator_trained_by_its_own_call": trains(Discmodel, draw.real.numpy(), ones),
        "discriminator_untouched_by_gan_call": untouched,
        "loss_with_label_1_at_first": loss_at_first,
        "loss_with_label_1_after_gan_call": loss_after_its_call,
        "prints": len(range(0, ITERATIONS, EVERY)),
        "right_answers": printed * BATCH,
        "falls_of_the_printed_real_accuracy": int(np.sum(np.diff(PRINTED_REAL) < 0)),
        "plotted_before_training": x_fake,
        "share_centred_on_0": np.mean(
            [abs(points.mean(axis=0)).max() <= CENTRED for points in starts]
        ),
        "share_from_minus_2_to_4": np.mean([_from_minus_2_to_4(points) for points in starts]),
        "real_data_listing": attempt(lambda: listed_real_data(np.random.normal(3, 1, 1), BATCH)),
        "gan_trained_on_fake_samples": attempt(lambda: trains(gan_model, x_fake, ones)),
        "title_of_process_4": PROCESSES[4],
        "number_of_processes": len(PROCESSES),
        "functions_of_7_03_used_again": [
            name for name in FUNCTIONS["7.04"] if name in FUNCTIONS["7.03"]
        ],
        "first_exercise_with_genModel": first_exercise_with("genModel"),
        "files_made_by_the_name": files_made_by_the_name(),
        "broken_name": attempt(lambda: compile(BROKEN_NAME, "<cell>", "exec")),
    }


@stage(tier="train")
def train(seed: int = 0) -> dict[str, object]:
    networks, draw = CORE.start(seed), draws(seed)
    real, others = independent_real_points(2 * seed), independent_real_points(2 * seed + 1)
    untrained = generated_points(networks.generator, seed)
    found: dict[str, object] = {"points_real": real[:PLOTTED]}
    found["points_untrained"] = untrained[:PLOTTED]
    for number in adversarial.train(networks, draw, ITERATIONS, EVERY):
        # As the listing, judge fakes that the discriminator has not learned from.
        judged = draw(tf.constant(number))._replace(noise=draw(tf.constant(-1 - number)).noise)
        of_real, of_fake = accuracies(networks, judged)
        found |= {f"real_accuracy_{number}": of_real, f"fake_accuracy_{number}": of_fake}
        if number in PICTURED:
            pictured = generated_points(networks.generator, seed)
            found[f"near_the_curve_{number}"] = near_the_curve(pictured)
            found[f"within_domain_{number}"] = within_domain(pictured, real)
            found[f"points_{number}"] = pictured[:PLOTTED]
    # The last picture is of iteration 18,000.
    right_of_4 = pictured[:, 0] > 4
    trained = generated_points(networks.generator, seed)
    return {
        **found,
        "points_trained": trained[:PLOTTED],
        "noise_left_of_4": noise_of(pictured[~right_of_4]),
        "noise_right_of_4": noise_of(pictured[right_of_4]),
        "distance_from_half_where_fakes_are_real": abs(accuracy_where_fakes_are_real(seed) - 0.5),
        "distance_of_two_real_samples": energy_distance(others, real),
        "distance_untrained": energy_distance(untrained, real),
        "distance_trained": energy_distance(trained, real),
        "p_value_of_two_real_samples": permutation_p_value(others, real),
        "p_value_trained": permutation_p_value(trained, real),
        "least_generated": float(trained[:, 0].min()),
        "real_points_out_of_reach": float(np.mean(real[:, 0] < LEAST_OF_SELU)),
    }


@stage(tier="full")
def over_seeds() -> dict[str, object]:
    """Every result of the training over ten seeds: all of them, and the median."""
    runs = [train(seed) for seed in range(SEEDS)]
    names = [name for name, value in runs[0].items() if not isinstance(value, np.ndarray)]
    results = {name: np.array([found[name] for found in runs]) for name in names}
    medians = {f"median_{name}": np.median(of) for name, of in results.items()}
    left = medians["median_distance_trained"] / medians["median_distance_untrained"]
    return {**results, **medians, "distance_left_by_training": left}


def _loss_with_label_1(model: keras.Model, noise: tf.Tensor) -> float:
    """Cross-entropy of the GAN's answers with labels that call all fakes real."""
    return float(adversarial.LOSS(tf.ones([len(noise), 1]), model(noise)))


def _from_curve(points: np.ndarray) -> np.ndarray:
    return abs(points[:, 1] - np.sin(points[:, 0]))


def _from_minus_2_to_4(points: np.ndarray) -> float:
    return float(np.mean((points[:, 0] > -2) & (points[:, 0] < 4)))


def _fresh_generator(seed: int) -> keras.Model:
    keras.utils.set_random_seed(seed)
    return build_generator()
