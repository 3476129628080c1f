"""Texts that an editor wrote for a page of the archive."""

from site_builder.model.page import UrlPath
from site_builder.model.site import Site, StaticPage
from site_builder.pages.addresses import with_relative_links
from site_builder.pages.parts import Prose


def prose(site: Site, page: StaticPage, url: UrlPath) -> Prose:
    """Take the text of a page, to be shown at an address."""
    lang = page.lang if page.lang != site.config.language else ""
    return Prose(with_relative_links(page.html, url), lang)


def note_of(site: Site, page: StaticPage | None, url: UrlPath) -> Prose | None:
    """Take the text on a person, a place or the archive, if there is one."""
    return prose(site, page, url) if page and page.html.strip() else None
