"""Chapter 6's way from reviews to results, run whole on small generated ones."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import keras
import numpy as np
import pytest
import tensorflow as tf
from hypothesis import given, settings
from hypothesis import strategies as st
from tensorflow.keras.preprocessing.sequence import pad_sequences
from tensorflow.keras.preprocessing.text import text_to_word_sequence

from reference import datasets
from reference.chapter6 import experiments, products, section_unseen_data
from reference.chapter6.preprints import month_of_preprint
from reference.chapter6.reviews import Reviews, decode, load_reviews
from reference.chapter6.section_loading_data import load_data_of
from reference.chapter6.sentiment import CORES, MAXLEN, VARIANTS, VOCAB_SIZE
from reference.cores import PLAIN

RANKS = {"the": 1, "movie": 2, "an": 3, "excellent": 4, "poor": 5, "acting": 6}
LISTS = st.lists(st.lists(st.integers(1, 9), min_size=1, max_size=9), min_size=1, max_size=5)


def joined(lists: list[list[int]], labels: list[int] | None = None) -> Reviews:
    return Reviews(
        np.concatenate([np.array(one, np.int32) for one in lists]),
        np.array([len(one) for one in lists]),
        np.array(labels or [0] * len(lists)),
    )


def some_reviews(count: int = 300) -> Reviews:
    """Reviews of 5 to 14 numbers, half of which hold a 7 and are positive."""
    generator = np.random.default_rng(0)
    lists = [generator.integers(10, 20, size=5 + row % 10).tolist() for row in range(count)]
    return joined([[7, *one] if row % 2 else one for row, one in enumerate(lists)], [0, 1] * 150)


@pytest.fixture
def small_imdb(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A few reviews in the place of IMDb's, and two epochs of the plain RNN, without XLA."""
    monkeypatch.setattr(experiments, "SEEDS", 3)
    monkeypatch.setattr(experiments, "load_reviews", lambda size: (some_reviews(), some_reviews()))
    monkeypatch.setitem(CORES, "model_rnn", replace(CORES["model_rnn"], epochs=2))
    monkeypatch.setitem(VARIANTS, "model_rnn", VARIANTS["model_rnn"]._replace(options=PLAIN))
    caches = (experiments.split, experiments.train, experiments.train_each, experiments.baselines)
    for cached in caches:
        cached.cache_clear()
    yield
    for cached in caches:
        cached.cache_clear()


@settings(deadline=None)
@given(LISTS, st.integers(1, 12))
def test_reviews_are_padded_as_keras_pads_them(lists: list[list[int]], maxlen: int) -> None:
    np.testing.assert_array_equal(joined(lists).padded(maxlen), pad_sequences(lists, maxlen=maxlen))


@settings(deadline=None, max_examples=25)
@given(LISTS, LISTS, st.sampled_from([None, 6]))
def test_reviews_are_loaded_as_keras_loads_them(
    train: list[list[int]], test: list[list[int]], num_words: int | None
) -> None:
    halves = train, (test * len(train))[: len(train)]
    held = {
        f"{half}_{part}": values
        for half, lists in zip(("train", "test"), halves, strict=True)
        for part, values in (
            ("tokens", np.concatenate(lists)),
            ("lengths", np.array([len(one) for one in lists])),
        )
    }
    labels = np.arange(2 * len(train)) % 2
    held |= {"y_train": labels[: len(train)], "y_test": labels[len(train) :]}
    arguments = {} if num_words is None else {"num_words": num_words}
    theirs = load_data_of([*halves[0], *halves[1]], **arguments)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(datasets, "load", lambda name: held)
        ours = load_reviews(num_words)
    for half, (lists, found) in zip(ours, theirs, strict=True):
        assert half.lists() == [[int(number) for number in one] for one in lists]
        assert half[0] == half.lists()[0]
        np.testing.assert_array_equal(half.labels, found)


def test_a_text_is_encoded_as_the_reviews_that_were_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datasets, "load", lambda name: RANKS)
    row = section_unseen_data.encode("An excellent, UNHEARD movie!", RANKS)
    assert row.shape == (1, MAXLEN)
    assert row[0, -5:].tolist() == [1, 6, 7, 2, 5]
    assert decode(row[0, -4:].tolist()) == ["an", "excellent", "?", "movie"]


@pytest.mark.usefixtures("small_imdb")
def test_a_model_is_trained_validated_and_judged() -> None:
    assert [len(rows.x) for rows in experiments.split()] == [240, 60, 300]
    found = experiments.results("model_rnn", 0, 2, 1, 2)
    assert {"loss_epoch_2", "val_accuracy_epoch_1", "test_accuracy", "best_epoch"} <= set(found)
    assert np.isfinite(list(found.values())).all()


