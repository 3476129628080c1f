"""A plugin is a value: what it contributes, and nothing that it changes. The built-ins are one."""

import importlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, BinaryIO

from site_builder import __version__
from site_builder.importers import text
from site_builder.model.entity import Span
from site_builder.model.page import PageKind
from site_builder.model.problem import Location, Problem
from site_builder.model.seed import Seed
from site_builder.pages.kinds import PAGE_KINDS
from site_builder.rendering.filters import FILTERS

Read = Callable[[BinaryIO, str], Iterator[Seed | Problem]]


@dataclass(frozen=True, slots=True)
class Importer:
    """A format of raw articles: the endings of its files, and how to read one.

    `read(stream, origin)` yields each seed in the file, or a problem in its place.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Read


@dataclass(frozen=True, slots=True)
class MentionFinder:
    """Another engine that finds names: `load` returns the function from a text to its spans.

    Loading may take long, and happens when the first article is read. `key` changes whenever the
    engine would find something else: its name, its version, its model's. `languages` are the codes
    of those that it reads; none means all.
    """

    name: str
    key: str
    load: Callable[[], Callable[[str], Iterable[Span]]]
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugin:
    """What a plugin adds to the program."""

    name: str
    version: str
    importers: tuple[Importer, ...] = ()
    mention_finders: tuple[MentionFinder, ...] = ()
    page_kinds: tuple[PageKind, ...] = ()
    filters: dict[str, Callable[..., Any]] = field(default_factory=dict)


BUILT_IN = Plugin(
    name="built-in",
    version=__version__,
    importers=(Importer("text", text.suffixes, text.read),),
    page_kinds=PAGE_KINDS,
    filters=dict(FILTERS),
)


def load_plugins(names: Sequence[str], config: str) -> tuple[tuple[Plugin, ...], list[Problem]]:
    """Load the plugins that `site.toml` lists as `module:name`, after the built-in one.

    A plugin that cannot be loaded is a problem, and is left out.
    """
    plugins, problems = [BUILT_IN], []
    for name in names:
        module, _, attribute = name.partition(":")
        try:
            plugin = getattr(importlib.import_module(module), attribute or "plugin")
        except (ImportError, AttributeError, ValueError) as error:
            plugin = error
        if isinstance(plugin, Plugin):
            plugins.append(plugin)
        else:
            problems.append(
                Problem(
                    "plugin-not-found",
                    f"The plugin {name!r} cannot be loaded: {_why(plugin)}.",
                    Location(config),
                    "Name a Plugin value as `module:name`, and install its package here.",
                    "error",
                )
            )
    return tuple(plugins), problems


def _why(found: object) -> str:
    return str(found) if isinstance(found, Exception) else f"it is a {type(found).__name__}"


def page_kinds(plugins: Iterable[Plugin]) -> tuple[PageKind, ...]:
    """List the page kinds of all plugins; a later kind of the same name takes the place."""
    return tuple({kind.name: kind for plugin in plugins for kind in plugin.page_kinds}.values())


def enabled_kinds(
    kinds: Sequence[PageKind], disabled: Sequence[str], config: str
) -> tuple[tuple[PageKind, ...], list[Problem]]:
    """Leave out the kinds that `site.toml` disables; a name that no kind has is a problem."""
    known = tuple(kind.name for kind in kinds)
    problems = []
    for name in disabled:
        if name not in known:
            near = get_close_matches(name, known, 1)
            problems.append(
                Problem(
                    "kind-unknown",
                    f"There is no kind of page {name!r} to disable.",
                    Location(config),
                    f"Did you mean {near[0]!r}?" if near else f"There are: {', '.join(known)}.",
                )
            )
    return tuple(kind for kind in kinds if kind.name not in disabled), problems


def mention_finders(plugins: Iterable[Plugin]) -> tuple[MentionFinder, ...]:
    """List the engines that find names, of all plugins."""
    return tuple(finder for plugin in plugins for finder in plugin.mention_finders)


def importer_for(plugins: Iterable[Plugin], name: str) -> Importer | None:
    """Find the importer for a file by its ending; later plugins come first."""
    lowered = name.lower()
    for plugin in reversed(tuple(plugins)):
        for importer in plugin.importers:
            if lowered.endswith(importer.suffixes):
                return importer
    return None
