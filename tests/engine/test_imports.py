"""Dependencies run one way, and looking at the claims loads no deep-learning library."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ALLOWED = {
    "reference": {"reference"},
    "harness": {"reference", "harness"},
    "benchmarks": {"reference", "harness", "benchmarks"},
}
OURS = {"reference", "harness", "tests", "benchmarks", "conftest"}


def imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    names = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    return {name.partition(".")[0] for name in names}


@pytest.mark.parametrize("package", ALLOWED)
def test_nothing_imports_upward(package: str) -> None:
    sources = sorted((ROOT / package).rglob("*.py"))
    assert sources
    upward = {str(path): imported(path) & OURS - ALLOWED[package] for path in sources}
    assert {path: names for path, names in upward.items() if names} == {}


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["list"],
        ["show", "1.02/result"],
        ["data", "list"],
        ["doctor"],
        ["bench", "history", "--history", "no-such-folder"],
    ],
)
def test_looking_imports_no_deep_learning_library(arguments: list[str]) -> None:
    code = (
        "import sys; from harness import cli; sys.argv[1:] = " + repr(arguments) + "\n"
        "try: cli.main()\n"
        "except SystemExit as stop: assert not stop.code, stop.code\n"
        "heavy = {'tensorflow', 'keras', 'torch', 'sklearn', 'pandas'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
