"""What every format shows of a comparison: the answer first, then each core."""

from dataclasses import dataclass, replace
from typing import Any

from harness.bench.history import Run
from harness.bench.judging.comparison import Comparison
from harness.bench.judging.gate import Judged
from harness.bench.report.document import Document, Words

HEADINGS = ("core", "held against", "change (interval)", "verdict", "would have seen", "since")


@dataclass(frozen=True)
class Summary:
    """A judged run for readers."""

    judged: Judged

    @property
    def run(self) -> Run:
        return self.judged.run

    @property
    def headline(self) -> str:
        """One line that says it all."""
        judged = self.judged
        if judged.answer == "slower":
            names = ", ".join(_reason(each) for each in _each_core_once(judged.regressions))
            return f"Slower: {names}"
        if judged.answer == "not measured":
            return f"Not measured: {'; '.join(judged.missing) or 'nothing to compare'}"
        if judged.answer == "unproven":
            blind = judged.unproven
            unknown = [each for each in blind if not each.judged]
            widest = max(blind, key=lambda each: each.smallest)
            why = (
                f"{unknown[0].core}: {unknown[0].note}"
                if unknown
                else f"{widest.core} would have shown {widest.seen} at least"
            )
            return (
                f"Unproven: a slowdown of {judged.at_least:.0%} could have hidden in "
                f"{_cores(len(blind))}; {why}"
            )
        held = _cores(len({each.key for each in judged.comparisons}))
        return f"Not slower: {held}; {judged.at_least:.0%} more would have been seen in each"

    def document(self) -> Document:
        """The answer, a row a comparison, and what was left out."""
        return Document(
            title=f"Benchmarks of {self.run.record.commit}",
            answer=self.headline,
            tables=(Words("Comparisons", HEADINGS, self.rows()),),
            record=self.as_record(),
            notes=(*self.judged.missing, *self.judged.notes),
        )

    def rows(self) -> list[tuple[str, ...]]:
        """Cells of ``HEADINGS`` for each comparison, regressions first."""
        ordered = sorted(self.judged.comparisons, key=lambda each: not each.flagged)
        return [
            (
                each.core,
                each.against,
                each.change,
                each.outcome(self.judged.at_least),
                each.seen,
                "; ".join(filter(None, (each.since, each.note))),
            )
            for each in ordered
        ]

    def as_record(self) -> dict[str, Any]:
        """JSON data; docs/formats.md documents every field."""
        judged = self.judged
        return {
            "schema": 1,
            "run": self.run.name,
            "commit": self.run.record.environment.commit,
            "answer": judged.answer,
            "headline": self.headline,
            "at_least": judged.at_least,
            "comparisons": [_comparison(each, judged.at_least) for each in judged.comparisons],
            "missing": list(judged.missing),
            "notes": list(judged.notes),
        }


def _comparison(each: Comparison, at_least: float) -> dict[str, Any]:
    return {
        "core": each.core,
        "against": each.against,
        "kind": each.kind,
        "effect": _finite(each.effect),
        "low": _finite(each.low),
        "high": _finite(each.high),
        "p": each.p,
        "outcome": each.outcome(at_least),
        "smallest": _finite(each.smallest),
        "processes": each.processes,
        "judged": each.judged,
        "since": each.since,
        "note": each.note,
    }


def _finite(value: float) -> float | None:
    return value if abs(value) < float("inf") else None


def _each_core_once(regressions: tuple[Comparison, ...]) -> list[Comparison]:
    """The first comparison that flags each core, and the commit that the last of them names."""
    first: dict[str, Comparison] = {}
    since: dict[str, str] = {}
    for each in regressions:
        core = f"{each.kind} {each.key}"
        first.setdefault(core, each)
        since[core] = each.since or since.get(core, "")
    return [replace(each, since=since[core]) for core, each in first.items()]


def _reason(each: Comparison) -> str:
    what = f"{each.core} {'learns worse by' if each.kind == 'quality' else 'takes'} {each.change}"
    times = " times as long" if each.kind == "speed" else ""
    return f"{what}{times}{f' since {each.since}' if each.since else ''}"


def _cores(count: int) -> str:
    return f"{count} core{'s' * (count != 1)}"
