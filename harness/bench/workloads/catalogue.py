"""All workloads by name; reading this imports no deep-learning library."""

from harness.bench.workloads.rows import Kind
from harness.bench.workloads.workload import Way, Workload

HERE = "harness.bench.workloads"
FORECASTS = "chapter5.forecasts:BY_XLA"
REVIEWS = {
    "6.01": "model_rnn",
    "6.02": "model_lstm",
    "6.03": "model_gru",
    "6.04": "model_bilstm",
    "6.05": "model_stack",
}
TEXT = ("nltk", "gensim", "sklearn.feature_extraction.text")


def _way(function: str, *arguments: object) -> Way:
    return Way(f"{HERE}.{function}", arguments)


def _training(
    unit: str,
    core: str,
    kind: Kind,
    rows: int,
    *,
    epochs: int = 1,
    options: str = "",
    ranges: str = "",
    limit: bool = False,
) -> Workload:
    """A core's training on so many rows a call; ``ranges`` are those of the listing's generator."""
    by_fit = _way("training:by_fit", core, kind, rows, epochs)
    return Workload(
        f"train/{unit}",
        "step",
        head=_way("training:of_core", core, kind, rows, epochs, options),
        peer=_way("training:by_generator", core, ranges, rows) if ranges else by_fit,
        limit=_way("limits:of_core", core) if limit else None,
        portable=not ranges,
        quality="loss",
        better="lower",
    )


def _full_batch(unit: str, steps: int, peer_steps: int, limit: Way | None = None) -> Workload:
    return Workload(
        f"train/{unit}",
        "step",
        head=_way("full_batch:compiled", unit, steps),
        peer=_way("full_batch:eager", unit, peer_steps),
        limit=limit,
        quality="loss",
        better="lower",
    )


def _adversarial(
    unit: str, iterations: int, peer_iterations: int, quality: str, *, limit: bool = False
) -> Workload:
    return Workload(
        f"train/{unit}",
        "iteration",
        head=_way("adversarial:compiled", unit, iterations),
        peer=_way("adversarial:by_calls", unit, peer_iterations),
        limit=_way("limits:of_iteration", unit) if limit else None,
        quality=quality,
        better="higher" if quality == "fakes found" else "lower",
    )


def _review(unit: str, name: str) -> Workload:
    return _training(
        unit,
        f"chapter6.sentiment:CORES.{name}",
        "words",
        128,
        options=f"chapter6.sentiment:VARIANTS.{name}.options",
    )


