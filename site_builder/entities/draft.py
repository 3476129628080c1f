"""The draft that the steps of reading an article fill: its words, names and spots."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from site_builder.entities.gazetteer import Gazetteer
from site_builder.entities.lexicon import word_set
from site_builder.entities.reading import Sentences, Word, is_close, read_words
from site_builder.model.entity import Document, MentionType
from site_builder.model.slug import fold

_LINE = re.compile(r"[^\n]+")
_LISTED = re.compile(r"\s*(?:[-•*–·]|\d+[.)])\s")
_LONGEST_HEADING = 150
_PAIR = re.compile(r"[\w.][-–‑/][^\W\d_a-z]")
_LARGE = 750_000
_HYPHENS = ("-", "–", "‑", "/")
_FILED = re.compile(
    r"""\s*
    ([^\W\d_a-z]{3,}(?:[ '’-][^\W\d_a-z]{2,}){0,3})  # the place
    (?=:\s|
       (?:,[^\n—–]{0,40})?  # its country, or the day
       (?:\s*\([^)\n]{2,25}\))?  # the agency
       \s+(?:—|–|--?)\s)""",
    re.VERBOSE,
)
# "CCTV: What is China's comment?" was not filed from anywhere.
_SHORTEST_FILED = 6
_HYPHEN = re.compile(r"[-–‑/]")
# What agencies write before a headline, to say which desk it is for.
_SLUGS = word_set(
    """
    athletics badminton baseball basketball boxing cricket cycling football golf hockey nba nfl nhl
    olympics rugby soccer swimming tennis update analysis factbox feature interview refile timeline
    """
)
_PARTS = re.compile(r"[^-–‑/]+")


@dataclass(slots=True)
class Name:
    """A stretch of words that may name a person.

    `first` and `last` are the numbers of its words, the latter exclusive. `titled` says that an
    office or a courtesy stands before it; `role_first` is the number of the role's first word, or
    -1. `score` is the evidence so far, and `sure` the probability that the tagger gives the name.
    """

    first: int
    last: int
    keys: tuple[str, ...]
    titled: bool = False
    role_first: int = -1
    role: str = ""
    score: float = 0.0
    rule: str = ""
    royal: bool = False
    sure: float = 1.0


@dataclass(slots=True)
class Spot:
    """A stretch of words that may name a place.

    `numbers` are the places of that name in the gazetteer; `typed` is the kind that the words
    themselves give it ("Shizuoka Prefecture"), or empty; `within` the numbers of the place that a
    comma after it names ("Lexington, Massachusetts"). `tagged` says that the tagger found it too,
    and `sure` how probable that makes it; `why` is the reason for the place chosen, and `choice`
    how sure it is that this place of the name is meant; `backed` says that its division or its
    neighbours stand in the article.
    """

    first: int
    last: int
    key: str
    numbers: tuple[int, ...]
    typed: str = ""
    within: tuple[int, ...] = ()
    rule: str = "gazetteer"
    chosen: int = -1
    tagged: bool = False
    sure: float = 1.0
    why: str = ""
    choice: float = 1.0
    backed: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """Words that a tagger takes for a name, and how probable that is (0 to 1)."""

    first: int
    last: int
    type: MentionType
    score: float


@dataclass(slots=True)
class Draft:
    """An article while it is being read; offsets count in `text`: title, then body."""

    document: Document
    gazetteer: Gazetteer
    text: str
    body: int
    words: list[Word]
    sentences: Sentences
    headings: list[tuple[int, int, bool]]
    """Where lines printed as headlines begin and end, and whether they are in capitals."""
    dateline: range = range(0)
    """The numbers of the words in capitals that open the body and say where it was filed."""
    pairs: frozenset[int] = frozenset()
    """The numbers of words that a hyphen joins to another country's: China-Japan."""
    names: list[Name] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    loose: list[tuple[int, int]] = field(default_factory=list)
    """Capitalised words, as (first, last), that no step could place yet."""
    organisations: list[Label] = field(default_factory=list)

    def close(self, index: int) -> bool:
        """Tell whether a word stands in one name with the word before it."""
        words = self.words
        if not 0 < index < len(words):
            return False
        word, before = words[index], words[index - 1]
        # A space is by far the most frequent.
        return not before.possessive if word.glue == " " else is_close(word, before)

    def keys(self, first: int, last: int) -> tuple[str, ...]:
        """Return the folded words of a stretch."""
        return tuple([word.key for word in self.words[first:last]])

    def surface(self, first: int, last: int) -> str:
        """Return the text of a stretch of words, as printed."""
        return self.text[self.words[first].start : self.words[last - 1].end]

    def heading(self, index: int) -> str:
        """Return "title", "capitals" or "heading" for a word in such a line, else nothing."""
        start = self.words[index].start
        at = bisect_right(self.headings, (start, len(self.text), True)) - 1
        if at >= 0 and start < self.headings[at][1]:
            if self.headings[at][2]:
                return "capitals"
            return "title" if start < self.body else "heading"
        return "title" if start < self.body else ""

    matches: dict[int, tuple[int, str]] = field(default_factory=dict)
    """The longest place name that starts at a word, as far as it was looked up."""
    things_end: int = -1
    """The number of the word after the last place that was part of a thing's name."""


def start_draft(document: Document, gazetteer: Gazetteer) -> Draft:
    """Split an article into words and lines, nothing found yet."""
    text = f"{document.title}\n\n{document.text}"
    body = len(document.title) + 2
    words, pairs = read_words(text), frozenset[int]()
    if _PAIR.search(text):
        words, pairs = _without_pairs(words, gazetteer)
    if words and words[0].key.partition("-")[0] in _SLUGS:
        words[:1] = _without_slug(words[0])
    sentences = Sentences(text)
    headings, filed = _headings(text), _dateline(text, body, words)
    return Draft(document, gazetteer, text, body, words, sentences, headings, filed, pairs)


def _without_slug(word: Word) -> list[Word]:
    """Part the desk of an agency from the first name of its headline: "Tennis-Sabalenka"."""
    slug, _, rest = word.text.partition("-")
    if not rest:
        return [word]
    start = word.start + len(slug) + 1
    return [
        Word(slug, word.start, start - 1, fold(slug), word.glue, False, True, True),
        Word(rest, start, word.end, fold(rest), ": ", word.possessive, rest[0].isupper(), True),
    ]


def _dateline(text: str, body: int, words: Sequence[Word]) -> range:
    """Find the capitals at the start of the body that say where it was filed.

    "KENDARI: The driver", "GENERAL SANTOS CITY, Philippines —", "KISUMU, May 4 (AP) - Rescuers"
    """
    match = _FILED.match(text, body)
    if not match or (text[match.end(1)] == ":" and len(match[1]) < _SHORTEST_FILED):
        return range(0)
    first = bisect_right(words, body - 1, key=lambda word: word.start)
    last = bisect_right(words, match.end(1) - 1, key=lambda word: word.start)
    return range(first, last)


def _without_pairs(words: list[Word], gazetteer: Gazetteer) -> tuple[list[Word], frozenset[int]]:
    """Take "China-Japan" apart, so that both are places; "Guinea-Bissau" stays one.

    Returns the words, and the numbers of those that were parts of a pair.
    """
    apart: list[Word] = []
    pairs: list[int] = []
    start = 0
    for at, word in enumerate(words):
        if not word.capital or not (word.glue[-1:] in _HYPHENS or _HYPHEN.search(word.text)):
            continue
        apart += words[start:at]
        start = at + 1
        if word.glue[-1:] in _HYPHENS and apart and word.glue.strip(".") in _HYPHENS:
            names = [apart[-1].text, word.text]
            if _all_countries(names, gazetteer):
                pairs += [len(apart) - 1, len(apart)]
        if not _HYPHEN.search(word.text):
            apart.append(word)
            continue
        parts = list(_PARTS.finditer(word.text))
        names = [part[0] for part in parts]
        if len(parts) < 2 or word.key in gazetteer or not _all_countries(names, gazetteer):
            apart.append(word)
            continue
        for number, part in enumerate(parts):
            first, last = number == 0, number == len(parts) - 1
            pairs.append(len(apart))
            apart.append(
                Word(
                    part[0],
                    word.start + part.start(),
                    word.start + part.end(),
                    fold(part[0]),
                    word.glue if first else word.text[part.start() - 1],
                    word.possessive and last,
                    True,
                    word.opens and first,
                )
            )
    return apart + words[start:], frozenset(pairs)


def _all_countries(parts: Sequence[str], gazetteer: Gazetteer) -> bool:
    """Tell whether each part of a pair names a country, a region, or a large city."""
    for part in parts:
        found = gazetteer.find(fold(part)) if part[:1].isupper() else ()
        place = gazetteer.place(found[0]) if found else None
        if place is None or not (
            place.kind in ("country", "territory", "region") or place.population >= _LARGE
        ):
            return False
    return True


def _headings(text: str) -> list[tuple[int, int, bool]]:
    """Find the lines that print most of their words with capitals, as headlines do."""
    found = []
    for match in _LINE.finditer(text):
        line = match[0]
        if len(line) > _LONGEST_HEADING or line.rstrip().endswith((".", ";", ":", ",", "”", '"')):
            continue
        if _LISTED.match(line):
            continue
        words = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
        capital = sum(word[0].isupper() for word in words)
        if words and capital >= 0.7 * len(words):
            found.append((match.start(), match.end(), line.isupper()))
    return found
