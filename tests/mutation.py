"""The smallest changes that a reader would call wrong, for every check.

``exemplars`` builds observations that meet a check, from the check alone; ``mutants`` perturbs
an observation that meets it. No library is run: a check that cannot fail is found in milliseconds.
"""

import re
from collections.abc import Iterator
from functools import singledispatch
from typing import Any

import hypothesis
import numpy as np
from hypothesis.strategies import from_regex

from harness.checks import Check, behaviour, exact, numeric, random, timing
from harness.printed import cell
from harness.statistics import Draws, prediction_interval


def leaves(nested: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Every scalar of nested lists and dicts, with its path."""
    if isinstance(nested, list):
        for index, item in enumerate(nested):
            yield from leaves(item, (*path, index))
    elif isinstance(nested, dict):
        for key, item in nested.items():
            yield from leaves(item, (*path, key))
    else:
        yield path, nested


def replaced(nested: Any, path: tuple[Any, ...], value: Any) -> Any:
    """A copy of ``nested`` with another scalar at ``path``."""
    if not path:
        return value
    copy = dict(nested) if isinstance(nested, dict) else list(nested)
    copy[path[0]] = replaced(nested[path[0]], path[1:], value)
    return copy


def other(value: Any) -> Any:
    """The nearest value that is not ``value``."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if isinstance(value, float):
        return float(np.nextafter(np.float32(value), np.float32(np.inf)))
    if isinstance(value, str):
        return value[:-1] + chr(ord(value[-1]) ^ 1) if value else "x"
    return 0


@singledispatch
def exemplar(check: Check) -> Any:
    """An observation that meets the check."""
    raise NotImplementedError(type(check).__name__)


@singledispatch
def mutants(check: Check, observed: Any) -> Iterator[Any]:
    """Observations that differ from one that meets the check by as little as matters."""
    raise NotImplementedError(type(check).__name__)


@exemplar.register
def _(check: exact.Equals) -> Any:
    return check.expected


@mutants.register
def _(check: exact.Equals, observed: Any) -> Iterator[Any]:
    if isinstance(observed, np.ndarray) and observed.dtype.kind == "f":
        for index in np.ndindex(observed.shape):
            moved = observed.copy()
            moved[index] = np.nextafter(moved[index], np.inf, dtype=observed.dtype)
            yield moved
        yield observed[np.newaxis]
        return
    plain = observed.tolist() if isinstance(observed, np.ndarray) else observed
    for path, leaf in leaves(plain):
        yield replaced(plain, path, other(leaf))
    yield [plain]


@exemplar.register
def _(check: exact.Shape) -> Any:
    return np.zeros(check.expected, dtype=np.int8)


@mutants.register
def _(check: exact.Shape, observed: Any) -> Iterator[Any]:
    shape = list(np.shape(observed))
    for axis in range(len(shape)):
        yield np.zeros([n + (i == axis) for i, n in enumerate(shape)], dtype=np.int8)
    yield np.zeros([*shape, 1], dtype=np.int8)


@exemplar.register
def _(check: exact.Dtype) -> Any:
    return np.zeros(1, dtype=check.expected)


@mutants.register
def _(check: exact.Dtype, observed: Any) -> Iterator[Any]:
    for dtype in ("float32", "float64", "int32", "int64", "uint8", "bool"):
        if dtype != check.expected:
            yield np.zeros(np.shape(observed), dtype=dtype)


@exemplar.register
def _(check: exact.Ranking) -> Any:
    return list(check.expected)


@mutants.register
def _(check: exact.Ranking, observed: Any) -> Iterator[Any]:
    ranked = list(observed)
    for i in range(len(check.expected) - 1):
        if ranked[i] != ranked[i + 1]:
            yield [*ranked[:i], ranked[i + 1], ranked[i], *ranked[i + 2 :]]
    yield ranked[1:]
    yield [other(ranked[0]), *ranked[1:]]


@exemplar.register
def _(check: exact.Set) -> Any:
    return list(check.expected)


@mutants.register
def _(check: exact.Set, observed: Any) -> Iterator[Any]:
    members = list(observed)
    yield members[1:]
    yield [*members, members[0]]
    yield [*members[1:], "a stranger"]


@exemplar.register
def _(check: exact.Matches) -> Any:
    return hypothesis.find(from_regex(check.expected), lambda text: True)


@mutants.register
def _(check: exact.Matches, observed: Any) -> Iterator[Any]:
    yield ""
    yield re.sub(check.expected, "", observed)


@exemplar.register
def _(check: numeric.Printed) -> Any:
    values = [float(text.replace(",", "")) for _, text in leaves(check.expected)]
    return np.reshape(np.array(values, dtype=np.float64), np.shape(check.expected))


@mutants.register
def _(check: numeric.Printed, observed: Any) -> Iterator[Any]:
    values = np.array(observed, dtype=np.float64)
    for index, (_, text) in enumerate(leaves(check.expected)):
        for sign in (-1, 1):
            moved = values.copy().ravel()
            unit = 2 * float(cell(text).half_unit)
            finest = float(np.spacing(np.float32(abs(moved[index])))) if unit < 1e-6 else 0.0
            moved[index] = float(text.replace(",", "")) + sign * max(1.5 * unit, 2.5 * finest)
            yield moved.reshape(values.shape)
    yield np.full_like(values, np.nan)


def _one_element_moved(observed: Any, bad: float) -> Iterator[Any]:
    values = np.array(observed, dtype=np.float64)
    for index in {0, values.size - 1}:
        moved = values.copy().ravel()
        moved[index] = bad
        yield moved.reshape(values.shape)
        moved = values.copy().ravel()
        moved[index] = np.nan
        yield moved.reshape(values.shape)


@exemplar.register
def _(check: numeric.AtLeast) -> Any:
    return np.float64(check.expected)


@mutants.register
def _(check: numeric.AtLeast, observed: Any) -> Iterator[Any]:
    yield from _one_element_moved(observed, np.nextafter(float(check.expected), -np.inf))


@exemplar.register
def _(check: numeric.AtMost) -> Any:
    return np.float64(check.expected)


@mutants.register
def _(check: numeric.AtMost, observed: Any) -> Iterator[Any]:
    yield from _one_element_moved(observed, np.nextafter(float(check.expected), np.inf))


@exemplar.register
def _(check: numeric.Above) -> Any:
    return np.nextafter(float(check.expected), np.inf)


@mutants.register
def _(check: numeric.Above, observed: Any) -> Iterator[Any]:
    yield from _one_element_moved(observed, float(check.expected))


@exemplar.register
def _(check: numeric.Below) -> Any:
    return np.nextafter(float(check.expected), -np.inf)


@mutants.register
def _(check: numeric.Below, observed: Any) -> Iterator[Any]:
    yield from _one_element_moved(observed, float(check.expected))


@exemplar.register
def _(check: numeric.Order) -> Any:
    return [1.0, 2.0] if check.expected == "increasing" else [2.0, 1.0]


@mutants.register
def _(check: numeric.Order, observed: Any) -> Iterator[Any]:
    first, second = observed
    yield [second, first]
    yield [first, first]
    yield [float("nan"), second]


@exemplar.register
def _(check: behaviour.Runs) -> Any:
    return {"raised": None, "message": ""}


@mutants.register
def _(check: behaviour.Runs, observed: Any) -> Iterator[Any]:
    yield {"raised": "NameError", "message": "name 'x' is not defined"}


@exemplar.register
def _(check: behaviour.Raises) -> Any:
    return {"raised": check.expected, "message": ""}


@mutants.register
def _(check: behaviour.Raises, observed: Any) -> Iterator[Any]:
    yield {"raised": None, "message": ""}
    yield {"raised": f"{check.expected}x", "message": ""}


@exemplar.register
def _(check: behaviour.Layers) -> Any:
    blank = {"name": "", "type": "", "output": "", "params": 0}
    return [blank | row for row in check.expected]


@mutants.register
def _(check: behaviour.Layers, observed: Any) -> Iterator[Any]:
    yield observed[1:]
    yield [*observed, observed[-1]]
    for index, row in enumerate(check.expected):
        for key in row:
            changed = [dict(found) for found in observed]
            changed[index][key] = other(row[key])
            yield changed


def draws_around(check: random.Plausible) -> Draws:
    """A baseline of twenty seeds in which the print is an ordinary draw."""
    centre, step = float(check.expected), 4 * float(cell(check.expected).half_unit)
    return Draws([centre + step * (i - 9.5) / 10 for i in range(20)])


@exemplar.register
def _(check: random.Plausible) -> Any:
    return float(check.expected)


@mutants.register
def _(check: random.Plausible, observed: Any) -> Iterator[Any]:
    yield from outside(draws_around(check))


def outside(draws: Draws) -> Iterator[float]:
    """Results just outside the interval of a baseline, on either side, and none at all."""
    low, high, _ = prediction_interval(draws)
    yield low - 1e-9 - abs(low) * 1e-12
    yield high + 1e-9 + abs(high) * 1e-12
    yield float("nan")


@exemplar.register
def _(check: timing.TimesAsLong) -> Any:
    return float(check.expected)


@mutants.register
def _(check: timing.TimesAsLong, observed: Any) -> Iterator[Any]:
    yield np.nextafter(check.expected * timing.NEAR, np.inf)
    yield np.nextafter(check.expected / timing.NEAR, -np.inf)
    yield float("nan")


@exemplar.register
def _(check: random.Tends) -> Any:
    more, less = np.array([0.9, 0.91, 0.92, 0.93, 0.94, 0.95]), np.full(6, 0.5)
    return [more, less] if check.expected == "greater" else [less, more]


@mutants.register
def _(check: random.Tends, observed: Any) -> Iterator[Any]:
    first, second = observed
    yield [second, first]
    yield [first, first]
