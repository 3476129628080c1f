"""The settings file `site.toml`."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from urllib.parse import urlsplit

from site_builder.content.front_matter import unknown_key
from site_builder.model.config import SiteConfig
from site_builder.model.problem import Location, Problem
from site_builder.model.source_file import SourceFile

_DEFAULTS = SiteConfig()


@dataclass(frozen=True, slots=True)
class Setting:
    """A key of `site.toml`: its name with its table, its type, its default, and what it means.

    `field` is the field of SiteConfig that it sets.
    """

    name: str
    field: str
    type: type
    meaning: str

    @property
    def default(self) -> Any:
        """The value where the file says nothing."""
        return getattr(_DEFAULTS, self.field)


KEYS = (
    Setting("title", "title", str, "The name of the archive, on every page."),
    Setting("description", "description", str, "What the archive holds, in a sentence or two."),
    Setting(
        "base_url", "base_url", str,
        "The address where the archive is published, with http:// or https://. Feeds, the sitemap "
        "and canonical addresses need it; links between pages do not.",
    ),
    Setting("language", "language", str, "The language of the archive, as in `en` or `zh-Hans`."),
    Setting(
        "country", "country", str,
        "The country whose places are meant where an article does not say which, as in `US`: its "
        "code of two letters (ISO 3166).",
    ),
    Setting("publisher", "publisher", str, "Who publishes the archive."),
    Setting("rights", "rights", str, "The rights line, where an article has none of its own."),
    Setting(
        "contact", "contact", str,
        "An e-mail address or a web address for errors and requests for removal.",
    ),
    Setting(
        "theme", "theme", str,
        "The folder of a theme, below the site; what it lacks comes from the default theme.",
    ),
    Setting(
        "permalink", "permalink", str,
        "The address of an article: `{slug}`, `{id}`, `{year}`, `{month}`, `{day}` and `{section}` "
        "are filled in. It must hold `{slug}` or `{id}`.",
    ),
    Setting(
        "plugins", "plugins", list, "Plugins to load, as `module:name`; later ones come first."
    ),
    Setting(
        "disable_kinds", "disable_kinds", list,
        "Kinds of page to leave out, as in `[\"person-feed\", \"place-feed\"]`.",
    ),
    Setting(
        "markdown.extensions", "markdown_extensions", list,
        "The extensions of Python-Markdown that articles and pages may use.",
    ),
    Setting("home.latest", "latest", int, "How many articles the home page lists."),
    Setting("feeds.items", "feed_items", int, "How many articles a feed holds at most."),
)  # fmt: skip
"""Every setting; the reference is made from it."""

_BY_NAME = {setting.name: setting for setting in KEYS}
_TABLES = tuple(dict.fromkeys(s.name.partition(".")[0] for s in KEYS if "." in s.name))
_WANTED = {str: "a text between quotes", int: "a whole number", list: "a list of texts"}
_PLACEHOLDERS = frozenset({"slug", "id", "year", "month", "day", "section"})


def read_config(source: SourceFile) -> tuple[SiteConfig | None, tuple[Problem, ...]]:
    """Read the settings; None where the file is not TOML, else with what is right in it."""
    try:
        document = tomllib.loads(source.text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        return None, (_not_toml(source, str(error)),)
    problems: list[Problem] = []
    chosen: dict[str, Any] = {}
    for name, value in _flattened(document):
        location = Location(source.path, _line_of(source.text, name))
        setting = _BY_NAME.get(name)
        if name in _TABLES:
            problems.append(
                Problem(
                    "setting-value",
                    f"`{name}` should be a table of settings, and is {_shown(value)}.",
                    location,
                    f"Write [{name}] on a line of its own, and its settings below.",
                )
            )
        elif setting is None:
            known = tuple(_BY_NAME) if "." in name else (*_BY_NAME, *_TABLES)
            problems.append(unknown_key(name, known, location, "setting"))
        elif wrong := _wrong(setting, value):
            problems.append(Problem("setting-value", *wrong[:1], location, wrong[1]))
        else:
            chosen[setting.field] = tuple(value) if setting.type is list else value
    if chosen.get("base_url"):
        chosen["base_url"] = chosen["base_url"].rstrip("/") + "/"
    return SiteConfig(**chosen), tuple(problems)


def _flattened(document: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in document.items():
        if isinstance(value, dict) and key in _TABLES:
            yield from ((f"{key}.{name}", inner) for name, inner in value.items())
        else:
            yield key, value


def _wrong(setting: Setting, value: Any) -> tuple[str, str] | None:
    """Say what is wrong with a value, and what to do; None where it is right."""
    right = isinstance(value, setting.type) and not isinstance(value, bool)
    if right and setting.type is list:
        right = all(isinstance(item, str) for item in value)
    if not right:
        return (
            f"`{setting.name}` should be {_WANTED[setting.type]}, and is {_shown(value)}.",
            f"The default is used until then: {setting.default!r}.",
        )
    if setting.type is int and value < 1:
        return f"`{setting.name}` should be at least 1, and is {value}.", "Write a larger number."
    if setting.name == "base_url" and value and not _is_base_url(value):
        return (
            f"`base_url` should be a whole web address, and is {value!r}.",
            "Write it as https://archive.example/ with the path, if there is one.",
        )
    if setting.name == "country" and not re.fullmatch(r"[A-Z]{2}|", value):
        return (
            f"`country` should be a code of two letters, and is {value!r}.",
            'Write it as in "US"; Britain is "GB".',
        )
    if setting.name == "permalink" and not _is_permalink(value):
        return (
            f"`permalink` cannot be {value!r}.",
            "Use {slug} or {id}, and {year}, {month}, {day}, {section} as you like.",
        )
    return None


def _is_base_url(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    whole = parts.scheme in ("http", "https") and bool(parts.hostname)
    return whole and not (parts.query or parts.fragment or re.search(r"\s", value))


def _is_permalink(value: str) -> bool:
    """Tell whether a pattern can be filled in, and leads to a page below `output/`."""
    named = set(re.findall(r"\{(\w*)\}", value))
    fixed = re.sub(r"\{\w*\}", "x", value)
    return (
        named <= _PLACEHOLDERS
        and bool(named & {"slug", "id"})
        and re.fullmatch(r"[\w./~-]+", fixed) is not None
        and not {".", ".."} & set(fixed.split("/"))
        and "//" not in fixed
    )


def _shown(value: Any) -> str:
    """Write a value as the file does, near enough."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "a table"
    return str(value) if isinstance(value, date | time) else repr(value)