TRAININGS = (
    _full_batch("1.06", 1000, 100),
    _full_batch("A1.01", 10_000, 100),
    _full_batch("2.02", 1000, 100),
    _full_batch("2.03", 1000, 100),
    _full_batch("2.04", 10, 2, _way("limits:of_digits")),
    _training("2.05", "chapter2.exercise_2_05:CORE", "numbers", 21, epochs=100),
    _training("2.06", "chapter2.exercise_2_06:CORE", "numbers", 21, epochs=50),
    _training("2.07", "chapter2.exercise_2_07:CORE", "grey", 3200, limit=True),
    _training("A2.01", "chapter2.activity_2_01:CORE", "numbers", 208, epochs=5, limit=True),
    _training("3.02", "chapter3.exercise_3_02:CORE", "grey", 320, limit=True),
    _training("3.03", "chapter3.exercise_3_03:CORE", "pixels", 32, limit=True),
    _training(
        "3.04",
        "chapter3.exercise_3_04:CORE",
        "pixels",
        160,
        ranges="chapter3.exercise_3_04:RANGES",
        limit=True,
    ),
    _training(
        "A3.01",
        "chapter3.activity_3_01:CORE",
        "pixels",
        160,
        ranges="chapter3.activity_3_01:RANGES",
        limit=True,
    ),
    Workload(
        "train/A3.02",
        "step",
        head=_way("training:of_core", "fruits", "pixels", 16),
        peer=_way("training:by_generator", "fruits", "chapter3.activity_3_01:RANGES", 16),
        limit=_way("limits:of_core", "fruits"),
        quality="loss",
        better="lower",
    ),
    Workload(
        "train/4.06",
        "epoch",
        head=_way("embeddings:in_memory", "brown"),
        peer=_way("embeddings:read_each_epoch", "brown"),
        needs=("brown", "punkt"),
        quality="similarity of he and she",
        better="higher",
        libraries=TEXT,
    ),
    Workload(
        "train/A4.02",
        "epoch",
        head=_way("embeddings:in_memory", "alice"),
        needs=("alice", "punkt", "stopwords"),
        quality="similarity of queen and king",
        better="higher",
        libraries=TEXT,
    ),
    _training("5.03", "chapter5.exercise_5_03:CORE", "prices", 200, options=FORECASTS),
    _training("5.04", "chapter5.exercise_5_04:CORE", "prices", 200, options=FORECASTS),
    _training("5.05", "chapter5.exercise_5_05:CORE", "prices", 200, options=FORECASTS),
    _training("A5.01", "chapter5.activity_5_01:CORE", "prices", 200, options=FORECASTS),
    *(_review(unit, name) for unit, name in REVIEWS.items()),
    _training("A6.01", "chapter6.products:CORE", "words", 128),
    _adversarial("7.03", 200, 5, "fakes found"),
    _adversarial("7.04", 200, 5, "distance to real points"),
    _adversarial("7.05", 2, 1, "distance to real pictures", limit=True),
    _adversarial("A7.01", 2, 1, "distance to real pictures", limit=True),
)


def _inference(unit: str, core: str, kind: Kind, batch: int = 32) -> Workload:
    return Workload(
        f"predict/{unit}",
        "batch",
        head=_way("inference:compiled", core, kind, batch),
        peer=_way("inference:predicted", core, kind, batch),
        portable=core != "fruits",
    )


INFERENCE = (
    _inference("2.05", "chapter2.exercise_2_05:CORE", "numbers"),
    _inference("2.06", "chapter2.exercise_2_06:CORE", "numbers"),
    _inference("2.07", "chapter2.exercise_2_07:CORE", "grey"),
    _inference("A2.01", "chapter2.activity_2_01:CORE", "numbers"),
    _inference("3.02", "chapter3.exercise_3_02:CORE", "grey"),
    _inference("3.03", "chapter3.exercise_3_03:CORE", "grey"),
    _inference("3.04", "chapter3.exercise_3_04:CORE", "grey"),
    _inference("A3.01", "chapter3.activity_3_01:CORE", "grey"),
    _inference("A3.02", "fruits", "grey", 8),
    _inference("5.03", "chapter5.exercise_5_03:CORE", "prices", 256),
    _inference("5.04", "chapter5.exercise_5_04:CORE", "prices", 256),
    _inference("5.05", "chapter5.exercise_5_05:CORE", "prices", 256),
    _inference("A5.01", "chapter5.activity_5_01:CORE", "prices", 256),
    *(
        _inference(unit, f"chapter6.sentiment:CORES.{name}", "words", 128)
        for unit, name in REVIEWS.items()
    ),
    _inference("A6.01", "chapter6.products:CORE", "words", 128),
    _inference("7.02", "chapter7.exercise_7_02:build_generator", "numbers", 128),
    _inference("7.05", "chapter7.dcgan:build_generator", "numbers", 128),
)


def _pipeline(
    name: str,
    work: str,
    head: Way,
    peer: Way | None = None,
    libraries: tuple[str, ...] = ("pandas", "sklearn.preprocessing"),
) -> Workload:
    return Workload(f"pipeline/{name}", work, head, peer, libraries=libraries)


def _moving(name: str, unit: str, shape: tuple[int, int, int]) -> Workload:
    return _pipeline(
        name,
        "batch",
        _way("pipelines:moved", f"{unit}:AUGMENT", shape, 16),
        _way("pipelines:moved_by_generator", f"{unit}:RANGES", shape, 16),
        ("tensorflow", "keras"),
    )