@pytest.mark.usefixtures("small_imdb")
def test_models_are_compared_over_the_same_seeds() -> None:
    found = experiments.over_seeds("model_rnn")
    assert {name: values.shape for name, values in found.items()} == {
        "test_accuracies_rnn": (3,),
        "val_accuracies_rnn": (3,),
    }


@pytest.mark.usefixtures("small_imdb")
def test_each_start_keeps_the_model_that_it_led_to() -> None:
    runs = experiments.train_each("model_rnn")
    first, last = (run.model.get_weights() for run in (runs[0], runs[-1]))
    alone = experiments.train("model_rnn", 0, 2).model.get_weights()
    for one, other in zip(first, alone, strict=True):
        np.testing.assert_allclose(one, other, atol=1e-5)
    assert not np.allclose(first[0], last[0])


@pytest.mark.usefixtures("small_imdb")
def test_the_second_review_is_judged_by_every_start(monkeypatch: pytest.MonkeyPatch) -> None:
    words = dict.fromkeys(text_to_word_sequence(section_unseen_data.BAD))
    ranks = {word: rank for rank, word in enumerate(words, start=1)}
    monkeypatch.setattr(datasets, "load", lambda name: ranks)
    share = section_unseen_data.predictions_over_seeds()["share_called_negative"]
    assert share * 3 == pytest.approx(round(share * 3))


@pytest.mark.parametrize(
    ("epsilon", "rule"),
    [
        (1e-7, lambda gradient, mean_square: gradient / np.sqrt(mean_square + 1e-7)),
        (1e-14, lambda gradient, mean_square: gradient / (np.sqrt(mean_square) + 1e-7)),
    ],
    ids=["by default it stands under the root", "so small, it does as beside the root"],
)
@pytest.mark.parametrize("gradient", [0.0, 1e-5, 1e-3, 1.0])
def test_the_epsilon_of_rmsprop(
    epsilon: float, rule: Callable[[float, float], float], gradient: float
) -> None:
    """TensorFlow 2.1 added it to the root: a cause of the losses in Chapter 6 that have drifted."""
    expected = -0.001 * rule(gradient, 0.1 * gradient**2)
    assert first_step(tf.constant([gradient]), epsilon) == pytest.approx(expected, rel=0.05)


def test_rmsprop_squares_the_gradients_of_one_word_one_by_one() -> None:
    """TensorFlow 2.1 added them up before, so that four in a batch made no longer step than one."""
    four = tf.IndexedSlices(tf.fill([4], 0.01), tf.zeros([4], tf.int32), tf.constant([1]))
    summed = first_step(tf.convert_to_tensor(four))
    assert first_step(four) == pytest.approx(np.sqrt(4) * summed, rel=0.01)


def first_step(gradient: tf.Tensor | tf.IndexedSlices, epsilon: float = 1e-7) -> float:
    """Where a weight at 0 is moved by Keras's RMSprop at the rates that are its defaults."""
    weight = tf.Variable([0.0])
    keras.optimizers.RMSprop(epsilon=epsilon).apply([gradient], [weight])
    return float(weight.numpy()[0])


@pytest.mark.usefixtures("small_imdb")
def test_a_bag_of_words_learns_what_one_word_tells() -> None:
    found = experiments.baselines()
    assert found == {"majority_accuracy": 0.5, "bag_of_words_accuracy": 1.0}


def test_product_reviews_go_from_texts_to_a_confusion_matrix() -> None:
    texts, labels = ["good sound", "poor sound track"] * 40, np.array([1, 0] * 40)
    tok = products.fitted(texts)
    x = products.padded(tok, texts)
    assert x.shape == (80, products.MAXLEN)
    assert x[1, -3:].tolist() == [tok.word_index[word] for word in ("poor", "sound", "track")]
    model, history = products.train(x, labels, seed=0, epochs=1)
    assert history.val_loss.shape == (1,)
    assert products.confusion_of(model, x, labels).sum(axis=1).tolist() == [40, 40]


def test_numbers_beyond_the_vocabulary_are_marked_and_never_reach_a_model() -> None:
    text = section_unseen_data.encode("unheard", {"unheard": VOCAB_SIZE})
    assert text.max() < VOCAB_SIZE


@pytest.mark.parametrize("number", ["1409", "math/0309136", "14090473"])
def test_what_is_no_number_of_a_preprint_is_told_in_one_line(number: str) -> None:
    with pytest.raises(ValueError, match="is no number such as 1409"):
        month_of_preprint(number)
