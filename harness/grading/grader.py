"""One submission, from its cells to its marks."""

import ast
import json
import struct
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from harness.claim_files import RESOURCES
from harness.grading import honesty
from harness.grading.comparing import Terms
from harness.grading.eras import drift_hint
from harness.grading.found_units import Segment, segments
from harness.grading.likeness import shape
from harness.grading.marking import Context, ending_in_words, mark_unit
from harness.grading.notebooks import parsed
from harness.grading.pool import Run, Server
from harness.grading.results import Graded, UnitResult
from harness.grading.rubric import Rubric
from harness.grading.sheets import SHOWN, graded_claims, sheet
from harness.grading.submissions import Part, Submission
from harness.grading.supplies import Supplies
from harness.grading.values import Values, model_frames
from harness.units import unit

OUTPUT_SHOWN = 20_000
MAX_MODELS = 60
MAX_FIGURES, MAX_PNG, MAX_PIXELS = 20, 1_000_000, 25_000_000
KNOWN_MODULES = (
    "numpy",
    "pandas",
    "sklearn",
    "tensorflow",
    "keras",
    "matplotlib",
    "nltk",
    "gensim",
    "scipy",
)


@dataclass(frozen=True)
class Grader:
    """Grades one submission after another on one server."""

    server: Server
    rubric: Rubric
    supplies: Supplies
    era: str = "today"

    @property
    def terms(self) -> Terms:
        return Terms(self.era, self.rubric.epochs)

    def grade(self, submission: Submission) -> Graded:
        """Run, rebuild, mark, run again; never raises for what a submission does."""
        graded = Graded(
            submission.name,
            submission.digest,
            self.era,
            self.server.confined,
            "unreadable",
            shape=shape(submission),
            late_factor=self.rubric.late if submission.name in self.rubric.late_names else 1.0,
        )
        if submission.problem:
            return replace(graded, problem=submission.problem, units=self._with_absent(()))
        for part in submission.parts:
            forbidden = _forbidden(part, self.rubric.imports)
            if forbidden:
                problem = f"it imports {forbidden}, which the rubric does not allow"
                return replace(
                    graded, status="refused", problem=problem, units=self._with_absent(())
                )
        graded = replace(graded, status="finished")
        for part in submission.parts:
            graded = _joined(graded, self._part(part, submission))
        return replace(graded, units=self._with_absent(graded.units))

    def _part(self, part: Part, submission: Submission) -> Graded:
        found = segments(part, self.rubric.chosen)
        calls = sorted({p.root for s in found for p in _places(s.unit) if p.is_call})
        roots = {p.root for s in found for p in _places(s.unit) if not p.is_call}
        names = sorted(roots - {SHOWN})
        job = self._job(part, submission, names, calls)
        run = self.server.run(job, self.rubric.limits)
        values = Values(run, self._rebuilt(run))
        problem = ending_in_words(run)
        labels = [cell.label for cell in part.cells]
        hint = drift_hint(problem) if self.era == "today" else ""
        context = Context(run, values, labels, self.rubric, self.terms, self.supplies.lacking, hint)
        results = [mark_unit(segment, context) for segment in found]
        for index, segment in enumerate(found):
            results[index] = self._again(results[index], segment, job, context)
        notes = [note for cell in part.cells for note in cell.notes]
        if self.rubric.epochs:
            notes.append(f"each training was ended after at most {self.rubric.epochs} epochs")
        notes += [str(frame.get("text"))[:300] for frame in run.of_kind("note")]
        if not found:
            notes.append(f"{part.name}: no unit of the book was found in it")
        status = "error" if run.of_kind("error") else run.ending
        return Graded(
            submission.name,
            submission.digest,
            self.era,
            self.server.confined,
            status,
            problem + hint if problem else "",
            tuple(results),
            tuple(notes),
            run.output[-OUTPUT_SHOWN:],
            _figures(run),
            seconds=run.seconds,
        )

    def _again(
        self, result: UnitResult, segment: Segment, job: dict[str, Any], context: Context
    ) -> UnitResult:
        """The unit once more on other inputs, where it has something to lose by that."""
        if context.run.forged:
            return honesty.distrusted(result, context.run.detail)
        changes, offset = honesty.rerun_of(result.unit)
        if not (changes or offset) or not any(mark.outcome == "right" for mark in result.marks):
            return result
        run = self.server.run({**job, "inputs": changes, "seed_offset": offset}, self.rubric.limits)
        varied = {str(name) for frame in run.of_kind("varied") for name in _texts(frame)}
        claims = {claim.id: claim for claim in graded_claims()[result.unit]}
        if run.forged:
            return honesty.distrusted(result, run.detail)
        values = Values(run, {})
        return honesty.judge(
            result, claims, context, values, segment, frozenset(varied & changes.keys())
        )

    def _job(
        self, part: Part, submission: Submission, names: list[str], calls: list[str]
    ) -> dict[str, Any]:
        return {
            "task": "run",
            "cells": [{"source": cell.source, "label": cell.label} for cell in part.cells],
            "names": names,
            "calls": calls,
            "inputs": {},
            "seed_offset": 0,
            "epochs": self.rubric.epochs,
            "addresses": self.supplies.addresses,
            "links": self.supplies.links,
            "files": {name: data.hex() for name, data in submission.files.items()},
        }

    def _rebuilt(self, run: Run) -> dict[int, Any]:
        """Parts of every model of the run, by the identity of its frame's value."""
        distinct: dict[str, list[int]] = {}
        for value in model_frames(run):
            try:
                text = json.dumps(value["__model__"])
            except TypeError:  # no configuration: it holds an array
                continue
            if text in distinct or len(distinct) < MAX_MODELS:
                distinct.setdefault(text, []).append(id(value))
        models = [json.loads(text) for text in distinct]
        if not models:
            return {}
        job = {
            "task": "rebuild",
            "models": models,
            "addresses": {},
            "links": {},
            "files": {},
        }
        answer = self.server.run(job, self.rubric.limits)
        found: dict[int, Any] = {}
        owners = list(distinct.values())
        for frame in answer.of_kind("model"):
            number = frame.get("number")
            if type(number) is int and number < len(owners) and "parts" in frame:
                found |= dict.fromkeys(owners[number], frame["parts"])
        return found

    def _with_absent(self, units: tuple[UnitResult, ...]) -> tuple[UnitResult, ...]:
        """Required units of the rubric that the submission does not hold count as not attempted."""
        present = {result.unit for result in units}
        absent = [
            unit
            for unit in self.rubric.chosen
            if unit not in present and self.rubric.required(unit)
        ]
        nothing = Context(Run(), Values(Run(), {}), [], self.rubric, self.terms, {})
        return (*units, *(mark_unit(Segment(unit), nothing) for unit in absent))


