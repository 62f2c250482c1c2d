"""Names of files and folders made from names that strangers chose."""

import re
import unicodedata
from hashlib import sha256

from harness.grading.results import Graded

LONGEST = 80  # bytes
_UNSAFE = re.compile(r"[^\w.@+-]+")
_DIGEST = re.compile(r"-[0-9a-f]{16}$")
# Files of the class stand in the same folder as the folders of its submissions.
RESERVED = frozenset({"class.csv", "summary.md", "summary.json", "feedback"})


def folder_name(name: str) -> str:
    """A name that stays inside its folder and belongs to ``name`` alone.

    A plain name stays as it is. Any other is cleaned and gets its own digest, as does one that
    looks as if it had a digest already: nobody can choose the name of somebody else's folder.
    """
    plain = _UNSAFE.sub("_", unicodedata.normalize("NFC", name)).strip("._-")
    clean = plain.encode()[:LONGEST].decode(errors="ignore")
    if clean == name and name not in RESERVED and not _DIGEST.search(name):
        return name
    digest = sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"{clean or 'submission'}-{digest}"


def figure_files(graded: Graded) -> dict[str, str]:
    """For each figure, by name, the file under ``figures/`` that holds it."""
    return {
        name: f"{folder_name(name.removesuffix('.png'))}.png" for name in sorted(graded.figures)
    }
