"""An article in the terms of machines: schema.org, OpenGraph, Dublin Core."""

import re
from collections.abc import Mapping
from typing import Any

from site_builder.model.article import Article
from site_builder.model.entity import ArticleTags
from site_builder.model.page import Routes, UrlPath
from site_builder.model.site import Site
from site_builder.pages.addresses import absolute, is_web_address
from site_builder.pages.lookup import lookup
from site_builder.pages.wording import clipped, date_in_words

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s|(?<=[。！？])")


def opening(site: Site, article: Article) -> str:
    """Take the first sentences of an article, about 160 characters, to describe it."""
    text = " ".join(site.bodies[article.id].text[:1000].split())
    taken = ""
    for sentence in _SENTENCE_END.split(text):
        taken = f"{taken} {sentence}".strip()
        if len(taken) >= 80:
            break
    if taken:
        return clipped(taken, 160)
    date = date_in_words(article.date)
    return ", ".join((article.title, date.text if date else "undated"))


def news_article(site: Site, article: Article, url: UrlPath, routes: Routes) -> Mapping[str, Any]:
    """Describe an article as a schema.org NewsArticle; what is not known is left out."""
    config = site.config
    address = absolute(config, url)
    section = lookup(site).sections.get(article.id)
    publisher = {"@type": "Organization", "name": config.publisher} if config.publisher else None
    known = {
        "datePublished": str(article.date) if article.date else "",
        "dateModified": _modified(article),
        "dateline": str(article.dateline),
        "description": article.summary,
        "articleSection": section.name if section else "",
        "inLanguage": article.lang or config.language,
        "author": publisher,
        "publisher": publisher,
        "mentions": _mentions(site, article, routes),
        "isBasedOn": article.source if is_web_address(article.source) else "",
        "sdDatePublished": article.imported.isoformat() if article.imported else "",
        "license": article.rights if is_web_address(article.rights) else "",
    }
    return {
        "@type": "NewsArticle",
        "@id": address,
        "headline": article.title,
        "url": address,
        "mainEntityOfPage": address,
        "isPartOf": {"@type": "WebSite", "@id": absolute(config, "/"), "name": config.title},
    } | {name: value for name, value in known.items() if value}


def _modified(article: Article) -> str:
    """Date the last change, unless it contradicts the date of the article."""
    changed = article.lastmod.isoformat() if article.lastmod else ""
    return changed if not article.date or changed >= str(article.date) else ""


def _mentions(site: Site, article: Article, routes: Routes) -> list[dict[str, str]]:
    tags = site.tags.get(article.id, ArticleTags())
    people = [
        ("Person", site.people[tag.entity_id].name, url)
        for tag in tags.people
        if (url := routes.url("person", tag.entity_id))
    ]
    places = [
        ("Place", site.places[tag.entity_id].name, url)
        for tag in tags.places
        if (url := routes.url("place", tag.entity_id))
    ]
    return [
        {"@type": type, "@id": absolute(site.config, url), "name": name}
        for type, name, url in (*people, *places)
    ]


def open_graph(site: Site, article: Article) -> tuple[tuple[str, str], ...]:
    """List the OpenGraph properties that only an article has."""
    tags = site.tags.get(article.id, ArticleTags())
    section = lookup(site).sections.get(article.id)
    names = [site.people[t.entity_id].name for t in tags.people if t.entity_id in site.people]
    names += [site.places[t.entity_id].name for t in tags.places if t.entity_id in site.places]
    return (
        ("article:published_time", str(article.date) if article.date else ""),
        ("article:modified_time", _modified(article)),
        ("article:section", section.name if section else ""),
        *(("article:tag", name) for name in names),
    )


def dublin_core(site: Site, article: Article) -> tuple[tuple[str, str], ...]:
    """List the Dublin Core elements by which reference managers file a newspaper article."""
    return (
        ("DC.type", "newspaperArticle"),
        ("DC.title", article.title),
        ("DC.date", str(article.date) if article.date else ""),
        ("DC.publisher", site.config.publisher),
        ("DC.language", article.lang or site.config.language),
        ("DC.rights", article.rights or site.config.rights),
    )