PIPELINES = (
    _pipeline(
        "look-back", "series", _way("pipelines:look_back"), _way("pipelines:look_back_by_shifts")
    ),
    _moving("shifted-pictures", "chapter3.exercise_3_04", (32, 32, 3)),
    _moving("turned-pictures", "chapter3.activity_3_01", (28, 28, 1)),
    _pipeline(
        "padding",
        "2000 reviews",
        _way("pipelines:padded"),
        _way("pipelines:padded_by_keras"),
        ("tensorflow", "keras"),
    ),
    _pipeline("counts", "500 documents", _way("pipelines:counted"), libraries=TEXT),
    _pipeline("tf-idf", "500 documents", _way("pipelines:weighed"), libraries=TEXT),
    _pipeline(
        "stop-words",
        "500 documents",
        _way("pipelines:cleaned"),
        _way("pipelines:cleaned_by_list"),
        TEXT,
    ),
    _pipeline("stems", "50 documents", _way("pipelines:stemmed"), libraries=TEXT),
)

CLOSED = tuple(
    Workload(f"closed/{unit}", "run", _way("closed:of_unit", module))
    for unit, module in {
        "1.02": "chapter1.exercise_1_02",
        "1.03": "chapter1.exercise_1_03",
        "1.04": "chapter1.exercise_1_04",
        "1.05": "chapter1.exercise_1_05",
        "2.01": "chapter2.exercise_2_01",
        "3.01": "chapter3.exercise_3_01",
        "5.02": "chapter5.exercise_5_02",
        "7.01": "chapter7.exercise_7_01",
    }.items()
)

OF_THE_HARNESS = (
    Workload("harness/judging", "claim", _way("of_the_harness:judging")),
    Workload("harness/reading", "claim", _way("of_the_harness:reading"), libraries=()),
    Workload("harness/start-up", "run", _way("of_the_harness:start_up", "list"), libraries=()),
    Workload("harness/help", "run", _way("of_the_harness:start_up", "--help"), libraries=()),
    Workload("harness/grading", "submission", _way("of_the_harness:grading", 8, 2), libraries=()),
)


def _to_quality(
    unit: str,
    core: str,
    data: tuple[str, str],
    goal: tuple[str, float],
    epochs: tuple[int, int],
    options: str = "",
) -> Workload:
    """Training until an epoch's quality is at the goal; at most ``epochs[0]``, looked at each [1].

    ``data`` are a data set and the name of its split in ``to_quality``.
    """
    arguments = (core, data[1], *goal, *epochs, options)
    return Workload(
        f"quality/{unit}",
        "training",
        _way("to_quality:reach", *arguments),
        needs=(data[0],),
        quality=goal[0],
        better="lower" if "loss" in goal[0] else "higher",
        once=True,
    )


TO_QUALITY = (
    _to_quality(
        "2.05",
        "chapter2.exercise_2_05:CORE",
        ("data-csv", "points"),
        ("accuracy", 0.9),
        (2000, 50),
    ),
    _to_quality(
        "2.07",
        "chapter2.exercise_2_07:CORE",
        ("mnist", "digits"),
        ("accuracy", 0.98),
        (20, 1),
    ),
    _to_quality(
        "3.02",
        "chapter3.exercise_3_02:CORE",
        ("mnist", "digits, a fifth held out"),
        ("val_accuracy", 0.98),
        (5, 1),
    ),
    _to_quality(
        "5.03",
        "chapter5.exercise_5_03:CORE",
        ("aapl", "prices"),
        ("val_loss", 0.001),
        (10, 1),
        FORECASTS,
    ),
)

WORKLOADS = {
    each.name: each
    for each in (*TRAININGS, *INFERENCE, *PIPELINES, *CLOSED, *OF_THE_HARNESS, *TO_QUALITY)
}
