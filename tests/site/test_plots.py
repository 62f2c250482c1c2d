"""Plots: scales that keep what they show, series that are found, numbers beside drawings."""

import base64
import io
import math
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from harness.claim_files import select
from harness.observe import Observed
from harness.site.knowledge import Knowledge
from harness.site.plots import Figure, pictures, points, series, svg
from harness.site.plots.distributions import Strip, distributions
from harness.site.plots.of_unit import figures
from harness.site.plots.pairs import Pair, comparisons
from harness.verdicts import Verdict
from reference.stages import TIERS

NUMBERS = st.floats(-1e6, 1e6)


@given(st.lists(NUMBERS, min_size=1, max_size=20))
def test_a_scale_holds_its_numbers_and_keeps_their_order(numbers: list[float]) -> None:
    scale = svg.spanning(numbers, 10, 500)
    places = [scale(number) for number in sorted(numbers)]
    assert places == sorted(places)
    assert all(10 <= place <= 500 for place in places)
    assert all(scale.low <= number <= scale.high for number in numbers)


@given(st.lists(NUMBERS, min_size=1, max_size=20), st.integers(2, 8))
def test_ticks_are_round_few_and_on_the_scale(numbers: list[float], count: int) -> None:
    scale = svg.spanning(numbers, 0, 100)
    ticks = scale.ticks(count)
    room = (scale.high - scale.low) * 1e-6
    assert len(ticks) <= count + 1
    assert all(scale.low - room <= tick <= scale.high + room for tick in ticks)


def test_what_is_not_finite_bends_no_scale() -> None:
    scale = svg.spanning([0.0, 1.0, math.nan, math.inf], 0, 100)
    assert (scale.low, scale.high) == pytest.approx((-0.04, 1.04))


def test_an_upside_down_scale_turns_the_order() -> None:
    scale = svg.spanning([0.0, 1.0], 100, 0)
    assert scale(0.0) > scale(1.0)


def shapes(figure: Figure, kind: str) -> list[ET.Element]:
    return ET.fromstring(str(figure.drawing)).findall(f".//*[@class='{kind}']")


STRIP = Strip("loss", "2.05/loss", [0.1, 0.2, 0.2], (0.0, 0.4), (0.295, 0.305), "0.30", "confirmed")


def test_a_distribution_shows_print_interval_and_seeds_where_they_are() -> None:
    figure = distributions([STRIP])
    scale = svg.spanning(STRIP.numbers, 196, 630)
    [band], [printed] = shapes(figure, "band"), shapes(figure, "printed")
    assert float(band.attrib["x"]) == scale(0.0)
    assert float(band.attrib["width"]) == pytest.approx(scale(0.4) - scale(0.0))
    assert float(printed.attrib["x"]) == scale(0.295)
    assert shapes(figure, "dots")[0].attrib["d"].count("h0") == 3
    assert shapes(figure, "own") == []
    assert figure.rows[0].cells == ("loss", "0.30", "0.2", "0 to 0.4", "3", "confirmed")


def test_the_run_that_was_judged_is_shown_where_there_was_one() -> None:
    figure = distributions([Strip(**{**STRIP.__dict__, "own": 0.25})])
    assert len(shapes(figure, "own")) == 1
    assert "The ring is the run" in figure.caption


def test_a_label_is_text_and_no_markup() -> None:
    figure = distributions([Strip(**{**STRIP.__dict__, "name": "<b>&\x1b[31m"})])
    assert "<b>" not in str(figure.drawing)
    assert ET.fromstring(str(figure.drawing)).findtext(".//*[@class='name']") == "<b>&"


def test_series_are_names_that_end_in_numbers_between_untrained_and_trained() -> None:
    names = ["loss_epoch_2", "loss_epoch_10", "loss_epoch_1", "loss", "step_3", "val_loss_epoch_1"]
    names += ["distance_trained", "distance_held_out", "distance_100", "distance_untrained"]
    found = {one.name: one for one in series.found_series(names)}
    assert set(found) == {"loss_epoch", "distance"}
    assert found["loss_epoch"].steps == ("1", "2", "10")
    assert found["distance"].steps == ("untrained", "100", "trained")
    assert found["distance"].levels == ("distance_held_out",)


@pytest.mark.parametrize(("seeds", "lines", "bands"), [(3, 3, 0), (200, 0, 1)])
def test_few_seeds_are_lines_and_many_a_band(seeds: int, lines: int, bands: int) -> None:
    [one] = series.found_series(["a_1", "a_2"])
    measured = series.Measured({"a_1": range(seeds), "a_2": range(seeds)})
    figure = series.draw(one, measured)
    assert (len(shapes(figure, "seed")), len(shapes(figure, "band"))) == (lines, bands)
    assert len(shapes(figure, "median")) == 1
    assert figure.rows[0].cells == ("1", "0", svg.number((seeds - 1) / 2), str(seeds - 1), "")


