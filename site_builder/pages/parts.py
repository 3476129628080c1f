"""The small values that pages share: links, dates, cards, the head, and the frame of every page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from site_builder.model.page import UrlPath


@dataclass(frozen=True, slots=True)
class Link:
    """A text and the page that it leads to; `url` is empty where there is no such page."""

    text: str
    url: UrlPath = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """A link with the number of articles behind it, and a line beside it (years, a role) or ""."""

    text: str
    url: UrlPath
    count: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Date:
    """A date in words, and as machines read it: "24 November 2019" and "2019-11-24"."""

    text: str
    iso: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """An article in a list, with what the list shows of it and no more.

    `date` is None for an undated article; `day` is the date without its year, where there is one.
    `lang` is the language of the title where it is not that of the site. `summary` is the
    editor's, never taken from the text, so that an edited text leaves every list as it is.
    """

    title: str
    url: UrlPath
    date: Date | None
    day: str
    section: str
    summary: str
    lang: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence, split at the name it is quoted for; `name` is empty where it is not found."""

    before: str
    name: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Sighting:
    """An article in the list of a person or a place, with the sentence that names them, or None."""

    card: Card
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Shelf:
    """Some articles under one heading, such as a year; `id` is the heading's anchor."""

    label: str
    id: str
    url: UrlPath
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class SightingShelf:
    """The articles that name a person or a place in one year."""

    label: str
    id: str
    sightings: tuple[Sighting, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a page tells browsers and machines about itself.

    `language` is that of the title and the description. `canonical` is absolute, and empty where a
    page has no address of its own. `names` and
    `properties` are the meta elements by name and by property, in order. `feeds` are the feeds
    that belong to the page. `json_ld` are the JSON-LD objects.
    """

    title: str
    description: str
    language: str
    canonical: str
    names: tuple[tuple[str, str], ...]
    properties: tuple[tuple[str, str], ...]
    feeds: tuple[Link, ...]
    json_ld: tuple[Mapping[str, Any], ...]
    noindex: bool


@dataclass(frozen=True, slots=True)
class NavItem:
    """An entry of the navigation; `current` is the value of aria-current, or ""."""

    text: str
    url: UrlPath
    current: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chrome:
    """What frames every page.

    `direction` is `ltr` or `rtl`. `feed` and `about` are empty where the site has no such page.
    `pages` are the editor's own. `root` is the path of the site on
    its host, for the one page that is shown at any address, and empty elsewhere.
    """

    site_title: str
    language: str
    direction: str
    navigation: tuple[NavItem, ...]
    feed: UrlPath
    about: UrlPath
    pages: tuple[Link, ...]
    publisher: str
    rights: str
    root: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """A text that an editor wrote, as HTML; `lang` is its language where it is not the site's."""

    html: str
    lang: str


@dataclass(frozen=True, slots=True)
class IndexRow:
    """A row of an index; `see` is the name that a cross-reference leads to, else ""."""

    text: str
    url: UrlPath
    count: int = 0
    note: str = ""
    see: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """The rows of an index under one letter; `id` is its anchor."""

    letter: str
    id: str
    rows: tuple[IndexRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """An article in a feed; all addresses are absolute; `description` and `body` are HTML.

    `guid` follows from the permanent id alone. `published` is an RFC 822 date. `categories` are
    the section, the people and the places.
    """

    title: str
    url: str
    guid: str
    description: str
    body: str
    published: str
    categories: tuple[str, ...]
