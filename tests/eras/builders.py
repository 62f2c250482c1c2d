"""A book's eras in a folder of their own, with environments that hold no packages."""

import sys
from pathlib import Path

HERE = f"{sys.version_info.major}.{sys.version_info.minor}"
ERA = """\
[[era]]
name     = "{name}"
title    = "An era of the tests"
python   = "{python}"
requires = {requires}
"""
PART = """\
from attempts import attempt


def observations():
    return {"1.03/c1": [[58, 64], [139, 154]], "1.02/result": attempt()}
"""
SHARED = """\
def attempt():
    return 42
"""
FAILING = """\
def observations():
    return {"1.03/c1": missing}
"""
FAILING_FUNCTION = """\
def below():
    raise ValueError("from below")


def broken():
    return {"1.03/c1": below()}


def sound():
    try:
        below()
    except ValueError:
        return {"1.02/result": 42}


SECTIONS = (broken, sound)


def observations():
    return {name: value for section in SECTIONS for name, value in section().items()}
"""


def write_book(folder: Path) -> Path:
    """A book with the references of the embedded one and no claims; the folder."""
    folder.mkdir(parents=True)
    (folder / "book.toml").write_text('title = "A book"\npackage = "reference"\n', "utf-8")
    return folder


def write_eras(folder: Path, *names: str, python: str = HERE, requires: str = "[]") -> Path:
    """Eras of these names, with one part and no pins; the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    eras = [ERA.format(name=name, python=python, requires=requires) for name in names]
    (folder / "eras.toml").write_text("\n".join(eras), "utf-8")
    for name in names:
        (folder / f"{name}.txt").write_text("", "utf-8")
    (folder / "part.py").write_text(PART, "utf-8")
    (folder / "attempts.py").write_text(SHARED, "utf-8")
    return folder
