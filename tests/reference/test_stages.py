"""Every stage that needs data produces what its claims name, here from generated data."""

import sys
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
import pytest
from nltk.tokenize import NLTKWordTokenizer, PunktSentenceTokenizer

from harness.claim_files import claims
from harness.observe import observe
from harness.units import Stage
from reference import datasets

ROWS, HELD_OUT, DAYS = 60_000, 10_000, 2514
RNG = np.random.default_rng(0)


def pictures(*shape: int) -> Callable[[], Any]:
    def pair(count: int) -> tuple[np.ndarray, np.ndarray]:
        labels = np.arange(count) % 10
        images = RNG.integers(256, size=(count, *shape), dtype=np.uint8)
        return images, labels.astype(np.uint8)

    return lambda: (pair(ROWS), pair(HELD_OUT))


def points() -> pd.DataFrame:
    """Two classes of points on either side of a line."""
    x1, x2 = RNG.uniform(1, 4, size=(2, 21))
    label = (x1 + x2 > 5).astype(np.int64)
    return pd.DataFrame({"label": label, "x1": x1, "x2": x2})


def prices() -> pd.DataFrame:
    """Trading days, the latest first, of a price that walks at random."""
    dates = pd.bdate_range("2010-01-04", periods=DAYS)[::-1]
    close = 100 * np.exp(np.cumsum(RNG.normal(0, 0.01, DAYS)))
    frame = pd.DataFrame({"Date": dates.strftime("%m/%d/%Y"), "Close": close})
    return frame.assign(**{f" {name}": close for name in ("Open", "High", "Low", "Volume")})


def tokenizers() -> SimpleNamespace:
    """NLTK's own, without what Punkt learned of English."""
    return SimpleNamespace(
        sent_tokenize=PunktSentenceTokenizer().tokenize,
        word_tokenize=NLTKWordTokenizer().tokenize,
    )


def stop_words() -> SimpleNamespace:
    few = ["a", "and", "even", "for", "in", "is", "it", "more", "of", "the", "this", "to", "we"]
    return SimpleNamespace(words=lambda language: few)


LOAD = datasets.load
GENERATED: dict[str, Callable[[], Any]] = {
    "mnist": pictures(28, 28),
    "fashion-mnist": pictures(28, 28),
    "data-csv": points,
    "aapl": prices,
    "ibm": prices,
    "punkt": tokenizers,
    "stopwords": stop_words,
    "alice": lambda: LOAD("alice"),
}
STAGES = sorted(
    {
        claim.stage
        for claim in claims().values()
        if claim.tier == "fast" and claim.needs and set(claim.needs) <= GENERATED.keys()
    },
    key=lambda stage: (stage.module, stage.function),
)


@pytest.fixture
def generated(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Data sets are generated; what was made of others, or of these, is forgotten."""
    monkeypatch.setattr(datasets, "load", lambda name: GENERATED[name]())
    monkeypatch.setattr(datasets, "locate", lambda name: name)
    _forget()
    yield
    _forget()


def _forget() -> None:
    for name, module in list(sys.modules.items()):
        if name.startswith("reference."):
            for function in vars(module).values():
                getattr(function, "cache_clear", lambda: None)()


@pytest.mark.usefixtures("generated")
@pytest.mark.parametrize(
    "stage", STAGES, ids=lambda stage: f"{stage.module.split('.', 1)[1]}.{stage.function}"
)
def test_a_stage_produces_what_its_claims_name(stage: Stage) -> None:
    observed = observe(stage)
    assert (observed.failure, observed.unavailable) == ("", "")
    named = {
        name
        for claim in claims().values()
        if claim.stage == stage
        for name in ([claim.of] if isinstance(claim.of, str) else claim.of)
    }
    assert named <= observed.values.keys()
