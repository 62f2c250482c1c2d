"""What an output shows, as data: numbers, arrays and lists with the digits of their print."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from harness.printable import printable

MAX_LEAVES = 1_000
NOTHING = "no number, array, table or list"
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_IN_TEXT = re.compile(
    r"(?<![\w.,/:-])[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?(?:[eE][-+]?\d+)?"
    r"(?![\w/:]|[.,-]\d)"
)
_TOKEN = re.compile(r"""[\[\]()]|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[^\s,\[\]()]+""")
# The names that libraries write around a value: array([1, 2]), np.float64(0.5), tensor(2.)
_WRAPPED = re.compile(
    r"(?:np\.\w+|array|tensor|tf\.Tensor)\((?P<inside>.*?)"
    r"(?:,\s*(?:shape=\([^)]*\)|(?:dtype|device|grad_fn)=[^\])]*))*\)",
    re.DOTALL,
)
_TENSOR = re.compile(r"<tf\.(?:Tensor|Variable).*?numpy=(?P<inside>.*)>", re.DOTALL)


class Unreadable(ValueError):
    """No claim can be made of this text; the message says why."""


@dataclass(frozen=True)
class Reading:
    """A number, a truth value or a text, or lists of them, each leaf as it was printed.

    ``padded`` where the print drops the zeros at a number's end, as NumPy does with arrays.
    """

    leaves: Any
    padded: bool = False

    @property
    def check(self) -> dict[str, Any]:
        """The check as a claim's file holds it.

        Numbers with a decimal point have the tolerance of their digits; what else was printed is
        exact.
        """
        flat = list(leaves_of(self.leaves))
        if all(map(_is_number, flat)) and any(not _is_integer(leaf) for leaf in flat):
            if _shape(self.leaves) is None:
                return {"equals": self.value}
            return {"printed": _mapped(self.leaves, _digits(flat, padded=self.padded))}
        return {"equals": self.value}

    @property
    def value(self) -> Any:
        """The leaves as bool, int, float and str."""
        return _mapped(self.leaves, _value)


def as_seen(text: str) -> str:
    """Printed text as a terminal leaves it: what a line's end overwrote is gone."""
    return printable(re.sub(r"[^\n]*\r(?!\n)", "", text))


def read(text: str) -> Reading:
    """The value that ``text`` shows as a whole; :class:`Unreadable` where it shows none."""
    bare = _unwrapped(text.strip())
    if re.search(r"(?<!\w)\.\.\.(?!\w)", bare):
        raise Unreadable("abridged")
    if bare[:1] in ("[", "("):
        leaves = _nested(bare)
        if sum(1 for _ in leaves_of(leaves)) > MAX_LEAVES:
            raise Unreadable(f"more than {MAX_LEAVES} values")
        return Reading(leaves, padded="," not in bare or bare != text.strip())
    if _is_number(bare) or bare in ("True", "False"):
        return Reading(bare)
    raise Unreadable(NOTHING)


def read_line(text: str) -> Reading:
    """What a printed line shows: a value at its end, or else the numbers in it."""
    start = min((text.find(mark) for mark in "[(" if mark in text), default=-1)
    if start >= 0:
        try:
            return read(text[start:])
        except Unreadable:
            pass
    numbers = _IN_TEXT.findall(text)
    if not numbers:
        raise Unreadable(NOTHING)
    numbers = [number.replace(",", "") for number in numbers]
    return Reading(numbers[0] if len(numbers) == 1 else numbers)


def leaves_of(nested: Any) -> Iterator[str]:
    """Every leaf of nested lists, in order."""
    if isinstance(nested, list):
        for item in nested:
            yield from leaves_of(item)
    else:
        yield nested


def _unwrapped(text: str) -> str:
    for pattern in (_TENSOR, _WRAPPED):
        match = pattern.fullmatch(text)
        if match:
            return _unwrapped(match["inside"].strip())
    return re.sub(r"np\.\w+\(([^()]*)\)", r"\1", text)  # numbers of NumPy inside a list


def _nested(text: str) -> list[Any]:
    """Nested lists of leaves from brackets, with commas or blanks between the leaves."""
    outer: list[Any] = []
    open_lists = [outer]
    position = 0
    for match in _TOKEN.finditer(text):
        if text[position : match.start()].strip(" \n\t,"):
            raise Unreadable(NOTHING)
        position, token = match.end(), match.group()
        if token in "[(":
            inner: list[Any] = []
            open_lists[-1].append(inner)
            open_lists.append(inner)
        elif token in "])":
            open_lists.pop()
            if not open_lists:
                raise Unreadable("brackets that do not match")
        else:
            open_lists[-1].append(_leaf(token))
        if len(outer) > 1 or (outer and not isinstance(outer[0], list)):
            raise Unreadable(NOTHING)
    if len(open_lists) != 1 or text[position:].strip():
        raise Unreadable("brackets that do not match")
    leaves: list[Any] = outer[0]
    if not any(True for _ in leaves_of(leaves)):
        raise Unreadable("an empty list")
    return leaves


def _leaf(token: str) -> str:
    quoted = token[0] in "'\"" and token[-1] == token[0]
    if quoted:
        try:
            ast.literal_eval(token)
        except (SyntaxError, ValueError):
            raise Unreadable(f"a list that holds {token[:20]}") from None
    if not (quoted or _is_number(token) or token in ("True", "False")):
        raise Unreadable(f"a list that holds {token[:20]}")
    return token


def _is_number(leaf: str) -> bool:
    return _NUMBER.fullmatch(leaf) is not None


def _is_integer(leaf: str) -> bool:
    return leaf.lstrip("+-").isdecimal()


def _value(leaf: str) -> Any:
    if leaf in ("True", "False"):
        return leaf == "True"
    if _is_integer(leaf):
        return int(leaf)
    if _is_number(leaf):
        return float(leaf)
    return ast.literal_eval(leaf)


def _digits(flat: list[str], *, padded: bool) -> Any:
    """How to write a leaf with every digit that its print claims: NumPy's ``1.`` is ``1.0``."""
    plain = not any("e" in leaf.lower() for leaf in flat)
    places = max(_places(leaf) for leaf in flat) if padded and plain else 0

    def written(leaf: str) -> str:
        missing = max(places, 1) - _places(leaf) if "." in leaf and plain else 0
        return leaf + "0" * max(missing, 0)

    return written


def _places(leaf: str) -> int:
    exponent = Decimal(leaf).as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def _mapped(nested: Any, change: Any) -> Any:
    if isinstance(nested, list):
        return [_mapped(item, change) for item in nested]
    return change(nested)


def _shape(nested: Any) -> tuple[int, ...] | None:
    """Shape of nested lists; None where they are ragged."""
    if not isinstance(nested, list):
        return ()
    shapes = {_shape(item) for item in nested}
    inner = shapes.pop() if len(shapes) == 1 else None
    return None if inner is None else (len(nested), *inner)
