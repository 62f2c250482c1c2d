"""The book's data for the sandbox: verified files under the addresses that listings use."""

import os
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from reference import datasets
from reference.resources import cache_folder

KERAS_FILES = {"mnist": "mnist.npz", "imdb-word-index": "imdb_word_index.json"}
KERAS_FOLDER = ".keras/datasets"


@dataclass
class Supplies:
    """Files below ``/data``, addresses answered with them, links in the home, what is lacking."""

    data: dict[str, Path] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    lacking: dict[str, str] = field(default_factory=dict)


def supplies(needs: set[str]) -> Supplies:
    """What of the data sets ``needs`` is here or may be fetched; the rest with its remedy."""
    found = Supplies()
    for need in sorted(needs):
        if need not in datasets.registry():
            found.lacking[need] = f"{need} is no data set"
            continue
        try:
            _supply(need, datasets.locate(need), found)
        except datasets.DatasetUnavailable as error:
            found.lacking[need] = f"{error.message}. {error.hint}"
    return found


def _supply(name: str, path: Path, found: Supplies) -> None:
    dataset = datasets.registry()[name]
    if name in KERAS_FILES:
        _keras_file(KERAS_FILES[name], path, found)
    elif name == "imdb":
        _keras_file("imdb.npz", _imdb_as_keras_reads_it(path), found)
    elif name == "fashion-mnist":
        for file in sorted(path.glob("*.gz")):
            _keras_file(f"fashion-mnist/{file.name}", file, found)
    elif dataset.folder.startswith("nltk_data"):
        found.data[f"{dataset.folder}/{path.name}"] = path
    elif path.is_file():
        place = f"/data/{path.name}"
        found.data[path.name] = path
        found.links[path.name] = place
        for source in dataset.sources:
            found.addresses[source.url] = place
            found.addresses[source.file_name.lower()] = place
    else:
        found.lacking[name] = f"data set {name} is not handed into the sandbox"


def _keras_file(name: str, path: Path, found: Supplies) -> None:
    found.data[name] = path
    found.links[f"{KERAS_FOLDER}/{name}"] = f"/data/{name}"


def _imdb_as_keras_reads_it(path: Path) -> Path:
    """The reviews in the container of Keras: one list of ranks a review."""
    target = cache_folder() / "sandbox" / "imdb.npz"
    if target.is_file() and target.stat().st_mtime >= path.stat().st_mtime:
        return target
    flat = datasets.load("imdb")
    arrays = {f"y_{half}": flat[f"y_{half}"] for half in ("train", "test")}
    for half in ("train", "test"):
        ends = np.cumsum(flat[f"{half}_lengths"])[:-1]
        reviews = np.empty(len(ends) + 1, dtype=object)
        reviews[:] = [review.tolist() for review in np.split(flat[f"{half}_tokens"], ends)]
        arrays[f"x_{half}"] = reviews
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(f".{os.getpid()}.npz")
    np.savez(part, **arrays)
    part.replace(target)
    return target
