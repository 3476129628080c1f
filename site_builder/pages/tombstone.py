"""The page that a withdrawn article leaves at its address, with nothing of what it said."""

from dataclasses import dataclass

from site_builder.model.article import Article
from site_builder.model.page import Key, PageKind, Routes, UrlPath
from site_builder.model.permalink import permalink
from site_builder.model.site import Site
from site_builder.pages.addresses import contact_link
from site_builder.pages.frame import chrome, head
from site_builder.pages.parts import Chrome, Head


@dataclass(frozen=True, slots=True, kw_only=True)
class TombstoneView:
    """What the page of a withdrawn article shows; `contact` is a complete link, or ""."""

    head: Head
    chrome: Chrome
    contact: str


def _view(site: Site, key: Key, routes: Routes) -> TombstoneView:
    url = _url(site, key)
    return TombstoneView(
        head=head(
            site,
            routes,
            url,
            title="Withdrawn article",
            description="The article at this address was withdrawn.",
            noindex=True,
        ),
        chrome=chrome(site, routes, url),
        contact=contact_link(site.config.contact, "Withdrawn article", url, "", ""),
    )


def _article(site: Site, key: Key) -> Article:
    return next(article for article in site.withdrawn if article.id == key)


def _url(site: Site, key: Key) -> UrlPath:
    return permalink(_article(site, key), site.config.permalink)


TOMBSTONE = PageKind(
    name="tombstone",
    template="tombstone.html",
    keys=lambda site: (article.id for article in site.withdrawn),
    url=_url,
    view=_view,
    source=lambda site, key: _article(site, key).path,
)
