"""Pages, before and after rendering."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from site_builder.model.problem import Problem
from site_builder.model.site import Site

UrlPath = str
"""The address of a page from the site's root: `/`, `/people/wang-yi/`, `/feed.xml`."""

Key = str
"""What tells one page of a kind from the next: an article's id, "2019-11"; "" for a single page."""


def output_path(url: UrlPath) -> str:
    """Name the file below `output/` that a host serves for an address: `/a/` is `a/index.html`."""
    return (url + "index.html" if url.endswith("/") else url).lstrip("/")


def to_root(page: UrlPath) -> str:
    """Write the way from a page up to the site's root: `../../` for `/2019/11/`, "" for `/`."""
    return "../" * (page.count("/") - 1)


def relative_link(source: UrlPath, target: UrlPath) -> str:
    """Write the link from one page to another so that it works under any root and from a disk.

    `/2019/11/` to `/people/wang-yi/#x` is `../../people/wang-yi/index.html#x`. The way goes by the
    root, so that pages of one depth write a link alike.
    """
    path, mark, fragment = target.partition("#")
    index = "index.html" if path.endswith("/") else ""
    return to_root(source) + path[1:] + index + mark + fragment


@dataclass(frozen=True, slots=True)
class Page:
    """One page to be rendered: where, by which template, and all that the template shows.

    `view` is a frozen dataclass that holds everything; two equal pages render to equal bytes.
    """

    url: UrlPath
    template: str
    view: Any
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Output:
    """A rendered page: the path below `output/`, with forward slashes, and its bytes."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Routes:
    """The address of every page: `routes.url("person", "wang-yi")`; None where there is none."""

    by_kind: Mapping[str, Mapping[Key, UrlPath]]

    def url(self, kind: str, key: Key = "") -> UrlPath | None:
        """Return the address of one page, or None where the site has no such page."""
        return self.by_kind.get(kind, {}).get(key)


@dataclass(frozen=True, slots=True)
class Routed:
    """The routes of a site, and the collisions found on the way."""

    routes: Routes
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageKind:
    """One kind of page: which pages of it a site has, where they are, and what they show.

    `keys` lists the pages, `url` gives the address of one (unique among all kinds), `view` builds
    what its template shows and looks nothing up later. `source` names the project file that a page
    comes from, for messages, or "". `urls`, where a kind has it, gives the addresses of all its
    pages in one step.
    """

    name: str
    template: str
    keys: Callable[[Site], Iterable[Key]]
    url: Callable[[Site, Key], UrlPath]
    view: Callable[[Site, Key, Routes], Any]
    source: Callable[[Site, Key], str] = lambda _site, _key: ""
    urls: Callable[[Site], Mapping[Key, UrlPath]] | None = None


class Written(NamedTuple):
    """The size in bytes and the modification time in nanoseconds of a file, to notice changes."""

    size: int
    mtime_ns: int
