"""A gate with nothing changed runs nothing; after a change only what depends on it runs."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import Dlw

ROOT = Path(__file__).parents[2]


@pytest.fixture
def fresh(dlw: Dlw, copy: Path):
    """Verify the copied book and tell which units were observed anew."""

    def fresh() -> set[str]:
        result = dlw("--book", copy, "verify", "--offline", "--format", "json")
        verdicts = json.loads(result.out)["verdicts"]
        judged = [verdict for verdict in verdicts if verdict["status"] != "unverified"]
        return {verdict["unit"] for verdict in judged if not verdict["cached"]}

    return fresh


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new))


def forget() -> None:
    """What this process remembers of files, as a new one would not."""
    from harness import cache, claim_files, units

    for remembered in (cache._digest, cache._sources_of, cache._imported):
        remembered.cache_clear()
    for remembered in (claim_files.claims, claim_files.titles, claim_files._parse, units.units):
        remembered.cache_clear()


def test_nothing_changed_nothing_runs(fresh) -> None:
    assert len(fresh()) > 3
    assert fresh() == set()


def test_a_changed_claim_is_judged_and_nothing_runs(fresh, dlw: Dlw, copy: Path) -> None:
    fresh()
    change(copy / "claims" / "chapter1" / "1.01.toml", "equals = 4", "equals = 5")
    forget()
    assert fresh() == set()
    assert dlw("--book", copy, "verify", "1.01", "--offline").code == 1


def test_a_changed_reference_runs_again_alone(fresh, copy: Path) -> None:
    fresh()
    source = copy / "handful" / "chapter1" / "exercise_1_02.py"
    source.write_text(source.read_text("utf-8") + "\n# Changed.\n")
    forget()
    assert fresh() == {"1.02"}


def test_what_imports_a_changed_module_runs_again(fresh, copy: Path) -> None:
    fresh()
    source = copy / "handful" / "moments.py"
    source.write_text(source.read_text("utf-8") + "\n# Changed.\n")
    forget()
    again = fresh()
    users = {
        path.stem.removeprefix("exercise_").replace("_", ".")
        for path in (copy / "handful").rglob("exercise_*.py")
        if "moments" in path.read_text("utf-8")
    }
    assert users
    assert again == users


def test_from_the_cache_no_deep_learning_library_is_loaded(tmp_path: Path) -> None:
    code = (
        "import sys; from harness import cli; sys.argv[1:] = ['verify', '1.02', '--offline']\n"
        "try: cli.main()\n"
        "except SystemExit as stop: assert not stop.code, stop.code\n"
        "print('tensorflow' in sys.modules)"
    )
    environment = os.environ | {"DLW_CACHE": str(tmp_path), "DLW_BOOK": ""}

    def loads() -> str:
        command = [sys.executable, "-c", code]
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True
        )
        return done.stdout.splitlines()[-1]

    assert loads() == "True"
    assert loads() == "False"
