"""Text of unknown origin in Markdown: as words, as code, as a block."""

import re

from harness.printable import one_line

# An underscore inside a word and a bracket that starts no link are left as they are.
_SYNTAX = re.compile(r"([\\`*|~$]|(?<!\w)_|_(?!\w)|\](?=[(\[:]))")


def prose(text: str) -> str:
    """``text`` as words of a sentence, whatever Markdown or HTML it holds."""
    escaped = _SYNTAX.sub(r"\\\1", one_line(text))
    return escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def code(text: str) -> str:
    """``text`` in one line of code, fenced by more backticks than it holds in a row."""
    text = one_line(text)
    fence = "`" * (_longest_run(text) + 1)
    blank = " " if "`" in text else ""
    return f"{fence}{blank}{text or ' '}{blank}{fence}"


def fenced(text: str) -> str:
    """``text`` as a block, fenced by more backticks than it holds in a row."""
    fence = "`" * max(3, _longest_run(text) + 1)
    return f"{fence}text\n{text}\n{fence}"


def _longest_run(text: str) -> int:
    return max(map(len, re.findall("`+", text)), default=0)
