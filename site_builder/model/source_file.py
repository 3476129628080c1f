"""Project files as values: what disk reads and stations parse."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A text file: its path below the project, with forward slashes, and its text."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class ThemeLayer:
    """One layer of the theme chain, in memory.

    `name` is what `{% extends "name:article.html" %}` calls it; `root` is its folder as messages
    show it; `templates` are keyed by path below that folder; `assets` by path below its `assets/`.
    """

    name: str
    root: str
    templates: Mapping[str, str] = field(default_factory=dict)
    assets: Mapping[str, bytes] = field(default_factory=dict)