def test_a_print_is_a_diamond_at_its_step() -> None:
    [one] = series.found_series(["a_1", "a_2"])
    printed = {"a_2": series.Printed(5.0, "5.0", "1.01/a")}
    figure = series.draw(one, series.Measured({"a_1": [1, 2], "a_2": [2, 3]}, printed))
    assert len(shapes(figure, "mark")) == 1
    assert figure.rows[1].claim == "1.01/a"
    assert figure.rows[1].cells[-1] == "5.0"


def test_a_comparison_shows_where_nothing_differs() -> None:
    pair = Pair(
        "first", "1.01/first", [1.0, 2.0, 3.0], (0.5, 3.5), "the first is more", "confirmed"
    )
    figure = comparisons([pair])
    scale = svg.spanning([1.0, 2.0, 3.0, 0.5, 3.5, 0.0], 196, 630)
    assert shapes(figure, "printed")[0].attrib["d"].startswith(f"M{scale(0):g} ")
    assert figure.rows[0].cells[2:4] == ("2", "0.5 to 3.5")


@pytest.mark.parametrize(
    ("value", "answer"),
    [
        (np.zeros((128, 2)), True),
        (np.zeros((128, 3)), False),
        (np.zeros((10, 2)), False),
        (np.zeros((128, 2), dtype=int), False),
        (np.full((128, 2), np.nan), False),
        ([[0.0, 1.0]] * 128, False),
    ],
)
def test_a_sample_is_many_finite_points_of_the_plane(value: object, answer: bool) -> None:
    assert points.is_sample(value) is answer


def test_samples_share_their_axes() -> None:
    near, far = np.zeros((60, 2)), np.ones((60, 2))
    figure = points.samples({"near": near, "far": far})
    first, second = (shape.attrib["d"] for shape in shapes(figure, "dots"))
    assert first.count("h0") == second.count("h0") == 1  # every point once
    assert first != second
    assert [row.cells[:2] for row in figure.rows] == [("near", "60"), ("far", "60")]


@pytest.mark.parametrize(
    ("value", "answer"),
    [
        (np.zeros((16, 28, 28, 1)), True),
        (np.zeros((16, 28, 28, 3)), False),
        (np.zeros((16, 28, 28)), False),
        (np.zeros((3, 28, 28, 1)), False),
        (np.zeros((16, 200, 200, 1)), False),
        (np.full((16, 28, 28, 1), np.inf), False),
    ],
)
def test_a_sample_of_pictures_is_gray_small_and_finite(value: object, answer: bool) -> None:
    assert pictures.is_sample(value) is answer


def test_pictures_are_shown_as_they_are() -> None:
    """What is drawn, read again: each picture at its place, on one scale of grays."""
    shown = np.linspace(-1, 1, 6 * 8 * 8).reshape(6, 8, 8, 1)
    figure = pictures.samples({"dark": shown[:4], "all": shown})
    sheets = ET.fromstring(str(figure.drawing)).findall("image")
    encoded = [sheet.attrib["href"].removeprefix("data:image/png;base64,") for sheet in sheets]
    dark, everything = (
        np.asarray(Image.open(io.BytesIO(base64.b64decode(one)))) / 127.5 - 1 for one in encoded
    )
    assert dark.shape == (10, 40)
    assert everything.shape == (20, 40)
    np.testing.assert_allclose(dark[1:9, 11:19], shown[1, :, :, 0], atol=0.005)
    np.testing.assert_allclose(everything[11:19, 11:19], shown[5, :, :, 0], atol=0.005)
    assert [row.cells[:2] for row in figure.rows] == [("dark", "4"), ("all", "6")]


def test_a_unit_of_training_has_each_of_its_plots(trained: Knowledge) -> None:
    of = [claim for claim in trained.claims if claim.unit == "7.04"]
    titles = [figure.title for figure in figures("7.04", of, trained)]
    assert titles[0] == "Distribution over seeds"
    assert {"real_accuracy along the way", "distance along the way"} <= set(titles)
    assert titles[-2:] == ["Samples of points", "Samples of pictures"]


def test_a_claim_of_what_tends_shows_its_seeds() -> None:
    [claim] = select(["S2.relu/converges-more-quickly"], TIERS)
    values = dict(zip(claim.of, ([1.0] * 5 + [2.0], [3.0] * 6), strict=True))
    verdict = Verdict(claim.id, "confirmed", "holds", str(claim.check))
    known = Knowledge({claim.id: verdict}, {claim.stage: Observed(values)}, (claim,))
    [figure] = figures(claim.unit, [claim], known)
    assert figure.rows[0].cells[1] == "6"


def test_a_unit_without_randomness_has_no_plots(trained: Knowledge) -> None:
    claims = select(["1.02"], TIERS)
    verdicts = {c.id: Verdict(c.id, "confirmed", c.state, str(c.check)) for c in claims}
    assert figures("1.02", claims, Knowledge(verdicts, {}, tuple(claims))) == []
