"""A page that an editor wrote, such as `content/pages/rights.md`."""

from dataclasses import dataclass

from site_builder.model.page import Key, PageKind, Routes, UrlPath
from site_builder.model.site import Site
from site_builder.pages.frame import chrome, head, trail
from site_builder.pages.parts import Chrome, Head, Link, Prose
from site_builder.pages.prose import prose
from site_builder.pages.wording import clipped


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """What an editor's page shows."""

    head: Head
    chrome: Chrome
    title: str
    text: Prose


def _view(site: Site, key: Key, routes: Routes) -> PageView:
    page = site.pages[key]
    url = _url(site, key)
    return PageView(
        head=head(
            site,
            routes,
            url,
            title=page.title,
            description=f"{page.title}: {clipped(_plain(page.body), 150)}",
            crumbs=trail(routes, "", Link(page.title)),
            language=page.lang,
        ),
        chrome=chrome(site, routes, url),
        title=page.title,
        text=prose(site, page, url),
    )


def _plain(markdown: str) -> str:
    """Take the words of the first paragraph that is text, without the marks of Markdown."""
    paragraphs = (part.strip() for part in markdown.split("\n\n"))
    first = next((part for part in paragraphs if part[:1].isalnum()), "")
    return first.translate(str.maketrans("", "", "*_`[]<>#"))


def _url(_site: Site, key: Key) -> UrlPath:
    return f"/{key}/"


PAGE = PageKind(
    name="page",
    template="page.html",
    keys=lambda site: (slug for slug in site.pages if slug != "about"),
    url=_url,
    view=_view,
    source=lambda site, key: site.pages[key].path,
)
