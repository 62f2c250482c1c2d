"""``dlw verify`` from the outside: reports, exit codes, cache, interrupts, rivals."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from harness import verify as engine
from harness.observe import observe
from tests.command_line import Dlw


def test_as_expected_is_exit_0_and_the_second_run_comes_from_the_cache(dlw: Dlw) -> None:
    first = dlw("verify", "1.03")
    assert (first.code, first.err) == (0, "")
    assert "no surprises" in first.out
    assert "from the cache" not in first.out
    assert "from the cache" in dlw("verify", "1.03").out
    assert "from the cache" not in dlw("verify", "1.03", "--no-cache").out


def test_a_surprise_is_exit_1_and_comes_first(dlw: Dlw, monkeypatch: pytest.MonkeyPatch) -> None:
    def off_by_one(stage, seed):
        observed = observe(stage, seed)
        return replace(observed, values=observed.values | {"c1": observed.values["c1"] + 1})

    monkeypatch.setattr(engine, "observe", off_by_one)
    result = dlw("verify", "1.03", "--no-cache")
    assert result.code == 1
    assert result.out.startswith("SURPRISES")
    assert "1.03/c1" in result.out.splitlines()[1]


def test_a_failing_reference_is_a_surprise_with_its_place(
    dlw: Dlw, monkeypatch: pytest.MonkeyPatch
) -> None:
    import importlib

    unit = importlib.import_module("reference.chapter1.exercise_1_03")
    monkeypatch.setattr(unit, "run", lambda: 1 / 0)
    result = dlw("verify", "1.03", "--no-cache")
    assert result.code == 1
    assert "ZeroDivisionError: division by zero" in result.out


def test_a_name_that_the_unit_does_not_produce_is_an_error_in_the_claim(
    dlw: Dlw, monkeypatch: pytest.MonkeyPatch
) -> None:
    import importlib

    unit = importlib.import_module("reference.chapter1.exercise_1_03")
    produced = unit.run()
    produced["c_1"] = produced.pop("c1")
    monkeypatch.setattr(unit, "run", lambda: produced)
    result = dlw("verify", "1.03", "--no-cache")
    assert result.code == 2
    assert "fixtures/claims/chapter1/1.03.toml:" in result.err
    assert "names 'c1', which run() of 1.03 does not produce. Did you mean c_1" in result.err


def test_json_has_the_documented_fields(dlw: Dlw) -> None:
    report = json.loads(dlw("verify", "1.02", "--format", "json").out)
    documented = Path(__file__).parents[2].joinpath("docs/formats.md").read_text("utf-8")
    assert report["summary"]["claims"] == len(report["verdicts"])
    assert all(f"`{key}`" in documented for key in (*report, *report["summary"]))
    assert all(f"`{key}`" in documented for key in report["verdicts"][0])


def test_list_json_has_exactly_the_stable_fields(dlw: Dlw) -> None:
    fields = {"id", "unit", "where", "says", "of", "check", "tier", "needs", "ledger"}
    assert all(set(record) == fields for record in json.loads(dlw("list", "--json").out))


def test_junit_counts_what_it_holds(dlw: Dlw) -> None:
    suite = ET.fromstring(dlw("verify", "1.02", "--format", "junit").out)
    assert int(suite.attrib["tests"]) == len(suite.findall("testcase")) > 0
    assert suite.attrib["failures"] == "0"


def test_markdown_tells_the_erratum(dlw: Dlw) -> None:
    assert "| 1.02/" in dlw("verify", "1.02", "--format", "markdown").out


def test_an_interrupt_keeps_what_is_finished(dlw: Dlw, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(stage, seed):
        if stage.module.endswith("1_04"):
            raise KeyboardInterrupt
        return observe(stage, seed)

    with monkeypatch.context() as patched:
        patched.setattr(engine, "observe", interrupted)
        result = dlw("verify", "1.03", "1.04")
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert "What was finished is kept" in result.err
    kept = json.loads(dlw("verify", "1.03", "1.04", "--format", "json").out)["verdicts"]
    assert {verdict["unit"]: verdict["cached"] for verdict in kept} == {"1.03": True, "1.04": False}


def test_two_at_once_on_one_cache_both_succeed(tmp_path: Path) -> None:
    environment = os.environ | {"DLW_CACHE": str(tmp_path)}
    command = [sys.executable, "-m", "harness.cli", "verify", "1.02", "1.03"]
    root = Path(__file__).parents[2]
    rivals = [
        subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    outputs = [rival.communicate(timeout=240)[0] for rival in rivals]
    assert [rival.returncode for rival in rivals] == [0, 0]
    assert all("no surprises" in output for output in outputs)


def test_several_processes_give_the_verdicts_of_one(dlw: Dlw) -> None:
    def verdicts(*options: str) -> list[dict[str, str]]:
        report = dlw("verify", "1.02", "1.03", "1.05", "--no-cache", "--format", "json", *options)
        return json.loads(report.out)["verdicts"]

    assert verdicts("--jobs", "2") == verdicts()


def test_a_damaged_file_in_the_mirror_is_told_and_costs_only_its_claims(
    dlw: Dlw, tmp_path: Path
) -> None:
    mirror = tmp_path / "mirror"
    (mirror / "book").mkdir(parents=True)
    (mirror / "book" / "data.csv").write_text("label,x1,x2\n1,2.6487,4.5192\n")
    result = dlw("verify", "2.01", "2.02", "--data-mirror", str(mirror), "--offline")
    assert result.code == 2
    assert result.err.count("\n") == 1
    assert "data.csv" in result.err
    report = dlw(
        "verify", "2.01", "2.02", "--data-mirror", str(mirror), "--offline", "--format", "json"
    )
    statuses = {
        (verdict["unit"], tuple(verdict["needs"])): verdict["status"]
        for verdict in json.loads(report.out)["verdicts"]
    }
    assert statuses["2.02", ("data-csv",)] == "unverified"
    assert statuses["2.01", ()] != "unverified"


def test_fail_fast_stops_at_the_first_surprise(dlw: Dlw, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(stage, seed):
        return replace(observe(stage, seed), values={}, failure="broken on purpose")

    monkeypatch.setattr(engine, "observe", broken)
    report = dlw("verify", "1.03", "1.04", "--fail-fast", "--no-cache", "--format", "json")
    assert report.code == 1
    assert {verdict["unit"] for verdict in json.loads(report.out)["verdicts"]} == {"1.03"}