def _line_of(text: str, name: str) -> int | None:
    table, _, key = name.rpartition(".")
    start = 0
    if table:
        header = re.search(rf"^[ \t]*\[\s*{re.escape(table)}\s*\]", text, re.MULTILINE)
        if header is None:
            # The table stands on one line: `feeds.items = 3`, or `feeds = { items = 3 }`.
            return _line_of(text, table)
        start = header.end()
    found = re.compile(
        rf"^[ \t]*(?:\[\s*)?[\"']?{re.escape(key)}[\"']?\s*[=\].]", re.MULTILINE
    ).search(text, start)
    return text.count("\n", 0, found.end()) + 1 if found else None


def _not_toml(source: SourceFile, message: str) -> Problem:
    place = re.search(r"\(at line (\d+), column (\d+)\)", message)
    line, column = (int(place[1]), int(place[2])) if place else (None, None)
    if place is None and "(at end of document)" in message:
        line = source.text.rstrip("\n").count("\n") + 1
    what = re.sub(r"\s*\(at .*\)", "", message)
    hint = 'Write `key = "value"`, with the text between double quotes.'
    if what == "Cannot overwrite a value" or what.endswith(" twice"):
        what, hint = "a key or a table stands here a second time", "Keep one of the two."
    if what == "Illegal character '\\n'":
        what = "a text has no closing quote on this line"
    return Problem(
        "config-broken",
        f"The settings cannot be read: {what[:1].lower()}{what[1:]}.",
        Location(source.path, line, column),
        hint,
        "error",
    )
