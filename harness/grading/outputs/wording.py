"""The words and numbers that all formats share."""

from collections import Counter

from harness.grading.results import Graded, Mark, Outcome
from harness.printable import printable

OUTCOMES: tuple[Outcome, ...] = (
    "right",
    "wrong",
    "missing",
    "error",
    "timeout",
    "out of memory",
    "not attempted",
    "suspicious",
    "unverified",
)
MEANING: dict[Outcome, str] = {
    "right": "as the book has it",
    "wrong": "not what is expected",
    "missing": "the program never defines it",
    "error": "the program failed before it had this",
    "timeout": "the program took too long",
    "out of memory": "the program needed more memory than it may use",
    "not attempted": "nothing of this unit was found",
    "suspicious": "it does not move when the inputs do; your teacher decides",
    "unverified": "it could not be judged here, and costs nothing",
}


def number(value: float) -> str:
    """Points for people: two decimals at most."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def percent(graded: Graded) -> float | None:
    """Earned of a hundred, to one decimal; None where nothing could be judged."""
    return round(100 * graded.earned / graded.points, 1) if graded.points else None


def score(earned: float, points: float) -> str:
    return f"{number(earned)} of {number(points)} {'point' if points == 1 else 'points'}"


def mark_score(mark: Mark) -> str:
    return "not counted" if mark.outcome == "unverified" else score(mark.earned, mark.points)


def headline(graded: Graded) -> str:
    """The mark in one line; a late factor says what it took."""
    share = percent(graded)
    text = score(graded.earned, graded.points)
    if share is None:
        return f"{text}: nothing could be judged"
    text += f" ({number(share)} %)"
    if graded.late_factor != 1:
        before = number(sum(unit.earned for unit in graded.units))
        text += f", {before} before the late factor of {number(graded.late_factor)}"
    return text


def outcomes(graded: Graded) -> Counter[Outcome]:
    return Counter(mark.outcome for mark in graded.marks)


def evidence(mark: Mark) -> list[tuple[str, str]]:
    """Labelled values of one mark, those that there are."""
    rows = [("expected", mark.expected), ("found", mark.found), ("found in", mark.source)]
    return [(label, text) for label, text in rows if text]


def tail(output: str, lines: int = 60, characters: int = 8000) -> str:
    """The end of what the program printed, whole lines where they are short enough."""
    cut = output[-2 * characters :]
    text = printable(cut).strip("\n")
    kept = "\n".join(text.split("\n")[-lines:])[-characters:]
    return kept if kept == text and cut == output else f"[...]\n{kept}"
