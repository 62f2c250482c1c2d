"""Audit a built site: ``python -m tests.site.audit DIR``.

Its files: links that lead nowhere, ids used twice, what is not on this machine, its size. Each
page in a browser, light and dark: errors, requests to the network, and what axe finds.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import repeat
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selenium.webdriver.remote.webdriver import WebDriver

from tests.site import browser

MOST_BYTES = 5_000_000
BROWSERS = 2  # at a time
ADDRESSES = ("href", "src", "action")


@dataclass
class Page(HTMLParser):
    """The ids and addresses of one page, and its headings in order."""

    ids: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.addresses += [value for name, value in attrs if name in ADDRESSES and value]
        if tag[0] == "h" and tag[1:].isdigit():
            self.headings.append(int(tag[1:]))


def read(folder: Path) -> dict[str, Page]:
    """Every page of the site, by its name below the folder."""
    pages = {}
    for path in sorted(folder.rglob("*.html")):
        page = Page()
        page.feed(path.read_text("utf-8"))
        pages[path.relative_to(folder).as_posix()] = page
    return pages


def faults_of_files(folder: Path) -> Iterator[str]:
    """What is wrong with the site as files, a sentence each."""
    pages = read(folder)
    if "index.html" not in pages:
        yield "there is no index.html"
    for name, page in pages.items():
        yield from (f"{name}: id {i} is used twice" for i, n in Counter(page.ids).items() if n > 1)
        yield from _dead(folder, pages, name)
        steps = zip(page.headings, page.headings[1:], strict=False)
        if page.headings[:1] != [1] or any(after > before + 1 for before, after in steps):
            yield f"{name}: headings skip a level"
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    if size > MOST_BYTES:
        yield f"the site has {size:,} bytes, more than {MOST_BYTES:,}"


def _dead(folder: Path, pages: dict[str, Page], name: str) -> Iterator[str]:
    """Addresses of a page that lead nowhere, or away from here."""
    for address in pages[name].addresses:
        parts = urlsplit(address)
        if parts.scheme == "data":
            continue
        if parts.scheme or parts.netloc:
            yield f"{name}: {address} is not of this site"
            continue
        target = (folder / name).parent / unquote(parts.path) if parts.path else folder / name
        if not target.resolve().is_relative_to(folder.resolve()) or not target.is_file():
            yield f"{name}: {address} leads nowhere"
        elif parts.fragment:
            page = pages.get(target.resolve().relative_to(folder.resolve()).as_posix())
            if page is None or unquote(parts.fragment) not in page.ids:
                yield f"{name}: {address} names no place on that page"


def faults_in_browser(
    driver: WebDriver, folder: Path, names: Sequence[str], *, dark: bool
) -> Iterator[str]:
    """What is wrong with these pages as a browser shows them, a sentence each."""
    browser.emulate(driver, dark=dark)
    mode = "dark" if dark else "light"
    for name in names:
        driver.get(browser.address(folder, name))
        found = browser.pale(driver)
        found += [] if dark else browser.violations(driver)
        found += [f"console: {message}" for message in browser.console(driver)]
        found += [f"request: {address}" for address in browser.requests(driver)]
        yield from (f"{name} ({mode}): {fault}" for fault in found)


def audited(folder: Path, names: Sequence[str]) -> list[str]:
    """The faults of these pages, light and dark, in a browser of their own."""
    with browser.chromium() as driver:
        return [
            fault
            for dark in (False, True)
            for fault in faults_in_browser(driver, folder, names, dark=dark)
        ]


def main(folder: Path) -> int:
    faults = list(faults_of_files(folder))
    names = list(read(folder))
    print(f"{len(names)} pages in {BROWSERS} browsers ...", flush=True)
    shares = [names[n::BROWSERS] for n in range(BROWSERS)]
    with ThreadPoolExecutor(BROWSERS) as pool:
        for found in pool.map(audited, repeat(folder), shares):
            faults += found
    for fault in faults:
        print(fault)
    print(f"{len(names)} pages, light and dark: {len(faults) or 'no'} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
