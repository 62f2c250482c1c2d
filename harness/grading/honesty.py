"""Was it computed? The submission runs again on other inputs, and must move as the reference does.

A value that stays where the reference's moves was not computed from its inputs. For a training
another seed takes the place of other inputs.
"""

import hashlib
import inspect
import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from harness import units
from harness.book import once_a_book
from harness.cache import ObservationCache, key
from harness.checks.random import Plausible
from harness.claims import Claim
from harness.grading.comparing import draws_of, same
from harness.grading.found_units import Segment
from harness.grading.marking import Context
from harness.grading.results import Mark, UnitResult
from harness.grading.sheets import place, sheet
from harness.grading.values import Value, Values
from harness.observe import Observed, choose_device, function_of, observe
from harness.plain import as_text, plain
from harness.statistics import Draws
from harness.syntax import ONE_AT_A_TIME
from reference.resources import cache_folder

SEED = "seed"
OWN_CODE = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()
SEED_OFFSET = 1
RARE_TIE = 0.05  # two honest seeds that agree more often than this prove nothing


def rerun_of(unit: str) -> tuple[dict[str, Any], int]:
    """Changed inputs (in the form of a job) and the seed offset; both empty where none serve."""
    vary = sheet(unit).vary
    changes = {
        name: {"book": to_plain(book), "other": to_plain(other), "names": _names(unit, name)}
        for name, (book, other) in changed_inputs(unit).items()
    }
    return changes, SEED_OFFSET if SEED in vary else 0


def to_plain(value: Any) -> Any:
    if isinstance(value, list):
        return [to_plain(item) for item in value]
    return value.tolist() if isinstance(value, np.ndarray) else value


def _names(unit: str, name: str) -> list[str]:
    return [p.root for p in sheet(unit).places(name)]


@once_a_book
def changed_inputs(unit: str) -> Mapping[str, tuple[Any, Any]]:
    """Each input of a unit as the book gives it, and another of the same form."""
    names = [name for name in sheet(unit).vary if name != SEED]
    if not names:
        return {}

    def compute() -> Observed:
        defaults = {
            name: parameter.default
            for stage in units.unit(unit).stages
            for name, parameter in _parameters(stage).items()
            if name in names
        }
        books = {name: _array(plain(default)) for name, default in defaults.items()}
        return Observed({n: [book, _other(book, f"{unit}/{n}")] for n, book in books.items()})

    stages = units.unit(unit).stages
    return {
        name: (book, other)
        for name, (book, other) in _kept(stages, f"inputs {names}", compute).values.items()
    }


def _kept(stages: tuple[units.Stage, ...], what: str, compute: Callable[[], Observed]) -> Observed:
    """What ``compute`` gives, kept between runs until the reference or its libraries change."""
    store = ObservationCache(cache_folder() / "grading")
    keys = [key(stage, "cpu", 0) for stage in stages]
    entry = hashlib.sha256(" ".join([OWN_CODE, what, *keys]).encode()).hexdigest()
    with ONE_AT_A_TIME:  # TensorFlow's seed is one for all threads, too
        kept = store.get(entry)
        if kept is None:
            choose_device("cpu")
            kept = compute()
            store.put(entry, kept)
    return kept


def _parameters(stage: units.Stage) -> Mapping[str, inspect.Parameter]:
    return inspect.signature(function_of(stage)).parameters


def _array(value: Any) -> Any:
    try:
        return np.asarray(value) if isinstance(value, list) else value
    except ValueError:  # lists of several lengths, such as the words of sentences
        return value


def _other(book: Any, key: str) -> Any:
    """Another value of the same type and shape, the same each time."""
    if isinstance(book, str):
        sentences = book.split(". ")
        random.Random(key).shuffle(sentences)
        return ". ".join([*sentences, "Nothing else was said."])
    if isinstance(book, list):
        return [_other(item, key) for item in map(_array, book)]
    array = np.asarray(book)
    if array.dtype.kind in "SU":  # words: each followed by another letter
        return np.asarray([f"{word}s" for word in array.tolist()])
    generator = np.random.default_rng(list(key.encode()))
    by: Any
    if array.dtype.kind in "iu":
        by = generator.integers(1, 5, array.shape)
    else:
        scale = min(1.0, float(np.abs(array).max()) or 1.0)  # a learning rate stays a small one
        by = np.round(generator.uniform(0.1, 0.9, array.shape), 3) * scale
    moved = (array + by).astype(array.dtype)
    return moved if isinstance(book, np.ndarray) else moved.item()


