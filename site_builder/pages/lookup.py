"""What many pages ask of the archive, worked out once for each archive."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from site_builder.model.entity import Place, Tag
from site_builder.model.site import Section, Site
from site_builder.model.slug import fold
from site_builder.pages.wording import date_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """Answers about one archive.

    `dated` are the ids of dated articles, newest first; `position` is the place of each in it.
    `sections` gives the section of an article. `within` lists the places directly in a place, by
    name; `reach` counts the articles that mention a place or one within it. `article_names`,
    `people_names` and `place_names` are names that no two pages of the archive share.
    """

    dated: tuple[str, ...]
    position: Mapping[str, int]
    sections: Mapping[str, Section]
    within: Mapping[str, tuple[str, ...]]
    reach: Mapping[str, int]
    article_names: Mapping[str, str]
    people_names: Mapping[str, str]
    place_names: Mapping[str, str]


# The views of one build all ask about the same archive.
_latest: list[tuple[Site, Lookup]] = []


def lookup(site: Site) -> Lookup:
    """Return the answers about an archive, computed when first asked for."""
    if not _latest or _latest[0][0] is not site:
        _latest[:] = [(site, _look_up(site))]
    return _latest[0][1]


def _look_up(site: Site) -> Lookup:
    dated = tuple(key for key, article in site.articles.items() if article.date)
    within: dict[str, list[Place]] = defaultdict(list)
    for place in site.places.values():
        if place.parent in site.places and place.parent != place.id:
            within[place.parent].append(place)
    return Lookup(
        dated=dated,
        position={key: number for number, key in enumerate(dated)},
        sections={key: section for section in site.sections for key in section.articles},
        within={
            parent: tuple(place.id for place in sorted(inside, key=_filing))
            for parent, inside in within.items()
        },
        reach=_reach(site),
        article_names=distinct(
            {key: _article_names(site, key) for key in site.articles},
        ),
        people_names=distinct(
            {key: (person.name, f"{person.name} ({key})") for key, person in site.people.items()}
        ),
        place_names=distinct(
            {
                key: (
                    ", ".join((place.name, *(outer.name for outer in containers(site, place)))),
                    f"{place.name} ({place.kind})",
                    f"{place.name} ({key})",
                )
                for key, place in site.places.items()
            }
        ),
    )


def _filing(place: Place) -> tuple[str, str]:
    return fold(place.sort_name or place.name), place.id


def _article_names(site: Site, key: str) -> tuple[str, ...]:
    article = site.articles[key]
    date = date_in_words(article.date)
    dated = f"{article.title}, {date.text if date else 'undated'}"
    return article.title, dated, f"{dated} ({article.slug})"


def _reach(site: Site) -> dict[str, int]:
    outer = {key: [key, *(p.id for p in containers(site, p))] for key, p in site.places.items()}
    counts: Counter[str] = Counter()
    for tags in (site.tags[key] for key in site.articles if key in site.tags):
        counts.update({place for tag in tags.places for place in outer.get(tag.entity_id, ())})
    return dict(counts)


def distinct(names: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Give each key the first of its names that no other key has to use, else its last one."""
    found: dict[str, str] = {}
    left = dict(names)
    level = 0
    while left:
        counts = Counter(options[min(level, len(options) - 1)] for options in left.values())
        for key, options in tuple(left.items()):
            name = options[min(level, len(options) - 1)]
            if counts[name] == 1 or level >= len(options) - 1:
                found[key] = name
                del left[key]
        level += 1
    return found


def containers(site: Site, place: Place) -> tuple[Place, ...]:
    """List the places that contain a place, the nearest first."""
    found: list[Place] = []
    seen = {place.id}
    while place.parent in site.places and place.parent not in seen:
        place = site.places[place.parent]
        seen.add(place.id)
        found.append(place)
    return tuple(found)


def tag_of(tags: Iterable[Tag], entity: str) -> Tag | None:
    """Find the tag of one entity among those of an article."""
    return next((tag for tag in tags if tag.entity_id == entity), None)
