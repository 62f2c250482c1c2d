"""Find a data set, prove that it is the right one, or say why not."""

import os
from functools import cache
from pathlib import Path
from typing import Any

from reference.datasets.download import download
from reference.datasets.faults import DatasetCorrupt, DatasetUnavailable
from reference.datasets.kinds import DECODING_ERRORS, KINDS, checksum
from reference.datasets.network import offline, require_network
from reference.datasets.registry import Dataset, registry
from reference.resources import cache_folder, command, registry_file


def find(name: str) -> Path:
    """Path of the file or folder on this machine that holds ``name``, its identity proven.

    Raises :class:`DatasetCorrupt` where something is there but is not the data set (another place
    is then not tried: a damaged mirror should be mended), :class:`DatasetUnavailable` where there
    is nothing, ``KeyError`` for a name that the registry does not hold.
    """
    dataset = registry()[name]
    for place in _places(dataset):
        if place.exists():
            _prove(dataset, place, _state(place))
            return place
    ways = [f"run `{command(f'data fetch {name}')}`"] if dataset.sources else []
    ways += ["name a folder that holds it with --data-mirror"] if dataset.content else []
    hint = ", or ".join(ways)
    raise DatasetUnavailable(f"data set {name} is not here", hint[0].upper() + hint[1:])


def locate(name: str) -> Path:
    """As :func:`find`, but what is not here is downloaded where the network may be used.

    A data set that is ``on_request`` is left to :func:`fetch`.
    """
    dataset = registry()[name]
    if offline() or dataset.on_request or not dataset.sources or _is_here(dataset):
        return find(name)
    require_network()
    return download(dataset)


def fetch(name: str) -> Path:
    """As :func:`find`, but what is not here is downloaded, whatever its size."""
    dataset = registry()[name]
    if offline() or not dataset.sources or _is_here(dataset):
        return find(name)
    return download(dataset)


def verify(name: str) -> Path:
    """Decode the data set that is here and compare its content, whatever its container."""
    path = find(name)
    _compare_content(registry()[name], path)
    return path


def load(name: str) -> Any:
    """The data set ``name`` as the book's listings hold it (see ``kind`` in the registry).

    ``rows``: the DataFrame. ``arrays``, ``idx``, ``cifar10``: ``((x_train, y_train), (x_test,
    y_test))``, ``cifar10-training``: ``(x_train, y_train)``, all read-only. ``json``: the value.
    ``file``: its path. ``pictures``: contents of files by path. ``corpus``, ``alice``, ``wordnet``:
    NLTK's reader; ``punkt``: ``nltk.tokenize``; ``words``: the list; ``text8``: gensim's iterable;
    ``vectors``: gensim's ``KeyedVectors``; ``word-sequences``: flat arrays, read-only. Raises what
    :func:`locate` raises.
    """
    path = locate(name)
    kind = KINDS[registry()[name].kind]
    return kind.hand_over(_decoded(registry()[name].kind, path, _state(path)))


@cache
def _decoded(kind: str, path: Path, state: tuple[int, ...]) -> Any:
    """What ``path`` decodes to, once a process for each state of its files."""
    return KINDS[kind].decode(path)


def _is_here(dataset: Dataset) -> bool:
    return any(place.exists() for place in _places(dataset))


def _places(dataset: Dataset) -> list[Path]:
    mirror = os.environ.get("DLW_DATA_MIRROR")
    places = [Path(mirror) / dataset.mirror] if mirror and dataset.content else []
    if dataset.sample:
        places.append(registry_file().parent / "samples" / dataset.sample)
    return [*places, cache_folder() / "data" / dataset.cached]


def _state(path: Path) -> tuple[int, ...]:
    """Time of the last change of a file, or of each file of a folder and its folders."""
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    return tuple(file.stat().st_mtime_ns for file in files)


@cache
def _prove(dataset: Dataset, path: Path, state: tuple[int, ...]) -> None:
    """Accept known containers at once, any other by its content; once for each state of a file."""
    if not _is_official(dataset, path):
        _compare_content(dataset, path)


def _is_official(dataset: Dataset, path: Path) -> bool:
    """Whether every file is, byte for byte, one that is known to hold the data."""
    if path.is_dir():
        return bool(dataset.sources) and all(
            _has_one_of(path / source.file_name, [source.checksum]) for source in dataset.sources
        )
    return _has_one_of(path, [*(source.checksum for source in dataset.sources), *dataset.also])


def _has_one_of(file: Path, known: list[str]) -> bool:
    return file.is_file() and any(checksum(file, k.partition(":")[0]) == k for k in known if k)


def _compare_content(dataset: Dataset, path: Path) -> None:
    remedy = "Replace it"
    if dataset.sources:
        remedy += f", or run `{command(f'data fetch {dataset.name}')}` without it"
    kind = KINDS[dataset.kind]
    try:
        found = kind.digest(kind.decode(path))
    except DECODING_ERRORS as error:
        problem = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise DatasetCorrupt(f"{path} is damaged ({problem})", remedy) from None
    # A file that is its own content may be known by another algorithm's checksum.
    proven = found == dataset.content or _has_one_of(path, [dataset.content])
    if dataset.content and not proven:
        raise DatasetCorrupt(f"{path} does not hold {dataset.name}: its content differs", remedy)
