"""Bad input gets one clear line, exit code 2, and loses nothing."""

import json
from pathlib import Path

import pytest

from harness import environment
from reference.resources import fixtures
from tests.command_line import Dlw


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["verify", "1.99"], "unknown chapter or unit '1.99'"),
        (["verify", "99"], "unknown chapter or unit '99'"),
        (["verify", "1.03/c9"], "unknown claim '1.03/c9'. Did you mean 1.03/c"),
        (["verify", "--tier", "quick"], "unknown tier 'quick'"),
        (["verify", "--format", "yaml"], "unknown format 'yaml'"),
        (["verify", "--device", "tpu"], "unknown device 'tpu'"),
        (["verify", "--jobs", "0"], "--jobs"),
        (["verify", "--nonsense"], "--nonsense"),
        (["verify", "--data-mirror", "/no/such/folder"], "not a folder"),
        (["era", "verify", "book", "--again", "--stale"], "--again and --stale exclude each other"),
        (["show", "1.02/rezult"], "Did you mean 1.02/result"),
        (["list", "--ledger", "wrong"], "unknown ledger state"),
        (["data", "fetch", "minst"], "Did you mean mnist"),
        (["baseline", "run", "1.02"], "no random stage"),
        (["baseline", "run", "2.05", "--seeds", "2"], "2 seeds are too few"),
        (["baseline", "show", "1.02"], "no baseline"),
        (["baseline", "run", "9.99"], "unknown unit"),
        (["frobnicate"], "frobnicate"),
    ],
)
def test_bad_input_is_one_line_and_exit_2(dlw: Dlw, arguments: list[str], message: str) -> None:
    result = dlw(*arguments)
    assert result.code == 2
    assert message in result.err
    assert result.err.startswith("dlw: ")
    assert result.err.count("\n") == 1


def test_without_tensorflow_the_remedy_is_named(dlw: Dlw, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "installed", lambda package: None)
    result = dlw("verify", "1.02")
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert "pip install tensorflow" in result.err


def test_a_cache_that_cannot_be_written_is_refused_and_can_be_left_out(
    dlw: Dlw, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("DLW_CACHE", str(tmp_path / "file"))
    result = dlw("verify", "1.02")
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert "--no-cache" in result.err
    assert dlw("verify", "1.02", "--no-cache").code == 0


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"unit": "2.06"}, "it is the baseline of `dlw baseline run 2.06 --tier fast`"),
        (
            {"seeds": [0, 1], "values": {"evaluate_accuracy": [1.0, 0.9]}},
            "has 2 seeds, 3 are needed",
        ),
    ],
)
def test_a_foreign_or_small_baseline_is_told(
    dlw: Dlw,
    own_baselines: Path,
    change: dict[str, object],
    message: str,
) -> None:
    committed = json.loads((fixtures() / "baselines" / "A2.01-fast.json").read_text("utf-8"))
    (own_baselines / "A2.01-fast.json").write_text(json.dumps(committed | change))
    result = dlw("verify", "A2.01/evaluate-accuracy")
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert message in result.err
    assert "dlw baseline run A2.01" in result.err
