"""What the tagger sees of a word: its letters, its neighbours, its run, and the whole article."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from site_builder.entities.draft import Draft, Name, Spot
from site_builder.entities.family_names import CHINESE, KOREAN, is_pinyin
from site_builder.entities.gazetteer import Gazetteer
from site_builder.entities.lexicon import (
    CALENDAR,
    DIRECTIONS,
    FUNCTION,
    HONORIFICS,
    LANDSCAPE,
    PARTICLES,
    PLACE_TYPES,
    PORTFOLIOS,
    ROYAL,
    SPEECH,
    SUFFIXES,
    THINGS,
    TITLE_HEADS,
    TITLE_MODIFIERS,
)
from site_builder.entities.reading import Word
from site_builder.entities.spots import match_place

_LISTS: tuple[tuple[str, Collection[str]], ...] = (
    ("head", TITLE_HEADS),
    ("mod", TITLE_MODIFIERS),
    ("hon", HONORIFICS),
    ("royal", ROYAL),
    ("thing", THINGS),
    ("ptype", PLACE_TYPES),
    ("land", LANDSCAPE),
    ("port", PORTFOLIOS),
    ("part", PARTICLES),
    ("dir", DIRECTIONS),
    ("speech", SPEECH),
    ("cal", CALENDAR),
    ("func", FUNCTION),
    ("cn", CHINESE),
    ("kr", KOREAN),
    ("jr", SUFFIXES),
)
_LISTED: Mapping[str, tuple[str, ...]] = {
    key: tuple(name for name, words in _LISTS if key in words)
    for key in {key for _, words in _LISTS for key in words}
}
"""The names of the lists that a word is in."""
_LETTER = re.compile(r"[^\W\d_]")
_LARGE, _MIDDLING = 1_000_000, 100_000
_MOST_KEPT = 200_000
RUN_LENGTHS = range(1, 6)
"""The lengths of runs that are told apart; longer ones count as the last."""


@dataclass(frozen=True, slots=True)
class Lists:
    """Lists of words that features ask: the gazetteer, and names common in the world."""

    gazetteer: Gazetteer
    given: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    _known: dict[str, list[str]] = field(default_factory=dict, compare=False, repr=False)

    def classes(self, key: str) -> list[str]:
        """List what is known of a folded word by itself; each word is looked up once."""
        found = self._known.get(key)
        if found is None:
            if len(self._known) > _MOST_KEPT:
                self._known.clear()
            found = self._known[key] = self._look_up(key)
        return found

    def _look_up(self, key: str) -> list[str]:
        gazetteer = self.gazetteer
        found = []
        numbers = gazetteer.find(key)
        if numbers:
            place = gazetteer.place(numbers[0])
            size = (place.population >= _MIDDLING) + (place.population >= _LARGE)
            found.append(f"g={place.kind}{size}" if place.kind == "city" else f"g={place.kind}")
        if key in gazetteer.demonyms:
            found.append("dem")
        if key in gazetteer.given_names:
            found.append("fn")
        if key in gazetteer.surnames:
            found.append("ln")
        if key in self.given:
            found.append("fn2")
        if key in self.surnames:
            found.append("ln2")
        if key in gazetteer.words:
            found.append("word")
        if is_pinyin(key):
            found.append("pin")
        found += _LISTED.get(key, ())
        return found


def word_features(text: str, key: str, lists: Lists) -> tuple[str, ...]:
    """Say what a word is by itself."""
    found = [f"w={key}", f"sh={_shape(text)}"]
    if len(key) > 3:
        found += [f"p3={key[:3]}", f"s3={key[-3:]}", f"s2={key[-2:]}"]
    if len(key) > 5:
        found += [f"s4={key[-4:]}", f"p4={key[:4]}"]
    if not text.isascii():
        found.append("acc")
    found += [f"c={name}" for name in lists.classes(key)]
    return tuple(found)


def near_features(where: str, key: str, capital: bool, lists: Lists) -> tuple[str, ...]:
    """Say what the word before ("-") or after ("+") is."""
    found = [f"{where}w={key}", where + ("C" if capital else "l")]
    if len(key) > 4:
        found.append(f"{where}s3={key[-3:]}")
    found += [where + name for name in lists.classes(key)]
    return tuple(found)


def _shape(text: str) -> str:
    if text.isalpha() and text[1:].islower():
        return "Xx" if text[0].isupper() else "x"  # As most words are.
    shape = _LETTER.sub(lambda match: "X" if match[0].isupper() else "x", text)
    for sign, pattern in (("0", r"\d+"), ("XX", "XX+"), ("x", "x+")):
        shape = re.sub(pattern, sign, shape)
    return shape[:8]


class Facts:
    """What the whole article says of its words, and what the rules found in it."""

    def __init__(self, draft: Draft, candidates: Sequence[Name], spots: Sequence[Spot]) -> None:
        words = draft.words
        self.small = {word.key for word in words if not word.capital}
        self.inside: Counter[str] = Counter(
            word.key for word in words if word.capital and not word.opens
        )
        full = [name for name in draft.names if len(name.keys) > 1]
        self.ends = {name.keys[-1] for name in full}
        self.starts = {name.keys[0] for name in full}
        self.rules = _rules(draft, candidates, spots)


def _rules(draft: Draft, candidates: Sequence[Name], spots: Sequence[Spot]) -> dict[int, str]:
    kept = {name.first for name in draft.names}
    found: dict[int, str] = {}
    for name in candidates:
        titled = "t" if name.titled else "n"
        weight = f"k{min(8, max(-2, int(name.score)))}" if name.first in kept else "d"
        for index in range(name.first, name.last):
            found[index] = f"N{'B' if index == name.first else 'I'}{titled}{weight}"
    for spot in spots:
        sure = ("T" if spot.typed else "") + ("W" if spot.within else "")
        for index in range(spot.first, min(spot.last, len(draft.words))):
            found[index] = f"S{'B' if index == spot.first else 'I'}{sure}"
    return found


RunKind = tuple[int, str, bool]
"""The length of a run, the kind of line that it stands in, and whether it has a thing's word."""


