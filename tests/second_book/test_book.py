"""What a book's folder may be, what is refused, and that two books never mix."""

from collections.abc import Callable
from pathlib import Path

import pytest

from harness.book import current, once_a_book, use
from harness.claim_files import claims
from harness.errors import HarnessError
from harness.units import unit
from tests.command_line import Dlw

Change = Callable[[Path], object]


def _rewrite(name: str, old: str, new: str) -> Change:
    def change(folder: Path) -> None:
        path = folder / name
        path.write_text(path.read_text().replace(old, new))

    return change


REFUSED: dict[str, tuple[Change, str]] = {
    "no book.toml": (lambda folder: (folder / "book.toml").unlink(), "this folder holds no book"),
    "malformed": (_rewrite("book.toml", '"numpy"]', '"numpy"'), "malformed TOML"),
    "misspelt key": (_rewrite("book.toml", "title", "titel"), "unknown key 'titel'. Did you mean"),
    "no title": (_rewrite("book.toml", "title ", "# title "), "the key 'title' is missing"),
    "a number": (_rewrite("book.toml", '"A Handful of Numbers"', "5"), "title is a text; found 5"),
    "no list": (_rewrite("book.toml", '["numpy"]', '"numpy"'), "libraries is a list of texts"),
    "no package": (_rewrite("book.toml", "handful", "armful"), "neither beside it nor installed"),
    "no name": (_rewrite("book.toml", "handful", "my-book"), "'my-book' is no name of a package"),
    "an installed name": (
        lambda folder: (
            (folder / "handful").rename(folder / "numpy"),
            _rewrite("book.toml", "handful", "numpy")(folder),
        ),
        "is named 'numpy', as another one that is installed",
    ),
    "a name of Python": (
        lambda folder: (
            (folder / "handful").rename(folder / "json"),
            _rewrite("book.toml", "handful", "json")(folder),
        ),
        "is named 'json', as another one that is installed",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_folder_that_is_no_book_is_refused_in_one_line(dlw: Dlw, copy: Path, case: str) -> None:
    change, message = REFUSED[case]
    change(copy)
    result = dlw("--book", copy, "verify")
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert message in result.err
    assert "copy" in result.err


FAULTS: dict[str, tuple[Change, str]] = {
    "a reference that is no Python": (
        _rewrite("handful/chapter1/exercise_1_01.py", "def run()", "def 1run()"),
        "exercise_1_01.py:7: this reference is no Python",
    ),
    "needs that are computed": (
        _rewrite("handful/chapter2/exercise_2_02.py", '("rainfall",)', "tuple(NEEDS)"),
        "copy/handful/chapter2/exercise_2_02.py:9: needs of @stage is no literal",
    ),
    "an unknown argument": (
        _rewrite("handful/chapter2/exercise_2_02.py", 'needs=("rainfall",)', 'need="rainfall"'),
        "exercise_2_02.py:9: @stage takes no argument 'need'",
    ),
    "an unknown tier": (
        _rewrite("handful/chapter2/exercise_2_02.py", 'needs=("rainfall",)', 'tier="slow"'),
        "claim '2.02/wettest-month': no stage of 2.02 has tier 'fast'",
    ),
    "a chapter without a number": (
        lambda folder: (folder / "claims" / "chapter1").rename(folder / "claims" / "chapter-one"),
        "copy/claims/chapter-one: a chapter's folder is named chapter1",
    ),
    "claims outside of a chapter": (
        lambda folder: (folder / "claims" / "chapter1" / "1.01.toml").rename(
            folder / "claims" / "1.01.toml"
        ),
        "copy/claims/1.01.toml: a claim file lies in the folder of its chapter",
    ),
}


@pytest.mark.parametrize("case", FAULTS)
def test_a_fault_in_a_book_is_told_in_one_line_with_its_place(
    dlw: Dlw, copy: Path, case: str
) -> None:
    change, message = FAULTS[case]
    change(copy)
    result = dlw("--book", copy, "verify")
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert message in result.err


def test_a_module_that_a_reference_imports_may_be_broken_without_a_traceback(
    dlw: Dlw, copy: Path
) -> None:
    _rewrite("handful/moments.py", "def variance(", "def variance((")(copy)
    result = dlw("--book", copy, "verify", "1.01")
    assert result.code == 1
    assert "SyntaxError" in result.out


def test_a_folder_that_is_not_there_is_told(dlw: Dlw, tmp_path: Path) -> None:
    result = dlw("list", "--book", tmp_path / "nowhere")
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert "nowhere: this folder holds no book" in result.err


def test_a_fault_in_a_claim_is_told_with_its_place_in_the_book(dlw: Dlw, copy: Path) -> None:
    _rewrite("claims/chapter1/1.02.toml", "determinant", "trace")(copy)
    result = dlw("--book", copy, "verify", "1.02")
    assert result.code == 2
    assert "copy/claims/chapter1/1.02.toml:12: claim '1.02/trace' names 'trace'" in result.err


def test_a_fault_of_a_reference_is_told_with_its_line(dlw: Dlw, copy: Path) -> None:
    _rewrite("handful/moments.py", "numbers.mean()", "numbers.meen()")(copy)
    result = dlw("--book", copy, "verify", "1.01")
    assert result.code == 1
    assert "AttributeError" in result.out
    assert "(moments.py:8)" in result.out


def test_what_a_reference_rests_on_is_run_again_when_it_changes(dlw: Dlw, copy: Path) -> None:
    def cached() -> bool:
        return "from the cache" in dlw("--book", copy, "verify", "1.01").out

    assert [cached(), cached()] == [False, True]
    _rewrite("handful/moments.py", "Mean square", "The mean square")(copy)
    clear_caches()
    assert [cached(), cached()] == [False, True]
    (copy / "handful" / "chapter1" / "beside.csv").write_text("1\n")
    clear_caches()
    assert [cached(), cached()] == [False, True]


def clear_caches() -> None:
    """As if each command ran in a process of its own."""
    from harness import cache

    cache._digest.cache_clear()
    cache._sources_of.cache_clear()
    cache._imported.cache_clear()


def test_two_books_whose_packages_share_a_name_do_not_mix(
    book: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _rewrite("claims/chapter1/1.02.toml", "-2.0000", "-3.0000")(copy)
    _rewrite("handful/moments.py", ".mean())", ".mean()) + 1")(copy)
    monkeypatch.setenv("DLW_BOOK", "")
    found = []
    for folder in (book, copy, book):
        use(folder)
        moments = current().load("handful.moments")
        found.append((claims()["1.02/determinant"].check.expected, moments.__file__))
    assert found == [
        ("-2.0000", str(book / "handful" / "moments.py")),
        ("-3.0000", str(copy / "handful" / "moments.py")),
        ("-2.0000", str(book / "handful" / "moments.py")),
    ]
    assert unit("1.01").source.is_relative_to(book)


def test_a_package_needs_no_init_file(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DLW_BOOK", str(copy))
    (copy / "handful" / "__init__.py").unlink()
    module = current().load("handful.chapter1.exercise_1_01")
    assert set(module.run()) == {"mean", "spread", "variance"}


def test_what_is_kept_once_a_book_is_computed_for_each(
    book: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    computed: list[str] = []

    @once_a_book
    def title(suffix: str) -> str:
        computed.append(suffix)
        return current().title + suffix

    _rewrite("book.toml", "A Handful", "An Armful")(copy)
    for folder in (book, copy, copy, book):
        monkeypatch.setenv("DLW_BOOK", str(folder))
        title("!")
    assert (title("!"), title("?"), computed) == (
        "A Handful of Numbers!",
        "A Handful of Numbers?",
        ["!", "!", "?"],
    )
    title.cache_clear()
    title("!")
    assert computed == ["!", "!", "?", "!"]


def test_the_embedded_book_cannot_be_mistaken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DLW_BOOK", "")
    assert (current().title, current().package) == ("The Deep Learning Workshop", "reference")
    with pytest.raises(HarnessError, match="holds no book"):
        use("/nowhere")
    assert current().package == "reference"
