"""Tables of pandas, as text and as HTML, down to the columns that each claim is made of."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from harness.drafting.drafts import draft
from harness.drafting.readings import Unreadable
from harness.drafting.stored import Shown, StoredCell, StoredNotebook
from harness.drafting.tables import html_table, series, text_table

MIXED = pd.DataFrame({"fruit": ["red pear", "fig"], "price": [1.5, -2.25]}, index=["a", "b"])


def shown(table: pd.DataFrame, *, html: bool = True) -> dict[str, dict[str, object]]:
    """The drafts of a cell that displays ``table``: checks by observation."""
    text = table._repr_html_() if html else ""
    output = Shown(repr(table), text or "", result=True)
    cell = StoredCell(1, "table", "", (output,))
    made = draft(StoredNotebook(Path("n.ipynb"), "A notebook", (cell,), ""))
    return {one.name: one.check for one in made.drafts}


def test_a_table_is_the_same_from_html_and_from_text() -> None:
    numbers = pd.DataFrame({"x": [1, 2], "y": [0.5, -1.25]}, index=["a", "b"])
    assert html_table(numbers._repr_html_()) == text_table(str(numbers))


def test_columns_that_differ_in_kind_are_a_claim_each_and_named_rows_are_another() -> None:
    assert shown(MIXED) == {
        "table['fruit']": {"equals": ["red pear", "fig"]},
        "table['price']": {"printed": ["1.50", "-2.25"]},
        "table.index": {"equals": ["a", "b"]},
    }


def test_columns_of_one_kind_are_one_claim() -> None:
    assert shown(pd.DataFrame([[1, 2], [3, 4]])) == {"table": {"equals": [[1, 2], [3, 4]]}}


def test_columns_without_names_are_known_by_their_numbers() -> None:
    assert shown(pd.DataFrame([[1, 0.5], [3, 0.25]])) == {
        "table[0]": {"equals": [1, 3]},
        "table[1]": {"printed": ["0.50", "0.25"]},
    }


def test_a_table_without_some_of_its_columns_is_claimed_by_column() -> None:
    with pd.option_context("display.max_columns", 4):
        found = shown(pd.DataFrame(np.arange(60).reshape(2, 30)))
    assert "table" not in found
    assert found["table[0]"] == {"equals": [0, 30]}
    assert found["table[29]"] == {"equals": [29, 59]}


def test_of_a_long_table_the_rows_above_the_gap_are_claimed() -> None:
    long = pd.DataFrame({"n": range(100)})
    assert shown(long) == {"table.iloc[:5]": {"equals": [[0], [1], [2], [3], [4]]}}


def test_a_series_with_named_rows_keeps_its_labels() -> None:
    table = series(str(MIXED["price"]))
    assert (table.columns[""], table.labels) == (["1.50", "-2.25"], ["a", "b"])


@pytest.mark.parametrize(
    "table",
    [
        MIXED.set_index("fruit", append=True),
        pd.DataFrame([[1, 2]], columns=pd.MultiIndex.from_tuples([("a", "x"), ("a", "y")])),
        pd.DataFrame({"empty": []}),
    ],
    ids=["labels of two levels", "a header of two levels", "no rows"],
)
def test_a_table_that_cannot_be_told_apart_is_left_out(table: pd.DataFrame) -> None:
    with pytest.raises(Unreadable):
        html_table(table._repr_html_())
