"""The action, the workflows and the hooks: sound by their schemas, and what they do when run."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
ACTION = ROOT / "action.yml"
EXAMPLE = ROOT / "docs" / "examples" / "book-gate.yml"
WORKFLOWS = [
    *sorted((ROOT / ".github" / "workflows").glob("*.yml")),
    *sorted((ROOT / "docs" / "examples").glob("*.yml")),
]
DOCUMENTATION = (ROOT / "docs" / "ci.md").read_text("utf-8")


def tool(module: str, *arguments: object) -> None:
    command = [sys.executable, "-m", module, *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def action() -> dict[str, Any]:
    return yaml.safe_load(ACTION.read_text("utf-8"))


def scripts() -> dict[str, str]:
    steps = yaml.safe_load(ACTION.read_text("utf-8"))["runs"]["steps"]
    return {step["name"]: step["run"] for step in steps if "run" in step}


def test_the_action_keeps_its_schema() -> None:
    tool("check_jsonschema", "--builtin-schema", "vendor.github-actions", ACTION)


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_keeps_its_schema(workflow: Path) -> None:
    tool("check_jsonschema", "--builtin-schema", "vendor.github-workflows", workflow)


def test_the_hooks_keep_their_schema() -> None:
    tool("pre_commit", "validate-manifest", ".pre-commit-hooks.yaml")
    tool("pre_commit", "validate-config", ".pre-commit-config.yaml")


def test_a_book_needs_ten_lines() -> None:
    lines = [
        line
        for line in EXAMPLE.read_text("utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]
    assert len(lines) <= 10
    assert "\n".join(lines) in DOCUMENTATION


def test_the_documented_hooks_are_those_there_are() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert all(f"- id: {hook['id']}" in DOCUMENTATION for hook in hooks)


def test_every_input_is_documented_with_its_default(action: dict[str, Any]) -> None:
    for name, described in action["inputs"].items():
        default = f"`{described['default']}`" if described["default"] else ""
        assert f"| `{name}` | {default} |".replace("|  |", "| |") in DOCUMENTATION


def test_every_input_is_used_and_none_is_pasted_into_a_script(action: dict[str, Any]) -> None:
    text = ACTION.read_text("utf-8")
    assert all(f"inputs.{name} " in text for name in action["inputs"])
    assert all("${{" not in script for script in scripts().values())


@pytest.mark.parametrize("name", scripts())
def test_a_script_is_sound(name: str) -> None:
    subprocess.run(["bash", "-n"], input=scripts()[name], text=True, check=True)


def run_step(name: str, folder: Path, **variables: str) -> tuple[int, dict[str, str], str]:
    """Run a step as the service does: exit code, outputs, and what it printed."""
    output = folder / "output"
    output.touch()
    dlw = folder / "dlw"
    dlw.write_text(f'#!/bin/sh\nexec {sys.executable} -m harness.cli "$@"\n')
    dlw.chmod(0o755)
    environment = os.environ | {
        "PATH": f"{folder}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "GITHUB_OUTPUT": str(output),
        "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
        "DLW_CACHE": str(folder / "cache"),
        "DLW_OFFLINE": "1",
        **variables,
    }
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", scripts()[name]],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = output.read_text("utf-8").splitlines()
    outputs = dict(line.split("=", 1) for line in lines)
    return done.returncode, outputs, done.stdout + done.stderr


def schedules(workflow: Path) -> list[str]:
    # YAML 1.1 reads the key "on" as true.
    return [entry["cron"] for entry in yaml.safe_load(workflow.read_text())[True]["schedule"]]


@pytest.mark.parametrize(
    ("check", "schedule", "chosen"),
    [
        ("auto", "", "gate"),
        ("auto", schedules(EXAMPLE)[0], "train"),
        ("auto", schedules(EXAMPLE)[1], "performance"),
        ("auto", "0 3 * * *", "train"),
        ("train", "", "train"),
        ("gate", "0 3 * * 0", "gate"),
    ],
)
def test_what_is_checked_depends_on_the_event(
    check: str, schedule: str, chosen: str, tmp_path: Path
) -> None:
    code, outputs, _ = run_step("Choose what to check", tmp_path, CHECK=check, SCHEDULE=schedule)
    assert (code, outputs) == (0, {"check": chosen})


def test_an_unknown_check_is_an_error(tmp_path: Path) -> None:
    code, outputs, said = run_step("Choose what to check", tmp_path, CHECK="gaet", SCHEDULE="")
    assert (code, outputs) == (2, {})
    assert "found gaet" in said


def test_the_gate_of_a_book_that_holds_passes_with_its_files(book: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    code, outputs, said = run_step(
        "Check the book", tmp_path, CHECK="gate", WORDS="", DLW_BOOK=str(book), OUT=str(out)
    )
    assert code == 0, said
    assert re.match(r"10 claims: 7 confirmed, 2 refuted, 1 unverified", outputs["summary"])
    assert outputs["sarif"] == str(out / "dlw.sarif")
    assert {path.name for path in out.iterdir()} == {
        "dlw.sarif", "junit.xml", "verdicts.md", "summary.txt",
    }  # fmt: skip
    assert (tmp_path / "summary.md").read_text("utf-8").startswith("# Verdicts")


def test_a_surprise_fails_the_gate_and_is_still_reported(copy: Path, tmp_path: Path) -> None:
    claims = copy / "claims" / "chapter1" / "1.01.toml"
    claims.write_text(claims.read_text("utf-8").replace("equals = 4", "equals = 5"))
    here = {"DLW_BOOK": str(copy), "OUT": str(tmp_path / "out")}
    code, outputs, _ = run_step("Check the book", tmp_path, CHECK="gate", WORDS="1.01 1.02", **here)
    assert code == 1
    assert "1 surprise;" in outputs["summary"]
    assert '"ruleId": "claim-refuted"' in Path(outputs["sarif"]).read_text("utf-8")
    code, _, said = run_step("Build the report", tmp_path, REPORT="report", **here)
    assert code == 0, said
    assert (tmp_path / "report" / "index.html").is_file()


def test_what_is_misused_fails_the_gate_without_files(book: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    code, outputs, said = run_step(
        "Check the book", tmp_path, CHECK="gate", WORDS="9.99", DLW_BOOK=str(book), OUT=str(out)
    )
    assert code == 2
    assert "unknown chapter or unit '9.99'" in said
    assert outputs == {"summary": ""}


@pytest.mark.parametrize("hook", ["dlw-claims", "dlw-verify"])
def test_a_hook_passes_on_a_book_that_holds(hook: str, book: Path, dlw) -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    [entry] = [found["entry"] for found in hooks if found["id"] == hook]
    program, *words = entry.split()
    assert program == "dlw"
    assert dlw(*words, "--book", book).code == 0
