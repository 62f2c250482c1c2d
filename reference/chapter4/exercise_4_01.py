"""Exercise 4.01: sentences, words, lower case, and out with punctuation and stop words."""

import ast
from string import punctuation

from reference import datasets
from reference.chapter4.cleaning import dropping, sentences_of, words_of
from reference.stages import stage

TEXT = """Welcome to the world of deep learning for NLP! \
We're in this together, and we'll learn together. \
NLP is amazing, \
and deep learning makes it even more fun. \
Let's learn!"""

# What steps 3 and 4 come to.
TOKENIZING = """\
for one in tokenize.sent_tokenize(text.lower()):
    tokenize.word_tokenize(one)
"""


def methods_called(listing: str) -> list[str]:
    """The methods that a listing calls, in the order of their calls: arguments come first."""
    called: list[str] = []

    class InOrder(ast.NodeVisitor):
        def visit_Call(self, call: ast.Call) -> None:
            self.generic_visit(call)
            if isinstance(call.func, ast.Attribute):
                called.append(call.func.attr)

    InOrder().visit(ast.parse(listing))
    return called


def run() -> dict[str, object]:
    return {"order_of_steps": methods_called(TOKENIZING)}


@stage(needs=("punkt", "stopwords"))
def clean(raw_txt: str = TEXT) -> dict[str, object]:
    txt_sents = sentences_of(raw_txt.lower())
    txt_words = words_of(txt_sents)
    stop_punct = list(punctuation)
    stop_nltk = datasets.load("stopwords").words("english")
    stop_final = stop_punct + stop_nltk
    txt_words_nostop = dropping(txt_words, stop_final)
    left = [token for sentence in txt_words_nostop for token in sentence]
    return {
        "raw_txt": raw_txt,
        "txt_sents": txt_sents,
        "txt_words": txt_words,
        "stop_punct": stop_punct,
        "stop_nltk": stop_nltk,
        "stop_final": stop_final,
        "txt_words_nostop": txt_words_nostop,
        "unwanted_tokens_left": [token for token in left if token in stop_final],
    }
