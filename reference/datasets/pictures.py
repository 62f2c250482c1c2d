"""Kinds of data set that hold pictures: CIFAR-10, and folders of picture files by class."""

import hashlib
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

Files = Mapping[str, bytes]
Arrays = dict[str, Any]

SIDE, CHANNELS = 32, 3
RECORD = 1 + SIDE * SIDE * CHANNELS
SHEET_COLUMNS = 50


def cifar10_binary(path: Path) -> tuple[tuple[Any, Any], tuple[Any, Any]]:
    """``((x_train, y_train), (x_test, y_test))`` of the official binary archive."""
    names = [f"data_batch_{number}" for number in range(1, 6)]
    return _cifar10_records(path, names), _cifar10_records(path, ["test_batch"])


def cifar10_training(path: Path) -> Arrays:
    """Training images (50000, 32, 32, 3) and labels (50000, 1), as Keras holds them.

    ``path`` is the official binary archive, or a folder of lossless sheets ``train_0.webp`` to
    ``train_9.webp``, 50 images a row, with the labels in ``labels.npz``.
    """
    if path.is_dir():
        return _cifar10_sheets(path)
    images, labels = _cifar10_records(path, [f"data_batch_{number}" for number in range(1, 6)])
    return {"x_train": images, "y_train": labels}


def _cifar10_records(path: Path, names: list[str]) -> tuple[Any, Any]:
    """Images and labels of members of the archive: records of a label, then red, green, blue."""
    import numpy as np

    with tarfile.open(path) as archive:
        members = [archive.extractfile(f"cifar-10-batches-bin/{name}.bin") for name in names]
        raw = b"".join(member.read() for member in members if member)
    records = np.frombuffer(raw, np.uint8).reshape(-1, RECORD)
    planes = records[:, 1:].reshape(-1, CHANNELS, SIDE, SIDE)
    images = np.ascontiguousarray(planes.transpose(0, 2, 3, 1))
    labels = records[:, :1].copy()
    for array in (images, labels):
        array.setflags(write=False)
    return images, labels


def _cifar10_sheets(folder: Path) -> Arrays:
    import numpy as np
    from PIL import Image

    sheets = []
    for number in range(10):
        with Image.open(folder / f"train_{number}.webp") as sheet:
            pixels = np.asarray(sheet.convert("RGB"))
        rows = pixels.reshape(-1, SIDE, SHEET_COLUMNS, SIDE, CHANNELS).transpose(0, 2, 1, 3, 4)
        sheets.append(rows.reshape(-1, SIDE, SIDE, CHANNELS))
    with np.load(folder / "labels.npz", allow_pickle=False) as held:
        labels = held["y_train"]
    return {"x_train": np.concatenate(sheets), "y_train": labels[:, np.newaxis]}


def files(path: Path) -> dict[str, bytes]:
    """Contents of a ZIP archive, or of a folder, by their path inside it, in order."""
    if path.is_dir():
        inside = (file for file in path.rglob("*") if file.is_file())
        found = {file.relative_to(path).as_posix(): file.read_bytes() for file in inside}
    else:
        with zipfile.ZipFile(path) as archive:
            found = {
                member.filename: archive.read(member)
                for member in archive.infolist()
                if not member.is_dir()
            }
    return dict(sorted(found.items()))


def digest_of_files(found: Files) -> str:
    """Digest of names and contents, whatever container held them."""
    digest = hashlib.sha256()
    for name, content in found.items():
        digest.update(f"{name} {len(content)}\n".encode())
        digest.update(content)
    return f"sha256:{digest.hexdigest()}"
