"""A damaged, missing or foreign file is told in one line and never used; content is identity."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import numpy as np
import pytest

from reference import datasets
from reference.datasets import download, location
from reference.datasets.kinds import KINDS, checksum
from reference.datasets.registry import Dataset, Source
from reference.resources import fixtures

IDX_FILES = (
    "train-images-idx3-ubyte.gz",
    "train-labels-idx1-ubyte.gz",
    "t10k-images-idx3-ubyte.gz",
    "t10k-labels-idx1-ubyte.gz",
)
ROWS = "label,x1,x2\n1,2.5,4.5\n0,7.5,4.0\n"


@pytest.fixture(autouse=True)
def isolated(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DLW_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("DLW_OFFLINE", "1")
    monkeypatch.delenv("DLW_DATA_MIRROR", raising=False)
    location._prove.cache_clear()
    download.download.cache_clear()


def write_idx(path: Path, array: np.ndarray) -> None:
    header = bytes([0, 0, 8, array.ndim]) + np.array(array.shape, dtype=">u4").tobytes()
    path.write_bytes(gzip.compress(header + array.tobytes()))


def registered(monkeypatch: pytest.MonkeyPatch, path: Path, kind: str, **other: str) -> Dataset:
    """A registry of one data set, ``toy``, whose official container is the file at ``path``."""
    official = checksum(path, "sha256")
    dataset = Dataset(
        name="toy",
        title="Toy",
        sources=(Source(other.get("url", "http://127.0.0.1:9/toy"), official),),
        size=path.stat().st_size,
        licence="none",
        kind=kind,
        content=KINDS[kind].digest(KINDS[kind].decode(path)),
        mirror=f"folder/toy{path.suffix}",
    )
    monkeypatch.setattr(location, "registry", lambda: {"toy": dataset})
    return dataset


@pytest.fixture
def toy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The toy data set's file inside a mirror, sound as it lies there."""
    path = tmp_path / "mirror" / "folder" / "toy.csv"
    path.parent.mkdir(parents=True)
    path.write_text(ROWS)
    registered(monkeypatch, path, "rows")
    monkeypatch.setenv("DLW_DATA_MIRROR", str(tmp_path / "mirror"))
    return path


def test_a_sound_mirror_is_used(toy: Path) -> None:
    assert datasets.locate("toy") == toy


def test_another_container_with_the_same_content_is_accepted(toy: Path) -> None:
    toy.write_bytes(ROWS.replace("\n", "\r\n").replace("2.5", '"2.5"').encode())
    assert datasets.locate("toy") == toy
    assert datasets.verify("toy") == toy


@pytest.mark.parametrize(
    "content", [ROWS[:-8], ROWS.replace("7.5", "7.6"), "", "\udcff", ROWS + "1,1,1\n"]
)
def test_a_truncated_or_altered_file_is_refused_and_nothing_else_is_tried(
    toy: Path, content: str
) -> None:
    toy.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(datasets.DatasetCorrupt) as caught:
        datasets.locate("toy")
    assert str(toy) in caught.value.message
    assert "dlw data fetch toy" in caught.value.hint
    assert "\n" not in str(caught.value)


def test_a_file_that_is_mended_is_accepted_in_the_same_process(toy: Path) -> None:
    toy.write_text("damaged")
    with pytest.raises(datasets.DatasetCorrupt):
        datasets.locate("toy")
    toy.write_text(ROWS)
    assert datasets.locate("toy") == toy


def test_a_missing_file_names_the_command_that_fetches_it(toy: Path) -> None:
    toy.unlink()
    with pytest.raises(datasets.DatasetUnavailable, match="dlw data fetch toy") as caught:
        datasets.locate("toy")
    assert not isinstance(caught.value, datasets.DatasetCorrupt)


