"""Sites to look at: the second book's, and units of trainings with plots of every kind."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from selenium.webdriver.remote.webdriver import WebDriver

from harness.bench.history import History
from harness.bench.report.overview import document
from harness.bench.report.past import Past
from harness.claim_files import select
from harness.observe import Observed
from harness.site.folder import put
from harness.site.knowledge import Knowledge, gather
from harness.site.pages import pages
from harness.units import unit
from harness.verify import Settings
from reference.stages import TIERS
from tests.bench.builders import core, noisy, record
from tests.second_book.conftest import BOOK, book, copy
from tests.site import browser

ROOT = Path(__file__).parents[2]
TRAINED = ("4.06", "7.04", "A7.01")


@pytest.fixture(scope="session")
def handful(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second book's site, built by the command: claims that stand in every way."""
    folder = tmp_path_factory.mktemp("handful")
    command = [sys.executable, "-m", "harness.cli", "--book", BOOK, "report", "build", folder]
    environment = os.environ | {"DLW_CACHE": str(tmp_path_factory.mktemp("cache"))}
    subprocess.run([*command, "--offline"], cwd=ROOT, env=environment, check=True)
    return folder


@pytest.fixture(scope="session")
def trained() -> Knowledge:
    """Units of random trainings, of which nothing is run: the plots are those of baselines."""
    claims = select(list(TRAINED), TIERS)
    known = gather(claims, (), Settings(), lambda stage: None, lambda stage: None)
    points = np.random.default_rng(0).normal(size=(128, 2))
    stage = next(stage for stage in unit("7.04").stages if stage.function == "run")
    digits = np.random.default_rng(1).random((16, 28, 28, 1), dtype=np.float32)
    sample = Observed({"before": points, "after": points + 1, "pictures": digits})
    return Knowledge(known.verdicts, {stage: sample}, known.claims)


@pytest.fixture(scope="session")
def plotted(trained: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of those units, with a history of benchmarks that became slower once."""
    history = History(tmp_path_factory.mktemp("history"))
    for day in range(12):
        seconds = noisy(8, day, slower=1.0 if day < 7 else 1.3)
        history.add(record(core("train/<3.02>", {"head": seconds}), day=day))
    benchmarks = document(Past(history.contents().runs, history.pins()))
    folder = tmp_path_factory.mktemp("plotted")
    put(folder, dict(pages(trained, benchmarks)), force=False)
    return folder


@pytest.fixture(scope="session")
def driver() -> Iterator[WebDriver]:
    if browser.programs() is None:
        pytest.skip(browser.MISSING)
    with browser.chromium() as found:
        yield found


@pytest.fixture(scope="session")
def plain_driver() -> Iterator[WebDriver]:
    """A browser that runs no scripts of a page."""
    if browser.programs() is None:
        pytest.skip(browser.MISSING)
    with browser.chromium(scripts=False) as found:
        yield found


__all__ = ["book", "copy"]  # fixtures of the second book
