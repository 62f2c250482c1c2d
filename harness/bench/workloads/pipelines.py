"""What feeds the networks: windows of a series, moved pictures, padded and counted words."""

from collections.abc import Callable

import numpy as np

from harness.bench.workloads.contests.windows import SERIES, shift_by_pandas
from harness.bench.workloads.rows import made
from harness.bench.workloads.workload import Work

REVIEWS, MAXLEN = 2000, 200
DOCUMENTS, WORDS = 500, 100


def _repeat(once: Callable[[], object], **about: object) -> Work:
    def run(calls: int) -> None:
        for _ in range(calls):
            once()

    return Work(run, **about)  # type: ignore[arg-type]


def look_back(*, seed: int) -> Work:
    """Chapter 5's features of a series of 2,514 days, as a view that is then copied."""
    from reference.chapter5.section_preparing_the_data import LOOK_BACK, get_lookback

    return _repeat(
        lambda: np.ascontiguousarray(get_lookback(SERIES, LOOK_BACK)[0]),
        shapes={"series": SERIES.shape},
    )


def look_back_by_shifts(*, seed: int) -> Work:
    """The listing's way: a shifted frame for each day."""
    from reference.chapter5.section_preparing_the_data import LOOK_BACK

    return _repeat(lambda: shift_by_pandas(SERIES, LOOK_BACK), shapes={"series": SERIES.shape})


def moved(augmentation: str, shape: tuple[int, int, int], batch: int, *, seed: int) -> Work:
    """A batch of pictures moved at random, on tensors."""
    import tensorflow as tf

    from harness.bench.workloads.training import named

    pictures, _ = made("grey", shape, 10, batch, seed)
    inputs, augment = tf.constant(pictures), tf.function(named(augmentation))
    seeds = tf.constant([seed, 0])
    return _repeat(
        lambda: augment(inputs, seeds).numpy(), batch=batch, shapes={"pictures": pictures.shape}
    )


def moved_by_generator(ranges: str, shape: tuple[int, int, int], batch: int, *, seed: int) -> Work:
    """The listing's way: the batches of an ``ImageDataGenerator``."""
    from tensorflow.keras.preprocessing.image import ImageDataGenerator

    from harness.bench.workloads.training import named

    pictures, _ = made("pixels", shape, 10, batch, seed)
    generator = ImageDataGenerator(rescale=1 / 255, **named(ranges))
    batches = generator.flow(pictures, batch_size=batch, seed=seed)
    return _repeat(lambda: next(batches), batch=batch, shapes={"pictures": pictures.shape})


def padded(*, seed: int) -> Work:
    """Reviews of many lengths as rows of 200 words."""
    reviews = _reviews(seed)
    return _repeat(lambda: reviews.padded(MAXLEN), shapes={"reviews": (REVIEWS,)})


def padded_by_keras(*, seed: int) -> Work:
    """The listing's way: ``pad_sequences`` on the lists."""
    from tensorflow.keras.preprocessing.sequence import pad_sequences

    lists = _reviews(seed).lists()
    return _repeat(lambda: pad_sequences(lists, maxlen=MAXLEN), shapes={"reviews": (REVIEWS,)})


def _reviews(seed: int):  # type: ignore[no-untyped-def]
    from reference.chapter6.reviews import Reviews

    generator = np.random.default_rng(seed)
    lengths = generator.integers(20, 500, size=REVIEWS)
    tokens = generator.integers(1, 8000, size=int(lengths.sum()), dtype=np.int32)
    return Reviews(tokens, lengths, generator.integers(2, size=REVIEWS).astype(np.int32))


def documents(seed: int) -> list[list[str]]:
    """Token lists of which few words make up most, as in any language."""
    ranks = np.random.default_rng(seed).zipf(1.5, size=(DOCUMENTS, WORDS)) % 5000
    found: list[list[str]] = np.char.add("w", ranks.astype(str)).tolist()
    return found


def counted(*, seed: int) -> Work:
    """A document-term matrix of token lists."""
    from reference.chapter4.section_term_frequencies import of_tokens

    texts = documents(seed)
    return _repeat(
        lambda: of_tokens(token_pattern=None).fit_transform(texts),
        shapes={"documents": (DOCUMENTS, WORDS)},
    )


def weighed(*, seed: int) -> Work:
    """A matrix of TF-IDF weights of texts."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    texts = [" ".join(words) for words in documents(seed)]
    return _repeat(
        lambda: TfidfVectorizer().fit_transform(texts), shapes={"documents": (DOCUMENTS, WORDS)}
    )


def cleaned(*, seed: int) -> Work:
    """Token lists without their unwanted tokens."""
    from reference.chapter4.cleaning import dropping

    texts, unwanted = documents(seed), _unwanted()
    return _repeat(lambda: dropping(texts, unwanted), shapes={"documents": (DOCUMENTS, WORDS)})


def cleaned_by_list(*, seed: int) -> Work:
    """The listing's way: each token is looked for in a list."""
    texts, unwanted = documents(seed), _unwanted()
    return _repeat(
        lambda: [[word for word in text if word not in unwanted] for text in texts],
        shapes={"documents": (DOCUMENTS, WORDS)},
    )


def _unwanted() -> list[str]:
    """As many as NLTK's stop words and the punctuation marks."""
    return [f"w{number}" for number in range(10, 220)]


def stemmed(*, seed: int) -> Work:
    """Porter's stems of token lists."""
    from reference.chapter4.cleaning import stemmed as stems

    texts = documents(seed)[:50]
    return _repeat(lambda: stems(texts), shapes={"documents": (50, WORDS)})
