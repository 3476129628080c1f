"""An article: its text, who and where is in it, and where it came from."""

import datetime
from dataclasses import dataclass

from site_builder.model.article import Article
from site_builder.model.body import insert_links
from site_builder.model.dates import PartialDate
from site_builder.model.entity import ArticleTags
from site_builder.model.page import Key, PageKind, Routes, UrlPath, relative_link
from site_builder.model.permalink import permalink, permalinks
from site_builder.model.site import Site
from site_builder.pages.addresses import (
    absolute,
    contact_link,
    has_links,
    is_web_address,
    mail_link,
    with_relative_links,
)
from site_builder.pages.cards import card
from site_builder.pages.frame import chrome, direction, head
from site_builder.pages.lookup import lookup
from site_builder.pages.news_article import (
    Named,
    dublin_core,
    facts,
    news_article,
    open_graph,
    opening,
)
from site_builder.pages.parts import Card, Chrome, Date, Head, Link
from site_builder.pages.wording import date_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where an article came from.

    `source` is the seed's path or a web address, `link` the latter alone. `date_from` is what the
    date was read from, or "". `removed` are the lines left out of the text as boilerplate.
    """

    source: str
    link: str
    sha256: str
    imported: Date | None
    changed: Date | None
    date_from: str
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """What an article's page shows.

    `year` is empty for an undated article. `language` is that of the text, and empty where it is
    that of the site. `body` is HTML. `permalink` is absolute; `suggest` and `report` are complete
    links, the latter empty without a usable `contact`. `citation` is a line for the printed page.
    """

    head: Head
    chrome: Chrome
    crumbs: tuple[Link, ...]
    year: str
    title: str
    summary: str
    language: str
    direction: str
    date: Date | None
    local_time: bool
    place: str
    section: Link | None
    body: str
    people: tuple[Named, ...]
    places: tuple[Named, ...]
    earlier: Card | None
    later: Card | None
    permalink: str
    suggest: str
    report: str
    rights: str
    citation: str
    provenance: Provenance


def _view(site: Site, key: Key, routes: Routes) -> ArticleView:
    article = site.articles[key]
    config = site.config
    url = routes.url("article", key) or _url(site, key)
    answers = lookup(site)
    tags = site.tags.get(key, ArticleTags())
    section = answers.sections.get(key)
    section_link = (
        Link(section.name, routes.url("section", section.slug) or "") if section else None
    )
    crumbs = (_HOME, section_link, Link(article.title)) if section_link else (
        _HOME, Link(article.title)
    )  # fmt: skip
    section_feed = routes.url("section-feed", section.slug) if section else ""
    date = card(site, key, routes).date
    language = article.lang if article.lang != config.language else ""
    address = absolute(config, url)
    people = routes.by_kind.get("person", {})
    places = routes.by_kind.get("place", {})
    known = facts(
        site,
        article,
        address,
        tuple(
            Named(site.people[tag.entity_id].name, people[tag.entity_id], tag.role)
            for tag in tags.people
            if tag.entity_id in people
        ),
        tuple(
            Named(
                site.places[tag.entity_id].name,
                places[tag.entity_id],
                answers.containing(tag.entity_id),
            )
            for tag in tags.places
            if tag.entity_id in places
        ),
    )
    return ArticleView(
        head=head(
            site,
            routes,
            url,
            title=answers.article_names[key],
            heading=article.title,
            description=article.summary or opening(site, article),
            crumbs=crumbs,
            feeds=(Link(section.name, section_feed),) if section and section_feed else (),
            things=(news_article(site, article, known),),
            type="article",
            language=article.lang,
            names=dublin_core(site, article, known),
            properties=open_graph(known),
        ),
        # The page says in its own place whose the rights are.
        chrome=chrome(site, routes, url, rights=False),
        crumbs=crumbs,
        year=f"{article.date.year}" if article.date else "",
        title=article.title,
        summary=article.summary,
        language=language,
        direction=direction(article.lang or config.language),
        date=date,
        local_time=article.dateline.local_time,
        place=article.dateline.place,
        section=section_link,
        body=_body(site, key, tags, url, routes),
        people=known.people,
        places=known.places,
        earlier=_neighbour(site, key, 1, routes),
        later=_neighbour(site, key, -1, routes),
        permalink=address,
        suggest=mail_link("", article.title, article.title, address),
        report=contact_link(
            config.contact, f"Error in “{article.title}”", article.title, address, "", ""
        )
        if config.contact
        else "",
        rights=article.rights or config.rights,
        citation=". ".join(
            [
                part
                for part in (
                    f"“{article.title}”",
                    config.publisher,
                    date.text if date else "Undated",
                    config.title if config.title != config.publisher else "",
                    address,
                )
                if part
            ]
        ),
        provenance=_provenance(article),
    )


_HOME = Link("Home", "/")


def _body(site: Site, key: Key, tags: ArticleTags, url: UrlPath, routes: Routes) -> str:
    """Link the first mention of each person and place, and free all links from the site's root."""
    people = routes.by_kind.get("person", {})
    places = routes.by_kind.get("place", {})
    wanted = [(tag.start, -tag.end, page) for tag in tags.people
              if (page := people.get(tag.entity_id)) and tag.end > tag.start]  # fmt: skip
    wanted += [(tag.start, -tag.end, page) for tag in tags.places
               if (page := places.get(tag.entity_id)) and tag.end > tag.start]  # fmt: skip
    wanted.sort()
    links: list[tuple[int, int, str]] = []
    end = 0
    for start, minus_end, page in wanted:
        if start >= end:
            end = -minus_end
            links.append((start, end, relative_link(url, page)))
    body = site.bodies[key]
    linked = insert_links(body, links)
    return with_relative_links(linked, url) if has_links(body.html) else linked


def _neighbour(site: Site, key: Key, step: int, routes: Routes) -> Card | None:
    found = lookup(site)
    position = found.position.get(key)
    if position is None or not 0 <= position + step < len(found.dated):
        return None
    return card(site, found.dated[position + step], routes)


def _provenance(article: Article) -> Provenance:
    return Provenance(
        source=article.source,
        link=article.source if is_web_address(article.source) else "",
        sha256=article.source_sha256,
        imported=_calendar_date(article.imported),
        changed=_calendar_date(article.lastmod),
        date_from=article.date_from if article.date else "",
        removed=article.removed,
    )


def _calendar_date(date: datetime.date | None) -> Date | None:
    return date_in_words(PartialDate(date.year, date.month, date.day)) if date else None


def _url(site: Site, key: Key) -> UrlPath:
    return permalink(site.articles[key], site.config.permalink)


ARTICLE = PageKind(
    name="article",
    template="article.html",
    keys=lambda site: site.articles,
    url=_url,
    view=_view,
    source=lambda site, key: site.articles[key].path,
    urls=permalinks,
)
