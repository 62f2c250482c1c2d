"""Effect of Parameters, the window size: how many terms to the left and right are the context."""

import inspect

from gensim.models import Word2Vec

SENTENCES = [["a", "b"] * 100] * 50


def loss_of_one_epoch(window: int) -> float:
    """Loss of Skip-gram while it learns next to nothing: each pair of terms adds the same.

    With hierarchical softmax over two terms, every prediction costs one bit.
    """
    model = Word2Vec(
        SENTENCES,
        sg=1,
        hs=1,
        negative=0,
        window=window,
        vector_size=4,
        epochs=1,
        alpha=1e-12,
        min_alpha=1e-12,
        sample=0,
        workers=1,
        seed=1,
        compute_loss=True,
    )
    return float(model.get_latest_training_loss())


def run() -> dict[str, object]:
    one_term_a_side = loss_of_one_epoch(window=1)
    return {
        "context_terms_a_side_of_window_2": loss_of_one_epoch(window=2) / one_term_a_side,
        "context_terms_a_side_of_window_5": loss_of_one_epoch(window=5) / one_term_a_side,
        "default_window": inspect.signature(Word2Vec).parameters["window"].default,
    }
