"""The whole archive as one value: articles, entities, and the groups that pages show."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from site_builder.model.article import Article
from site_builder.model.catalogue import Catalogue
from site_builder.model.config import SiteConfig
from site_builder.model.entity import ArticleTags, Person, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class StaticPage:
    """A page that an editor wrote: `content/pages/about.md`, or the prose of a person or a place.

    `slug` is the file's name without its ending; `body` is Markdown, and `html` what it became.
    """

    slug: str
    title: str
    body: str
    path: str
    html: str = ""
    lang: str = ""
    lastmod: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleBody:
    """What an article's Markdown became.

    `html` is the body without links to people and places; `text` its plain text, paragraphs parted
    by an empty line, which mentions count their offsets in; `offsets` holds the HTML offset of each
    run of plain text that may be linked as (text start, html start, length).
    """

    html: str
    text: str
    offsets: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the archive and the ids of its articles, newest first."""

    slug: str
    name: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A pair of a key and the ids of its articles, newest first."""

    key: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The archive, ready to be shown; every sequence of articles is newest first.

    `articles` holds what is published, keyed by id, in the archive's order: dated articles newest
    first, then the undated by title. `years` ("2019") and `months` ("2019-11") are newest first; an
    article dated to the year only is in its year and in no month. `by_person` and `by_place` are
    keyed by entity id. `withdrawn` leave a tombstone. `redirects` maps an old path to a new one.
    `pages` are the editor's, by slug; `people_notes` and `place_notes` their prose by entity id.
    """

    config: SiteConfig
    articles: Mapping[str, Article]
    bodies: Mapping[str, ArticleBody]
    people: Mapping[str, Person] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    tags: Mapping[str, ArticleTags] = field(default_factory=dict)
    by_person: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by_place: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()
    years: tuple[Group, ...] = ()
    months: tuple[Group, ...] = ()
    undated: tuple[str, ...] = ()
    withdrawn: tuple[Article, ...] = ()
    redirects: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, StaticPage] = field(default_factory=dict)
    people_notes: Mapping[str, StaticPage] = field(default_factory=dict)
    place_notes: Mapping[str, StaticPage] = field(default_factory=dict)

    @property
    def titles(self) -> Mapping[str, str]:
        """The titles of all articles, by id."""
        if isinstance(self.articles, Catalogue):
            return self.articles.column("title")
        return {id: article.title for id, article in self.articles.items()}

    @property
    def slugs(self) -> Mapping[str, str]:
        """The slugs of all articles, by id."""
        if isinstance(self.articles, Catalogue):
            return self.articles.column("slug")
        return {id: article.slug for id, article in self.articles.items()}


NoteType = Literal["people", "places"]
