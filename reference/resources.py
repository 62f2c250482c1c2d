"""Where files lie: what travels with the packages, and what is kept on this machine."""

import os
import shlex
from functools import cache
from pathlib import Path

BOOK_VARIABLE = "DLW_BOOK"  # names the folder of another book than the embedded one


@cache
def fixtures() -> Path:
    """The folder of claims, baselines, registry and samples: in the wheel, or in a checkout."""
    installed = Path(__file__).parent / "fixtures"
    return installed if installed.is_dir() else Path(__file__).parents[1] / "fixtures"


def registry_file() -> Path:
    """The registry of data sets: the book's own ``datasets.toml``, or the embedded book's.

    ``samples/`` beside it holds the copies that travel with it.
    """
    own = Path(os.environ.get(BOOK_VARIABLE, "")).resolve() / "datasets.toml"
    embedded = fixtures() / "datasets.toml"
    return own if os.environ.get(BOOK_VARIABLE) and own.is_file() else embedded


def command(words: str) -> str:
    """``dlw WORDS`` on the book at hand, as a reader here would type it."""
    if not os.environ.get(BOOK_VARIABLE):
        return f"dlw {words}"
    folder, here = Path(os.environ[BOOK_VARIABLE]).resolve(), Path.cwd()
    named = folder.relative_to(here) if folder.is_relative_to(here) else folder
    return f"dlw --book {shlex.quote(str(named))} {words}"


def cache_folder() -> Path:
    """Where downloads and finished observations are kept: ``DLW_CACHE`` or the user's cache."""
    named = os.environ.get("DLW_CACHE")
    if named:
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("dlw")
