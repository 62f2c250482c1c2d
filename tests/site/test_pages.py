"""What stands on the pages, read as files."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from pathlib import Path

import pytest

from harness.cache import ObservationCache, key
from harness.claim_files import select
from harness.claims import Claim
from harness.observe import Observed
from harness.site.knowledge import STANDINGS, Knowledge, counted, gather, standing
from harness.site.pages import pages
from harness.site.source import highlight, source_of
from harness.units import Stage, units
from harness.verdicts import Verdict
from harness.verify import Settings
from reference.stages import TIERS
from tests.site import audit


def silent(stage: Stage) -> None:
    """Tell nobody."""


HOSTILE = "<script>alert(1)</script> & \"<b onclick='x'>\" \x1b[31m"


def test_the_site_as_files_has_no_fault(handful: Path, plotted: Path) -> None:
    assert list(audit.faults_of_files(handful)) == []
    assert list(audit.faults_of_files(plotted)) == []


def test_every_claim_has_its_stable_link_and_its_evidence(handful: Path) -> None:
    everything = audit.read(handful)
    ids = re.findall(
        r'<a href="units/[^"]+">([^<]+/[^<]+)</a>', (handful / "claims.html").read_text()
    )
    assert len(ids) == 10
    for claim in ids:
        unit, _, slug = claim.partition("/")
        assert slug in everything[f"units/{unit}.html"].ids


def test_an_erratum_shows_printed_measured_right_and_why(handful: Path) -> None:
    page = (handful / "units/1.01.html").read_text("utf-8")
    card = page[page.index('id="variance"') : page.index("</article>", page.index('id="variance"'))]
    for text in ("2.0", "1.6", "divided by 5, not by 4", "wrong number", "verify 1.01/variance"):
        assert text in card


def test_the_overview_counts_the_claims_by_how_they_stand(handful: Path) -> None:
    overview = (handful / "index.html").read_text("utf-8")
    assert "A Handful of Numbers" in overview
    assert "10 claims: 7 confirmed, 1 erratum, 1 drift, 1 unverified." in overview


def test_the_reference_stands_beside_its_claims(handful: Path) -> None:
    page = (handful / "units/1.01.html").read_text("utf-8")
    assert "handful/chapter1/exercise_1_01.py" in page
    assert '<i class="k">def</i> <i class="f">run</i>' in page


def test_of_a_module_of_many_units_only_the_unit_is_shown() -> None:
    source = source_of(units()["S1.variables"])
    assert source.first_line > 1
    assert str(source.html).count('<i class="k">def</i>') == 1


def test_source_is_escaped() -> None:
    assert str(highlight('x = "<b>" & 1 < 2\n')) == (
        'x = <i class="s">&#34;</i><i class="s">&lt;b&gt;</i><i class="s">&#34;</i>'
        ' &amp; <i class="m">1</i> &lt; <i class="m">2</i>\n'
    )


@pytest.fixture
def hostile() -> Iterator[tuple[str, str]]:
    [claim] = select(["1.02/result"], TIERS)
    claim = claim.model_copy(update={"says": HOSTILE, "where": HOSTILE})
    verdict = Verdict(claim.id, "refuted", "holds", HOSTILE, HOSTILE, HOSTILE, surprise=HOSTILE)
    return pages(Knowledge({claim.id: verdict}, {}, (claim,)))


def test_text_of_claims_and_verdicts_is_escaped(hostile: Iterator[tuple[str, str]]) -> None:
    text = "".join(text for name, text in hostile if name.endswith(".html"))
    assert "alert(1)" in text
    assert "<script>" not in text
    assert "<b onclick" not in text
    assert "\x1b" not in text


def test_the_benchmarks_have_a_page_where_runs_are_kept(handful: Path, plotted: Path) -> None:
    page = (plotted / "benchmarks.html").read_text("utf-8")
    assert "12 runs, 1 step in the history" in page
    assert "train/&lt;3.02&gt;" in page
    assert page.count("<figure>") == 1
    assert not (handful / "benchmarks.html").exists()
    assert "benchmarks.html" not in (handful / "index.html").read_text("utf-8")


def test_what_was_not_run_says_how_to_run_it(trained: Knowledge) -> None:
    page = dict(pages(trained))["units/4.06.html"]
    assert escape("dlw verify 4.06/brown-1 --tier train") in page
    assert "of tier train, which was not run here" in page


def test_a_build_gives_the_same_bytes_again(trained: Knowledge) -> None:
    assert dict(pages(trained)) == dict(pages(trained))


def claim_of(state: str) -> Claim:
    return next(claim for claim in select([], TIERS) if claim.state == state)


@pytest.mark.parametrize(
    ("state", "status", "surprise", "word"),
    [
        ("holds", "confirmed", "", "confirmed"),
        ("erratum", "refuted", "", "erratum"),
        ("drift", "refuted", "", "drift"),
        ("drift", "unverified", "", "unverified"),
        ("holds", "refuted", "held until now", "surprise"),
        ("holds", "unverified", "it failed", "surprise"),
    ],
)
def test_how_a_claim_stands(state: str, status: str, surprise: str, word: str) -> None:
    claim = claim_of(state)
    verdict = Verdict(claim.id, status, claim.state, str(claim.check), surprise=surprise)
    assert standing(verdict) == word


def test_one_erratum_two_errata() -> None:
    assert [counted("erratum", 1), counted("erratum", 2)] == ["1 erratum", "2 errata"]


def test_every_claim_is_counted_once(trained: Knowledge) -> None:
    counts = trained.counts(trained.claims)
    assert tuple(counts) == STANDINGS
    assert sum(counts.values()) == len(trained.claims)


def test_what_is_kept_of_higher_tiers_is_judged_without_a_run(tmp_path: Path) -> None:
    [claim] = select(["S2.relu/converges-more-quickly"], TIERS)
    settings = Settings(cache=tmp_path)
    lower, higher = [0.1, 0.2, 0.1, 0.2, 0.1], [0.5, 0.6, 0.7, 0.5, 0.6]
    values = dict(zip(claim.of, ([*lower], [*higher]), strict=True))
    ObservationCache(tmp_path).put(key(claim.stage, "cpu", 0), Observed(values))
    known = gather([claim], (), settings, silent, silent)
    assert known.verdicts[claim.id].found
    without = gather([claim], (), replace(settings, cache=None), silent, silent)
    assert "was not run here" in without.verdicts[claim.id].reason
