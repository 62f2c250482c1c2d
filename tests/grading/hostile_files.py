"""Hostile submissions that are no plain text: archives, odd bytes, and files of great size.

A builder's docstring names the threat. Where it documents no outcome, the submission cannot be
read, and nothing of it is attempted.
"""

import io
import json
import stat
import struct
import zipfile
from pathlib import Path

INPUTS = """import numpy as np
X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])
"""
HONEST = INPUTS + "c1 = X @ Y\nc2 = Y @ X\n"
DATE = (2020, 1, 1, 0, 0, 0)


def _zip(path: Path, entries: list[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in entries:
            archive.writestr(zipfile.ZipInfo(name, DATE), data, method)
    return path


def _notebook(path: Path, sources: list[object]) -> Path:
    cells = [
        {
            "cell_type": "code",
            "execution_count": None,
            "metadata": {},
            "outputs": [],
            "source": source,
        }
        for source in sources
    ]
    notebook = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
    path.write_text(json.dumps(notebook))
    return path


def zip_link(folder: Path) -> Path:
    """A link to a file outside."""
    path = folder / "zip_link.zip"
    with zipfile.ZipFile(path, "w") as archive:
        entry = zipfile.ZipInfo("answers.py", DATE)
        entry.create_system = 3
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(entry, "/etc/passwd")
    return path


def zip_outside(folder: Path) -> Path:
    """A path out of the archive."""
    return _zip(folder / "zip_outside.zip", [("../../dlw-hostile.py", HONEST.encode())])


def zip_absolute(folder: Path) -> Path:
    """An absolute path."""
    return _zip(folder / "zip_absolute.zip", [("/tmp/dlw-hostile.py", HONEST.encode())])


def zip_backslash(folder: Path) -> Path:
    """A path out of the archive on Windows."""
    return _zip(folder / "zip_backslash.zip", [("..\\..\\dlw-hostile.py", HONEST.encode())])


def zip_bomb(folder: Path) -> Path:
    """Little that unpacks to much."""
    zeros = bytes(19_000_000)
    return _zip(folder / "zip_bomb.zip", [(f"{n}.txt", zeros) for n in range(6)] + [("a.py", b"")])


def zip_bomb_bzip2(folder: Path) -> Path:
    """As above by a method that unpacks a thousand times more at once."""
    return _zip(
        folder / "zip_bomb_bzip2.zip",
        [("a.py", HONEST.encode()), ("large.txt", bytes(200_000_000))],
        zipfile.ZIP_BZIP2,
    )


def zip_bomb_lzma(folder: Path) -> Path:
    """A method whose header asks for memory."""
    return _zip(folder / "zip_bomb_lzma.zip", [("a.py", HONEST.encode())], zipfile.ZIP_LZMA)


def zip_overlapping(folder: Path) -> Path:
    """Many names for the same bytes."""
    path = _zip(
        folder / "zip_overlapping.zip", [("a.py", HONEST.encode()), ("b", bytes(9_000_000))]
    )
    with zipfile.ZipFile(path, "a") as archive:
        first = archive.getinfo("b")
        for number in range(400):
            entry = zipfile.ZipInfo(f"b{number}", DATE)
            entry.compress_type, entry.CRC = first.compress_type, first.CRC
            entry.compress_size, entry.file_size = first.compress_size, first.file_size
            entry.header_offset = first.header_offset
            archive.filelist.append(entry)
        archive._didModify = True
    return path


def zip_encrypted(folder: Path) -> Path:
    """An archive with a password."""
    path = _zip(folder / "zip_encrypted.zip", [("a.py", HONEST.encode())])
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    return path


def zip_truncated(folder: Path) -> Path:
    """Half an archive."""
    path = _zip(folder / "zip_truncated.zip", [("a.py", HONEST.encode() * 100)])
    path.write_bytes(path.read_bytes()[:120])
    return path


def zip_damaged(folder: Path) -> Path:
    """Compressed bytes that are none."""
    path = _zip(folder / "zip_damaged.zip", [("a.py", HONEST.encode())])
    data = bytearray(path.read_bytes())
    data[34:60] = b"\xff" * 26
    path.write_bytes(data)
    return path


def zip_many_files(folder: Path) -> Path:
    """More files than a submission may hold."""
    return _zip(folder / "zip_many_files.zip", [(f"{n}.py", b"") for n in range(2000)])


def zip_many_entries(folder: Path) -> Path:
    """A directory of a million entries."""
    entry = struct.pack(
        "<4s4B4HL2L5H2L", b"PK\x01\x02", 20, 3, 20, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0
    )
    count = 1_000_000
    directory = (entry + b"a") * count
    end = struct.pack(
        "<4s4H2LH", b"PK\x05\x06", 0, 0, count & 0xFFFF, count & 0xFFFF, len(directory), 0, 0
    )
    path = folder / "zip_many_entries.zip"
    path.write_bytes(directory + end)
    return path


def zip_file_and_folder(folder: Path) -> Path:
    """One name for a file and a folder.

    dlw-corpus: units=1.03 status=stopped inputs=error verdict=error
    """
    entries = [("a.py", HONEST.encode()), ("b", b"1"), ("b/c", b"2")]
    return _zip(folder / "zip_file_and_folder.zip", entries)


def zip_own_modules(folder: Path) -> Path:
    """Modules named as the worker's and the libraries'.

    dlw-corpus: units=1.03 status=finished verdict=suspicious
    """
    forged = b"raise SystemExit\ndef send(*_): pass\nrecord = matmul = send\n"
    answers = INPUTS + "c1 = np.array([[58, 64], [139, 154]])\n"
    answers += "c2 = np.array([[39, 54, 69], [49, 68, 87], [59, 82, 105]])\n"
    names = ("json.py", "numpy/__init__.py", "dlw_worker/frames.py", "sitecustomize.py")
    entries = [("answers.py", answers.encode()), *((name, forged) for name in names)]
    return _zip(folder / "zip_own_modules.zip", entries)


def zip_of_zip(folder: Path) -> Path:
    """An archive in an archive, and no program."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr(zipfile.ZipInfo("a.py", DATE), HONEST)
    return _zip(folder / "zip_of_zip.zip", [("inner.zip", inner.getvalue())])


def null_bytes(folder: Path) -> Path:
    """Null bytes in a source.

    dlw-corpus: units=1.03 status=error inputs=error verdict=error
    """
    path = folder / "null_bytes.py"
    path.write_bytes(HONEST.encode().replace(b"\n", b"\n\0", 1))
    return path


def invalid_utf8(folder: Path) -> Path:
    """Bytes that are no UTF-8 in a source.

    dlw-corpus: units=1.03 status=error inputs=error verdict=error
    """
    path = folder / "invalid_utf8.py"
    path.write_bytes(b"\xff\xfe\xed\xa0\x80 = 1\n" + HONEST.encode())
    return path


def huge_file(folder: Path) -> Path:
    """A source of more than 20 MB."""
    path = folder / "huge_file.py"
    path.write_text(HONEST + "#" * 21_000_000)
    return path


def huge_source(folder: Path) -> Path:
    """A source that a parser makes gigabytes of."""
    path = folder / "huge_source.py"
    path.write_text(HONEST + "x=[" + "1," * 9_000_000 + "]\n")
    return path


def deep_source(folder: Path) -> Path:
    """Expressions that end a parser's stack.

    dlw-corpus: units=1.03 status=error inputs=error verdict=error
    """
    path = folder / "deep_source.py"
    path.write_text(HONEST + "x = " + "-" * 90_000 + "1\ny = x" + ".b" * 90_000 + "\n")
    return path


def deep_notebook(folder: Path) -> Path:
    """JSON without end of nesting."""
    path = folder / "deep_notebook.ipynb"
    path.write_text('{"cells": ' + "[" * 1_000_000 + "]" * 1_000_000 + ', "nbformat": 4}')
    return path


def notebook_of_numbers(folder: Path) -> Path:
    """Cells whose sources are no text."""
    return _notebook(folder / "notebook_of_numbers.ipynb", [1, {"a": 2}, None, [1, 2]])


def notebook_of_magics(folder: Path) -> Path:
    """Thousands of cell magics, one below the other.

    dlw-corpus: units=1.03 status=finished verdict=suspicious
    """
    answers = INPUTS + "c1 = np.array([[58, 64], [139, 154]])\n"
    answers += "c2 = np.array([[39, 54, 69], [49, 68, 87], [59, 82, 105]])\n"
    return _notebook(folder / "notebook_of_magics.ipynb", ["%%time\n" * 5000 + answers])


def notebook_of_many_cells(folder: Path) -> Path:
    """A hundred thousand cells."""
    return _notebook(folder / "notebook_of_many_cells.ipynb", ["x = 1"] * 100_000)


def folder_link(folder: Path) -> Path:
    """A folder with a link to a file outside."""
    path = folder / "folder_link"
    path.mkdir()
    (path / "a.py").write_text(HONEST)
    (path / "secrets.txt").symlink_to("/etc/passwd")
    return path


BUILT = (
    zip_link,
    zip_outside,
    zip_absolute,
    zip_backslash,
    zip_bomb,
    zip_bomb_bzip2,
    zip_bomb_lzma,
    zip_overlapping,
    zip_encrypted,
    zip_truncated,
    zip_damaged,
    zip_many_files,
    zip_many_entries,
    zip_file_and_folder,
    zip_own_modules,
    zip_of_zip,
    null_bytes,
    invalid_utf8,
    huge_file,
    huge_source,
    deep_source,
    deep_notebook,
    notebook_of_numbers,
    notebook_of_magics,
    notebook_of_many_cells,
    folder_link,
)
