"""``dlw report build`` from the outside."""

import json
import sys
from pathlib import Path

import pytest

from harness.site.folder import MARKER
from tests.command_line import Dlw


@pytest.fixture
def build(dlw: Dlw, book: Path, tmp_path: Path):
    def build(*options: object):
        return dlw("--book", book, "report", "build", tmp_path / "site", "--offline", *options)

    return build


def test_it_says_what_was_built_and_where(build, tmp_path: Path) -> None:
    result = build()
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(f"{tmp_path / 'site' / 'index.html'}: 10 claims (7 confirmed, ")
    listed = json.loads((tmp_path / "site" / MARKER).read_text())["files"]
    assert {"index.html", "claims.html", "errata.html", "units/1.01.html"} <= set(listed)


def test_a_folder_that_is_not_a_site_is_exit_2_before_anything_runs(build, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "mine.txt").write_text("mine")
    result = build()
    assert (result.code, result.out) == (2, "")
    assert "no part of a site, such as mine.txt" in result.err
    assert result.err.count("\n") == 1
    assert build("--force").code == 0
    assert not (tmp_path / "site" / "mine.txt").exists()


def test_a_surprise_is_exit_1_and_stands_on_its_page(dlw: Dlw, copy: Path, tmp_path: Path) -> None:
    claims = copy / "claims" / "chapter1" / "1.01.toml"
    claims.write_text(
        claims.read_text().replace("check = { equals = 4 }", "check = { equals = 5 }")
    )
    site = tmp_path / "site"
    result = dlw("--book", copy, "report", "build", site, "--offline")
    assert (result.code, result.err) == (1, "")
    assert "1 surprise" in result.out
    assert "held until now, refuted today" in (site / "units/1.01.html").read_text()


def test_misuse_is_one_line(build) -> None:
    for options, message in [
        (["--tier", "fats"], "unknown tier 'fats'. Did you mean fast?"),
        (["--device", "tpu"], "unknown device 'tpu'"),
        (["--data-mirror", "/nowhere"], "the data mirror is not a folder"),
    ]:
        result = build(*options)
        assert result.code == 2
        assert message in result.err
        assert result.err.count("\n") == 1


def test_a_missing_package_is_told_with_its_remedy(build, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("harness.site.source")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(sys.modules, "harness.commands.report", raising=False)
    monkeypatch.delitem(sys.modules, "harness.site.pages", raising=False)
    monkeypatch.setitem(sys.modules, "pygments.lexers", None)
    result = build()
    assert (result.code, result.out) == (2, "")
    assert "the report needs the package pygments" in result.err
    assert "pip install 'dlw[report]'" in result.err
