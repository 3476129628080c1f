"""The articles whose date is not known."""

from dataclasses import dataclass

from site_builder.model.page import Key, PageKind, Routes, UrlPath
from site_builder.model.site import Site
from site_builder.pages.cards import cards
from site_builder.pages.frame import chrome, collection, head, trail
from site_builder.pages.parts import Card, Chrome, Head, Link
from site_builder.pages.wording import counted


@dataclass(frozen=True, slots=True, kw_only=True)
class UndatedView:
    """What the page of undated articles shows, by title."""

    head: Head
    chrome: Chrome
    crumbs: tuple[Link, ...]
    cards: tuple[Card, ...]


def _view(site: Site, key: Key, routes: Routes) -> UndatedView:
    url = _url(site, key)
    crumbs = trail(routes, "dates", Link("Undated"))
    return UndatedView(
        head=head(
            site,
            routes,
            url,
            title="Undated",
            description=f"{counted(len(site.undated), 'article')} of {site.config.title} "
            "whose date is not known.",
            crumbs=crumbs,
            things=[collection(site, url, "Undated")],
        ),
        chrome=chrome(site, routes, url, under="/dates/"),
        crumbs=crumbs,
        cards=cards(site, site.undated, routes),
    )


def _url(_site: Site, _key: Key) -> UrlPath:
    return "/undated/"


UNDATED = PageKind(
    name="undated",
    template="undated.html",
    keys=lambda site: ("",) if site.undated else (),
    url=_url,
    view=_view,
)
