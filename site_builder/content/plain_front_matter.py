"""Front matter as import writes it, and most people do: read line by line, without a YAML reader.

It gives up on whatever it is not sure of, and says nothing about mistakes: then YAML is asked.
"""

import re
from collections.abc import Mapping

Value = str | list[str] | None

_KEY = re.compile(r"([A-Za-z_][A-Za-z0-9_-]*):(?: (?=\S)(.*))?")
_NULL = frozenset({"null", "Null", "NULL", "~"})
# What begins another thing than a plain text, or may.
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_SINGLE = re.compile(r"'((?:[^']|'')*)'")
_DOUBLE = re.compile(r'"([^"\\]*)"')


def plain_values(inside: str) -> tuple[Mapping[str, Value], Mapping[str, int]] | None:
    """Read the lines between the fences, the first of which is line 2 of its file.

    Returns the values and the line of each key; None where YAML has to be asked.
    """
    values: dict[str, Value] = {}
    lines: dict[str, int] = {}
    items: list[str] | None = None
    open_keys: list[str] = []
    for number, line in enumerate(inside.split("\n"), 2):
        if not line.isprintable() or line[-1:] == " ":
            return None
        if line[:2] == "- ":
            item = _scalar(line[2:])
            if items is None or item is None:
                return None
            items.append(item)
            continue
        match = _KEY.fullmatch(line)
        if match is None:
            return None
        key, written = match.groups()
        if key in values or key in _NULL:
            return None
        lines[key] = number
        items = None
        if written is None:
            # A list may follow; where none does, the key has no value.
            values[key] = items = []
            open_keys.append(key)
        elif written == "[]":
            values[key] = []
        else:
            values[key] = value = _scalar(written)
            if value is None:
                return None
    for key in open_keys:
        if not values[key]:
            values[key] = None
    return values, lines


def _scalar(written: str) -> str | None:
    """Read one text; None where it is not certain to be one."""
    first = written[:1]
    if first == "'":
        quoted = _SINGLE.fullmatch(written)
        return quoted[1].replace("''", "'") if quoted else None
    if first == '"':
        quoted = _DOUBLE.fullmatch(written)
        return quoted[1] if quoted else None
    if first in _INDICATORS or first == " " or written in _NULL or written[-1] == ":":
        return None
    return None if ": " in written or " #" in written else written
