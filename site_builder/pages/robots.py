"""What crawlers may read: everything."""

from dataclasses import dataclass

from site_builder.model.page import Key, PageKind, Routes, UrlPath
from site_builder.model.site import Site
from site_builder.pages.addresses import absolute


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsView:
    """What robots.txt says; `sitemap` is absolute."""

    sitemap: str


def _view(site: Site, _key: Key, routes: Routes) -> RobotsView:
    return RobotsView(sitemap=absolute(site.config, routes.url("sitemap") or "/sitemap.xml"))


def _url(_site: Site, _key: Key) -> UrlPath:
    return "/robots.txt"


ROBOTS = PageKind(name="robots", template="robots.txt", keys=lambda _: ("",), url=_url, view=_view)
