"""IPython's own lines in notebooks: left out with a note, or an error at their place."""

import ast
import json

import pytest

from harness.grading.notebooks import NotebookError, notebook_cells, without_magics


@pytest.mark.parametrize(
    ("source", "python"),
    [
        ("%matplotlib inline\nx = 1", "pass\nx = 1"),
        ("!pip install -q gensim\nx = 1", "pass\nx = 1"),
        ("if True:\n    !wget -q http://x\nx = 1", "if True:\n    pass\nx = 1"),
        ("%time x = f(3)", "x = f(3)"),
        ("%%time\nx = 1", "\nx = 1"),
        ("%%capture out\n%matplotlib inline\nx = 1", "\npass\nx = 1"),
        ("model.fit?", "pass"),
        ("?print", "pass"),
    ],
)
def test_harmless_lines_are_left_out_line_for_line(source: str, python: str) -> None:
    code, notes = without_magics(source)
    assert code == python
    assert notes
    ast.parse(code)


@pytest.mark.parametrize(
    "source", ["%%bash\nls", "%run other.py", "!python train.py", "%%writefile a.py\nx"]
)
def test_other_programs_become_an_error_at_their_line(source: str) -> None:
    code, _ = without_magics(source)
    assert "cannot run here" in code or "no other program runs here" in code
    [statement] = ast.parse(code).body
    assert isinstance(statement, ast.Raise)


@pytest.mark.parametrize(
    "source",
    [
        'text = """\n%matplotlib\n! shout\n"""',
        "y = a % b",
        "z = 7 \\\n    % 2",
        "print('%d'\n  % y)",
        "# what is x?",
    ],
)
def test_python_stays_as_it_is(source: str) -> None:
    assert without_magics(source) == (source, [])


def notebook(*cells: tuple[str, str]) -> str:
    return json.dumps(
        {
            "nbformat": 4,
            "nbformat_minor": 5,
            "metadata": {},
            "cells": [
                {
                    "id": f"c{number}",
                    "cell_type": kind,
                    "metadata": {},
                    "source": source,
                    **({"outputs": [], "execution_count": None} if kind == "code" else {}),
                }
                for number, (kind, source) in enumerate(cells)
            ],
        }
    )


def test_headings_stand_with_the_cell_below_them() -> None:
    text = notebook(("markdown", "# Exercise 1.02"), ("code", "x = 1"), ("code", "y = 2"))
    first, second = notebook_cells(text, "a.ipynb")
    assert first.headings == ("# Exercise 1.02",)
    assert (first.label, second.label) == ("a.ipynb, cell 1", "a.ipynb, cell 2")
    assert second.headings == ()


@pytest.mark.parametrize(
    "text", ["", "not json", "[]", '{"nbformat": 4}', '{"cells": 3, "nbformat": 4}']
)
def test_what_is_no_notebook_is_told(text: str) -> None:
    with pytest.raises(NotebookError, match="not a notebook"):
        notebook_cells(text, "a.ipynb")
