"""Pictures in archives, sheets and folders become arrays, or one line says why not."""

import io
import tarfile
import zipfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from tensorflow.keras.preprocessing.image import ImageDataGenerator

from reference.datasets.kinds import KINDS
from reference.pictures import picture_names, read_pictures

SIZE = (10, 12)


def encoded(pixels: np.ndarray, kind: str = "PNG") -> bytes:
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, kind, **({"lossless": True} if kind == "WEBP" else {}))
    return file.getvalue()


def some_pictures(count: int, height: int = 17, width: int = 23) -> np.ndarray:
    shape = (count, height, width, 3)
    return np.random.default_rng(1).integers(256, size=shape, dtype=np.uint8)


def folder_of(tmp_path: Path, per_class: int = 3) -> Path:
    """``tmp_path`` with pictures in ``train/cats`` and ``train/dogs``, and files that are none."""
    for number, pixels in enumerate(some_pictures(2 * per_class)):
        path = tmp_path / "train" / ("cats", "dogs")[number % 2] / f"{number}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(encoded(pixels))
    (tmp_path / "train" / "readme.png").write_text("in no class")
    (tmp_path / "train" / "cats" / "notes.txt").write_text("no picture")
    return tmp_path


def test_a_folder_is_read_as_keras_reads_it(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    found = read_pictures(KINDS["pictures"].decode(folder), "train", SIZE)
    theirs = ImageDataGenerator().flow_from_directory(
        folder / "train", target_size=SIZE, class_mode="sparse", shuffle=False, batch_size=6
    )
    images, labels = next(theirs)
    np.testing.assert_array_equal(found.images, images)
    np.testing.assert_array_equal(found.labels, labels)
    assert found.classes == list(theirs.class_indices)
    assert found.images.dtype == np.uint8


def test_a_folder_and_its_archive_are_the_same_data(tmp_path: Path) -> None:
    kind = KINDS["pictures"]
    folder = folder_of(tmp_path / "folder")
    with zipfile.ZipFile(tmp_path / "folder.zip", "w") as archive:
        for path in sorted(folder.rglob("*"), reverse=True):
            archive.write(path, path.relative_to(folder))
    unpacked, packed = kind.decode(folder), kind.decode(tmp_path / "folder.zip")
    assert kind.digest(unpacked) == kind.digest(packed)
    (folder / "train" / "cats" / "notes.txt").write_text("other")
    assert kind.digest(kind.decode(folder)) != kind.digest(packed)


def test_only_pictures_in_class_folders_count(tmp_path: Path) -> None:
    files = KINDS["pictures"].decode(folder_of(tmp_path))
    assert len(picture_names(files, "train")) == 6
    assert picture_names(files, "validation") == []


@pytest.mark.parametrize("damage", ["empty", "one class", "truncated", "no picture"])
def test_a_bad_folder_is_told_in_one_line(tmp_path: Path, damage: str) -> None:
    files = KINDS["pictures"].decode(folder_of(tmp_path))
    problem = {
        "empty": "there is no picture in train",
        "one class": "all 3 pictures in train are of one class, cats",
        "truncated": r"train/dogs/1\.png cannot be read: .*truncated",
        "no picture": r"train/dogs/1\.png cannot be read: no picture",
    }[damage]
    damaged = {
        "empty": {name: content for name, content in files.items() if name.endswith("txt")},
        "one class": {name: content for name, content in files.items() if "dogs" not in name},
        "truncated": files | {"train/dogs/1.png": files["train/dogs/1.png"][:600]},
        "no picture": files | {"train/dogs/1.png": b"<html>not found</html>"},
    }[damage]
    with pytest.raises(ValueError, match=problem) as caught:
        read_pictures(damaged, "train", SIZE)
    assert "\n" not in str(caught.value)


def test_the_binary_archive_and_lossless_sheets_hold_the_same_training_pictures(
    tmp_path: Path,
) -> None:
    images = some_pictures(1000, 32, 32)
    labels = np.arange(1000, dtype=np.uint8) % 10
    records = np.concatenate(
        [labels[:, np.newaxis], images.transpose(0, 3, 1, 2).reshape(1000, -1)], axis=1
    )
    with tarfile.open(tmp_path / "archive.tar.gz", "w:gz") as archive:
        names = [*(f"data_batch_{number}" for number in range(1, 6)), "test_batch"]
        for name, part in zip(names, [*np.split(records, 5), records[:7]], strict=True):
            member = tarfile.TarInfo(f"cifar-10-batches-bin/{name}.bin")
            member.size = part.nbytes
            archive.addfile(member, io.BytesIO(part.tobytes()))
    sheets = tmp_path / "sheets"
    sheets.mkdir()
    for number, part in enumerate(np.split(images, 10)):
        rows = part.reshape(2, 50, 32, 32, 3).transpose(0, 2, 1, 3, 4).reshape(64, 1600, 3)
        (sheets / f"train_{number}.webp").write_bytes(encoded(rows, "WEBP"))
    np.savez(sheets / "labels.npz", y_train=labels)

    kind = KINDS["cifar10-training"]
    packed, spread = kind.decode(tmp_path / "archive.tar.gz"), kind.decode(sheets)
    assert kind.digest(packed) == kind.digest(spread)
    np.testing.assert_array_equal(packed["x_train"], images)
    assert packed["y_train"].shape == (1000, 1)
    (_, _), (x_test, y_test) = KINDS["cifar10"].hand_over(tmp_path / "archive.tar.gz")
    np.testing.assert_array_equal(x_test, images[:7])
    np.testing.assert_array_equal(y_test[:, 0], labels[:7])
