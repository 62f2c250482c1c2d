"""Word2Vec: a window slides over a sentence, and its middle is predicted from the rest."""

from typing import NamedTuple

from gensim.models import Word2Vec

SENTENCE = ["the", "persian", "cat", "eats", "fish", "and", "hates", "bathing"]
SIDE = 2


class Window(NamedTuple):
    """A target term and the context terms around it."""

    target: str
    context: list[str]


def windows(sentence: list[str], side: int) -> list[Window]:
    """Every window that is complete: ``side`` terms before the target, as many after it."""
    centres = range(side, len(sentence) - side)
    return [
        Window(sentence[n], sentence[n - side : n] + sentence[n + 1 : n + side + 1])
        for n in centres
    ]


def difference(one: list[tuple[str, float]], other: list[tuple[str, float]]) -> float:
    """The greatest difference between two predictions of the same terms."""
    chances = dict(one)
    return float(max(abs(chances[term] - chance) for term, chance in other))


def run() -> dict[str, object]:
    c1, c2, c3, c4 = (window for window in windows(SENTENCE, SIDE))
    model = Word2Vec(
        [SENTENCE] * 100, min_count=1, window=SIDE, vector_size=50, seed=1, workers=1, epochs=20
    )
    around_cat = model.predict_output_word(c1.context, topn=len(SENTENCE))
    around_eats = model.predict_output_word(c2.context, topn=len(SENTENCE))
    in_another_order = model.predict_output_word(c1.context[::-1], topn=len(SENTENCE))
    return {
        "context_of_cat": c1.context,
        "terms_in_window": len(c1.context) + 1,
        "sizes_of_windows_of_five_terms": [
            size for size in (1, 2, 3) if len(windows(SENTENCE, size)[0].context) + 1 == 5
        ],
        "windows": [
            [*window.context[:SIDE], window.target, *window.context[SIDE:]]
            for window in (c1, c2, c3, c4)
        ],
        "target_of_c3": c3.target,
        "context_of_c3": c3.context,
        "vocabulary": len(model.wv),
        "outputs": model.syn1neg.shape[0],
        "units_of_hidden_layer": list(model.syn1neg.shape[1:]),
        "length_of_a_vector": len(model.wv["cat"]),
        "terms_with_a_vector": sorted(model.wv.key_to_index),
        "changed_by_order_of_context": difference(around_cat, in_another_order),
        "changed_by_another_context": difference(around_cat, around_eats),
    }
