"""Find a data set, prove that it is the right one, or say why not."""

import os
from functools import cache
from pathlib import Path

from reference.datasets.content import DECODING_ERRORS, checksum, digest
from reference.datasets.faults import DatasetCorrupt, DatasetUnavailable
from reference.datasets.network import note_failure, offline, require_network
from reference.datasets.registry import Dataset, registry
from reference.resources import cache_folder, fixtures

CONNECT_SECONDS, READ_SECONDS = 5, 30


def find(name: str) -> Path:
    """Path of a file on this machine that holds the data set ``name``, its identity proven.

    Raises :class:`DatasetCorrupt` where a file is there but is not the data set (another place
    is then not tried: a damaged mirror should be mended), :class:`DatasetUnavailable` where there
    is none, ``KeyError`` for a name that the registry does not hold.
    """
    dataset = registry()[name]
    for place in _places(dataset):
        if place.is_file():
            _prove(dataset, place, place.stat().st_mtime_ns)
            return place
    raise DatasetUnavailable(
        f"data set {name} is not here",
        f"Run `dlw data fetch {name}`, or name a folder that holds it with --data-mirror",
    )


def locate(name: str) -> Path:
    """As :func:`find`, but what is not here is downloaded where the network may be used.

    A data set that is ``on_request`` is left to :func:`fetch`.
    """
    dataset = registry()[name]
    if offline() or dataset.on_request or _is_here(dataset):
        return find(name)
    require_network()
    return _download(dataset)


def fetch(name: str) -> Path:
    """As :func:`find`, but what is not here is downloaded, whatever its size."""
    dataset = registry()[name]
    return find(name) if offline() or _is_here(dataset) else _download(dataset)


def verify(name: str) -> Path:
    """Decode the data set that is here and compare its content, whatever its container."""
    path = find(name)
    _compare_content(registry()[name], path)
    return path


def _is_here(dataset: Dataset) -> bool:
    return any(place.is_file() for place in _places(dataset))


def _places(dataset: Dataset) -> list[Path]:
    mirror = os.environ.get("DLW_DATA_MIRROR")
    places = [Path(mirror) / dataset.mirror] if mirror else []
    if dataset.sample:
        places.append(fixtures() / "samples" / dataset.sample)
    return [*places, cache_folder() / "data" / dataset.file_name]


@cache
def _prove(dataset: Dataset, path: Path, modified: int) -> None:
    """Accept a known container at once, any other by its content; once for each state of a file."""
    for known in (dataset.checksum, *dataset.also):
        if checksum(path, known.partition(":")[0]) == known:
            return
    _compare_content(dataset, path)


def _compare_content(dataset: Dataset, path: Path) -> None:
    remedy = f"Replace the file, or run `dlw data fetch {dataset.name}` without it"
    try:
        found = digest(dataset.kind, path, dataset.content)
    except DECODING_ERRORS as error:
        problem = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise DatasetCorrupt(
            f"{path} is damaged ({problem}; {path.stat().st_size:,} bytes)", remedy
        ) from None
    if found != dataset.content:
        raise DatasetCorrupt(f"{path} does not hold {dataset.name}: its content differs", remedy)


@cache
def _download(dataset: Dataset) -> Path:
    """Fetch from the official source; the cache gets the whole, proven file or nothing."""
    import logging

    import pooch
    import requests

    pooch.get_logger().setLevel(logging.ERROR)
    try:
        fetched = pooch.retrieve(
            dataset.url,
            known_hash=dataset.checksum,
            fname=dataset.file_name,
            path=cache_folder() / "data",
            downloader=pooch.HTTPDownloader(timeout=(CONNECT_SECONDS, READ_SECONDS)),
        )
    except (requests.RequestException, OSError, ValueError) as error:
        if isinstance(error, requests.ConnectionError | requests.Timeout):
            note_failure()
        altered = isinstance(error, ValueError) and not isinstance(error, requests.RequestException)
        why = "its checksum differs" if altered else type(error).__name__
        raise DatasetUnavailable(
            f"data set {dataset.name} could not be fetched from {dataset.url} ({why})",
            f"Run `dlw data fetch {dataset.name}` with a network, or name a folder that holds it "
            "with --data-mirror",
        ) from None
    return Path(fetched)
