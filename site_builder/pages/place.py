"""A place: what contains it, what lies within it, and every article with the sentence."""

from dataclasses import dataclass
from typing import Any

from site_builder.model.entity import Place
from site_builder.model.page import Key, PageKind, Routes, UrlPath
from site_builder.model.site import Site
from site_builder.pages.addresses import absolute
from site_builder.pages.cards import dates_of, mentioned_with, sightings
from site_builder.pages.frame import chrome, head, trail
from site_builder.pages.lookup import containers, lookup, tag_of
from site_builder.pages.parts import Chrome, Head, Link, Prose, SightingShelf, Tally
from site_builder.pages.prose import note_of
from site_builder.pages.scripts import language_of_name
from site_builder.pages.wording import counted


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceView:
    """What a place's page shows.

    `country` is empty for a country. `reach` counts the articles that mention the place or one
    within it. `coordinates` are in words ("34.98° N, 138.38° E"), or "".
    """

    head: Head
    chrome: Chrome
    crumbs: tuple[Link, ...]
    name: str
    native_name: str
    native_language: str
    aliases: tuple[str, ...]
    kind: str
    country: str
    coordinates: str
    total: int
    reach: int
    span: str
    feed: UrlPath
    note: Prose | None
    within: tuple[Tally, ...]
    people: tuple[Tally, ...]
    places: tuple[Tally, ...]
    shelves: tuple[SightingShelf, ...]


def _view(site: Site, key: Key, routes: Routes) -> PlaceView:
    place = site.places[key]
    url = _url(site, key)
    keys = site.by_place.get(key, ())
    found = lookup(site)
    name = found.place_names[key]
    span = dates_of(site, keys)
    feed = routes.url("place-feed", key) or ""
    reach = found.reach.get(key, 0)
    outer = [
        Link(container.name, routes.url("place", container.id) or "")
        for container in reversed(containers(site, place))
    ]
    crumbs = trail(routes, "places", *outer, Link(place.name))
    people, places = mentioned_with(site, keys, routes, place=key)
    return PlaceView(
        head=head(
            site,
            routes,
            url,
            title=name,
            heading=place.name,
            description=f"{name}: mentioned in {counted(len(keys), 'article')}"
            + (f", {span}" if span else "")
            + (f"; {reach:,} with the places within." if reach > len(keys) else "."),
            crumbs=crumbs,
            feeds=[Link(place.name, feed)],
            things=[_thing(site, place, url, routes)],
        ),
        chrome=chrome(site, routes, url),
        crumbs=crumbs,
        name=place.name,
        native_name=place.native_name,
        native_language=language_of_name(place.native_name),
        aliases=tuple(alias for alias in place.aliases if alias != place.name),
        kind="" if place.kind == "place" else place.kind,
        country=place.country if place.country != place.name else "",
        coordinates=coordinates(place),
        total=len(keys),
        reach=reach,
        span=span,
        feed=feed,
        note=note_of(site, site.place_notes.get(key), url),
        within=tuple(
            Tally(
                site.places[inner].name,
                routes.url("place", inner) or "",
                found.reach.get(inner, 0),
            )
            for inner in found.within.get(key, ())
        ),
        people=people,
        places=places,
        shelves=sightings(site, keys, routes, lambda tags: tag_of(tags.places, key)),
    )


def coordinates(place: Place) -> str:
    """Write where a place is: "34.98° N, 138.38° E", or "" where that is not known."""
    if place.lat is None or place.lon is None:
        return ""
    north = f"{abs(place.lat):.2f}° {'N' if place.lat >= 0 else 'S'}"
    return f"{north}, {abs(place.lon):.2f}° {'E' if place.lon >= 0 else 'W'}"


def _thing(site: Site, place: Place, url: UrlPath, routes: Routes) -> dict[str, Any]:
    address = absolute(site.config, url)
    outer = next(iter(containers(site, place)), None)
    outer_url = routes.url("place", outer.id) if outer else None
    known = {
        "alternateName": [name for name in (place.native_name, *place.aliases) if name],
        "geo": {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon}
        if place.lat is not None and place.lon is not None
        else None,
        "containedInPlace": {
            "@type": "Place",
            "@id": absolute(site.config, outer_url),
            "name": outer.name,
        }
        if outer and outer_url
        else None,
        "sameAs": [
            *([f"https://www.wikidata.org/entity/{place.wikidata}"] if place.wikidata else []),
            *([f"https://sws.geonames.org/{place.geonames}/"] if place.geonames else []),
        ],
    }
    type = "Country" if place.kind == "country" else "Place"
    return {"@type": type, "@id": address, "name": place.name, "url": address} | {
        name: value for name, value in known.items() if value
    }


def _url(_site: Site, key: Key) -> UrlPath:
    return f"/places/{key}/"


PLACE = PageKind(
    name="place",
    template="place.html",
    keys=lambda site: site.places,
    url=_url,
    view=_view,
    source=lambda site, key: site.place_notes[key].path if key in site.place_notes else "",
)