def test_arrays_are_the_same_in_any_compression_and_different_in_any_value(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    arrays = {"x_train": np.arange(12, dtype=np.uint8).reshape(3, 4), "y_train": np.arange(3)}
    np.savez(tmp_path / "official.npz", **arrays)
    registered(monkeypatch, tmp_path / "official.npz", "arrays")
    held = tmp_path / "folder" / "toy.npz"
    held.parent.mkdir()
    monkeypatch.setenv("DLW_DATA_MIRROR", str(tmp_path))
    np.savez_compressed(held, **arrays)
    assert datasets.locate("toy") == held
    arrays["x_train"][0, 0] = 1
    np.savez_compressed(held, **arrays)
    with pytest.raises(datasets.DatasetCorrupt, match="content differs"):
        datasets.locate("toy")
    held.write_bytes(held.read_bytes()[:200])
    with pytest.raises(datasets.DatasetCorrupt, match="damaged"):
        datasets.locate("toy")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A local web server and the folder it serves."""
    folder = tmp_path / "served"
    folder.mkdir()

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as http:
        Thread(target=http.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{http.server_port}", folder
        http.shutdown()


def test_a_download_is_proven_and_kept(
    server: tuple[str, Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    url, folder = server
    (folder / "toy.csv").write_text(ROWS)
    registered(monkeypatch, folder / "toy.csv", "rows", url=f"{url}/toy.csv")
    monkeypatch.delenv("DLW_OFFLINE")
    path = datasets.locate("toy")
    assert path == tmp_path / "cache" / "data" / "toy.csv"
    assert path.read_text() == ROWS


def test_a_download_lies_in_the_folder_where_its_library_looks(
    server: tuple[str, Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    url, folder = server
    (folder / "toy.csv").write_text(ROWS)
    known = registered(monkeypatch, folder / "toy.csv", "rows", url=f"{url}/toy.csv")
    placed = replace(known, folder="nltk_data/corpora")
    monkeypatch.setattr(location, "registry", lambda: {"toy": placed})
    monkeypatch.delenv("DLW_OFFLINE")
    path = tmp_path / "cache" / "data" / "nltk_data" / "corpora" / "toy.csv"
    assert datasets.locate("toy") == path
    assert datasets.find("toy") == path


@pytest.mark.parametrize("served", [ROWS[:-5], ROWS.replace("1", "9"), None])
def test_a_bad_download_leaves_nothing_behind(
    server: tuple[str, Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, served: str | None
) -> None:
    url, folder = server
    (folder / "toy.csv").write_text(ROWS)
    registered(monkeypatch, folder / "toy.csv", "rows", url=f"{url}/toy.csv")
    (folder / "toy.csv").unlink()
    if served is not None:
        (folder / "toy.csv").write_text(served)
    monkeypatch.delenv("DLW_OFFLINE")
    with pytest.raises(datasets.DatasetUnavailable, match="could not be fetched"):
        datasets.locate("toy")
    assert [path for path in (tmp_path / "cache").rglob("*") if path.is_file()] == []


def test_several_files_are_fetched_together_or_not_at_all(
    server: tuple[str, Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    url, folder = server
    for name in IDX_FILES:
        write_idx(folder / name, np.arange(6, dtype=np.uint8).reshape(1, 2, 3))
    dataset = Dataset(
        name="toy",
        title="Toy",
        sources=tuple(
            Source(f"{url}/{name}", checksum(folder / name, "sha256")) for name in IDX_FILES
        ),
        size=1,
        licence="none",
        kind="idx",
        content=KINDS["idx"].digest(KINDS["idx"].decode(folder)),
        mirror="toy",
    )
    monkeypatch.setattr(location, "registry", lambda: {"toy": dataset})
    monkeypatch.delenv("DLW_OFFLINE")
    held = (folder / IDX_FILES[-1]).read_bytes()
    (folder / IDX_FILES[-1]).unlink()
    with pytest.raises(datasets.DatasetUnavailable):
        datasets.locate("toy")
    with pytest.raises(datasets.DatasetUnavailable, match="not here"):
        datasets.find("toy")
    (folder / IDX_FILES[-1]).write_bytes(held)
    assert datasets.locate("toy") == tmp_path / "cache" / "data" / "toy"
    (x_train, _), _ = datasets.load("toy")
    assert x_train.shape == (1, 2, 3)
    (tmp_path / "cache" / "data" / "toy" / IDX_FILES[0]).unlink()
    with pytest.raises(datasets.DatasetCorrupt, match="damaged"):
        datasets.find("toy")


def test_a_network_that_gave_no_answer_is_not_asked_again_at_once(
    toy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    toy.unlink()
    monkeypatch.delenv("DLW_OFFLINE")
    with pytest.raises(datasets.DatasetUnavailable, match="could not be fetched"):
        datasets.locate("toy")
    with pytest.raises(datasets.DatasetUnavailable, match="no answer"):
        datasets.locate("toy")
    datasets.forget_failure()
    with pytest.raises(datasets.DatasetUnavailable, match="could not be fetched"):
        datasets.locate("toy")


def test_a_large_data_set_is_downloaded_on_request_alone(
    server: tuple[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    url, folder = server
    (folder / "toy.csv").write_text(ROWS)
    large = replace(
        registered(monkeypatch, folder / "toy.csv", "rows", url=f"{url}/toy.csv"), on_request=True
    )
    monkeypatch.setattr(location, "registry", lambda: {"toy": large})
    monkeypatch.delenv("DLW_OFFLINE")
    with pytest.raises(datasets.DatasetUnavailable, match="dlw data fetch toy"):
        datasets.locate("toy")
    assert datasets.fetch("toy").read_text() == ROWS


@pytest.mark.parametrize("name", datasets.registry())
def test_every_entry_says_where_from_how_large_and_under_which_licence(name: str) -> None:
    dataset = datasets.registry()[name]
    assert dataset.size > 0
    assert dataset.licence
    assert dataset.kind in KINDS
    for source in dataset.sources:
        assert source.url.startswith("https://")
        assert source.checksum.partition(":")[0] in ("sha256", "md5") or not dataset.content
    assert dataset.sources or dataset.content


@pytest.mark.parametrize(
    "name", [name for name, dataset in datasets.registry().items() if dataset.sample]
)
def test_every_sample_is_sound_and_needs_no_network(name: str) -> None:
    assert datasets.verify(name).is_relative_to(fixtures() / "samples")
    held = datasets.load(name)
    assert len(held.fileids() if hasattr(held, "fileids") else held) > 0


def test_nothing_is_shipped_that_the_registry_does_not_name() -> None:
    samples = fixtures() / "samples"
    named = [samples / dataset.sample for dataset in datasets.registry().values() if dataset.sample]
    shipped = [path for path in samples.rglob("*") if path.is_file()]
    strangers = [path for path in shipped if not {path, *path.parents}.intersection(named)]
    assert strangers == [samples / "README.md"]


def test_a_fault_survives_the_way_between_processes() -> None:
    import pickle

    fault = datasets.DatasetUnavailable("gone", "fetch it")
    assert str(pickle.loads(pickle.dumps(fault))) == str(fault)
    assert json.dumps(fault.hint) == '"fetch it"'


def test_what_no_checksum_proves_counts_only_as_the_official_source_delivered_it(
    server: tuple[str, Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    url, folder = server
    (folder / "toy.csv").write_text(ROWS)
    known = registered(monkeypatch, folder / "toy.csv", "rows", url=f"{url}/toy.csv")
    unproven = replace(known, content="", sources=(Source(f"{url}/toy.csv", ""),))
    monkeypatch.setattr(location, "registry", lambda: {"toy": unproven})
    held = tmp_path / "mirror" / "folder" / "toy.csv"
    held.parent.mkdir(parents=True)
    held.write_text(ROWS)
    monkeypatch.setenv("DLW_DATA_MIRROR", str(tmp_path / "mirror"))
    with pytest.raises(datasets.DatasetUnavailable, match=r"Run `dlw data fetch toy`$"):
        datasets.locate("toy")
    monkeypatch.delenv("DLW_OFFLINE")
    assert datasets.fetch("toy").is_relative_to(tmp_path / "cache")
    assert datasets.verify("toy") == datasets.find("toy")
    datasets.find("toy").write_bytes(b"\xff")
    with pytest.raises(datasets.DatasetCorrupt, match="damaged"):
        datasets.verify("toy")


def test_a_copy_without_an_official_source_can_only_be_held_by_a_mirror(
    toy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = replace(location.registry()["toy"], sources=())
    monkeypatch.setattr(location, "registry", lambda: {"toy": copy})
    monkeypatch.delenv("DLW_OFFLINE")
    assert datasets.locate("toy") == toy
    toy.unlink()
    for way in (datasets.locate, datasets.fetch):
        with pytest.raises(datasets.DatasetUnavailable, match=r"Name a folder .* --data-mirror$"):
            way("toy")


def test_a_file_that_is_its_own_content_is_known_by_any_checksum(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    held = tmp_path / "folder" / "toy.h5"
    held.parent.mkdir()
    held.write_bytes(b"weights")
    md5 = checksum(held, "md5")
    known = replace(
        registered(monkeypatch, held, "file"), content=md5, sources=(Source("https://x/y", md5),)
    )
    monkeypatch.setattr(location, "registry", lambda: {"toy": known})
    monkeypatch.setenv("DLW_DATA_MIRROR", str(tmp_path))
    assert datasets.verify("toy") == held
    held.write_bytes(b"weight")
    with pytest.raises(datasets.DatasetCorrupt, match="content differs"):
        datasets.verify("toy")
