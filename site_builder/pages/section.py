"""A section: its articles by year, and the people and places named most in it."""

from dataclasses import dataclass

from site_builder.model.page import Key, PageKind, Routes, UrlPath
from site_builder.model.site import Section, Site
from site_builder.pages.cards import by_year, dates_of, mentioned_with
from site_builder.pages.frame import chrome, collection, head, trail
from site_builder.pages.parts import Chrome, Head, Link, Shelf, Tally
from site_builder.pages.wording import counted


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """What the page of a section shows."""

    head: Head
    chrome: Chrome
    crumbs: tuple[Link, ...]
    name: str
    total: int
    span: str
    feed: UrlPath
    people: tuple[Tally, ...]
    places: tuple[Tally, ...]
    shelves: tuple[Shelf, ...]


def _view(site: Site, key: Key, routes: Routes) -> SectionView:
    section = _section(site, key)
    url = _url(site, key)
    span = dates_of(site, section.articles)
    feed = routes.url("section-feed", key) or ""
    crumbs = trail(routes, "sections", Link(section.name))
    people, places = mentioned_with(site, section.articles, routes)
    return SectionView(
        head=head(
            site,
            routes,
            url,
            title=f"{section.name}, section",
            heading=section.name,
            description=f"{section.name}: {counted(len(section.articles), 'article')}"
            + (f", {span}." if span else "."),
            crumbs=crumbs,
            feeds=[Link(section.name, feed)],
            things=[collection(site, url, section.name)],
        ),
        chrome=chrome(site, routes, url),
        crumbs=crumbs,
        name=section.name,
        total=len(section.articles),
        span=span,
        feed=feed,
        people=people,
        places=places,
        shelves=by_year(site, section.articles, routes),
    )


def _section(site: Site, key: Key) -> Section:
    return next(section for section in site.sections if section.slug == key)


def _url(_site: Site, key: Key) -> UrlPath:
    return f"/sections/{key}/"


SECTION = PageKind(
    name="section",
    template="section.html",
    keys=lambda site: (section.slug for section in site.sections),
    url=_url,
    view=_view,
)
