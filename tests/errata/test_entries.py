"""An entry says what is printed, what is right, how that is known, and what to print instead."""

import csv
import io
import json
from html.parser import HTMLParser

import pytest

from harness.claim_files import claims
from harness.claims import Claim
from harness.errata import Entry, Evidence, entries
from harness.errata.corrections import correction
from harness.errata.formats import FORMATS
from harness.verdicts import Verdict
from tests.command_line import Dlw
from tests.eras.test_ledger import DRIFT, ERRATUM, claim

HOSTILE = "<script>alert(1)</script> | `x` =1+1"


def verdict(found: str = "41", surprise: str = "") -> Verdict:
    return Verdict("1.02/result", "refuted", "erratum", "equals 42", found, surprise=surprise)


def entry(one: Claim, found: Verdict | None = None) -> Entry:
    [made] = entries([one], {"1.02/result": found} if found else {})
    return made


def test_a_claim_that_holds_is_no_erratum() -> None:
    assert entries([claim()], {}) == ()


def test_an_entry_names_its_place() -> None:
    where = "Activity 4.01, step 5, page 172, Figure 4.21"
    made = entry(claim(where=where, erratum=ERRATUM))
    assert (made.chapter, made.unit, made.step) == (1, "1.02", "5")
    assert (made.page, made.figure) == ("172", "4.21")
    assert entry(claim(where="Exercise 1.02", erratum=ERRATUM)).page == ""


def test_evidence_names_values_environments_seeds_and_command() -> None:
    made = entry(claim(erratum=ERRATUM), verdict())
    by_era = {one.era: one for one in made.evidence}
    assert by_era["book"].versions["tensorflow"] == "2.1.0"
    assert by_era["today"].found == "41"
    assert by_era["today"].outcome == "not met"
    assert by_era["today"].command == "dlw verify 1.02/result"
    assert by_era["today"].seeds == 0


def test_without_a_measurement_of_today_the_evidence_says_so() -> None:
    [today] = [one for one in entry(claim(erratum=ERRATUM)).evidence if one.era == "today"]
    assert (today.outcome, today.found) == ("unmeasured", "")


def test_an_entry_whose_evidence_no_longer_holds_is_stale() -> None:
    assert entry(claim(erratum=ERRATUM), verdict(surprise="changed")).stale == "changed"


def test_a_drift_that_the_books_era_does_not_bear_out_is_stale() -> None:
    """The era gives 42 for 1.02/result, so that 41 was never right there."""
    wrong = claim(check={"equals": 41}, drift=DRIFT)
    assert "drift, yet not met in the book's era" in entry(wrong).stale


def test_every_entry_of_the_ledger_has_a_correction_reason_and_date() -> None:
    made = entries(claims().values(), {})
    assert len(made) > 300
    assert all(one.correction and one.because and one.reviewed for one in made)
    assert all(one.correction.endswith((".", "!", "?")) for one in made)


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ({"erratum": ERRATUM}, "Instead: it is 41. A misprint."),
        ({"erratum": ERRATUM | {"correction": "Print 41."}}, "Print 41."),
        ({"erratum": ERRATUM | {"right": {"raises": "ValueError"}}}, "the call fails with Value"),
        ({"drift": DRIFT}, "Add that with today's libraries it is 41. It was renamed."),
        ({"drift": DRIFT | {"since": "keras 3.0"}}, "today's libraries since keras 3.0 it is 41"),
    ],
)
def test_a_correction_is_a_sentence_of_the_ledgers_words(entry: dict, text: str) -> None:
    assert text in correction(claim(**entry))


def test_there_is_nothing_to_correct_in_what_holds() -> None:
    with pytest.raises(ValueError, match="stands as printed"):
        correction(claim())


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)


def hostile() -> Entry:
    return entry(claim(says=HOSTILE, where=HOSTILE, erratum=ERRATUM | {"because": HOSTILE}))


def test_html_in_a_claim_stays_text() -> None:
    page = FORMATS["html"]([hostile()])
    parser = _Tags()
    parser.feed(page)
    assert "script" not in parser.tags
    assert "&lt;script&gt;" in page


def test_html_in_a_claim_stays_text_in_markdown() -> None:
    assert "<script" not in FORMATS["markdown"]([hostile()])


def test_a_cell_is_no_formula() -> None:
    text = FORMATS["csv"]([entry(claim(says="=1+1 is 2", erratum=ERRATUM))])
    [row] = csv.DictReader(io.StringIO(text))
    assert row["says"] == "'=1+1 is 2"
    assert row["kind"] == "erratum"
    assert {"book outcome", "book found", "today outcome"} <= row.keys()


def test_json_holds_what_the_entry_holds() -> None:
    made = entry(claim(erratum=ERRATUM), verdict())
    read = json.loads(FORMATS["json"]([made]))
    assert read["summary"] == {"errata": 1, "drifts": 0, "stale": 1}
    [one] = read["entries"]
    one["evidence"] = tuple(Evidence(**evidence) for evidence in one["evidence"])
    assert Entry(**one) == made


@pytest.mark.parametrize("form", FORMATS)
def test_dlw_errata_lists_a_unit_in_every_format(dlw: Dlw, form: str) -> None:
    result = dlw("errata", "1.02", "--format", form)
    assert (result.code, result.err) == (0, "")
    assert "1.02/listing" in result.out
    assert "lacks the second term" in result.out


def test_a_unit_without_errata_says_so(dlw: Dlw) -> None:
    assert dlw("errata", "1.03").out.startswith("0 errata and 0 drifts")


def test_an_unknown_format_names_those_there_are(dlw: Dlw) -> None:
    result = dlw("errata", "--format", "pdf")
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert "text" in result.err
