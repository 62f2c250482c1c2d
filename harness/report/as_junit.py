"""JUnit XML for CI services: a test case a claim, a failure a surprise, unverified is skipped."""

from xml.etree import ElementTree as ET

from harness.printable import printable
from harness.report.summary import Report


def render(report: Report) -> str:
    suite = ET.Element(
        "testsuite",
        name="dlw verify",
        tests=str(len(report.verdicts)),
        failures=str(len(report.surprises)),
        errors="0",
        skipped=str(sum(map(len, report.unverified.values()))),
        time=f"{report.seconds:.3f}",
    )
    for claim, verdict in report.pairs:
        case = ET.SubElement(suite, "testcase", classname=claim.unit, name=claim.id, time="0")
        if verdict.surprise:
            failure = ET.SubElement(case, "failure", message=printable(verdict.surprise))
            failure.text = printable(
                f"{claim.where}: {claim.says}\nprinted {verdict.expected}\nfound {verdict.found}"
            )
        elif verdict.status == "unverified":
            ET.SubElement(case, "skipped", message=printable(f"{verdict.reason}. {verdict.remedy}"))
    return ET.tostring(suite, encoding="unicode", xml_declaration=True)
