"""Summarizing All the Models: parameters, seconds and accuracies side by side."""

import numpy as np

from reference.chapter6.experiments import baselines, over_seeds, seconds_a_step
from reference.chapter6.prints import (
    ACCURACIES,
    LOSSES,
    SECONDS,
    TEST_ACCURACIES,
    log_seconds,
    times_as_long,
)
from reference.chapter6.reviews import decode, load_reviews
from reference.chapter6.sentiment import MAXLEN, VARIANTS, VOCAB_SIZE, notebook
from reference.stages import stage


def run() -> dict[str, object]:
    counts = {
        name.removeprefix("model_"): sum(layer.count_params() for layer in model.layers[2:-2])
        for name, model in notebook().items()
    }
    return {
        **{f"parameters_{name}": count for name, count in counts.items()},
        **{f"percent_{name}": 100 * accuracy for name, accuracy in TEST_ACCURACIES.items()},
        **log_seconds("gru", "lstm"),
        "from_least_seconds_in_log": sorted(SECONDS, key=lambda name: times_as_long(name, "rnn")),
        "least_falls_of_loss_in_log": np.array([-np.diff(log).max() for log in LOSSES.values()]),
        "least_rises_of_accuracy_in_log": np.array(
            [np.diff(log).min() for log in ACCURACIES.values()]
        ),
        "lowest_accuracy": min(TEST_ACCURACIES, key=TEST_ACCURACIES.__getitem__),
        "two_highest_accuracies": sorted(TEST_ACCURACIES, key=TEST_ACCURACIES.__getitem__)[-2:],
        "models": len(counts),
        "fewest_parameters": min(counts, key=counts.__getitem__),
        "times_the_plain_rnn": {name: counts[name] / counts["rnn"] for name in ("lstm", "gru")},
        "times_the_plain_rnn_of_larger": [
            counts[name] / counts["rnn"] for name in ("bilstm", "stack")
        ],
    }


@stage(needs=("imdb", "imdb-word-index"))
def sequences() -> dict[str, object]:
    """How long the sequences are that the models are given."""
    training, _ = load_reviews(VOCAB_SIZE)
    row = next(row for row in training.padded(MAXLEN) if row[0])
    return {"terms": len(row), "characters": len(" ".join(decode(row.tolist())))}


@stage(tier="train")
def seconds() -> dict[str, np.ndarray]:
    return seconds_a_step(*VARIANTS)


@stage(tier="full", needs=("imdb",))
def comparison() -> dict[str, object]:
    """Test accuracies over seeds, beside those of a bag of words and of the majority."""
    found = over_seeds(*VARIANTS)
    accuracies = baselines()
    return {
        **found,
        **accuracies,
        "lead_of_best_over_bag_of_words": max(
            float(np.mean(found[f"test_accuracies_{name}"])) for name in TEST_ACCURACIES
        )
        - accuracies["bag_of_words_accuracy"],
    }
