"""The sitemap: one file, or an index of several for a very large archive."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.model.page import Key, PageKind, Routes, UrlPath
from site_builder.model.site import Site
from site_builder.pages.addresses import absolute

# The limit is 50,000 addresses a file; the rest is room for the pages of plugins.
PER_FILE = 45_000
UNLISTED = frozenset({"tombstone", "redirect", "404"})


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """An address and the day its content last changed, or ""."""

    address: str
    lastmod: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapView:
    """The addresses of one file; those of the other files where `is_index` is true."""

    is_index: bool
    entries: tuple[SitemapEntry, ...]


def _files(site: Site) -> int:
    pages = len(site.articles) + len(site.people) + len(site.places) + len(site.sections)
    pages += len(site.months) + len(site.years) + len(site.pages)
    return pages // PER_FILE + 1


def _keys(site: Site) -> Iterator[Key]:
    yield ""
    if (files := _files(site)) > 1:
        yield from (str(number) for number in range(1, files + 1))


def _view(site: Site, key: Key, routes: Routes) -> SitemapView:
    files = _files(site)
    if files > 1 and not key:
        parts = (absolute(site.config, _url(site, str(n))) for n in range(1, files + 1))
        return SitemapView(is_index=True, entries=tuple(SitemapEntry(part, "") for part in parts))
    entries = tuple(_entries(site, routes))
    size = -(-len(entries) // files)
    start = (int(key) - 1) * size if key else 0
    return SitemapView(is_index=False, entries=entries[start : start + size])


def _entries(site: Site, routes: Routes) -> Iterator[SitemapEntry]:
    for kind, urls in routes.by_kind.items():
        if kind not in UNLISTED:
            for key, url in urls.items():
                if url.endswith("/"):
                    lastmod = _lastmod(site, key) if kind == "article" else ""
                    yield SitemapEntry(absolute(site.config, url), lastmod)


def _lastmod(site: Site, key: Key) -> str:
    article = site.articles[key]
    changed = article.lastmod or article.imported
    return changed.isoformat() if changed else ""


def _url(_site: Site, key: Key) -> UrlPath:
    return f"/sitemap-{key}.xml" if key else "/sitemap.xml"


SITEMAP = PageKind(name="sitemap", template="sitemap.xml", keys=_keys, url=_url, view=_view)
