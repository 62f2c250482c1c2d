"""SARIF: every surprise, at the line of its claim, in the form that code hosts take."""

import json
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest

from harness import verify as engine
from harness.claim_files import claims
from harness.report import FORMATS, Report
from harness.report.as_sarif import RULES
from harness.verdicts import Verdict
from tests.command_line import Dlw

ROOT = Path(__file__).parents[2]


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Exercise 1.03 fails, and with it every claim on what it produces."""

    def fail(stage, seed):
        return engine.Observed({}, failure="it broke \x1b[31m& <b>")

    monkeypatch.setattr(engine, "observe", fail)


def run_of(text: str) -> dict:
    log = json.loads(text)
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    [run] = log["runs"]
    return run


def test_nothing_found_is_a_run_without_results(dlw: Dlw) -> None:
    run = run_of(dlw("verify", "1.02", "--format", "sarif").out)
    assert run["results"] == []
    assert run["tool"]["driver"]["name"] == "dlw"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == list(RULES)


@pytest.mark.usefixtures("broken")
def test_each_surprise_points_at_the_line_of_its_claim(dlw: Dlw) -> None:
    result = dlw("verify", "1.03", "--no-cache", "--format", "sarif")
    run = run_of(result.out)
    assert result.code == 1
    assert run["results"]
    for found in run["results"]:
        [location] = found["locations"]
        physical = location["physicalLocation"]
        file = ROOT / unquote(physical["artifactLocation"]["uri"])
        line = file.read_text("utf-8").splitlines()[physical["region"]["startLine"] - 1]
        assert re.fullmatch(
            rf'id\s*= "{re.escape(found["partialFingerprints"]["claim/v1"])}"', line
        )


def test_of_another_book_the_place_is_below_the_folder_one_works_in(
    dlw: Dlw, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims_file = copy / "claims" / "chapter1" / "1.01.toml"
    claims_file.write_text(claims_file.read_text("utf-8").replace("equals = 4", "equals = 5"))
    for here, uri in [
        (copy, "claims/chapter1/1.01.toml"),
        (copy.parent, "copy/claims/chapter1/1.01.toml"),
        (ROOT, claims_file.resolve().as_uri()),
    ]:
        monkeypatch.chdir(here)
        result = dlw("--book", copy, "verify", "1.01", "--format", "sarif")
        [found] = run_of(result.out)["results"]
        physical = found["locations"][0]["physicalLocation"]
        assert physical["artifactLocation"]["uri"] == uri
        assert physical["region"] == {"startLine": 5}


@pytest.mark.usefixtures("broken")
def test_a_result_has_what_code_hosts_require(dlw: Dlw) -> None:
    run = run_of(dlw("verify", "1.03", "--no-cache", "--format", "sarif").out)
    for found in run["results"]:
        assert set(found) == {
            "ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints",
        }  # fmt: skip
        assert run["tool"]["driver"]["rules"][found["ruleIndex"]]["id"] == found["ruleId"]
        assert found["level"] == "error"
        assert "\x1b" not in found["message"]["text"]
    fingerprints = [found["partialFingerprints"]["claim/v1"] for found in run["results"]]
    assert len(set(fingerprints)) == len(fingerprints)


@pytest.mark.parametrize(
    ("id_of_claim", "status", "rule"),
    [
        ("1.02/result", "refuted", "claim-refuted"),
        ("1.02/result", "confirmed", "entry-contradicted"),  # not so in the book's era
        ("1.02/result", "unverified", "reference-failed"),
        ("1.02/listing", "confirmed", "entry-outlived"),
        ("1.02/listing", "refuted", "entry-contradicted"),
    ],
)
def test_the_rule_says_what_kind_of_surprise_it_is(id_of_claim, status, rule) -> None:
    claim = claims()[id_of_claim]
    verdict = Verdict(claim.id, status, claim.state, str(claim.check), surprise="a surprise")
    [found] = run_of(FORMATS["sarif"](Report((claim,), (verdict,), 0.0)))["results"]
    assert found["ruleId"] == rule


def test_a_verdict_as_expected_is_no_result() -> None:
    claim = claims()["1.02/listing"]
    verdict = Verdict(claim.id, "refuted", claim.state, str(claim.check))
    report = Report((claim,), (replace(verdict, surprise=""),), 0.0)
    assert run_of(FORMATS["sarif"](report))["results"] == []
