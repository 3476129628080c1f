"""Places: which words name one, and what is printed beside them."""

from site_builder.entities.draft import Draft, Spot
from site_builder.entities.gazetteer import Gazetteer, key_of
from site_builder.entities.lexicon import (
    DIRECTIONS,
    PLACE_TYPES,
    THINGS,
    word_set,
)
from site_builder.entities.reading import Word

# Letters that name a country only as capitals: "US" is one, "us" and "Us" are not.
_ACRONYMS = word_set(
    """
    us uk uae drc dprk rok usa prc gdr ussr ksa u.s u.k u.s.a u.a.e dc d.c nyc l.a hk
    """
)
# "Victoria, the capital of Seychelles": what a place is called behind the comma, and where it lies.
_SETTLEMENTS = word_set(
    """
    capital city town village port suburb resort settlement hamlet borough community commune
    """
)
_LYING = frozenset({"of", "in"})
_LONGEST_DESCRIPTION = 5
# Territories that have a type behind their name: "Hong Kong SAR".
_SPECIAL = frozenset({"hong kong", "macao", "macau"})
# Names of small divisions that are everyday words, and words that are rarely a place.
_NEVER = word_set(
    """
    xinhua commonwealth reunion
    national north south east west northern southern eastern western central centre center delta
    capital federal gulf metropolitan littoral coast islands river rivers islamic republic union
    of most nice reading bath mobile same sale born best male man date split bar
    """
)


def match_place(draft: Draft, index: int) -> tuple[int, str]:
    """Find the longest place name that starts at a word; (0, "") for none."""
    found = draft.matches.get(index)
    if found is None:
        found = draft.matches[index] = _match(draft, index)
    return found


def _match(draft: Draft, index: int) -> tuple[int, str]:
    words, gazetteer = draft.words, draft.gazetteer
    opening = words[index]
    longest = gazetteer.starts(opening.key)
    if opening.possessive:
        longest = max(longest, gazetteer.starts(_joined(opening)))
    if not longest:
        return 0, ""
    names = gazetteer.names
    ends = []
    if opening.key in names and opening.key not in gazetteer.demonyms:
        ends.append((1, opening.key))
    if longest > 1:
        key = _joined(opening)
        for at in range(index + 1, min(index + longest, len(words))):
            word = words[at]
            if word.glue != " " and not draft.close(at):
                break
            whole = f"{key} {word.key}"
            if word.capital and whole in names:
                ends.append((at - index + 1, whole))
            key = f"{whole}s" if word.possessive else whole
    while ends:
        length, name = ends.pop()
        if _is_written_so(words[index : index + length], name):
            return length, name
    return 0, ""


def is_acronym(key: str) -> bool:
    """Tell whether a folded name is letters that stand for a country, as "us" and "dprk"."""
    return key in _ACRONYMS


def _joined(word: Word) -> str:
    return word.key + "s" if word.possessive else word.key


def _is_written_so(words: list[Word], key: str) -> bool:
    if key in _ACRONYMS:
        return words[0].text.isupper()
    return key not in _NEVER and key not in THINGS


def type_after(draft: Draft, index: int, last: int, key: str) -> tuple[int, str]:
    """Read the type that follows a place's name: its number of words, and the kind it says.

    A country has no type behind its name: the "US State Department" is no state.
    """
    words = draft.words
    first = draft.gazetteer.place(draft.gazetteer.find(key)[0])
    if first.kind in ("country", "territory") and not _is_ambiguous_country(draft, key):
        return 0, ""
    if index >= len(words) or not draft.close(index):
        return 0, ""
    pair = " ".join(word.key for word in words[index : index + 2])
    if pair in PLACE_TYPES and draft.close(index + 1):
        return 2, PLACE_TYPES[pair]
    type = words[index].key
    if type in PLACE_TYPES and (index < last or not words[index].capital):
        return 1, PLACE_TYPES[type]
    return 0, ""


def _is_ambiguous_country(draft: Draft, key: str) -> bool:
    return is_ambiguous(draft.gazetteer, draft.gazetteer.find(key)) or key in _SPECIAL


def container_after(draft: Draft, last: int) -> tuple[int, ...]:
    """Read the place that a comma or a bracket after a name says it lies in."""
    words = draft.words
    if (
        last >= len(words)
        or words[last].glue not in (", ", " (", "., ")
        or not words[last].capital
        or words[last].possessive
    ):
        return ()
    short = draft.gazetteer.state_in_short(words[last].key)
    if short is not None and (
        words[last].text.isupper() or draft.text[words[last].end : words[last].end + 1] == "."
    ):
        return (short,)
    length, key = match_place(draft, last)
    return draft.gazetteer.find(key) if length else ()


def container_described(draft: Draft, last: int) -> tuple[int, ...]:
    """Read the place that a description behind a name says it lies in: ", a town in Ohio"."""
    words = draft.words
    if last >= len(words) or words[last].glue != ", " or words[last].key not in ("the", "a", "an"):
        return ()
    heads = range(last + 1, min(last + _LONGEST_DESCRIPTION, len(words) - 2))
    for head in heads:
        if not draft.close(head):
            return ()
        if words[head].key in _SETTLEMENTS and words[head + 1].key in _LYING:
            at = head + 2
            while at < len(words) - 1 and (words[at].key == "the" or words[at].key in DIRECTIONS):
                at += 1
            length, key = match_place(draft, at) if words[at].capital else (0, "")
            return draft.gazetteer.find(key) if length else ()
    return ()


def is_stuck(draft: Draft, spot: Spot) -> bool:
    """Tell whether a hyphen ties the name to another word: "Ethiopia-based", "pro-Kyiv"."""
    if spot.first in draft.pairs:
        return False
    before = draft.words[spot.first].glue
    after = draft.text[draft.words[spot.last - 1].end :][:3].lstrip(".")
    tied = bool(before) and before[-1] in "-‑–@/#" and (len(before) == 1 or before[-2] in ".")
    return tied or (len(after) > 1 and after[0] in "-‑–" and after[1].isalpha())


def is_ambiguous(gazetteer: Gazetteer, numbers: tuple[int, ...]) -> bool:
    """Tell whether a country's name is that of a large division of another one, as Georgia is."""
    first, *others = map(gazetteer.place, numbers[:3])
    return any(o.kind != "city" and o.iso != first.iso and o.population > 1_000_000 for o in others)


def dateline_key(draft: Draft) -> str:
    """Fold the name of the place that the story was filed from."""
    return key_of(draft.document.dateline_place.partition(",")[0])
