"""The orders and groups of an archive: newest first, by section, year and month."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from site_builder.model.article import Article
from site_builder.model.entity import ArticleTags
from site_builder.model.site import Group, Section
from site_builder.model.slug import fold, slugify


def in_archive_order(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Order articles newest first, then the undated; articles of one day by title."""
    by_title = sorted(articles, key=lambda article: (fold(article.title), article.id))
    dated = [article for article in by_title if article.date]
    dated.sort(key=lambda article: article.date.sort_key if article.date else (), reverse=True)
    return (*dated, *(article for article in by_title if not article.date))


def by_section(articles: Sequence[Article]) -> tuple[Section, ...]:
    """Group articles by section, the largest first; spellings that give one slug are one section.

    The name shown is the most frequent spelling, and the first in the alphabet of equals.
    """
    members: dict[str, list[str]] = defaultdict(list)
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for article in articles:
        if article.section:
            slug = section_slug(article.section)
            members[slug].append(article.id)
            spellings[slug][article.section] += 1
    sections = (
        Section(
            slug, min(spellings[slug].items(), key=lambda item: (-item[1], item[0]))[0], (*ids,)
        )
        for slug, ids in members.items()
    )
    return tuple(sorted(sections, key=lambda section: (-len(section.articles), section.slug)))


def section_slug(name: str) -> str:
    """Make the slug of a section, for names without Latin letters too."""
    return slugify(name, fallback="section-" + "-".join(f"{ord(c):x}" for c in name if c.isalnum()))


def by_year(articles: Iterable[Article]) -> tuple[Group, ...]:
    """Group dated articles by year, newest first."""
    return _grouped((f"{a.date.year:04}", a.id) for a in articles if a.date)


def by_month(articles: Iterable[Article]) -> tuple[Group, ...]:
    """Group articles dated to a month or a day by month, newest first."""
    return _grouped(
        (f"{a.date.year:04}-{a.date.month:02}", a.id) for a in articles if a.date and a.date.month
    )


def _grouped(pairs: Iterable[tuple[str, str]]) -> tuple[Group, ...]:
    members: dict[str, list[str]] = defaultdict(list)
    for key, article_id in pairs:
        members[key].append(article_id)
    return tuple(Group(key, tuple(members[key])) for key in sorted(members, reverse=True))


def by_entity(
    order: Iterable[str], tags: Mapping[str, ArticleTags]
) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """List the article ids of each person and of each place, in the given order of articles."""
    people: dict[str, list[str]] = defaultdict(list)
    places: dict[str, list[str]] = defaultdict(list)
    for article_id in order:
        of_article = tags.get(article_id, ArticleTags())
        for tag in of_article.people:
            people[tag.entity_id].append(article_id)
        for tag in of_article.places:
            places[tag.entity_id].append(article_id)
    return (
        {entity: tuple(ids) for entity, ids in people.items()},
        {entity: tuple(ids) for entity, ids in places.items()},
    )
