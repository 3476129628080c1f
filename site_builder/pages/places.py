"""The index of places: by country, then A to Z."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.model.entity import Place
from site_builder.model.page import Key, PageKind, Routes, UrlPath
from site_builder.model.site import Site
from site_builder.model.slug import fold
from site_builder.pages.frame import chrome, collection, head, trail
from site_builder.pages.letters import by_letter, references
from site_builder.pages.lookup import containers, containing, lookup
from site_builder.pages.parts import Chrome, Head, IndexRow, Letter
from site_builder.pages.wording import counted


@dataclass(frozen=True, slots=True)
class Branch:
    """A place and the places within it; `reach` counts the articles that mention any of them."""

    name: str
    url: UrlPath
    count: int
    reach: int
    within: tuple["Branch", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesView:
    """What the index of places shows; `others` lie in no country of the archive."""

    head: Head
    chrome: Chrome
    total: int
    countries: tuple[Branch, ...]
    others: tuple[Branch, ...]
    letters: tuple[Letter, ...]


def _view(site: Site, key: Key, routes: Routes) -> PlacesView:
    url = _url(site, key)
    roots = sorted(
        (place for place in site.places.values() if not containers(site, place)),
        key=lambda place: (fold(place.sort_name or place.name), place.id),
    )
    return PlacesView(
        head=head(
            site,
            routes,
            url,
            title="Places",
            description=f"Index of the {counted(len(site.places), 'place')} "
            f"in {site.config.title}, by country and from A to Z.",
            crumbs=trail(routes, "places"),
            things=[collection(site, url, "Places")],
        ),
        chrome=chrome(site, routes, url),
        total=len(site.places),
        countries=tuple(
            _branch(site, place.id, routes) for place in roots if place.kind == "country"
        ),
        others=tuple(_branch(site, place.id, routes) for place in roots if place.kind != "country"),
        letters=by_letter(_rows(site, routes)),
    )


def _branch(site: Site, key: Key, routes: Routes) -> Branch:
    found = lookup(site)
    return Branch(
        site.places[key].name,
        routes.url("place", key) or "",
        len(site.by_place.get(key, ())),
        found.reach.get(key, 0),
        tuple(_branch(site, inner, routes) for inner in found.within.get(key, ())),
    )


def _rows(site: Site, routes: Routes) -> Iterator[tuple[str, IndexRow]]:
    for place in site.places.values():
        url = routes.url("place", place.id) or ""
        filed = place.sort_name or place.name
        count = len(site.by_place.get(place.id, ()))
        yield filed, IndexRow(filed, url, count, _kind(place, containing(site, place)))
        yield from references(place.name, filed, place.aliases, url)


def _kind(place: Place, container: str) -> str:
    kind = "" if place.kind == "place" else place.kind
    return " in ".join(part for part in (kind, container) if part) if kind else container


def _url(_site: Site, _key: Key) -> UrlPath:
    return "/places/"


PLACES = PageKind(name="places", template="places.html", keys=lambda _: ("",), url=_url, view=_view)
