"""RSS 2.0 feeds: of the archive, and of each section, person and place."""

import datetime
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import islice
from urllib.parse import quote

from site_builder.model.article import Article
from site_builder.model.page import Key, PageKind, Routes, UrlPath
from site_builder.model.site import Site
from site_builder.pages.addresses import absolute, with_absolute_links
from site_builder.pages.lookup import lookup
from site_builder.pages.news_article import opening
from site_builder.pages.parts import FeedItem
from site_builder.pages.wording import MONTHS, WEEKDAYS

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView:
    """What a feed holds: the newest articles that are dated to the day.

    Feed readers show an item without a date as news of today, so the others are left out. `creator`
    is the publisher, or "" where none is known.
    """

    title: str
    description: str
    home: str
    address: str
    language: str
    rights: str
    creator: str
    items: tuple[FeedItem, ...]


# So many items are kept for other feeds; the newest are in most of them.
_MOST_ITEMS = 500


def _feed(
    site: Site, routes: Routes, url: UrlPath, home: UrlPath, name: str, keys: Iterable[str]
) -> FeedView:
    config = site.config
    newest = list(islice((key for key in keys if is_in_feeds(site, key)), config.feed_items))
    return FeedView(
        title=_clean(f"{name} – {config.title}" if name else config.title),
        description=_as_html(
            f"Articles on {name} in {config.title}" if name else config.description or config.title
        ),
        home=absolute(config, home),
        address=absolute(config, url),
        language=config.language,
        rights=_clean(config.rights),
        creator=_clean(config.publisher),
        items=tuple(_item(site, site.articles[key], routes) for key in newest),
    )


def _item(site: Site, article: Article, routes: Routes) -> FeedItem:
    """Return the item of an article, one for all feeds."""
    items = lookup(site).feed_items
    if article.id not in items:
        if len(items) >= _MOST_ITEMS:
            items.clear()
        items[article.id] = _make_item(site, article, routes)
    return items[article.id]


def _make_item(site: Site, article: Article, routes: Routes) -> FeedItem:
    url = routes.url("article", article.id) or "/"
    section = lookup(site).sections.get(article.id)
    tags = site.tags.get(article.id)
    names = [section.name] if section else []
    if tags:
        names += [site.people[t.entity_id].name for t in tags.people if t.entity_id in site.people]
        names += [site.places[t.entity_id].name for t in tags.places if t.entity_id in site.places]
    return FeedItem(
        title=_clean(article.title),
        url=absolute(site.config, url),
        guid="urn:site-builder:" + quote(article.id, safe="-._~:"),
        description=_as_html(article.summary or opening(site, article)),
        body=_clean(with_absolute_links(site.bodies[article.id].html, site.config, url)),
        published=_published(article),
        categories=tuple(_clean(name) for name in dict.fromkeys(names)),
    )


def is_in_feeds(site: Site, key: Key) -> bool:
    """Tell whether an article can stand in a feed: it is dated to the day."""
    date = site.articles[key].date
    return date is not None and date.day is not None


def _published(article: Article) -> str:
    """Date an article at noon UTC: the same day from twelve hours west to eleven hours east."""
    date = article.date
    if date is None or date.month is None or date.day is None:
        return ""
    weekday = WEEKDAYS[datetime.date(date.year, date.month, date.day).weekday()][:3]
    return f"{weekday}, {date.day:02} {MONTHS[date.month - 1][:3]} {date.year:04} 12:00:00 +0000"


def _as_html(text: str) -> str:
    """Write plain text as HTML, which feed readers take a description for."""
    return escape(_clean(text), quote=False)


def _clean(text: str) -> str:
    """Drop the characters that XML 1.0 cannot hold, and control characters."""
    if all(map(str.isprintable, text.split("\n"))):
        return text
    return _CONTROL.sub("", text)


def _kind(
    name: str,
    keys: Callable[[Site], Iterable[Key]],
    folder: Callable[[Key], UrlPath],
    contents: Callable[[Site, Key], tuple[str, Sequence[str]]],
) -> PageKind:
    def url(_site: Site, key: Key) -> UrlPath:
        return folder(key) + "feed.xml"

    def view(site: Site, key: Key, routes: Routes) -> FeedView:
        title, articles = contents(site, key)
        return _feed(site, routes, url(site, key), folder(key), title, articles)

    return PageKind(name=name, template="feed.xml", keys=keys, url=url, view=view)


def _section(site: Site, key: Key) -> tuple[str, Sequence[str]]:
    section = next(section for section in site.sections if section.slug == key)
    return section.name, section.articles


FEED = _kind("feed", lambda _: ("",), lambda _: "/", lambda site, _: ("", tuple(site.articles)))
SECTION_FEED = _kind(
    "section-feed",
    lambda site: (section.slug for section in site.sections),
    lambda key: f"/sections/{key}/",
    _section,
)
PERSON_FEED = _kind(
    "person-feed",
    lambda site: (key for key in site.people if site.by_person.get(key)),
    lambda key: f"/people/{key}/",
    lambda site, key: (lookup(site).people_names[key], site.by_person[key]),
)
PLACE_FEED = _kind(
    "place-feed",
    lambda site: (key for key in site.places if site.by_place.get(key)),
    lambda key: f"/places/{key}/",
    lambda site, key: (lookup(site).place_names[key], site.by_place[key]),
)