@once_a_book
def _reference(unit: str, tier: str, needs: tuple[str, ...], names: frozenset[str]) -> Observed:
    """What the reference gives where these inputs are changed."""
    stage = units.unit(unit).stage(tier, needs)
    assert stage is not None
    others = {name: other for name, (_, other) in changed_inputs(unit).items() if name in names}

    def compute() -> Observed:
        accepted = _parameters(stage)
        inputs = {name: to_plain(other) for name, other in others.items() if name in accepted}
        return observe(stage, inputs=inputs)

    return _kept((stage,), f"reference {sorted(others)}", compute)


def judge(
    result: UnitResult,
    claims: Mapping[str, Claim],
    context: Context,
    again: Values,
    segment: Segment,
    varied: frozenset[str],
) -> UnitResult:
    """The unit's marks, those suspicious whose values did not move as the reference's do."""
    seeded = SEED in sheet(result.unit).vary
    marks = []
    for mark in result.marks:
        if mark.outcome == "right" and mark.claim in context.taken:
            claim, value = claims[mark.claim], context.taken[mark.claim]
            if isinstance(claim.check, Plausible):
                draws = draws_of(claim, context.terms)
                mark = _of_seed(mark, draws, value, again, segment) if seeded else mark
            elif changed_inputs(result.unit):
                mark = _of_inputs(mark, claim, value, again, segment, varied)
        marks.append(mark)
    return replace(result, marks=tuple(marks))


def distrusted(result: UnitResult, why: str) -> UnitResult:
    """Marks of a run whose stream was forged: nothing in it is believed."""
    note = f"what it sent through the result pipe is not the worker's ({why})"
    marks = [_suspicious(m, note) if m.outcome == "right" else m for m in result.marks]
    return replace(result, marks=tuple(marks))


def _of_inputs(
    mark: Mark, claim: Claim, value: Value, again: Values, segment: Segment, varied: frozenset[str]
) -> Mark:
    name = claim.erratum.of if claim.erratum and claim.erratum.of else claim.of
    if not isinstance(name, str) or name in changed_inputs(claim.unit):
        return mark
    every = frozenset(changed_inputs(claim.unit))
    key = (claim.unit, claim.tier, claim.needs)
    book = _reference(*key, frozenset()).values.get(name)
    most = _reference(*key, every).values.get(name)
    if most is None:
        return replace(mark, note="not run on other inputs: the reference cannot run here")
    if book is None or same(book, most) or claim.check.name in ("shape", "dtype"):
        return mark
    expected = _reference(*key, varied).values.get(name)
    if same(book, expected):  # none that it depends on was there to be changed
        note = "its inputs are nowhere in the program, so that it cannot have been computed"
        return _suspicious(mark, note)
    found = _again(value, again, segment)
    if any(same(candidate, expected) for candidate in found):
        return mark
    shown = as_text(found[0], 120) if found else "nothing"
    inputs = ", ".join(sorted(varied))
    note = (
        f"with other values of {inputs} it gave {shown} where {as_text(expected, 120)} is right; "
        f"with the book's it gave {mark.found}"
    )
    return _suspicious(mark, note)


def _of_seed(
    mark: Mark, draws: Draws | None, value: Value, again: Values, segment: Segment
) -> Mark:
    if draws is None or _ties(draws.values) > RARE_TIE:
        return mark
    found = _again(value, again, segment)
    if found and not any(same_digits(candidate, value.value) for candidate in found):
        return mark
    return _suspicious(mark, f"under another seed it gave {mark.found} again")


def same_digits(first: Any, second: Any) -> bool:
    return as_text(first, 10_000) == as_text(second, 10_000)


def _ties(values: Any) -> float:
    """Share of pairs of the baseline's seeds that agree to the last digit."""
    _, counts = np.unique(np.asarray(values), return_counts=True)
    pairs = len(values) * (len(values) - 1)
    return float((counts * (counts - 1)).sum() / pairs)


def _again(value: Value, again: Values, segment: Segment) -> list[Any]:
    """Values at the same place in the second run."""
    if not value.place:
        return [
            other.value
            for other in again.shown(segment)
            if (other.cell, other.line) == (value.cell, value.line)
        ]
    return [other.value for other in again.of(place(value.place), segment)]


def _suspicious(mark: Mark, note: str) -> Mark:
    return replace(mark, outcome="suspicious", earned=0.0, note=note)
