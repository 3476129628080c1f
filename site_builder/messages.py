"""How a problem looks to a person: what is wrong, where, the lines around it, what to do."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from unicodedata import east_asian_width

from site_builder.model.problem import Problem

_WIDTH = 100
# Text of files is shown on a terminal, and must not steer it.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_UNPRINTABLE = "?"
_COLORS = {"error": "31", "warning": "33", "note": "36"}
_PLURALS = {"error": "errors", "warning": "warnings", "note": "notes"}


def printable(text: str) -> str:
    """Replace what could steer a terminal."""
    return _CONTROLS.sub(_UNPRINTABLE, text)


def format_problem(problem: Problem, source: str | None, color: bool = False) -> str:
    """Write a problem, with the lines around it where `source` is the text of its file."""
    paint = _paint if color else _plain
    lines = [
        paint(f"{problem.severity}[{problem.code}]", _COLORS[problem.severity])
        + f": {printable(problem.message)}"
    ]
    place = problem.location
    if place is not None:
        lines.append(f" --> {printable(str(place))}")
        if source is not None and place.line is not None:
            lines += _excerpt(source, place.line, place.column, paint)
    if problem.hint:
        lines.append(f" {paint('help', '32')}: {printable(problem.hint)}")
    return "\n".join(line.rstrip() for line in lines)


def _excerpt(
    source: str, line: int, column: int | None, paint: Callable[[str, str], str]
) -> list[str]:
    """Show a line, the one before and the one after, and mark the column."""
    rows = source.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff").split("\n")
    if not 1 <= line <= len(rows):
        return []
    first, last = max(line - 1, 1), min(line + 1, len(rows))
    gutter = len(str(last))
    shown = [f"{'':{gutter}} |"]
    start = max(0, (column or 1) - _WIDTH // 2) if len(rows[line - 1]) > _WIDTH else 0
    for number in range(first, last + 1):
        if number == last > line and not rows[number - 1]:
            continue
        text = printable(rows[number - 1]).replace("\t", " ")
        shown.append(f"{number:{gutter}} | {text[start : start + _WIDTH]}")
        if number == line and column is not None:
            shown.append(f"{'':{gutter}} | {_blank(text[start : column - 1])}{paint('^', '31')}")
    return shown


def _blank(text: str) -> str:
    """Make a gap as wide as a text is on a terminal, where a Chinese letter takes two places."""
    return " " * sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def summary(problems: Iterable[Problem]) -> str:
    """Count problems: `1 error, 2 warnings`."""
    counts = Counter[str](problem.severity for problem in problems)
    return ", ".join(
        f"{counts[severity]} {severity if counts[severity] == 1 else plural}"
        for severity, plural in _PLURALS.items()
        if counts[severity]
    )


def _paint(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m"


def _plain(text: str, _code: str) -> str:
    return text
