"""Where runs are kept; imports nothing heavy, since the command line's options name it."""

import os
from pathlib import Path

VARIABLE = "DLW_BENCH_HISTORY"
DEFAULT = "benchmarks/history"


def history_folder(named: Path | None) -> Path:
    """The folder that was named, by option or environment, or the repository's."""
    return named or Path(os.environ.get(VARIABLE) or DEFAULT)
