"""Marks: each claim of a unit against what the submission's names held."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from harness import units
from harness.claim_files import titles
from harness.claims import Claim
from harness.grading.comparing import Judged, Terms, expectation, judge_value
from harness.grading.found_units import Segment
from harness.grading.pool import Run
from harness.grading.results import Mark, Outcome, UnitResult
from harness.grading.rubric import Rubric
from harness.grading.sheets import sheet
from harness.grading.values import MAX_VALUES, Large, Value, Values
from harness.grading.worker.offline import NO_NETWORK
from harness.plain import as_text

FOUND_LIMIT = 200


@dataclass
class Context:
    """What marking needs to know of one run."""

    run: Run
    values: Values
    labels: list[str]
    rubric: Rubric
    terms: Terms
    lacking: dict[str, str]
    hint: str = ""
    taken: dict[str, Value] = field(default_factory=dict)  # claim -> the value that was right


def mark_unit(segment: Segment, context: Context) -> UnitResult:
    """Marks of every claim of the segment's unit, in the book's order."""
    marks = tuple(_mark(claim, segment, context) for claim in context.rubric.claims(segment.unit))
    if all(mark.outcome in ("missing", "unverified") for mark in marks) and not _attempted(
        segment, context
    ):
        marks = tuple(
            mark if mark.outcome == "unverified" else replace(mark, outcome="not attempted")
            for mark in marks
        )
    return UnitResult(
        segment.unit, titles()[segment.unit], marks, context.rubric.required(segment.unit)
    )


def _attempted(segment: Segment, context: Context) -> bool:
    own = sheet(segment.unit)
    names = {
        place.root
        for claim in context.rubric.claims(segment.unit)
        for name in claim.names
        for place in own.places(name)
    }
    return context.values.any_of(names, segment)


def _mark(claim: Claim, segment: Segment, context: Context) -> Mark:
    candidates = list(_candidates(claim, segment, context))
    judged = [(value, judge_value(claim, value.value, context.terms)) for value in candidates]
    for value, result in judged:
        if result.right:
            context.taken[claim.id] = value
            note = "" if value.final else "an earlier value of this name; it was assigned anew"
            return _found(claim, "right", value, result, context, note)
    own = sheet(segment.unit).places(claim.names[0])[0].text
    held = any(value.place == own for value in candidates)
    for shown in [] if held else _shown(claim, segment, context):
        result = judge_value(claim, shown.value, context.terms)
        if result.right:
            context.taken[claim.id] = shown
            return _found(claim, "right", shown, result, context, "")
    lacking = [context.lacking[need] for need in claim.needs if need in context.lacking]
    if lacking:
        return _plain(claim, "unverified", context, lacking[0])
    for value, result in judged:
        outcome: Outcome = "unverified" if result.right is None else "wrong"
        return _found(claim, outcome, value, result, context, result.note)
    return _absent(claim, context)


def _candidates(claim: Claim, segment: Segment, context: Context) -> Iterable[Value]:
    """Values at the places of the sheet: the last of each first, then earlier ones."""
    name = claim.names[-1] if claim.erratum and claim.erratum.of else claim.names[0]
    found = [
        value
        for place in sheet(segment.unit).places(name)
        for value in context.values.of(place, segment)
    ]
    return [value for value in found if value.final] + [v for v in found if not v.final]


def _shown(claim: Claim, segment: Segment, context: Context) -> list[Value]:
    """Nameless values of the right form, where they are few: many would be guesses."""
    exact = claim.check.name in ("equals", "printed", "ranking")
    expected = claim.check.expected
    if not exact or isinstance(expected, bool | int) or len(as_text(expected)) < 2:
        return [] if not exact or isinstance(expected, str) else _scalars(segment, context)
    wanted = _form(expected)
    found = [v for v in context.values.shown(segment) if _form(v.value) == wanted]
    return found if len(found) <= MAX_VALUES else []


def _scalars(segment: Segment, context: Context) -> list[Value]:
    found = [v for v in context.values.shown(segment) if _form(v.value) == ()]
    return found if len(found) <= MAX_VALUES else []


def _form(value: object) -> object:
    """Shape of nested numbers, the type of anything else."""
    if isinstance(value, Large):
        return "large"
    if isinstance(value, str):
        return str if not _number(value) else ()
    if isinstance(value, list):
        forms = {_form(item) for item in value}
        form = forms.pop() if len(forms) == 1 else None
        return (len(value), *form) if isinstance(form, tuple) else "list"
    shape = getattr(value, "shape", None)
    if shape is not None:
        return tuple(shape)
    return () if isinstance(value, int | float) else type(value)


def _number(text: str) -> bool:
    try:
        float(text.replace(",", ""))
    except ValueError:
        return False
    return True


def _found(
    claim: Claim, outcome: Outcome, value: Value, result: Judged, context: Context, note: str
) -> Mark:
    points = context.rubric.points(claim)
    hidden = context.rubric.show
    shown = value.value.array.shape if isinstance(value.value, Large) else value.value
    return Mark(
        claim.id,
        outcome,
        points,
        points if outcome == "right" else 0.0,
        _says(claim, context),
        claim.where,
        expected=result.expected if hidden == "expected" else "",
        found=as_text(shown, FOUND_LIMIT) if hidden != "nothing" else "",
        source=value.source(context.labels),
        note=note if hidden == "expected" or outcome != "wrong" else "",
    )


def _absent(claim: Claim, context: Context) -> Mark:
    """Why there is no value: the program failed before, or the name was never bound."""
    run = context.run
    if run.ending in ("timeout", "out of memory"):
        return _plain(claim, "timeout" if run.ending == "timeout" else "out of memory", context)
    errors = run.of_kind("error")
    needs = {need for stage in units.unit(claim.unit).stages for need in stage.needs}
    lacking = [context.lacking[need] for need in sorted(needs) if need in context.lacking]
    if lacking and any(_for_want_of_data(error) for error in errors):
        return _plain(claim, "unverified", context, lacking[0])
    if errors or run.ending != "finished":
        return _plain(claim, "error", context, ending_in_words(run) + context.hint)
    name = claim.names[0]
    places = ", ".join(f"`{place.text}`" for place in sheet(claim.unit).places(name)[:4])
    return _plain(claim, "missing", context, f"looked for {places}")


def _for_want_of_data(error: dict[str, Any]) -> bool:
    """Whether a program stopped at data that are not here; asked only where they are lacking."""
    names = ("FileNotFoundError", "LookupError")  # of pandas and of NLTK
    return NO_NETWORK in str(error.get("message")) or error.get("exception") in names


def _plain(claim: Claim, outcome: Outcome, context: Context, note: str = "") -> Mark:
    expected = expectation(claim, context.terms) if context.rubric.show == "expected" else ""
    points = context.rubric.points(claim)
    says = _says(claim, context)
    return Mark(claim.id, outcome, points, 0.0, says, claim.where, expected, note=note)


def _says(claim: Claim, context: Context) -> str:
    """The claim in words; only its subject where the rubric hides what is right."""
    if context.rubric.show == "expected":
        return claim.says
    return claim.id.partition("/")[2].replace("-", " ")


def ending_in_words(run: Run) -> str:
    """How the program ended, in one line; empty where it finished."""
    for error in run.of_kind("error"):
        message = " ".join(str(error.get("message", "")).split())[:300]
        place = f"{error.get('label') or 'cell'}, line {error.get('line')}"
        return f"{error.get('exception')}: {message} ({place})"
    words = {
        "timeout": "it ran past its time limit",
        "out of memory": "it used more memory than its limit",
        "output": "it printed more than its limit",
        "data": f"what came through the result pipe was not taken ({run.detail})",
        "stopped": f"the program ended itself before its last line ({run.detail})",
        "killed": f"the program was killed ({run.detail})",
        "lost": "its process was lost",
    }
    return words.get(run.ending, "")
