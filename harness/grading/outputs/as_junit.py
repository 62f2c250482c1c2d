"""JUnit XML of one submission: a test case a claim."""

from xml.etree import ElementTree as ET

from harness.grading.outputs.wording import MEANING, evidence
from harness.grading.results import Graded, Mark, Outcome, UnitResult
from harness.printable import printable

FAILURES: tuple[Outcome, ...] = ("wrong", "missing", "suspicious", "not attempted")
ERRORS: tuple[Outcome, ...] = ("error", "timeout", "out of memory")


def render(graded: Graded) -> str:
    """A suite; ``unverified`` is skipped, as is what an optional unit does not attempt."""
    suite = ET.Element("testsuite", name=printable(graded.name))
    if not graded.marks:
        _add(suite, "submission", "program", "error", graded.problem or graded.status)
    for unit in graded.units:
        for mark in unit.marks:
            _add(suite, unit.unit, mark.claim, _kind(unit, mark), _reason(mark), _details(mark))
    suite.set("tests", str(len(suite)))
    for total, kind in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(total, str(len(suite.findall(f"testcase/{kind}"))))
    suite.set("time", f"{graded.seconds:.3f}")
    return ET.tostring(suite, encoding="unicode", xml_declaration=True) + "\n"


def _add(
    suite: ET.Element, classname: str, name: str, kind: str, reason: str, details: str = ""
) -> None:
    case = ET.SubElement(
        suite, "testcase", classname=printable(classname), name=printable(name), time="0"
    )
    if kind:
        ET.SubElement(case, kind, message=printable(reason)).text = printable(details)


def _kind(unit: UnitResult, mark: Mark) -> str:
    if mark.outcome in ERRORS:
        return "error"
    if mark.outcome == "unverified" or (mark.outcome == "not attempted" and not unit.required):
        return "skipped"
    return "failure" if mark.outcome in FAILURES else ""


def _reason(mark: Mark) -> str:
    return f"{mark.outcome}: {mark.note or MEANING[mark.outcome]}"


def _details(mark: Mark) -> str:
    rows = [f"{mark.where}: {mark.says}", *(f"{label}: {text}" for label, text in evidence(mark))]
    return "\n".join(rows)