def needs_of(units: Iterable[str]) -> set[str]:
    """Data sets of these units: a submission may read them though no graded claim needs them."""
    return {
        need
        for name in units
        for stage in unit(name).stages
        for need in stage.needs
        if need not in RESOURCES
    }


def modules_of(submission: Submission) -> set[str]:
    """Packages of the book that a submission imports, for the server to have ready."""
    found = set()
    for part in submission.parts:
        found |= {name for name in _imports(part) if name in KNOWN_MODULES}
    return found


def _imports(part: Part) -> set[str]:
    found: set[str] = set()
    for cell in part.cells:
        tree = parsed(cell.source)
        for node in ast.walk(tree) if tree else ():
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.partition(".")[0])
    return found


def _forbidden(part: Part, allowed: tuple[str, ...]) -> str:
    return ", ".join(sorted(_imports(part) - set(allowed))) if allowed else ""


def _places(unit: str) -> Any:
    own = sheet(unit)
    for claim in graded_claims()[unit]:
        for name in claim.names:
            yield from own.places(name)
    for name in own.vary:
        yield from own.places(name)


def _texts(frame: dict[str, Any]) -> list[str]:
    inputs = frame.get("inputs")
    return [name for name in inputs if isinstance(name, str)] if isinstance(inputs, list) else []


def _figures(run: Run) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for frame in run.of_kind("figure")[:MAX_FIGURES]:
        png = frame.get("png")
        data = png.tobytes() if isinstance(png, np.ndarray) and png.nbytes <= MAX_PNG else b""
        if data.startswith(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR") and len(data) >= 24:
            width, height = struct.unpack(">II", data[16:24])
            if width * height <= MAX_PIXELS:
                found[f"figure-{len(found) + 1}.png"] = data
    return found


def _joined(graded: Graded, part: Graded) -> Graded:
    """The submission with one more of its parts; of a unit in both, the better is kept."""
    units = {result.unit: result for result in graded.units}
    for result in part.units:
        other = units.get(result.unit)
        if other is None or result.earned > other.earned:
            units[result.unit] = result
    return replace(
        graded,
        status=graded.status if part.status == "finished" else part.status,
        problem="; ".join(filter(None, (graded.problem, part.problem))),
        units=tuple(units.values()),
        notes=graded.notes + part.notes,
        output=graded.output + part.output,
        figures={**graded.figures, **{_next(graded, n): d for n, d in part.figures.items()}},
        seconds=graded.seconds + part.seconds,
    )


def _next(graded: Graded, name: str) -> str:
    number = int(name.removesuffix(".png").rpartition("-")[2]) + len(graded.figures)
    return f"figure-{number}.png"
