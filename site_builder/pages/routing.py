"""Addresses for all pages, and what happens when two pages want the same one."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from site_builder.model.page import Key, PageKind, Routed, Routes, UrlPath, output_path
from site_builder.model.problem import Location, Problem
from site_builder.model.site import Site

Claim = tuple[PageKind, Key, UrlPath]


def route(site: Site, kinds: Sequence[PageKind]) -> Routed:
    """Give every page its address; of two pages that collide, the first keeps it.

    Two addresses collide where their files would: in the same place, also on a disk that ignores
    case, or a file where the other needs a folder.
    """
    by_kind = {
        kind.name: kind.urls(site) if kind.urls else {k: kind.url(site, k) for k in kind.keys(site)}
        for kind in kinds
    }
    if _are_apart(by_kind.values()):
        return Routed(Routes(by_kind))
    return _one_by_one(site, kinds)


def _are_apart(by_kind: Iterable[Mapping[Key, UrlPath]]) -> bool:
    """Tell, by a quick look at all addresses, that no two collide."""
    paths = [_folded(url) for urls in by_kind for url in urls.values()]
    files = set(paths)
    if len(files) < len(paths):
        return False
    folders = {path.rpartition("/")[0] for path in files}
    while folders != {""}:
        if not files.isdisjoint(folders - {""}):
            return False
        folders = {folder.rpartition("/")[0] for folder in folders}
    return True


def _folded(url: UrlPath) -> str:
    """Name the file of an address as a disk that ignores case does."""
    path = output_path(url)
    return path.lower() if path.isascii() else unicodedata.normalize("NFC", path).casefold()


def _one_by_one(site: Site, kinds: Sequence[PageKind]) -> Routed:
    by_kind: dict[str, dict[Key, UrlPath]] = {}
    files: dict[str, Claim] = {}
    folders: dict[str, Claim] = {}
    problems = []
    for kind in kinds:
        routes = by_kind.setdefault(kind.name, {})
        for key in kind.keys(site):
            url = kind.url(site, key)
            claim = (kind, key, url)
            path = _folded(url)
            taken = files.get(path) or folders.get(path)
            taken = taken or next((files[f] for f in _folders(path) if f in files), None)
            if taken:
                problems.append(_collision(site, claim, taken))
                continue
            routes[key] = url
            files[path] = claim
            for folder in _folders(path):
                folders.setdefault(folder, claim)
    return Routed(Routes(by_kind), tuple(problems))


def _folders(path: str) -> Iterator[str]:
    while path := path.rpartition("/")[0]:
        yield path


def _collision(site: Site, claim: Claim, taken: Claim) -> Problem:
    url, source = claim[2], claim[0].source(site, claim[1])
    other = taken[0].source(site, taken[1])
    return Problem(
        "path-collision",
        f"{_named(site, claim).capitalize()} would be at {url}, "
        f"where {_named(site, taken)} is already.",
        Location(source) if source else Location(other) if other else None,
        "Change the slug of one of the two. The page named first is left out until then.",
        "error",
    )


def _named(site: Site, claim: Claim) -> str:
    kind, key, _ = claim
    source = kind.source(site, key)
    if source:
        return f"the {kind.name} of {source}"
    return f"the {kind.name} page {key}" if key else f"the {kind.name} page"
