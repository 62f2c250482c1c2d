"""Texts and word vectors, each handed over by the reader of its own library.

NLTK finds a package by its place in a folder ``nltk_data``, zipped or not; such a folder, in a
mirror, among the samples or in the cache, is put on NLTK's search path.
"""

import gzip
import hashlib
import json
import re
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

CHUNK = 1 << 20
GLOVE_MEMBER = "glove.6B.100d.txt"
COMMENT = b"  "  # WordNet's licence stands in lines that begin so


def digest_of_package(
    pattern: str = ".*", normal: Callable[[list[bytes]], list[bytes]] = list
) -> Callable[[Path], str]:
    """A digest of those members of an NLTK package whose names match ``pattern``.

    Of each it takes the lines that ``normal`` makes of them: those that say the same, in the same
    order, are the same data.
    """

    def digest(path: Path) -> str:
        members = {
            name: normal(content.splitlines())
            for name, content in _members(path)
            if re.fullmatch(pattern, name)
        }
        if not members:
            raise ValueError(f"no member {pattern}")
        total = hashlib.sha256()
        for name in sorted(members):
            total.update(b"\n".join([name.encode(), *members[name], b""]))
        return f"sha256:{total.hexdigest()}"

    return digest


def without_comments(lines: list[bytes]) -> list[bytes]:
    """The entries of a WordNet file."""
    return [line for line in lines if not line.startswith(COMMENT)]


def without_order(lines: list[bytes]) -> list[bytes]:
    """The entries of a file that NLTK reads as a set."""
    return sorted(set(filter(None, lines)))


def _members(path: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of a package, in a zip or a folder, by its name inside the package."""
    if path.is_dir():
        for file in path.rglob("*"):
            if file.is_file():
                yield file.relative_to(path).as_posix(), file.read_bytes()
        return
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if not name.endswith("/"):
                yield name.partition("/")[2], package.read(name)


def corpus(path: Path) -> Any:
    """``nltk.corpus``'s reader of the package at ``path``, its folder on NLTK's search path."""
    import nltk

    _put_on_path(path.parents[1])
    return getattr(nltk.corpus, path.stem)


def tokenizer(path: Path) -> Any:
    """``nltk.tokenize``, which finds the Punkt model at ``path``."""
    from nltk import tokenize

    _put_on_path(path.parents[1])
    return tokenize


def _put_on_path(folder: Path) -> None:
    import nltk

    if str(folder) not in nltk.data.path:
        nltk.data.path.insert(0, str(folder))


def words(path: Path) -> list[str]:
    """A list of words, one a line: a text file, gzip, a zip of stop words, or GloVe's own zip."""
    if path.suffix == ".gz":
        return gzip.decompress(path.read_bytes()).decode().split()
    if path.suffix != ".zip":
        return path.read_text("utf-8").split()
    with zipfile.ZipFile(path) as package:
        if GLOVE_MEMBER not in package.namelist():
            return package.read("stopwords/english").decode().split()
        with package.open(GLOVE_MEMBER) as lines:
            return [line.partition(b" ")[0].decode() for line in lines]


def digest_of_words(found: list[str]) -> str:
    """The same words are the same data, in any order."""
    return f"sha256:{hashlib.sha256(json.dumps(sorted(found)).encode()).hexdigest()}"


def digest_of_text8(path: Path) -> str:
    """MD5 of the uncompressed text, which its author publishes."""
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as text:
        return f"md5:{_hash(text, 'md5')}"


def sentences(path: Path) -> Any:
    """Gensim's iterable of lists of words, each of 10,000 words but the last."""
    from gensim.models.word2vec import Text8Corpus

    return Text8Corpus(str(path))


def digest_of_vectors(path: Path) -> str:
    """SHA-256 of the text file of vectors, or of that member of the zip."""
    if path.suffix != ".zip":
        with path.open("rb") as text:
            return f"sha256:{_hash(text, 'sha256')}"
    with zipfile.ZipFile(path) as package, package.open(GLOVE_MEMBER) as member:
        return f"sha256:{_hash(member, 'sha256')}"


def vectors(path: Path) -> Any:
    """Gensim's ``KeyedVectors`` of a file in GloVe's format."""
    from gensim.models import KeyedVectors

    if path.suffix != ".zip":
        return KeyedVectors.load_word2vec_format(str(path), no_header=True)
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(path) as package:
        return vectors(Path(package.extract(GLOVE_MEMBER, folder)))


def _hash(file: Any, algorithm: str) -> str:
    total = hashlib.new(algorithm)
    while chunk := file.read(CHUNK):
        total.update(chunk)
    return total.hexdigest()
