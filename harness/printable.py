"""Text of unknown origin, made fit for XML, HTML, a terminal and a reader's eye."""

import re

_TERMINAL = re.compile(r"\x1b\[[0-9;:?]*[ -/]*[@-~]|\x08")
# What XML 1.0 forbids, the C1 controls, and marks that reorder what stands beside them.
_UNFIT = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2029\u202f-\u2065\u206a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def printable(text: str) -> str:
    """``text`` without colours of a terminal; what else cannot be printed becomes U+FFFD."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNFIT.sub("\ufffd", _TERMINAL.sub("", text))


def one_line(text: str) -> str:
    """``text`` printable and on one line, every run of blanks a single one."""
    return " ".join(printable(text).split())


def spreadsheet_cell(text: str) -> str:
    """``text`` on one line, and never a formula to a spreadsheet."""
    line = one_line(text)
    return f"'{line}" if line.startswith(_FORMULA) else line
