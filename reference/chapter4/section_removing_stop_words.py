"""Removing Stop Words: NLTK's list, as it was and as it is."""

from reference import datasets
from reference.stages import stage


@stage(needs=("stopwords",))
def until_2025() -> dict[str, object]:
    """The list of the book's time."""
    list_stop = datasets.load("stopwords").words("english")
    return {
        "list_stop_type": type(list_stop).__name__,
        "functional_words_in_list": [word for word in ("the", "an", "of") if word in list_stop],
        "words_of_the_note_in_list": [word for word in ("the", "and") if word in list_stop],
    }


@stage(needs=("stopwords-2025",))
def today() -> dict[str, object]:
    """The list that ``nltk.download`` gives since February 2025."""
    list_stop = datasets.load("stopwords-2025")
    return {"list_stop": list_stop, "number_of_stop_words": len(list_stop)}
