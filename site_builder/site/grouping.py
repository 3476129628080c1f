"""The orders and groups of an archive: newest first, by section, year and month."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

from site_builder.model.article import Article
from site_builder.model.catalogue import archive_position
from site_builder.model.site import Group, Section
from site_builder.model.slug import slugify


def in_archive_order(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Order articles newest first, then the undated; articles of one day by title."""
    return tuple(sorted(articles, key=archive_position))


def by_section(sections: Iterable[tuple[str, str]]) -> tuple[Section, ...]:
    """Group articles, given by id and section, the largest section first.

    Spellings that give one slug are one section. The name shown is the most frequent spelling, and
    the first in the alphabet of equals.
    """
    members: dict[str, list[str]] = defaultdict(list)
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    slugs: dict[str, str] = {}
    for id, section in sections:
        if section:
            slug = slugs.get(section) or slugs.setdefault(section, section_slug(section))
            members[slug].append(id)
            spellings[slug][section] += 1
    found = (
        Section(
            slug, min(spellings[slug].items(), key=lambda item: (-item[1], item[0]))[0], (*ids,)
        )
        for slug, ids in members.items()
    )
    return tuple(sorted(found, key=lambda section: (-len(section.articles), section.slug)))


def section_slug(name: str) -> str:
    """Make the slug of a section, for names without Latin letters too."""
    return slugify(name, fallback="section-" + "-".join(f"{ord(c):x}" for c in name if c.isalnum()))


Parts = tuple[int, int | None, int | None]
"""The year, the month and the day of a date, as far as they are known."""


def by_year(dates: Iterable[tuple[str, Parts | None]]) -> tuple[Group, ...]:
    """Group dated articles, given by id and date, by year, newest first."""
    return _grouped(((parts[0], id) for id, parts in dates if parts), lambda year: f"{year:04}")


def by_month(dates: Iterable[tuple[str, Parts | None]]) -> tuple[Group, ...]:
    """Group articles dated to a month or a day by month, newest first."""
    pairs = ((parts[0] * 12 + parts[1] - 1, id) for id, parts in dates if parts and parts[1])
    return _grouped(pairs, lambda month: f"{month // 12:04}-{month % 12 + 1:02}")


def _grouped(pairs: Iterable[tuple[int, str]], key: Callable[[int], str]) -> tuple[Group, ...]:
    members: dict[int, list[str]] = defaultdict(list)
    for number, id in pairs:
        members[number].append(id)
    return tuple(
        Group(key(number), tuple(members[number])) for number in sorted(members, reverse=True)
    )


def by_entity(entities: Iterable[tuple[str, Iterable[str]]]) -> dict[str, tuple[str, ...]]:
    """List the articles of each entity, given the entities of each article, by their ids."""
    found: dict[str, list[str]] = defaultdict(list)
    for id, of_article in entities:
        for entity in of_article:
            found[entity].append(id)
    return {entity: tuple(ids) for entity, ids in found.items()}
