"""IMDb's reviews in Keras's own file and in plain arrays are the same, or one line says why."""

import gzip
import json
import os
from pathlib import Path

import numpy as np
import pytest

from reference import datasets
from reference.datasets.kinds import KINDS
from reference.datasets.registry import registry

KIND = KINDS["word-sequences"]
REVIEWS = {"train": [[4, 5, 6], [7], [8, 9]], "test": [[1, 2], [3, 4, 5, 6]]}


def as_keras_has_it(path: Path, reviews: dict[str, list[list[int]]]) -> Path:
    """The archive that Keras publishes: lists in arrays of objects."""
    arrays = {}
    for half, lists in reviews.items():
        arrays[f"x_{half}"] = np.empty(len(lists), dtype=object)
        arrays[f"x_{half}"][:] = lists
        arrays[f"y_{half}"] = np.arange(len(lists)) % 2
    np.savez(path, **arrays)
    return path


def flat(path: Path, reviews: dict[str, list[list[int]]]) -> Path:
    """The same without a pickle: numbers one after another, and lengths."""
    arrays = {}
    for half, lists in reviews.items():
        arrays[f"{half}_tokens"] = np.concatenate([np.array(one, np.int32) for one in lists])
        arrays[f"{half}_lengths"] = np.array([len(one) for one in lists], np.int16)
        arrays[f"y_{half}"] = np.arange(len(lists), dtype=np.int8) % 2
    np.savez_compressed(path, **arrays)
    return path


def test_keras_s_file_and_plain_arrays_are_the_same_data(tmp_path: Path) -> None:
    by_keras = KIND.decode(as_keras_has_it(tmp_path / "imdb.npz", REVIEWS))
    plain = KIND.decode(flat(tmp_path / "flat.npz", REVIEWS))
    assert KIND.digest(by_keras) == KIND.digest(plain)
    assert plain["train_tokens"].tolist() == [4, 5, 6, 7, 8, 9]
    assert plain["train_lengths"].tolist() == [3, 1, 2]


def test_a_number_more_or_less_is_other_data(tmp_path: Path) -> None:
    digest = KIND.digest(KIND.decode(flat(tmp_path / "one.npz", REVIEWS)))
    other = REVIEWS | {"test": [[1, 2], [3, 4, 5, 7]]}
    assert KIND.digest(KIND.decode(flat(tmp_path / "two.npz", other))) != digest
    divided = REVIEWS | {"test": [[1, 2, 3], [4, 5, 6]]}
    assert KIND.digest(KIND.decode(flat(tmp_path / "three.npz", divided))) != digest


def test_nobody_can_change_what_all_share(tmp_path: Path) -> None:
    held = KIND.hand_over(KIND.decode(flat(tmp_path / "flat.npz", REVIEWS)))
    with pytest.raises(ValueError, match="read-only"):
        held["train_tokens"][0] = 1


class Command:
    """What a foreign pickle would run."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("echo harm",)


def test_a_pickle_that_would_run_a_command_is_refused(tmp_path: Path) -> None:
    harm = np.empty(1, dtype=object)
    harm[0] = Command()
    np.savez(tmp_path / "imdb.npz", x_train=harm, y_train=[0], x_test=harm, y_test=[0])
    with pytest.raises(ValueError, match="the file would call"):
        KIND.decode(tmp_path / "imdb.npz")


@pytest.fixture
def mirror(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty mirror, beside an empty cache and without a network."""
    monkeypatch.setenv("DLW_DATA_MIRROR", str(tmp_path / "mirror"))
    monkeypatch.setenv("DLW_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("DLW_OFFLINE", "1")
    return tmp_path / "mirror"


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("imdb", b"", "damaged"),
        ("imdb", b"PK\x03\x04 cut off", "damaged"),
        ("imdb-word-index", b'{"the": 1', "damaged"),
        ("imdb-word-index", json.dumps({"the": 1}).encode(), "content differs"),
        ("amazon-reviews-test-subset", b"no gzip", "damaged"),
        ("amazon-reviews-test-subset", gzip.compress(b"review_text,label\ngood,1\n"), "differs"),
        ("amazon-reviews-test-subset", gzip.compress(b"review_text,label\n")[:-4], "damaged"),
    ],
    ids=["empty", "cut archive", "cut text", "other words", "no gzip", "other reviews", "cut gzip"],
)
def test_damaged_or_foreign_reviews_are_told_in_one_line_with_what_to_do(
    mirror: Path, name: str, content: bytes, problem: str
) -> None:
    held = mirror / registry()[name].mirror
    held.parent.mkdir(parents=True)
    held.write_bytes(content)
    with pytest.raises(datasets.DatasetCorrupt) as caught:
        datasets.load(name)
    assert str(held) in caught.value.message
    assert problem in caught.value.message
    assert "\n" not in str(caught.value)


def test_an_archive_of_something_else_is_told_in_one_line(mirror: Path) -> None:
    held = mirror / registry()["imdb"].mirror
    held.parent.mkdir(parents=True)
    np.savez(held, other=np.zeros(3))
    with pytest.raises(datasets.DatasetCorrupt) as caught:
        datasets.load("imdb")
    assert str(held) in caught.value.message
    assert "\n" not in str(caught.value)


def test_missing_reviews_name_the_command_that_fetches_them(mirror: Path) -> None:
    with pytest.raises(datasets.DatasetUnavailable, match="dlw data fetch imdb") as caught:
        datasets.load("imdb")
    assert "\n" not in str(caught.value)
