"""The schema is closed, and each fault is told with file, line and a way out."""

from pathlib import Path

import pytest

from harness.claim_files import claims, load, select
from harness.errors import FixtureError, UsageError

GOOD = """\
[titles]
"1.03" = "Matrix multiplication"

[[claim]]
id    = "1.03/c1"
where = "Exercise 1.03, step 4"
says  = "the product"
of    = "c1"
check = { equals = 1 }
"""


def file_of(folder: Path, text: str, name: str = "1.03.toml") -> Path:
    path = folder / "chapter1" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_file_is_read(tmp_path: Path) -> None:
    [claim] = load(file_of(tmp_path, GOOD))
    assert (claim.id, claim.unit, claim.state, claim.tier) == ("1.03/c1", "1.03", "holds", "fast")


@pytest.mark.parametrize(
    ("change", "line", "message"),
    [
        (("says", "sais"), 7, "unknown key 'sais'.*Did you mean says"),
        (("equals", "equal"), 9, "unknown check 'equal'.*equals"),
        (("{ equals = 1 }", "{ shape = [-1] }"), 9, "a shape is a list of sizes"),
        (('"1.03"', '"1.93"'), 2, "there is no unit '1.93'.*1.03"),
        (("1.03/c1", "1.04/c1"), 5, "of a unit without a title"),
        (("1.03/c1", "1.03/C 1"), 5, "id"),
        (("check = { equals = 1 }", "check = { equals = 1 }\ntier = 'quick'"), 10, "tier"),
        (("check = { equals = 1 }", "check = { equals = 1 }\nneeds = ['minst']"), 5, "mnist"),
        (("check = { equals = 1 }", "check = { equals = 1 }\ntier = 'full'"), 5, "stages are run"),
        (('of    = "c1"\n', ""), 5, "of: Field required"),
        (("check =", "check"), 9, "malformed TOML"),
        (
            ("check = { equals = 1 }", "check = { equals = 1 }\n[claim.erratum]\nwhy = 'x'"),
            11,
            "unknown key 'why'|Field required",
        ),
    ],
)
def test_a_fault_is_told_with_file_line_and_hint(
    tmp_path: Path, change: tuple[str, str], line: int, message: str
) -> None:
    path = file_of(tmp_path, GOOD.replace(*change))
    with pytest.raises(FixtureError, match=message) as caught:
        load(path)
    assert caught.value.where == f"{path}:{line}"
    assert caught.value.hint


def test_an_id_used_twice_is_refused(tmp_path: Path) -> None:
    file_of(tmp_path, GOOD)
    file_of(tmp_path, GOOD, "1.03b.toml")
    with pytest.raises(FixtureError, match="used twice"):
        claims(tmp_path)


def test_a_claim_is_an_erratum_or_has_drifted_not_both(tmp_path: Path) -> None:
    both = """
[claim.erratum]
right = { equals = 2 }
because = "wrong"
severity = "slip"
reviewed = 2026-11-24
[claim.drift]
today = { equals = 2 }
because = "changed"
severity = "slip"
reviewed = 2026-11-24
"""
    with pytest.raises(FixtureError, match="not both"):
        load(file_of(tmp_path, GOOD + both))


@pytest.mark.parametrize("word", ["9", "1.99", "S1.nothing", "1.02/rezult", "chapter one"])
def test_a_word_that_names_nothing_is_refused_with_the_nearest(word: str) -> None:
    with pytest.raises(UsageError) as caught:
        select([word], ("fast",))
    assert caught.value.hint


def test_chapters_units_and_ids_select_in_the_order_of_the_book() -> None:
    order = list(claims())
    chosen = [claim.id for claim in select(["1.03", "1.02/result"], ("fast",))]
    assert chosen == sorted(chosen, key=order.index)
    assert chosen[0] == "1.02/result"
    assert {claim.unit for claim in select(["1"], ("fast", "train", "full"))} >= {"1.02", "A1.01"}
    kinds = {claim.unit.partition(".")[0] for claim in select(["S1", "A1"], ("fast",))}
    assert kinds == {"S1", "A1"}
