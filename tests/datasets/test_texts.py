"""Texts and vectors in zips, folders and files are the same data, read by their own libraries."""

import gzip
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import nltk
import pytest
from nltk.corpus.reader import PlaintextCorpusReader
from nltk.corpus.util import LazyCorpusLoader

from reference import datasets
from reference.datasets.kinds import KINDS
from reference.datasets.registry import registry
from reference.datasets.texts import GLOVE_MEMBER
from reference.resources import fixtures

ALICE = fixtures() / "samples" / "nltk_data" / "corpora" / "gutenberg"
GLOVE = "money 0.5 1.0 0.0\nfunds 0.25 1.0 0.0\n"
PUNKT = {
    "abbrev_types.txt": "dr\nmr",
    "collocations.tab": "st\tlouis\nu.s\tfirm",
    "sent_starters.txt": "however\nthus",
    "ortho_context.tab": "he\t6\nshe\t6",
}


@pytest.fixture(autouse=True)
def search_path(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """NLTK looks in no folder but those that a test puts on its path."""
    folders: list[str] = []
    monkeypatch.setattr(nltk.data, "path", folders)
    return folders


def zipped(path: Path, members: dict[str, str]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as package:
        for name, content in members.items():
            package.writestr(name, content)
    return path


def unzipped(package: Path) -> Path:
    shutil.unpack_archive(package, package.parent)
    return package.with_suffix("")


def punkt_at(tmp_path: Path, files: dict[str, str]) -> Path:
    package = tmp_path / "nltk_data" / "tokenizers" / "punkt_tab.zip"
    return zipped(package, {f"punkt_tab/english/{name}": text for name, text in files.items()})


def test_a_package_is_the_same_zipped_and_unzipped(tmp_path: Path) -> None:
    package = zipped(tmp_path / "toy.zip", {"toy/README": "toy", "toy/pos/a.txt": "good\n"})
    kind = KINDS["corpus"]
    digest = kind.digest(kind.decode(package))
    folder = unzipped(package)
    assert kind.digest(kind.decode(folder)) == digest
    (folder / "pos" / "a.txt").write_text("bad\n")
    assert kind.digest(kind.decode(folder)) != digest


def test_alice_is_recognised_in_the_whole_selection_and_read_by_nltk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unread = LazyCorpusLoader("gutenberg", PlaintextCorpusReader, r".*\.txt", encoding="latin1")
    monkeypatch.setattr(nltk.corpus, "gutenberg", unread)  # may have been read elsewhere
    text = (ALICE / "carroll-alice.txt").read_text()
    package = tmp_path / "nltk_data" / "corpora" / "gutenberg.zip"
    zipped(package, {"gutenberg/carroll-alice.txt": text, "gutenberg/austen-emma.txt": "Emma"})
    kind = KINDS["alice"]
    assert kind.digest(package) == kind.digest(ALICE) == registry()["alice"].content
    assert kind.hand_over(ALICE).raw("carroll-alice.txt").startswith("[Alice's Adventures")


def test_punkt_is_the_same_whatever_the_order_of_its_lines(tmp_path: Path) -> None:
    kind = KINDS["punkt"]
    one = punkt_at(tmp_path / "one", PUNKT)
    turned = {name: "\n".join(reversed(text.split("\n"))) for name, text in PUNKT.items()}
    assert kind.digest(one) == kind.digest(unzipped(punkt_at(tmp_path / "two", turned)))
    assert kind.digest(one) != kind.digest(punkt_at(tmp_path / "three", PUNKT | {"x.txt": "x"}))


def test_nltk_finds_a_model_where_the_registry_has_it(
    tmp_path: Path, search_path: list[str]
) -> None:
    from nltk.tokenize.punkt import PunktTokenizer

    KINDS["punkt"].hand_over(punkt_at(tmp_path, PUNKT))
    assert search_path == [str(tmp_path / "nltk_data")]
    assert PunktTokenizer("english").tokenize("Dr. Who came. However, he left.") == [
        "Dr. Who came.",
        "However, he left.",
    ]


def test_wordnet_is_what_its_entries_say_and_not_its_licence(tmp_path: Path) -> None:
    kind = KINDS["wordnet"]
    members = {"wordnet/data.noun": "  1 licence\n00001740 03 n", "wordnet/noun.exc": "mice mouse"}
    one = kind.digest(zipped(tmp_path / "one.zip", members))
    members["wordnet/data.noun"] = "  1 another licence\n00001740 03 n"
    assert kind.digest(zipped(tmp_path / "two.zip", members | {"wordnet/README": "new"})) == one
    members["wordnet/noun.exc"] = "mice moose"
    assert kind.digest(zipped(tmp_path / "three.zip", members)) != one


def test_a_zip_of_another_package_is_refused(tmp_path: Path) -> None:
    package = zipped(tmp_path / "other.zip", {"other/README": "other"})
    with pytest.raises(ValueError, match="no member"):
        KINDS["alice"].digest(package)


def test_words_are_the_same_in_text_gzip_and_zip(tmp_path: Path) -> None:
    kind = KINDS["words"]
    (tmp_path / "words.txt").write_text("money\nfunds\n")
    (tmp_path / "words.txt.gz").write_bytes(gzip.compress(b"funds\nmoney\n"))
    places = [
        tmp_path / "words.txt",
        tmp_path / "words.txt.gz",
        zipped(tmp_path / "stopwords.zip", {"stopwords/english": "money\nfunds\n"}),
        zipped(tmp_path / "glove.6B.zip", {GLOVE_MEMBER: GLOVE}),
    ]
    assert len({kind.digest(kind.decode(place)) for place in places}) == 1


def test_text8_is_the_same_compressed_and_gives_lists_of_words(tmp_path: Path) -> None:
    kind = KINDS["text8"]
    text = " " + " ".join(["anarchism", "originated"] * 6_000)
    (tmp_path / "text8").write_text(text)
    (tmp_path / "text8.gz").write_bytes(gzip.compress(text.encode()))
    assert kind.digest(tmp_path / "text8") == kind.digest(tmp_path / "text8.gz")
    lists = list(kind.hand_over(tmp_path / "text8.gz"))
    assert [len(words) for words in lists] == [10_000, 2_000]
    assert lists[0][:2] == ["anarchism", "originated"]


def test_vectors_are_the_same_in_a_text_and_in_a_zip_of_several(tmp_path: Path) -> None:
    kind = KINDS["vectors"]
    (tmp_path / GLOVE_MEMBER).write_text(GLOVE)
    package = zipped(tmp_path / "glove.6B.zip", {"glove.6B.50d.txt": "x 1\n", GLOVE_MEMBER: GLOVE})
    assert kind.digest(tmp_path / GLOVE_MEMBER) == kind.digest(package)
    for place in (tmp_path / GLOVE_MEMBER, package):
        vectors = kind.hand_over(place)
        assert vectors["funds"].tolist() == [0.25, 1.0, 0.0]
        assert vectors.index_to_key == ["money", "funds"]


@pytest.fixture
def mirror(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty mirror, beside an empty cache and without a network."""
    monkeypatch.setenv("DLW_DATA_MIRROR", str(tmp_path / "mirror"))
    monkeypatch.setenv("DLW_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("DLW_OFFLINE", "1")
    return tmp_path / "mirror"


@pytest.mark.parametrize(
    ("name", "file", "content", "problem"),
    [
        ("glove-6b-words", "", gzip.compress("café\n".encode("latin-1")), "damaged"),
        ("stopwords-2025", "", "où\n".encode("utf-16"), "damaged"),
        ("stopwords-2025", "", b"", "content differs"),
        ("alice", "carroll-alice.txt", b"", "content differs"),
        ("punkt", "german/abbrev_types.txt", b"dr\n", "damaged (no member english"),
        ("brown", "", b"PK\x03\x04 cut off", "damaged"),
        ("text8", "", gzip.compress(b" anarchism originated")[:-4], "damaged"),
        ("text8", "", gzip.compress(b" anarchism originated"), "content differs"),
        ("glove-6b-100d", "", GLOVE[:-8].encode(), "content differs"),
        ("glove-6b-100d", "", b"money 0.5\nfunds 0.25\n", "content differs"),
    ],
    ids=[
        "gzip of latin-1",
        "utf-16",
        "empty list",
        "empty document",
        "no English model",
        "zip cut off",
        "gzip cut off",
        "shorter text",
        "vector cut off",
        "vectors of one dimension",
    ],
)
def test_a_damaged_or_foreign_text_is_told_in_one_line_with_what_to_do(
    mirror: Path, name: str, file: str, content: bytes, problem: str
) -> None:
    held = mirror / registry()[name].mirror
    place = held / file if file else held
    place.parent.mkdir(parents=True)
    place.write_bytes(content)
    with pytest.raises(datasets.DatasetCorrupt) as caught:
        datasets.load(name)
    assert str(held) in caught.value.message
    assert problem in caught.value.message
    assert f"dlw data fetch {name}" in caught.value.hint
    assert "\n" not in str(caught.value)


def test_a_missing_package_names_the_command_that_fetches_it(mirror: Path) -> None:
    with pytest.raises(datasets.DatasetUnavailable, match="dlw data fetch wordnet") as caught:
        datasets.load("wordnet")
    assert "\n" not in str(caught.value)
