"""An article in the terms of machines: schema.org, OpenGraph, Dublin Core."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from site_builder.model.article import Article
from site_builder.model.page import UrlPath
from site_builder.model.site import Site
from site_builder.pages.addresses import absolute, absolute_below, is_web_address
from site_builder.pages.lookup import lookup
from site_builder.pages.wording import clipped, date_in_words

# The first end of a sentence after so many characters; closing quotes belong to it.
_SENTENCE_END = re.compile(r"[.!?…][\"”’)]*(?=\s)|[。！？]")
_ENOUGH = 80


def opening(site: Site, article: Article) -> str:
    """Take the first sentences of an article, about 160 characters, to describe it."""
    openings = lookup(site).openings
    if article.id not in openings:
        openings[article.id] = _opening(site, article)
    return openings[article.id]


def _opening(site: Site, article: Article) -> str:
    text = " ".join(site.bodies[article.id].text[:500].split())
    if text:
        end = _SENTENCE_END.search(text, _ENOUGH)
        return clipped(text[: end.end()] if end else text, 160)
    date = date_in_words(article.date)
    return ", ".join((article.title, date.text if date else "undated"))


@dataclass(frozen=True, slots=True)
class Named:
    """A person with the role as printed, or a place with what contains it."""

    name: str
    url: UrlPath
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What people and machines are told of an article alike; unknown is "".

    `address` is absolute. `published` and `modified` are ISO dates, `section` is a name.
    """

    address: str
    published: str
    modified: str
    section: str
    language: str
    people: tuple[Named, ...]
    places: tuple[Named, ...]


def facts(
    site: Site,
    article: Article,
    address: str,
    people: tuple[Named, ...],
    places: tuple[Named, ...],
) -> Facts:
    """Put together what is known of an article and of those whom it names."""
    section = lookup(site).sections.get(article.id)
    published = str(article.date) if article.date else ""
    changed = article.lastmod.isoformat() if article.lastmod else ""
    return Facts(
        address=address,
        published=published,
        # A change before the article's own date would contradict it.
        modified=changed if not published or changed >= published else "",
        section=section.name if section else "",
        language=article.lang or site.config.language,
        people=people,
        places=places,
    )


def news_article(site: Site, article: Article, known: Facts) -> Mapping[str, Any]:
    """Describe an article as a schema.org NewsArticle; what is not known is left out."""
    config = site.config
    publisher = {"@type": "Organization", "name": config.publisher} if config.publisher else None
    base = absolute(config, "")
    mentions = [
        {"@type": type, "@id": absolute_below(base, one.url), "name": one.name}
        for type, named in (("Person", known.people), ("Place", known.places))
        for one in named
    ]
    details = {
        "datePublished": known.published,
        "dateModified": known.modified,
        "dateline": str(article.dateline),
        "description": article.summary,
        "articleSection": known.section,
        "inLanguage": known.language,
        "author": publisher,
        "publisher": publisher,
        "mentions": mentions,
        "isBasedOn": article.source if is_web_address(article.source) else "",
        "sdDatePublished": article.imported.isoformat() if article.imported else "",
        "license": article.rights if is_web_address(article.rights) else "",
    }
    return {
        "@type": "NewsArticle",
        "@id": known.address,
        "headline": article.title,
        "url": known.address,
        "mainEntityOfPage": known.address,
        "isPartOf": {"@type": "WebSite", "@id": base, "name": config.title},
        **{name: value for name, value in details.items() if value},
    }


def open_graph(known: Facts) -> tuple[tuple[str, str], ...]:
    """List the OpenGraph properties that only an article has."""
    return (
        ("article:published_time", known.published),
        ("article:modified_time", known.modified),
        ("article:section", known.section),
        *[("article:tag", one.name) for one in (*known.people, *known.places)],
    )


def dublin_core(site: Site, article: Article, known: Facts) -> tuple[tuple[str, str], ...]:
    """List the Dublin Core elements by which reference managers file a newspaper article."""
    return (
        ("DC.type", "newspaperArticle"),
        ("DC.title", article.title),
        ("DC.date", known.published),
        ("DC.publisher", site.config.publisher),
        ("DC.language", known.language),
        ("DC.rights", article.rights or site.config.rights),
    )
