"""A person: names, roles as printed, and every article with the sentence that names them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from site_builder.model.dates import PartialDate
from site_builder.model.entity import Person
from site_builder.model.page import Key, PageKind, Routes, UrlPath
from site_builder.model.site import Site
from site_builder.pages.addresses import absolute
from site_builder.pages.cards import dates_of, mentioned_with, sightings
from site_builder.pages.frame import chrome, head, trail
from site_builder.pages.lookup import lookup, tag_of
from site_builder.pages.parts import Chrome, Head, Link, Prose, SightingShelf, Tally
from site_builder.pages.prose import note_of
from site_builder.pages.scripts import language_of_name
from site_builder.pages.wording import counted, months_of


@dataclass(frozen=True, slots=True)
class Role:
    """A role as printed beside a name, and the months of the first and the last article with it."""

    text: str
    seen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """What a person's page shows; `native_language` is the language or script of `native_name`."""

    head: Head
    chrome: Chrome
    crumbs: tuple[Link, ...]
    name: str
    native_name: str
    native_language: str
    aliases: tuple[str, ...]
    roles: tuple[Role, ...]
    total: int
    span: str
    feed: UrlPath
    note: Prose | None
    people: tuple[Tally, ...]
    places: tuple[Tally, ...]
    shelves: tuple[SightingShelf, ...]


def _view(site: Site, key: Key, routes: Routes) -> PersonView:
    person = site.people[key]
    url = _url(site, key)
    keys = site.by_person.get(key, ())
    name = lookup(site).people_names[key]
    roles = _roles(site, key, keys)
    span = dates_of(site, keys)
    feed = routes.url("person-feed", key) or ""
    people, places = mentioned_with(site, keys, routes, person=key)
    crumbs = trail(routes, "people", Link(person.name))
    known_as = f"{name}, {roles[0].text}" if roles else name
    return PersonView(
        head=head(
            site,
            routes,
            url,
            title=name,
            heading=person.name,
            description=f"{known_as}: mentioned in {counted(len(keys), 'article')}"
            + (f", {span}." if span else "."),
            crumbs=crumbs,
            feeds=[Link(person.name, feed)],
            things=[_thing(site, person, url)],
        ),
        chrome=chrome(site, routes, url),
        crumbs=crumbs,
        name=person.name,
        native_name=person.native_name,
        native_language=language_of_name(person.native_name),
        aliases=tuple(alias for alias in person.aliases if alias != person.name),
        roles=roles,
        total=len(keys),
        span=span,
        feed=feed,
        note=note_of(site, site.people_notes.get(key), url),
        people=people,
        places=places,
        shelves=sightings(site, keys, routes, lambda tags: tag_of(tags.people, key)),
    )


def _roles(site: Site, key: Key, keys: Sequence[str]) -> tuple[Role, ...]:
    """List the roles, the one last seen first; a difference in case alone is none."""
    texts: dict[str, str] = {}
    dates: dict[str, list[PartialDate | None]] = {}
    for article in keys:
        tag = tag_of(site.tags[article].people, key)
        if tag and tag.role:
            role = texts.setdefault(tag.role.casefold(), tag.role)
            dates.setdefault(role, []).append(site.articles[article].date)
    return tuple(Role(role, months_of(seen)) for role, seen in dates.items())


def _thing(site: Site, person: Person, url: UrlPath) -> dict[str, Any]:
    address = absolute(site.config, url)
    others = [name for name in (person.native_name, *person.aliases) if name]
    same = [
        *([f"https://www.wikidata.org/entity/{person.wikidata}"] if person.wikidata else []),
        *([f"https://viaf.org/viaf/{person.viaf}"] if person.viaf else []),
    ]
    known = {"alternateName": others, "sameAs": same}
    return {"@type": "Person", "@id": address, "name": person.name, "url": address} | {
        name: value for name, value in known.items() if value
    }


def _url(_site: Site, key: Key) -> UrlPath:
    return f"/people/{key}/"


PERSON = PageKind(
    name="person",
    template="person.html",
    keys=lambda site: site.people,
    url=_url,
    view=_view,
    source=lambda site, key: site.people_notes[key].path if key in site.people_notes else "",
)
