"""Digests of what a file decodes to, whatever its container.

``rows`` are the cells of a CSV file, whatever its line ends and quotes; ``arrays`` the names,
dtypes, shapes and values of an ``.npz``; ``json`` the value; ``bytes`` the file itself, where there
is nothing but the container.
"""

import csv
import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

DECODING_ERRORS = (
    ValueError,
    KeyError,
    OSError,
    EOFError,
    csv.Error,
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
)


def rows(path: Path) -> str:
    text = path.read_text("utf-8")
    cells = [row for row in csv.reader(io.StringIO(text, newline="")) if row]
    return _digest(json.dumps(cells, separators=(",", ":")).encode())


def arrays(path: Path) -> str:
    import numpy as np

    digest = hashlib.sha256()
    with np.load(path, allow_pickle=False) as held:
        for name in sorted(held.files):
            array = np.ascontiguousarray(held[name])
            digest.update(f"{name} {array.dtype.str} {array.shape}\n".encode())
            digest.update(array.data)
    return f"sha256:{digest.hexdigest()}"


def as_json(path: Path) -> str:
    value = json.loads(path.read_text("utf-8"))
    return _digest(json.dumps(value, sort_keys=True, separators=(",", ":")).encode())


DECODERS: dict[str, Callable[[Path], str]] = {
    "rows": rows,
    "arrays": arrays,
    "json": as_json,
}


def digest(kind: str, path: Path, like: str) -> str:
    """Digest of the content of ``path``, comparable with the digest ``like``."""
    return checksum(path, like.partition(":")[0]) if kind == "bytes" else DECODERS[kind](path)


def checksum(path: Path, algorithm: str) -> str:
    """``algorithm:hex`` of the file as it lies there."""
    with path.open("rb") as file:
        return f"{algorithm}:{hashlib.file_digest(file, algorithm).hexdigest()}"


def _digest(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"
