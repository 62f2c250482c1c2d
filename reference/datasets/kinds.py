"""Kinds of data set: how each is decoded, recognised by its content, and handed over.

A data set is what its files decode to, whatever their container: a mirror may compress an array
otherwise, or end its lines otherwise, and still hold the same data.
"""

import csv
import gzip
import hashlib
import io
import json
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from reference.datasets import pictures, sequences, texts

DECODING_ERRORS = (
    ValueError,
    KeyError,
    OSError,
    EOFError,
    csv.Error,
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    NotImplementedError,
)

Arrays = dict[str, Any]


class Kind(NamedTuple):
    """How files become data.

    ``decode`` reads them, ``digest`` names what was read, and ``hand_over`` gives it the form in
    which the book's listings hold it.
    """

    decode: Callable[[Path], Any]
    digest: Callable[[Any], str]
    hand_over: Callable[[Any], Any]


def checksum(path: Path, algorithm: str) -> str:
    """``algorithm:hex`` of a file as it lies there."""
    with path.open("rb") as file:
        return f"{algorithm}:{hashlib.file_digest(file, algorithm).hexdigest()}"


def _rows(path: Path) -> list[list[str]]:
    """Cells of a CSV file, compressed or not, whatever its line ends and quotes."""
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    lines = io.StringIO(raw.decode("utf-8"), newline="")
    return [row for row in csv.reader(lines) if row]


def _digest_of_json(value: Any) -> str:
    return _sha256(json.dumps(value, separators=(",", ":")).encode())


def _frame(rows: list[list[str]]) -> Any:
    """The DataFrame that pandas reads from the same file."""
    import pandas as pd

    text = io.StringIO()
    csv.writer(text).writerows(rows)
    text.seek(0)
    return pd.read_csv(text)


def _json(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def _digest_of_sorted_json(value: Any) -> str:
    return _sha256(json.dumps(value, sort_keys=True, separators=(",", ":")).encode())


def _npz(path: Path) -> Arrays:
    import numpy as np

    with np.load(path, allow_pickle=False) as held:
        return {name: held[name] for name in held.files}


def _idx(folder: Path) -> Arrays:
    """The four gzip files of an MNIST-like data set, by Keras's names for their arrays."""
    return {
        "x_train": _idx_array(folder / "train-images-idx3-ubyte.gz"),
        "y_train": _idx_array(folder / "train-labels-idx1-ubyte.gz"),
        "x_test": _idx_array(folder / "t10k-images-idx3-ubyte.gz"),
        "y_test": _idx_array(folder / "t10k-labels-idx1-ubyte.gz"),
    }


def _idx_array(path: Path) -> Any:
    """An array of unsigned bytes in the IDX format: magic number, sizes, values."""
    import numpy as np

    raw = gzip.decompress(path.read_bytes())
    rank = raw[3]
    if raw[:3] != b"\x00\x00\x08" or rank == 0:
        raise ValueError("not an IDX file of unsigned bytes")
    sizes = np.frombuffer(raw, dtype=">u4", count=rank, offset=4)
    return np.frombuffer(raw, dtype=np.uint8, offset=4 + 4 * rank).reshape(sizes.astype(int))


def _digest_of_arrays(arrays: Arrays) -> str:
    import numpy as np

    digest = hashlib.sha256()
    for name in sorted(arrays):
        array = np.ascontiguousarray(arrays[name])
        digest.update(f"{name} {array.dtype.str} {array.shape}\n".encode())
        digest.update(array.data)
    return f"sha256:{digest.hexdigest()}"


def _train_and_test(arrays: Arrays) -> tuple[tuple[Any, Any], tuple[Any, Any]]:
    """``((x_train, y_train), (x_test, y_test))``, read-only, since callers share them."""
    for array in arrays.values():
        array.setflags(write=False)
    return (
        (arrays["x_train"], arrays["y_train"]),
        (arrays["x_test"], arrays["y_test"]),
    )


def _training_pair(arrays: Arrays) -> tuple[Any, Any]:
    """``(x_train, y_train)``, read-only, since callers share them."""
    for array in arrays.values():
        array.setflags(write=False)
    return arrays["x_train"], arrays["y_train"]


def _same(value: Any) -> Any:
    return value


def _sha256(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


KINDS: dict[str, Kind] = {
    "rows": Kind(_rows, _digest_of_json, _frame),
    "json": Kind(_json, _digest_of_sorted_json, _same),
    "arrays": Kind(_npz, _digest_of_arrays, _train_and_test),
    "idx": Kind(_idx, _digest_of_arrays, _train_and_test),
    # A file that is used as it lies there: the container is the content.
    "file": Kind(_same, lambda path: checksum(path, "sha256"), _same),
    "pictures": Kind(pictures.files, pictures.digest_of_files, _same),
    "cifar10": Kind(_same, lambda path: checksum(path, "sha256"), pictures.cifar10_binary),
    "cifar10-training": Kind(pictures.cifar10_training, _digest_of_arrays, _training_pair),
    "corpus": Kind(_same, texts.digest_of_package(), texts.corpus),
    "alice": Kind(_same, texts.digest_of_package(r"carroll-alice\.txt"), texts.corpus),
    "wordnet": Kind(
        _same,
        texts.digest_of_package(
            r"(data|index)\.(noun|verb|adj|adv)|.*\.exc", texts.without_comments
        ),
        texts.corpus,
    ),
    "punkt": Kind(
        _same, texts.digest_of_package("english/.*", texts.without_order), texts.tokenizer
    ),
    "words": Kind(texts.words, texts.digest_of_words, _same),
    "text8": Kind(_same, texts.digest_of_text8, texts.sentences),
    "vectors": Kind(_same, texts.digest_of_vectors, texts.vectors),
    "word-sequences": Kind(sequences.word_sequences, _digest_of_arrays, sequences.read_only),
}
