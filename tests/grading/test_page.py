"""The page of one submission."""

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from harness.grading.outputs import as_html, nbgrader
from harness.grading.results import Graded
from tests.grading.graded_examples import good, hostile, mixed


class Page(HTMLParser):
    """What a browser would find: tags with their attributes, and the text between them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def test_no_markup_of_a_submission_reaches_the_page() -> None:
    plain, attacked = Page(as_html.render(_mild())), Page(as_html.render(hostile()))
    assert [tag for tag, _ in plain.tags] == [tag for tag, _ in attacked.tags]
    assert not {"script", "iframe", "object"} & {tag for tag, _ in attacked.tags}
    names = {name for _, attributes in attacked.tags for name in attributes}
    assert not {name for name in names if name.startswith("on")}
    assert "<script>alert(1)</script>" in attacked.text
    assert "{{ 7*7 }}" in attacked.text
    assert not set(attacked.text) & {"\x00", "\x07", "\x1b", "\u202e"}


def _mild() -> Graded:
    graded = hostile()
    return replace(graded, name="ann", problem="p", notes=("n",), output="o")


def test_every_table_has_a_caption_and_every_picture_a_text() -> None:
    page = Page(as_html.render(mixed()))
    assert len(page.all("table")) == len(page.all("caption")) == 4
    assert page.all("img") == [
        {"src": "figures/figure-1.png", "alt": "figure-1.png, drawn by the program"}
    ]
    assert page.all("html") == [{"lang": "en"}]
    assert len(page.all("h1")) == 1


def test_figures_stand_in_the_order_of_their_numbers() -> None:
    figures = {f"figure-{number}.png": b"" for number in (10, 1, 2)}
    page = Page(as_html.render(mixed(figures=figures)))
    names = [(picture["src"] or "").removeprefix("figures/") for picture in page.all("img")]
    assert names == ["figure-1.png", "figure-2.png", "figure-10.png"]


@pytest.mark.parametrize("scheme", [0, 1])
def test_colours_of_the_page_have_contrast(scheme: int) -> None:
    colours = _colours(as_html.render(good()), scheme)
    for ink in ("ink", "good", "bad", "open"):
        assert _contrast(colours[ink], colours["paper"]) >= 4.5


def _colours(page: str, scheme: int) -> dict[str, str]:
    rule = [line for line in page.split("\n") if "--ink" in line and ":root" in line][scheme]
    pairs = (part.split(":") for part in rule.strip(" }").split("{")[1].split(";") if "--" in part)
    return {name.strip().removeprefix("--"): value.strip() for name, value in pairs}


def _contrast(one: str, other: str) -> float:
    """WCAG 2.1, contrast ratio of two colours."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_nbgrader_finds_one_page_with_its_figures_inside(tmp_path: Path) -> None:
    path = nbgrader.write(tmp_path, mixed("bob"), "week1", "Exercise1.03")
    assert path == tmp_path / "feedback" / "bob" / "week1" / "Exercise1.03.html"
    (picture,) = Page(path.read_text("utf-8")).all("img")
    assert (picture["src"] or "").startswith("data:image/png;base64,")
