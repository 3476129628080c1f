"""Surnames that stand alone in an article: whose they are, if the archive can tell."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from site_builder.entities.evidence import Tally
from site_builder.entities.finds import Find
from site_builder.entities.matching import keys_of
from site_builder.entities.role_words import courtesy, role_heads
from site_builder.entities.sort_names import family_first

CLEAR = 0.8
"""The share of a surname's articles that one person must have to be meant by the surname alone."""
LEAST_COMMON = 2
"""The least articles of that person, for a surname that many bear or that is a word as well.

Of such surnames, full name and surname in two articles were one person's in 44 and 78 of 100 cases
where only one article had the full name (White House, Chinese ministry), and in 92 and 94 where
more had it; with a rare surname it is 81 and 92 from the first article on.
"""
LEAST_GIVEN = 5
"""The least articles of a person who is meant by the given name alone."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """A person who has a surname or a given name, and the number of articles with the full name."""

    id: str
    articles: int


@dataclass(frozen=True, slots=True)
class Surnames:
    """The bearers of each surname and each given name, those with the most articles first.

    `tallies` and `published` are of the persons, by id; `common` tells of a folded name whether
    many people bear it, or it is a word as well.
    """

    family: Mapping[str, tuple[Bearer, ...]] = field(default_factory=dict)
    given: Mapping[str, tuple[Bearer, ...]] = field(default_factory=dict)
    tallies: Mapping[str, Tally] = field(default_factory=dict)
    published: frozenset[str] = frozenset()
    common: Callable[[str], bool] = lambda _: False

    def bearers(self, name: str) -> tuple[Bearer, ...]:
        """List who may be meant by a single name: as a surname, or else as a given name."""
        key = _last_word(name)
        return self.family.get(key) or self.given.get(key, ())

    def owner(self, find: Find) -> str:
        """Return the id of the person whom a single name means, or nothing.

        One person must have a clear share of the surname's articles, and nothing that is printed
        beside the name may speak against that.
        """
        found = self.bearers(find.name)
        if not found or found[0].id not in self.published:
            return ""
        first = found[0]
        if first.articles < CLEAR * sum(bearer.articles for bearer in found):
            return ""
        if self.objection(find, first.id):
            return ""
        key = _last_word(find.name)
        least = LEAST_GIVEN if key not in self.family else LEAST_COMMON if self.common(key) else 1
        enough = first.articles >= least or self._confirms(find, first.id)
        return first.id if enough else ""

    def _confirms(self, find: Find, id: str) -> bool:
        """Tell whether a title beside a name is one that stands beside the person's elsewhere."""
        return bool(find.role) and bool(role_heads(find.role) & self.tallies[id].heads)

    def objection(self, find: Find, id: str) -> str:
        """Say what is printed beside a name that is never printed beside the person's, if so."""
        tally = self.tallies[id]
        gender = courtesy(find.first)
        if gender and tally.genders and gender not in tally.genders:
            return f"a {gender}'s title"
        heads = role_heads(find.role) if find.role else frozenset()
        return f"{find.role!r}" if heads and tally.heads and not heads & tally.heads else ""


def surnames_of(
    named: Mapping[str, Iterable[str]],
    tallies: Mapping[str, Tally],
    published: Iterable[str],
    common: Callable[[str], bool],
) -> Surnames:
    """Index persons by their surnames and given names; `named` are their names by id."""
    family: defaultdict[str, set[str]] = defaultdict(set)
    given: defaultdict[str, set[str]] = defaultdict(set)
    for id, names in named.items():
        if id in tallies:
            for name in names:
                for index, key in zip((family, given), name_parts(name), strict=True):
                    index[key].add(id)

    def bearers(index: Mapping[str, set[str]]) -> dict[str, tuple[Bearer, ...]]:
        return {
            key: tuple(
                sorted(
                    (Bearer(id, tallies[id].articles) for id in ids),
                    key=lambda bearer: (-bearer.articles, bearer.id),
                )
            )
            for key, ids in index.items()
        }

    return Surnames(bearers(family), bearers(given), tallies, frozenset(published), common)


def name_parts(name: str) -> tuple[str, str]:
    """Return the folded surname and given name of a person; a single name is both."""
    words = keys_of(name).words or (name,)
    return (words[0], words[-1]) if family_first(name) else (words[-1], words[0])


def parts_of(finds: Iterable[Find]) -> Iterator[str]:
    """List the folded surnames and given names of an article's people."""
    for find in finds:
        yield from name_parts(find.name)


def is_part(name: str, parts: Iterable[str]) -> bool:
    """Tell whether a single name is one of some surnames and given names."""
    return _last_word(name) in parts


def _last_word(name: str) -> str:
    words = keys_of(name).words
    return words[-1] if words else name
