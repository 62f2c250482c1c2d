"""Which instructions of a module a stage carries out: what it never runs cannot be a mistake."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import CodeType, FrameType
from typing import Any

from tests.grading.mutants.catalogue import Span

AUTOGRAPH = "tf__"  # prefix of TensorFlow's rewritten copy of a function


@dataclass
class Trace:
    """Instructions of the module at ``path`` by their place in its source, while it is run."""

    path: str
    carried_out: set[Span] = field(default_factory=set)
    rewritten: set[str] = field(default_factory=set)
    _other: Any = None

    def __enter__(self) -> "Trace":
        self._other = sys.gettrace()  # coverage's, where that is measured
        sys.settrace(self._enter_frame)
        return self

    def __exit__(self, *_: object) -> None:
        sys.settrace(self._other)

    def _enter_frame(self, frame: FrameType, event: str, argument: Any) -> Any:
        code = frame.f_code
        if code.co_name.startswith(AUTOGRAPH):
            self.rewritten.add(code.co_name.removeprefix(AUTOGRAPH))
        if code.co_filename != self.path:
            return None
        frame.f_trace_lines, frame.f_trace_opcodes = False, True
        spans = list(code.co_positions())

        def follow(frame: FrameType, event: str, argument: Any) -> Any:
            if event == "opcode":
                self.carried_out.add(_span(spans[frame.f_lasti // 2]))
            return follow

        return follow

    def reaches(self, span: Span, code: CodeType) -> bool:
        """Whether what stands at ``span`` in the module, compiled to ``code``, was carried out.

        A literal may have been folded into a tuple or a product: then that decides.
        """
        spans = set(_instructions(code))
        inside = {one for one in spans if _contains(span, one)}
        if not inside:
            around = [one for one in spans if _contains(one, span)]
            inside = {min(around, key=_extent)} if around else set()
        rewritten = {one for name in self.rewritten for one in _instructions_of(code, name)}
        return bool(inside & (self.carried_out | rewritten))


def _span(position: tuple[int | None, ...]) -> Span:
    line, end_line, column, end_column = (number or 0 for number in position)
    return line, column, end_line, end_column


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)


def _instructions(code: CodeType) -> Iterator[Span]:
    for one in _codes(code):
        yield from (_span(position) for position in one.co_positions())


def _instructions_of(code: CodeType, name: str) -> Iterator[Span]:
    """Instructions of every function of this name; TensorFlow calls a lambda ``lam``."""
    for one in _codes(code):
        if one.co_name == ("<lambda>" if name.startswith("lam") else name):
            yield from _instructions(one)


def _contains(outer: Span, inner: Span) -> bool:
    return outer[:2] <= inner[:2] and inner[2:] <= outer[2:]


def _extent(span: Span) -> tuple[int, int]:
    return span[2] - span[0], span[3] - span[1]
