"""A real browser without a window, and what it says of a page."""

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from axe_core_python.selenium import Axe
from selenium import webdriver
from selenium.webdriver.remote.webdriver import WebDriver

MISSING = "there is no Chromium here: `apt-get install chromium chromium-driver`"
SECONDS = 180
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def programs() -> tuple[str, str] | None:
    """Chromium and its driver; None where either is missing."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    driver = shutil.which("chromedriver")
    return (browser, driver) if browser and driver else None


@contextmanager
def chromium(*, scripts: bool = True) -> Iterator[WebDriver]:
    """Chromium with an empty profile, for sites with or without their scripts."""
    found = programs()
    assert found, MISSING
    options = webdriver.ChromeOptions()
    options.binary_location = found[0]
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    if not scripts:
        blocked = {"profile.managed_default_content_settings.javascript": 2}
        options.add_experimental_option("prefs", blocked)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        for word in (*QUIET, f"--user-data-dir={profile}", "--window-size=1400,1000"):
            options.add_argument(word)
        driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(found[1]))
        driver.set_script_timeout(SECONDS)
        try:
            yield driver
        finally:
            driver.quit()


def emulate(driver: WebDriver, *, dark: bool = False, medium: str = "") -> None:
    """Let pages believe that the reader prefers dark, or that they are printed."""
    scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": medium, "features": [scheme]})


def console(driver: WebDriver) -> list[str]:
    """What the browser complained of since it was last asked."""
    return [entry["message"] for entry in driver.get_log("browser")]


def requests(driver: WebDriver) -> list[str]:
    """Addresses in the network that were asked for since the last time."""
    messages = [json.loads(entry["message"])["message"] for entry in driver.get_log("performance")]
    asked = [
        message["params"]["request"]["url"]
        for message in messages
        if message["method"] == "Network.requestWillBeSent"
    ]
    return [address for address in asked if address.startswith(("http", "ws", "ftp"))]


# axe's own rule on contrast looks at every element from all sides, which takes minutes on a page
# with a table of all claims; it also leaves out drawings.
RULES = {"resultTypes": ["violations"], "rules": {"color-contrast": {"enabled": 0}}}
LEAST_CONTRAST = 4.5  # of text against what lies behind it (WCAG 2.2, 1.4.3 AA)
PALE = Path(__file__).with_name("pale.js").read_text("utf-8")


def pale(driver: WebDriver) -> list[str]:
    """Texts of the page, in drawings too, that stand out too little, an example of each colour."""
    return list(driver.execute_script(PALE, LEAST_CONTRAST))


# Rows of a table and cards of a list are alike, and axe's time grows with their square.
ALIKE = "tbody tr:nth-child(n+11), article:nth-of-type(n+11)"
SHORTEN = "for (const row of document.querySelectorAll(arguments[0])) row.remove()"


def violations(driver: WebDriver) -> list[str]:
    """What axe finds on the page that keeps readers out, rule by rule, with an example.

    Of long tables and lists it looks at the first rows, the others are taken off the page.
    """
    driver.execute_script(SHORTEN, ALIKE)
    found = Axe().run(driver, options=RULES)["violations"]
    return [f"{rule['id']}: {rule['help']}: {rule['nodes'][0]['html'][:200]}" for rule in found]


def address(folder: Path, page: str) -> str:
    return f"{folder.resolve().as_uri()}/{page}"
