"""The head and the frame of a page: title, description, addresses, metadata, navigation."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from site_builder.model.page import Routes, UrlPath
from site_builder.model.site import Site
from site_builder.pages.addresses import absolute, absolute_below, root_path
from site_builder.pages.lookup import lookup
from site_builder.pages.parts import Chrome, Head, Link, NavItem
from site_builder.pages.wording import clipped

NAVIGATION = (
    ("Latest", "home"),
    ("People", "people"),
    ("Places", "places"),
    ("Dates", "dates"),
    ("Sections", "sections"),
    ("About", "about"),
)
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_REGIONS = {"en": "en_US", "zh": "zh_CN", "ja": "ja_JP", "ko": "ko_KR", "ar": "ar_AR"}


def direction(language: str) -> str:
    """Tell the direction of a language's usual script: `ltr` or `rtl`."""
    return "rtl" if language.partition("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"


def chrome(
    site: Site,
    routes: Routes,
    page: UrlPath,
    *,
    under: UrlPath = "",
    anywhere: bool = False,
    rights: bool = True,
) -> Chrome:
    """Frame the page at an address.

    `under` is the index that it belongs to where its address does not say so; `anywhere` is for a
    page that is shown at any address, and `rights` says whether the frame tells whose they are.
    """
    # Pages with the same frame share one value, so that it is rendered once for all of them.
    places = [(text, url) for text, kind in NAVIGATION if (url := routes.url(kind)) is not None]
    current = tuple([_current(url, page, under) for _, url in places])
    frames = lookup(site).frames
    key = current, anywhere, rights
    if key not in frames:
        frames[key] = _chrome(site, routes, places, *key)
    return frames[key]


def _chrome(
    site: Site,
    routes: Routes,
    places: Sequence[tuple[str, UrlPath]],
    current: Sequence[str],
    anywhere: bool,
    rights: bool,
) -> Chrome:
    return Chrome(
        site_title=site.config.title,
        language=site.config.language,
        direction=direction(site.config.language),
        navigation=tuple(
            NavItem(text, url, here) for (text, url), here in zip(places, current, strict=True)
        ),
        feed=routes.url("feed") or "",
        about=routes.url("about") or "",
        pages=tuple(
            Link(own.title, url)
            for slug, own in sorted(site.pages.items())
            if (url := routes.url("page", slug))
        ),
        publisher=site.config.publisher,
        rights=site.config.rights if rights else "",
        root=root_path(site.config) if anywhere else "",
    )


def _current(url: UrlPath, page: UrlPath, under: UrlPath) -> str:
    if url == page:
        return "page"
    return "true" if url == under or (url != "/" and page.startswith(url)) else ""


def head(
    site: Site,
    routes: Routes,
    page: UrlPath,
    *,
    title: str,
    description: str,
    crumbs: Sequence[Link] = (),
    feeds: Sequence[Link] = (),
    things: Sequence[Mapping[str, Any]] = (),
    type: str = "website",
    heading: str = "",
    language: str = "",
    names: Sequence[tuple[str, str]] = (),
    properties: Sequence[tuple[str, str]] = (),
    noindex: bool = False,
    addressed: bool = True,
) -> Head:
    """Describe a page to machines.

    `title` is unique in the archive and `heading` the title as the page prints it. `things` are
    JSON-LD objects; a BreadcrumbList is made of `crumbs`. A page that is not `addressed` has no
    address of its own. The site's feed is added to `feeds`.
    """
    config = site.config
    url = absolute(config, page) if addressed else ""
    description = clipped(description, 200)
    own = (
        ("og:title", heading or title),
        ("og:type", type),
        ("og:url", url),
        ("og:site_name", config.title),
        ("og:locale", _locale(language or config.language)),
        ("og:description", description),
        *properties,
    )
    site_feed = Link(config.title, routes.url("feed") or "")
    objects: list[Mapping[str, Any]] = [
        {"@context": "https://schema.org", **thing} for thing in things
    ]
    if len(crumbs) > 1:
        objects.append(_breadcrumbs(site, crumbs, url))
    return Head(
        title=title if title == config.title else f"{title} – {config.title}",
        description=description,
        language=language or config.language,
        canonical=url,
        names=tuple([pair for pair in names if pair[1]]),
        properties=tuple([pair for pair in own if pair[1]]) if addressed else (),
        feeds=tuple([feed for feed in (*feeds, site_feed) if feed.url]),
        json_ld=tuple(objects),
        noindex=noindex,
    )


@cache
def _locale(language: str) -> str:
    """Write a language as OpenGraph does: language_TERRITORY, or "" where no territory is known."""
    base, _, region = language.partition("-")
    if len(region) == 2 and region.isalpha():
        return f"{base.lower()}_{region.upper()}"
    return _REGIONS.get(base.lower(), "")


def _breadcrumbs(site: Site, crumbs: Sequence[Link], url: str) -> dict[str, Any]:
    base = site.config.base_url
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": crumb.text,
                "item": absolute_below(base, crumb.url) if crumb.url else url,
            }
            for position, crumb in enumerate(crumbs, 1)
        ],
    }


def trail(routes: Routes, kind: str, *more: Link) -> tuple[Link, ...]:
    """Lead from the home page by an index to a page; `kind` is the index, or "" for none."""
    steps = [Link("Home", "/")]
    if kind:
        name = next(text for text, of in NAVIGATION if of == kind)
        steps.append(Link(name, routes.url(kind) or ""))
    return (*steps, *more)


def collection(site: Site, page: UrlPath, name: str) -> dict[str, Any]:
    """Describe a page that lists others, as JSON-LD."""
    return {
        "@type": "CollectionPage",
        "name": name,
        "url": absolute(site.config, page),
        "isPartOf": {"@id": absolute(site.config, "/")},
    }
