"""What many pages ask of the archive, worked out once for each archive."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from site_builder.model.entity import Place, Tag
from site_builder.model.site import Group, Section, Site
from site_builder.model.slug import fold
from site_builder.pages.parts import Card, Chrome, FeedItem
from site_builder.pages.wording import date_in_words


class Lookup:
    """Answers about one archive, each worked out when it is first asked for.

    `cards`, `openings`, `feed_items` and `frames` are what pages made of the archive for other
    pages to use.
    """

    def __init__(self, site: Site) -> None:
        self._site = site
        self.cards: dict[str, Card] = {}
        self.openings: dict[str, str] = {}
        self.feed_items: dict[str, FeedItem] = {}
        self.frames: dict[object, Chrome] = {}
        self._containing: dict[str, str] = {}

    @cached_property
    def dated(self) -> tuple[str, ...]:
        """The ids of dated articles, newest first."""
        undated = frozenset(self._site.undated)
        return tuple(key for key in self._site.articles if key not in undated)

    @cached_property
    def position(self) -> Mapping[str, int]:
        """The place of each article in `dated`."""
        return {key: number for number, key in enumerate(self.dated)}

    @cached_property
    def sections(self) -> Mapping[str, Section]:
        """The section of each article."""
        return {key: section for section in self._site.sections for key in section.articles}

    @cached_property
    def months(self) -> Mapping[str, Group]:
        """The articles of each month ("2019-11")."""
        return {group.key: group for group in self._site.months}

    @cached_property
    def years(self) -> Mapping[str, Group]:
        """The articles of each year ("2019")."""
        return {group.key: group for group in self._site.years}

    @cached_property
    def within(self) -> Mapping[str, tuple[str, ...]]:
        """The places directly in each place, by name."""
        places = self._site.places
        within: dict[str, list[Place]] = defaultdict(list)
        for place in places.values():
            if place.parent in places and place.parent != place.id:
                within[place.parent].append(place)
        return {
            parent: tuple(place.id for place in sorted(inside, key=_filing))
            for parent, inside in within.items()
        }

    @cached_property
    def reach(self) -> Mapping[str, int]:
        """The number of articles that mention a place or one within it."""
        return _reach(self._site)

    def containing(self, place: str) -> str:
        """Name what contains a place: "Shizuoka Prefecture, Japan"; "" for a country."""
        if place not in self._containing:
            self._containing[place] = containing(self._site, self._site.places[place])
        return self._containing[place]

    @cached_property
    def article_names(self) -> Mapping[str, str]:
        """Titles that no two pages of the archive share, by article."""
        site = self._site
        return distinct(
            site.titles,
            lambda key: _longer_names(site, key),
        )

    @cached_property
    def people_names(self) -> Mapping[str, str]:
        """Names of people that no two pages share."""
        people = self._site.people
        return distinct(
            {key: person.name for key, person in people.items()},
            lambda key: (f"{people[key].name} ({key})",),
        )

    @cached_property
    def place_names(self) -> Mapping[str, str]:
        """Names of places, with what contains them, that no two pages share."""
        site = self._site
        return distinct(
            {
                key: ", ".join((place.name, *(outer.name for outer in containers(site, place))))
                for key, place in site.places.items()
            },
            lambda key: (
                f"{site.places[key].name} ({site.places[key].kind})",
                f"{site.places[key].name} ({key})",
            ),
        )


# The views of one build all ask about the same archive.
_latest: list[tuple[Site, Lookup]] = []


def lookup(site: Site) -> Lookup:
    """Return the answers about an archive."""
    for known, answers in _latest:
        if known is site:
            return answers
    # Two, as an archive is compared with what it was.
    _latest[:] = [(site, Lookup(site)), *_latest[:1]]
    return _latest[0][1]


def _filing(place: Place) -> tuple[str, str]:
    return fold(place.sort_name or place.name), place.id


def _longer_names(site: Site, key: str) -> tuple[str, ...]:
    article = site.articles[key]
    date = date_in_words(article.date)
    dated = f"{article.title}, {date.text if date else 'undated'}"
    return dated, f"{dated} ({article.slug})"


def _reach(site: Site) -> dict[str, int]:
    articles: dict[str, set[str]] = {key: {*site.by_place.get(key, ())} for key in site.places}
    for key, place in site.places.items():
        for outer in containers(site, place):
            articles[outer.id].update(site.by_place.get(key, ()))
    return {key: len(found) for key, found in articles.items() if found}


def distinct(names: Mapping[str, str], longer: Callable[[str], Sequence[str]]) -> Mapping[str, str]:
    """Give each key a name that no other key has to use.

    That is its own where no other has the same, else the first of its `longer` ones of which that
    is true, else the last of them.
    """
    found = dict(names)
    counts = Counter(names.values())
    left = {key: longer(key) for key, name in names.items() if counts[name] > 1}
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


def containing(site: Site, place: Place) -> str:
    """Name what contains a place: "Shizuoka Prefecture, Japan"; "" for a country."""
    names = [outer.name for outer in containers(site, place)]
    if place.country and place.country not in (*names, place.name):
        names.append(place.country)
    return ", ".join(names)