def run_features(draft: Draft, first: int, last: int) -> list[str]:
    """Say what a run of words is as a whole."""
    kind, before, after, end = run_parts(draft, first, last)
    return [*run_kind_features(kind), f"rp={before}", f"rn={after}", f"last={end}"]


def run_parts(draft: Draft, first: int, last: int) -> tuple[RunKind, str, str, str]:
    """Return what kind of run it is, the words around it, and its last word."""
    words = draft.words
    before = words[first - 1].key if first else "_"
    after = words[last].key if last < len(words) else "_"
    thing = False
    for index in range(first, last):
        if words[index].key in THINGS:
            thing = True
            break
    length = min(last - first, RUN_LENGTHS[-1])
    return (length, draft.heading(first), thing), before, after, words[last - 1].key


def run_kind_features(kind: RunKind) -> list[str]:
    """Name what a run is, whatever its words."""
    length, mode, thing = kind
    return [f"len={length}", f"mode={mode}", *(["runthing"] if thing else [])]


def placed(draft: Draft, first: int, last: int) -> dict[int, str]:
    """Mark the words of a run that stand in a place's name of several words."""
    found: dict[int, str] = {}
    gazetteer, index = draft.gazetteer, first
    while index < last:
        length, key = match_place(draft, index)
        if length > 1:
            kind = gazetteer.place(gazetteer.find(key)[0]).kind
            for offset in range(length):
                found[index + offset] = f"G={'I' if offset else 'B'}{kind}"
        index += max(length, 1)
    return found


def flags(word: Word, facts: Facts, index: int, first: int, last: int) -> int:
    """Gather what is true of a word in its place, one bit each, in the order of `_FLAGS`."""
    key = word.key
    found = 0
    if word.opens:
        found = 1 if key in facts.inside else 3
    if key in facts.small:
        found |= 4
    if facts.inside[key] > 1:
        found |= 8
    if key in facts.ends:
        found |= 16
    if key in facts.starts:
        found |= 32
    if index == first:
        found |= 64
    if index == last - 1:
        found |= 128
    return found


def flag_features(found: int) -> list[str]:
    """Name the flags of a word."""
    return [name for bit, name in enumerate(_FLAGS) if found >> bit & 1]


def glue_feature(where: str, glue: str, possessive: bool = False) -> str:
    """Say what stands before a word ("gp") or after it ("gn"), up to the next."""
    return f"{where}={_PLUS_S if possessive else ''}{_sign(glue)}"


def rule_features(rule: str) -> tuple[str, ...]:
    """Say what the rules took a word for."""
    return (f"r={rule}", f"r1={rule[:2]}") if rule else ("r=0",)


def neighbour_features(words: Sequence[Word], index: int) -> tuple[str, str, str, str]:
    """Say which words stand around a word: the second before and after, and the pairs with it."""
    second = words[index - 2].key if index > 1 else "_"
    third = words[index + 2].key if index + 2 < len(words) else "_"
    before = words[index - 1].key if index else "_"
    after = words[index + 1].key if index + 1 < len(words) else "_"
    return f"-2={second}", f"+2={third}", *pair_features(before, words[index].key, after)


def pair_features(before: str, key: str, after: str) -> tuple[str, str]:
    """Name a word together with the one before, and with the one after."""
    return f"-1|0={before}|{key}", f"0|+1={key}|{after}"


_FLAGS = ("opens", "onlyopen", "low", "rep", "docend", "docstart", "B", "E")
_PLUS_S = "'s"


def _sign(glue: str) -> str:
    """Return the first sign of what stands between two words; "_" is a space, "¶" a new line."""
    if glue == " ":
        return "_"
    if "\n" in glue:
        return "¶"
    glue = glue.strip(" \u00a0")
    return glue[0] if glue else "0"
