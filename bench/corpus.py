"""A generated archive: the same articles for the same numbers, on every machine."""

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random

from bench.places import PLACES
from bench.words import FAMILY, GIVEN, ROLES, SECTIONS, SENTENCES, TITLES, TOPICS

SEED = 20_260_131
FIRST_YEAR, YEARS = 2000, 20


@dataclass(frozen=True, slots=True)
class Article:
    """One generated article; `date` is ISO, `body` is Markdown, `paragraphs` the same without.

    `people` and `places` are the names that the text has, each once, in its order.
    """

    number: int
    title: str
    slug: str
    date: str
    section: str
    people: tuple[str, ...]
    places: tuple[str, ...]
    paragraphs: tuple[str, ...]
    body: str

    @property
    def id(self) -> str:
        """A permanent id."""
        return f"bench{self.number:06}"


def people(articles: int) -> tuple[str, ...]:
    """Name a twentieth as many people as there are articles, and 20 at least."""
    random = Random(SEED)
    wanted = max(articles // 20, 20)
    names: dict[str, None] = {}
    while len(names) < min(wanted, len(GIVEN) * len(FAMILY)):
        names.setdefault(f"{_one(random, GIVEN)} {_one(random, FAMILY)}")
    return tuple(names)


def corpus(articles: int, markdown: int = 0) -> Iterator[Article]:
    """Generate articles, of which so many in a hundred have real Markdown.

    Some people and places are in very many articles and most in few (Zipf).
    """
    names = people(articles)
    for number in range(articles):
        # Each article from a seed of its own: the first 1,000 of 10,000 are not other articles.
        random = Random(SEED * 1_000_003 + number)
        yield _article(number, random, names, number * 37 % 100 < markdown)


def _article(number: int, random: Random, names: Sequence[str], marked: bool) -> Article:
    who = _several(random, names, 3)
    where = _several(random, PLACES, 3)
    topic = _one(random, TOPICS)
    year = FIRST_YEAR + int(random.random() * YEARS)
    month, day = 1 + int(random.random() * 12), 1 + int(random.random() * 28)
    title = _one(random, TITLES).format(
        topic=topic, place=where[0], year=year + 1, surname=who[0].split()[-1]
    )
    paragraphs = tuple(
        _paragraph(random, position, who, where, topic)
        for position in range(4 + int(random.random() * 3))
    )
    return Article(
        number,
        f"{title} ({number})",
        f"{slug(title)}-{number}",
        f"{year}-{month:02}-{day:02}",
        _one(random, SECTIONS),
        who,
        where,
        paragraphs,
        "\n\n".join(_marked(paragraphs, number) if marked else paragraphs),
    )


def _paragraph(
    random: Random, position: int, who: Sequence[str], where: Sequence[str], topic: str
) -> str:
    name, place = who[position % len(who)], where[position % len(where)]
    first = f"{name}, {_one(random, ROLES)}, came to {place} for talks on {topic}."
    if position >= max(len(who), len(where)):
        first = f"The talks in {place} went on for two more days."
    rest = [
        _one(random, SENTENCES).format(
            name=name,
            surname=name.split()[-1],
            place=place,
            topic=topic,
            number=100 + int(random.random() * 900),
        )
        for _ in range(5)
    ]
    return " ".join([first, *rest])


def _marked(paragraphs: Sequence[str], number: int) -> Iterator[str]:
    """Put emphasis, a link, a subheading, a list and a quotation into a text."""
    yield paragraphs[0].replace(" talks on ", " *talks on* ", 1)
    yield "## What was agreed"
    yield f"{paragraphs[1]} See [the report](https://example.org/reports/{number})."
    yield "- a joint committee\n- a report before the summer\n- **training** for engineers"
    yield f"> {paragraphs[2]}"
    yield from paragraphs[3:]


def _one(random: Random, things: Sequence[str]) -> str:
    return things[int(random.random() * len(things))]


def slug(text: str) -> str:
    """Write a text as the last part of an address."""
    return "-".join(text.lower().translate(_PLAIN).split())


_PLAIN = str.maketrans({"ö": "o", "é": "e"})


def _several(random: Random, things: Sequence[str], most: int) -> tuple[str, ...]:
    """Choose up to so many different things, the first of them most often."""
    weights = _weights(len(things))
    found = (things[bisect(weights, random.random() * weights[-1])] for _ in range(most))
    return tuple(dict.fromkeys(found))


_kept: dict[int, list[float]] = {}


def _weights(count: int) -> list[float]:
    if count not in _kept:
        _kept[count] = list(accumulate(1 / rank for rank in range(1, count + 1)))
    return _kept[count]
