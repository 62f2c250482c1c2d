"""Feedback that a student can act on, as Markdown."""

from collections.abc import Iterator

from harness.grading.outputs.wording import MEANING, evidence, headline, mark_score, score, tail
from harness.grading.results import Graded, Mark, UnitResult
from harness.markdown import code, fenced, prose


def render(graded: Graded) -> str:
    blocks = [f"# Feedback: {code(graded.name)}", f"**{headline(graded)}**", _program(graded)]
    for unit in graded.units:
        blocks += _unit(unit)
    if graded.notes:
        blocks += ["## Notes", "\n".join(f"- {prose(note)}" for note in graded.notes)]
    if graded.output.strip():
        blocks += ["## The end of what the program printed", fenced(tail(graded.output))]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _program(graded: Graded) -> str:
    problem = f": {prose(graded.problem)}" if graded.problem else ""
    sandbox = "" if graded.sandboxed else " It ran without a sandbox."
    return f"The program: {prose(graded.status)}{problem}. Era: {prose(graded.era)}.{sandbox}"


def _unit(unit: UnitResult) -> Iterator[str]:
    optional = "" if unit.required else ", optional"
    title = prose(f"{unit.unit} {unit.title}")
    yield f"## {title} ({score(unit.earned, unit.points)}{optional})"
    right = [mark for mark in unit.marks if mark.outcome == "right"]
    others = [mark for mark in unit.marks if mark.outcome != "right"]
    if others:
        yield "### To look at"
        yield "\n".join(map(_other, others))
    if right:
        yield "### Right"
        yield "\n".join(map(_right, right))


def _right(mark: Mark) -> str:
    found = f", found in {code(mark.source)}" if mark.source else ""
    note = f". {prose(mark.note)}" if mark.note else ""
    return f"- {prose(mark.says)} ({prose(mark.where)}){found}{note}"


def _other(mark: Mark) -> str:
    lines = [
        f"- **{mark.outcome}** ({mark_score(mark)}): {prose(mark.says)} ({prose(mark.where)})",
        *(f"  - {label}: {code(text)}" for label, text in evidence(mark)),
        f"  - {prose(mark.note or MEANING[mark.outcome])}",
    ]
    return "\n".join(lines)
