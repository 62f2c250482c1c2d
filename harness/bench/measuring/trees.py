"""The code of another commit, beside this one's."""

import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

from harness.errors import UsageError
from reference.resources import cache_folder


def here() -> Path:
    """The tree that this very code stands in."""
    return Path(__file__).parents[3]


def git(root: Path, *arguments: str) -> str:
    """What git prints; :class:`UsageError` with its own words where it fails."""
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments], capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        raise UsageError("git is not installed", hint="Install it, and run this again") from None
    if done.returncode:
        words = (done.stderr.strip().splitlines() or ["no reason given"])[0]
        raise UsageError(f"git {arguments[0]}: {words}", where=str(root))
    return done.stdout.strip()


def commit_of(root: Path, word: str) -> str:
    """The full hash of a commit that git knows by ``word``."""
    try:
        return git(root, "rev-parse", "--verify", "--quiet", f"{word}^{{commit}}")
    except UsageError:
        raise UsageError(
            f"{word!r} is no commit of this repository",
            where=str(root),
            hint="Name a commit, tag or branch that `git log` shows",
        ) from None


def tree_of(root: Path, commit: str) -> Path:
    """A folder that holds the files of ``commit`` (a full hash), made once and kept in the cache.

    ``git archive`` writes it: unlike a worktree it leaves nothing in the repository, whatever
    becomes of this process.
    """
    folder = cache_folder() / "trees" / commit
    if folder.is_dir():
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    unpacked = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".unpacking-"))
    try:
        archive = unpacked / "archive.tar"
        git(root, "archive", "--format=tar", f"--output={archive}", commit)
        with tarfile.open(archive) as tar:
            tar.extractall(unpacked / "tree", filter="data")
        try:
            (unpacked / "tree").rename(folder)
        except OSError:
            if not folder.is_dir():  # unless another process was first
                raise
    finally:
        shutil.rmtree(unpacked, ignore_errors=True)
    return folder
