"""The index of people, A to Z."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.model.page import Key, PageKind, Routes, UrlPath
from site_builder.model.site import Site
from site_builder.pages.cards import dates_of
from site_builder.pages.frame import chrome, collection, head, trail
from site_builder.pages.letters import by_letter, references
from site_builder.pages.parts import Chrome, Head, IndexRow, Letter
from site_builder.pages.wording import counted


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleView:
    """What the index of people shows."""

    head: Head
    chrome: Chrome
    total: int
    letters: tuple[Letter, ...]


def _view(site: Site, key: Key, routes: Routes) -> PeopleView:
    url = _url(site, key)
    return PeopleView(
        head=head(
            site,
            routes,
            url,
            title="People",
            description=f"Index of the {counted(len(site.people), 'person', 'people')} "
            f"in {site.config.title}, from A to Z.",
            crumbs=trail(routes, "people"),
            things=[collection(site, url, "People")],
        ),
        chrome=chrome(site, routes, url),
        total=len(site.people),
        letters=by_letter(_rows(site, routes)),
    )


def _rows(site: Site, routes: Routes) -> Iterator[tuple[str, IndexRow]]:
    for person in site.people.values():
        keys = site.by_person.get(person.id, ())
        url = routes.url("person", person.id) or ""
        filed = person.sort_name or person.name
        yield filed, IndexRow(filed, url, len(keys), dates_of(site, keys))
        yield from references(person.name, filed, person.aliases, url)


def _url(_site: Site, _key: Key) -> UrlPath:
    return "/people/"


PEOPLE = PageKind(name="people", template="people.html", keys=lambda _: ("",), url=_url, view=_view)
