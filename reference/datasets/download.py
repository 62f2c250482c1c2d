"""Official files, fetched and proven: the cache gets them whole or not at all."""

from functools import cache
from pathlib import Path

from reference.datasets.faults import DatasetUnavailable
from reference.datasets.network import note_failure
from reference.datasets.registry import Dataset, Source
from reference.resources import cache_folder, command

CONNECT_SECONDS, READ_SECONDS = 5, 30


@cache
def download(dataset: Dataset) -> Path:
    """Path of the fetched file, or of the folder where there are several.

    :class:`DatasetUnavailable` where a file cannot be had or is not what was published.
    """
    data = cache_folder() / "data"
    if len(dataset.sources) == 1:
        return _retrieve(dataset, dataset.sources[0], data / dataset.folder)
    for source in dataset.sources:
        _retrieve(dataset, source, data / f"{dataset.name}.part")
    # Renamed when complete: a folder under its own name holds every file.
    return (data / f"{dataset.name}.part").rename(data / dataset.name)


def _retrieve(dataset: Dataset, source: Source, folder: Path) -> Path:
    import logging

    import pooch
    import requests

    pooch.get_logger().setLevel(logging.ERROR)
    try:
        fetched = pooch.retrieve(
            source.url,
            known_hash=source.checksum or None,
            fname=source.file_name,
            path=folder,
            downloader=pooch.HTTPDownloader(timeout=(CONNECT_SECONDS, READ_SECONDS)),
        )
    except (requests.RequestException, OSError, ValueError) as error:
        if isinstance(error, requests.ConnectionError | requests.Timeout):
            note_failure()
        altered = isinstance(error, ValueError) and not isinstance(error, requests.RequestException)
        why = "its checksum differs" if altered else type(error).__name__
        raise DatasetUnavailable(
            f"data set {dataset.name} could not be fetched from {source.url} ({why})",
            f"Run `{command(f'data fetch {dataset.name}')}` with a network, or name a folder that "
            "holds it with --data-mirror",
        ) from None
    return Path(fetched)
