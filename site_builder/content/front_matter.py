"""Front matter: the YAML between two lines of dashes at the head of a content file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from typing import Any

from site_builder.content.plain_front_matter import plain_values
from site_builder.model.problem import Location, Problem
from site_builder.model.source_file import SourceFile

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_KEY = re.compile(r"^([\"']?)([^\s#:'\"-][^:'\"\n]*?)\1[ \t]*:(?=\s|$)", re.MULTILINE)
_NULL = "tag:yaml.org,2002:null"
# What YAML lets nobody write, not even between quotes.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
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
    """Split a file and read its front matter; a file without any has no keys.

    A value is text as it is written, a list, a mapping, or None where nothing is written.
    """
    text = source.text
    end = text.find("\n---\n", 3) if text.startswith("---\n") else -1
    if end > 0 and "\r" not in text and (plain := plain_values(text[4:end])):
        return FrontMatter(plain[0], text[end + 5 :].strip("\n"), plain[1])
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
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
        name = match[2]
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
        return YAMLHandler().load(inside, Loader=_loader()) or {}
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error
    except RecursionError as error:
        raise ValueError("it has lists in lists without end") from error


@cache
def _loader() -> Any:
    """Make the YAML reader that leaves numbers, dates and words as they are written.

    YAML would take the language `no` for false, the title `9:11` for 551, and break off at a date
    that is in no calendar, before anybody could say which key it is.
    """
    import yaml

    base: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    loader: Any = type("AsWritten", (base,), {"yaml_implicit_resolvers": {}})
    nothing = re.compile(r"(?:~|null|Null|NULL|)$")
    loader.add_implicit_resolver(_NULL, nothing, ["~", "n", "N", ""])
    loader.add_constructor(_NULL, lambda _loader, _node: None)
    return loader


def _explain(source: SourceFile, inside: str, error: ValueError) -> Problem:
    cause: Any = error.__cause__
    mark = getattr(cause, "problem_mark", None) or getattr(cause, "context_mark", None)
    if mark is None:
        return _unmarked(source, inside, error)
    said, context = str(cause.problem or ""), str(cause.context or "")
    if any(word in context for word in _OPENED) and "escape" not in said:
        # Where YAML gives up says nothing; where the quote or the bracket opens does.
        mark = cause.context_mark or mark
    rows = inside.split("\n")
    number, column = min(mark.line, len(rows) - 1), mark.column
    if "flow node" in context and "[" not in rows[number] and "{" not in rows[number]:
        number = max((at for at in range(number) if re.search(r"[\[{]", rows[at])), default=number)
        column = max(rows[number].rfind("["), rows[number].rfind("{"), 0)
    row = rows[number]
    before = row[:column]
    if "mapping values" in said and ":" not in before and row[:1].strip():
        # The colon of a key: what breaks it off is that the line above is no key.
        number, column = number - 1, len(rows[number - 1])
        what, hint = "this line is not a `key: value`", "Write a space after the colon of the key."
    elif row.startswith("\t") or row[column : column + 1] == "\t":
        what, hint = "a tab stands here", "Replace the tab by spaces."
    elif "mapping values" in said and row.startswith(" ") and before.count(":") == 0:
        what, hint = "a key is indented", "Begin the key at the start of its line."
    else:
        what, hint = _cause(f"{context} {said}", before)
    return _broken(
        source, number + 1, column + 1, f"The front matter cannot be read: {what}.", hint
    )


_CHECK = "Write one `key: value` a line, and values with special characters between quotes."
_QUOTE = "Put the whole value between quotes."
_OPENED = ("quoted scalar", "flow", "alias", "anchor", "simple key")
_CAUSES = (
    ("escape character", "a backslash stands between double quotes", "Write it twice."),
    ("quoted scalar", "a quote is opened and not closed", "Close the quotes."),
    (
        "flow",
        "a bracket is opened and not closed",
        "Close the bracket, or put the whole value between quotes.",
    ),
    ("mapping values", "a value has a colon in it", _QUOTE),
    ("sequence entries", "a value begins with a hyphen", _QUOTE),
    ("start any token", "a value begins with a special character", _QUOTE),
    ("alias", "a value begins with a star", _QUOTE),
    ("anchor", "a value begins with an ampersand", _QUOTE),
    ("block scalar", "a value begins with `|` or `>`", _QUOTE),
    ("simple key", "a line is not a `key: value`", _CHECK),
)
"""What YAML says, what that means, and what to do."""


def _cause(said: str, before: str) -> tuple[str, str]:
    """Say in plain words what is wrong, and what to do; `before` is the line up to the place."""
    if "expected key" in said and ("'" in before or '"' in before):
        return "text follows the end of a quote", "Write a quote that is inside of quotes twice."
    for words, what, hint in _CAUSES:
        if words in said:
            return what, hint
    return said.strip(), _CHECK


def _unmarked(source: SourceFile, inside: str, error: ValueError) -> Problem:
    """Explain an error that YAML gives no place for: a forbidden character, mostly."""
    found = _FORBIDDEN.search(inside)
    if found is None:
        return _broken(source, 1, None, f"The front matter cannot be read: {error}.", _CHECK)
    return _broken(
        source,
        inside.count("\n", 0, found.start()) + 1,
        found.start() - inside.rfind("\n", 0, found.start()),
        f"The front matter holds a control character (U+{ord(found[0]):04X}).",
        "Delete it; it does not show in most editors.",
    )


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
