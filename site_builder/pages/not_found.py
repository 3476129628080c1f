"""The page that a host shows for an address with nothing behind it."""

from dataclasses import dataclass

from site_builder.model.page import Key, PageKind, Routes, UrlPath
from site_builder.model.site import Site
from site_builder.pages.frame import chrome, head
from site_builder.pages.parts import Chrome, Head


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundView:
    """What the 404 page shows: the ways into the archive."""

    head: Head
    chrome: Chrome


def _view(site: Site, key: Key, routes: Routes) -> NotFoundView:
    url = _url(site, key)
    return NotFoundView(
        head=head(
            site,
            routes,
            url,
            title="Page not found",
            description="There is no page at this address.",
            noindex=True,
            addressed=False,
        ),
        chrome=chrome(site, routes, url, anywhere=True),
    )


def _url(_site: Site, _key: Key) -> UrlPath:
    return "/404.html"


NOT_FOUND = PageKind(name="404", template="404.html", keys=lambda _: ("",), url=_url, view=_view)
