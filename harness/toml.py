"""Plain data as TOML values, on one line each."""

import json
import math
from typing import Any


def toml(value: Any) -> str:
    """A text, number, truth value, list or table of them; ``ValueError`` for anything else."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)  # inf, -inf, nan
    if isinstance(value, int | float):
        text = repr(value)
        mantissa, mark, exponent = text.partition("e")
        return f"{mantissa}{'' if '.' in mantissa else '.0'}{mark}{exponent}" if mark else text
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(toml, value))}]"
    if isinstance(value, dict):
        entries = (f"{toml(str(key))} = {toml(item)}" for key, item in value.items())
        return f"{{ {', '.join(entries)} }}"
    raise ValueError(f"{value!r} cannot be written as TOML")
