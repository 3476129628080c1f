"""Front matter: the YAML between two lines of dashes at the head of a content file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from site_builder.model.problem import Location, Problem
from site_builder.model.source_file import SourceFile

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_KEY = re.compile(r"^([^\s#:'\"-][^:\n]*?)[ \t]*:(?=\s|$)", re.MULTILINE)
_LEFT_OUT = "The file is left out until then."


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The keys of a file with their values, the line that each stands on, and the text below.

    `lines` counts from 1, in the file.
    """

    values: Mapping[str, Any]
    body: str
    lines: Mapping[str, int] = field(default_factory=dict)


def read_front_matter(source: SourceFile) -> FrontMatter | Problem:
    """Split a file and read its front matter; a file without any has no keys."""
    text = source.text.lstrip("\ufeff")
    opening = _FENCE.match(text)
    if not opening:
        return FrontMatter({}, text.strip("\n"))
    closing = _FENCE.search(text, opening.end())
    if not closing:
        return _broken(
            source,
            1,
            None,
            "The front matter has no end.",
            "Close it with a line of three dashes (---) above the text.",
        )
    inside = text[opening.end() : closing.start()]
    try:
        values = _load(inside)
    except ValueError as error:
        return _explain(source, inside, error)
    if not isinstance(values, dict):
        return _broken(
            source,
            2,
            None,
            "The front matter is not a list of keys.",
            "Write one `key: value` a line.",
        )
    lines: dict[str, int] = {}
    for match in _KEY.finditer(inside):
        name = match[1]
        line = inside.count("\n", 0, match.start()) + 1
        if name in lines:
            return _broken(
                source,
                line,
                None,
                f"The key `{name}` stands here and on line {lines[name]}.",
                "Keep one of the two.",
            )
        lines[name] = line
    body = text[closing.end() :].strip("\n")
    return FrontMatter({str(key): value for key, value in values.items()}, body, lines)


def _load(inside: str) -> Any:
    """Read YAML as python-frontmatter does; raises ValueError with the YAML error as its cause."""
    import yaml
    from frontmatter.default_handlers import YAMLHandler

    try:
        return YAMLHandler().load(inside) or {}
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error


def _explain(source: SourceFile, inside: str, error: ValueError) -> Problem:
    cause: Any = error.__cause__
    mark = getattr(cause, "problem_mark", None) or getattr(cause, "context_mark", None)
    what = getattr(cause, "problem", None) or str(error)
    if mark is None:
        return _broken(source, 1, None, f"The front matter cannot be read: {what}.", _CHECK)
    rows = inside.split("\n")
    row = min(mark.line, len(rows) - 1)
    hint = _CHECK
    if "mapping values are not allowed" in what:
        hint = "Put a value that has a colon in it between quotes."
    elif "\\t" in repr(rows[row]) or "\\t" in what:
        hint = "Replace the tab by spaces."
    elif "flow" in str(getattr(cause, "context", "") or "") or rows[row].count("[") != rows[
        row
    ].count("]"):
        hint = "Close the bracket, or put the value between quotes."
    elif "scalar" in str(getattr(cause, "context", "") or ""):
        hint = "Close the quotes."
    what = what[0].lower() + what[1:]
    return _broken(
        source, row + 1, mark.column + 1, f"The front matter cannot be read: {what}.", hint
    )


_CHECK = "Write one `key: value` a line, and values with special characters between quotes."


def _broken(source: SourceFile, line: int, column: int | None, message: str, hint: str) -> Problem:
    return Problem(
        "front-matter-broken", message, Location(source.path, line, column), f"{hint} {_LEFT_OUT}"
    )


def write_front_matter(values: Mapping[str, Any], body: str) -> str:
    """Write a content file: the keys in their order, one a line, and the text below."""
    from frontmatter.default_handlers import YAMLHandler

    head = YAMLHandler().export(dict(values), sort_keys=False, width=1_000_000)
    return f"---\n{head.strip()}\n---\n\n{body}\n" if body else f"---\n{head.strip()}\n---\n"


def unknown_key(name: str, known: "tuple[str, ...]", location: Location, where: str) -> Problem:
    """Report a key that nobody reads, and the one that may be meant."""
    near = get_close_matches(name, known, 1, 0.7)
    hint = f"Did you mean `{near[0]}`?" if near else f"Known are: {', '.join(known)}."
    return Problem(f"unknown-{where}", f"Nothing reads `{name}`.", location, hint)
