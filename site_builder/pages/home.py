"""The home page: what this archive is, what is new in it, and the ways into it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from site_builder.model.page import Key, PageKind, Routes, UrlPath
from site_builder.model.site import Site
from site_builder.pages.addresses import absolute
from site_builder.pages.cards import cards, dates_of, most_mentioned
from site_builder.pages.frame import chrome, head
from site_builder.pages.parts import Card, Chrome, Head, Tally
from site_builder.pages.wording import counted

MOST_MENTIONED = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """What the home page shows. Totals count those that are mentioned.

    The addresses of indexes are empty where the site has none.
    """

    head: Head
    chrome: Chrome
    title: str
    description: str
    span: str
    articles_total: int
    people_total: int
    places_total: int
    latest: tuple[Card, ...]
    people: tuple[Tally, ...]
    places: tuple[Tally, ...]
    sections: tuple[Tally, ...]
    years: tuple[Tally, ...]
    undated: Tally | None
    people_url: UrlPath
    places_url: UrlPath
    dates_url: UrlPath


def _view(site: Site, _key: Key, routes: Routes) -> HomeView:
    config = site.config
    people, places = most_mentioned(site, routes, MOST_MENTIONED)
    span = dates_of(site, site.articles)
    facts = ", ".join(part for part in (counted(len(site.articles), "article"), span) if part)
    undated = routes.url("undated")
    return HomeView(
        head=head(
            site,
            routes,
            "/",
            title=config.title,
            description=config.description or f"{config.title}: {facts}, with people and places.",
            things=[_website(site)],
        ),
        chrome=chrome(site, routes, "/"),
        title=config.title,
        description=config.description,
        span=span,
        articles_total=len(site.articles),
        people_total=sum(1 for key in site.people if site.by_person.get(key)),
        places_total=sum(1 for key in site.places if site.by_place.get(key)),
        latest=cards(site, list(site.articles)[: config.latest], routes),
        people=people,
        places=places,
        sections=tuple(
            Tally(section.name, routes.url("section", section.slug) or "", len(section.articles))
            for section in site.sections
        ),
        years=tuple(
            Tally(group.key, routes.url("year", group.key) or "", len(group.articles))
            for group in site.years
        ),
        undated=Tally("Undated", undated, len(site.undated)) if undated else None,
        people_url=routes.url("people") or "",
        places_url=routes.url("places") or "",
        dates_url=routes.url("dates") or "",
    )


def _website(site: Site) -> Mapping[str, Any]:
    config = site.config
    known = {
        "description": config.description,
        "inLanguage": config.language,
        "publisher": {"@type": "Organization", "name": config.publisher}
        if config.publisher
        else None,
    }
    return {
        "@type": "WebSite",
        "@id": absolute(config, "/"),
        "name": config.title,
        "url": absolute(config, "/"),
    } | {name: value for name, value in known.items() if value}


def _url(_site: Site, _key: Key) -> UrlPath:
    return "/"


HOME = PageKind(name="home", template="home.html", keys=lambda _: ("",), url=_url, view=_view)
