"""The index of sections, each with its newest articles."""

from dataclasses import dataclass

from site_builder.model.page import Key, PageKind, Routes, UrlPath
from site_builder.model.site import Site
from site_builder.pages.cards import cards, dates_of
from site_builder.pages.frame import chrome, collection, head, trail
from site_builder.pages.parts import Card, Chrome, Head
from site_builder.pages.wording import counted

NEWEST = 3


@dataclass(frozen=True, slots=True)
class SectionEntry:
    """A section with its newest articles."""

    name: str
    url: UrlPath
    count: int
    span: str
    newest: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionsView:
    """What the index of sections shows; `unfiled` counts the articles in no section."""

    head: Head
    chrome: Chrome
    sections: tuple[SectionEntry, ...]
    unfiled: int


def _view(site: Site, key: Key, routes: Routes) -> SectionsView:
    url = _url(site, key)
    filed = sum(len(section.articles) for section in site.sections)
    return SectionsView(
        head=head(
            site,
            routes,
            url,
            title="Sections",
            description=f"The {counted(len(site.sections), 'section')} of {site.config.title}, "
            "with the newest articles of each.",
            crumbs=trail(routes, "sections"),
            things=[collection(site, url, "Sections")],
        ),
        chrome=chrome(site, routes, url),
        sections=tuple(
            SectionEntry(
                section.name,
                routes.url("section", section.slug) or "",
                len(section.articles),
                dates_of(site, section.articles),
                cards(site, section.articles[:NEWEST], routes),
            )
            for section in site.sections
        ),
        unfiled=len(site.articles) - filed,
    )


def _url(_site: Site, _key: Key) -> UrlPath:
    return "/sections/"


SECTIONS = PageKind(
    name="sections", template="sections.html", keys=lambda _: ("",), url=_url, view=_view
)
