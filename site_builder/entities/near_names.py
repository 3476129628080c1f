"""Names that may be one person's: nicknames, transliterations, slips. They are never merged."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from site_builder.entities.matching import NameKeys, keys_of, may_be_one
from site_builder.entities.nicknames import given_forms

NearRule = Literal["nickname", "spelling", "order", "part", "middle"]

LIKELY: Mapping[NearRule, float] = {
    "nickname": 0.7,
    "order": 0.6,
    "spelling": 0.5,
    "part": 0.5,
    "middle": 0.4,
}
"""How likely two names are one person's, where nothing more is known than how they differ."""

_LARGEST_BLOCK = 30
_LONG, _VERY_LONG = 5, 8
_SOUNDS = (
    (re.compile(r"ph"), "f"),
    (re.compile(r"sch|sh|tch|ch|cz"), "x"),
    (re.compile(r"kh|ck|q|c"), "k"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"ts|tz|z"), "s"),
    (re.compile(r"dj|dzh|zh"), "j"),
    (re.compile(r"[wv]"), "f"),
)  # fmt: skip
_SILENT = re.compile(r"[aeiouyh]+")
_DOUBLE = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class NearPair:
    """Two persons by id whose names are near; `rule` says how, by the names `name` and `other`."""

    id: str
    other_id: str
    name: str
    other: str
    rule: NearRule


def near_pairs(
    named: Mapping[str, Sequence[str]],
    articles: Mapping[str, int],
    given_names: Collection[str],
    family_first: Callable[[str], bool],
) -> Iterator[NearPair]:
    """List persons that may be one, by blocks of names that share a key; in near-linear time.

    `named` are the names of each person by id, and `articles` counts theirs. The first of a pair
    has fewer articles. In a block of very many names, the most frequent ones are compared.
    """
    entries = [
        (id, name, words)
        for id, names in named.items()
        for name in names
        if len(words := keys_of(name).words) > 1
    ]
    seen: set[tuple[str, str]] = set()
    for keys in _KEYS:  # One kind of key after the other: each index is as large as the archive.
        blocks: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for id, name, words in entries:
            for key in keys(words):
                blocks[key].append((id, name))
        for key in [key for key, members in blocks.items() if len(members) > 1]:
            members = sorted(
                blocks.pop(key), key=lambda one: (-articles[one[0]], -len(one[1]), one)
            )[:_LARGEST_BLOCK]
            for at, (other_id, other) in enumerate(members):
                for id, name in members[at + 1 :]:
                    if id == other_id or (id, other_id) in seen:
                        continue
                    rule = near_rule(name, other, given_names, family_first)
                    if rule:
                        seen.add((id, other_id))
                        yield NearPair(id, other_id, name, other, rule)


def near_rule(
    name: str, other: str, given_names: Collection[str], family_first: Callable[[str], bool]
) -> NearRule | None:
    """Say how two names of two persons are near, or nothing where they are not."""
    one, two = keys_of(name), keys_of(other)
    if len(one.words) < 2 or len(two.words) < 2 or _suffixes_differ(one, two):
        return None
    if sorted(one.words) == sorted(two.words):
        return "order" if one.words != two.words else None
    few, many = sorted((one.words, two.words), key=len)
    if len(few) == 2 and len(many) > 2 and many[-2:] == few:
        return "part"
    eastern = family_first(name), family_first(other)
    if any(eastern):
        return "spelling" if all(eastern) and _slip_in_the_east(one, two) else None
    if one.core == two.core and one.core:
        # These were kept apart because a third name fits both.
        return "middle" if may_be_one(name, other) else None
    if one.words[-1] == two.words[-1]:
        return _near_given(one, two, given_names)
    if one.words[0] == two.words[0] and _middles_fit(one, two):
        return "spelling" if _near_word(one.words[-1], two.words[-1]) else None
    if not _middles_fit(one, two):
        return None
    alike = _near_word(one.words[0], two.words[0]) and _near_word(one.words[-1], two.words[-1])
    return "spelling" if alike else None


def _near_given(one: NameKeys, two: NameKeys, given_names: Collection[str]) -> NearRule | None:
    """Compare names with the same surname by their given names."""
    first, second = one.words[0], two.words[0]
    if not _middles_fit(one, two):
        return None
    if given_forms(first) & given_forms(second):
        return "nickname"
    known = first in given_names and second in given_names
    if known and min(len(first), len(second)) < _LONG + 1:
        return None  # John and Joan, Maria and Marie are two names.
    if known and (first.endswith("a") != second.endswith("a")):
        return None
    return "spelling" if _near_word(first, second) else None


def _suffixes_differ(one: NameKeys, two: NameKeys) -> bool:
    return bool(one.suffix and two.suffix and one.suffix != two.suffix)


def _middles_fit(one: NameKeys, two: NameKeys) -> bool:
    """Tell whether the middle names do not speak against it: each fits one of the other name."""
    few, many = sorted((one.middles, two.middles), key=len)
    return all(
        any(word[0] == other[0] if 1 in (len(word), len(other)) else _near_word(word, other)
            for other in many)
        for word in few
    )  # fmt: skip


def _near_word(one: str, other: str) -> bool:
    """Tell whether two words are one in two spellings, or with a slip."""
    if one == other:
        return True
    length = min(len(one), len(other))
    if length < _LONG - 1 or abs(len(one) - len(other)) > 2:
        return False
    most = 2 if length >= _VERY_LONG - 1 else 1
    if _skeleton(one) == _skeleton(other):
        return distance(one, other, most + 1) <= most + 1
    return length >= _LONG + 1 and distance(one, other, most) <= (
        1 if length < _VERY_LONG else most
    )


def _slip_in_the_east(one: NameKeys, two: NameKeys) -> bool:
    """Compare names of East Asia, where a letter more is another name: long ones by one letter."""
    return (
        len(one.words) == len(two.words) > 2
        and min(len(one.letters), len(two.letters)) >= 9
        and distance(one.letters, two.letters, 1) <= 1
    )


@lru_cache(maxsize=65536)
def _skeleton(word: str) -> str:
    """Reduce a word to its consonants as they sound: mohammed, muhammad and mohamad are one."""
    for sound, letter in _SOUNDS:
        word = sound.sub(letter, word)
    opening = "a" if word[:1] in tuple("aeiou") else ""
    return opening + _DOUBLE.sub(r"\1", _SILENT.sub("", word))


def distance(one: str, other: str, most: int) -> int:
    """Count the letters to change, add, leave out or swap with the next; stop beyond `most`."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        above, before, row = before, row, [i] + [0] * len(other)
        for j, wanted in enumerate(other, 1):
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                row[j] = min(row[j], above[j - 2] + 1)
        if min(row) > most:
            return most + 1
    return row[-1]


# The keys under which names are compared; one of them is equal in names that are near.
_KEYS: tuple[Callable[[Sequence[str]], Iterable[str]], ...] = (
    lambda words: [f"{form} {words[-1]}" for form in given_forms(words[0])],
    lambda words: [f"{words[0][0]} {words[-1]}"],
    lambda words: [f"{words[0]} {_skeleton(words[-1])}"],
    lambda words: [f"{_skeleton(words[0])} {_skeleton(words[-1])}"],
    # A slip that is heard is in one half of a word: Gaddafi and Qaddafi, Evgeny and Yevgeny.
    lambda words: [f"{words[0]} {words[-1][:3]}-", f"{words[0]} -{words[-1][-3:]}"],
    lambda words: [f"{words[0][-3:]} {words[-1]}"],
    lambda words: [" ".join(sorted(words))],
    lambda words: [" ".join(words[-2:])],
)
