"""What a run of words is noted as: a possible person, or a possible place."""

from site_builder.entities.draft import Draft, Name, Spot
from site_builder.entities.family_names import is_family_first
from site_builder.entities.lexicon import (
    CALENDAR,
    FUNCTION,
    LANDSCAPE,
    OF_THINGS,
    PARTICLES,
    PLACE_TYPES,
    PORTFOLIOS,
    ROMAN,
    SUFFIXES,
    THINGS,
    TITLE_HEADS,
    TYPES_BEFORE_OF,
)  # fmt: skip
from site_builder.entities.offices import is_head
from site_builder.entities.spots import container_after, match_place, type_after

LONGEST_NAME = 6
_WIDE = ("country", "territory", "region")


def note_spot(draft: Draft, first: int, last: int, key: str, rule: str = "gazetteer") -> None:
    """Note a place, unless it is part of a thing: "the Bank of China", "University of Oxford".

    A type behind the name belongs to it: "Shizuoka Prefecture".
    """
    words = draft.words
    glue = words[first].glue
    if _is_of_thing(draft, first) or (draft.things_end == first and glue == ", "):
        draft.things_end = last
        return
    if key in ("d.c", "dc") and glue == ", " and words[first - 1].key == "washington":
        return
    types, typed = type_after(draft, last, len(words), key)
    if not types and first >= 2 and words[first - 1].key == "of":
        before = words[first - 2].key
        typed = PLACE_TYPES.get(before, "") if before in TYPES_BEFORE_OF else ""
    last += types
    within = container_after(draft, last)
    draft.spots.append(Spot(first, last, key, draft.gazetteer.find(key), typed, within, rule))


def _is_of_thing(draft: Draft, first: int) -> bool:
    """Tell whether "of" ties a run to a thing before it, as in "Bank of the Philippines"."""
    words = draft.words
    if first < 2 or words[first].glue != " ":
        return False
    link = first - 2 if words[first - 1].key == "the" else first - 1
    if link < 1 or words[link].key not in ("of", "for") or words[link].glue != " ":
        return False
    head = words[link - 1]
    return head.capital and head.key in OF_THINGS and head.key not in TITLE_HEADS


def has_thing(draft: Draft, first: int, last: int) -> bool:
    """Tell whether a run names a thing: an organisation, a law, a building, an event.

    A thing's word that is a surname counts as one where a given name stands before it.
    """
    words, gazetteer = draft.words, draft.gazetteer
    for index in range(first, last):
        key = words[index].key
        if key not in THINGS and key not in LANDSCAPE:
            continue
        if first < index < last - 1 and _is_second_name(draft, first, index):
            continue
        if not (first < index == last - 1 and key in gazetteer.surnames):
            return True
        before = words[index - 1].key
        given = before if len(before) > 1 else words[first].key
        if given not in gazetteer.given_names or given in gazetteer.words or given in gazetteer:
            return True
    return False


def _is_second_name(draft: Draft, first: int, index: int) -> bool:
    """Tell whether a thing's word within a name is a surname: "Jennifer Hall Godfrey"."""
    gazetteer, given = draft.gazetteer, draft.words[first].key
    return (
        draft.words[index].key in gazetteer.surnames
        and given in gazetteer.given_names
        and given not in gazetteer.words
        and given not in gazetteer
    )


def is_filler(draft: Draft, first: int, index: int) -> bool:
    """Tell whether a word with a capital is no part of the name that starts before it.

    "Theresa May", "Liu He" and "Enrique A. Manalo" keep their words.
    """
    word, gazetteer = draft.words[index], draft.gazetteer
    if word.key not in CALENDAR and word.key not in FUNCTION:
        return False
    if word.text.isupper() or (word.key in gazetteer.surnames and word.key not in CALENDAR):
        return False
    # "Doctor He Jiankui"; where it opens a sentence, "He" is nobody's name.
    if not word.opens and draft.close(index + 1) and is_family_first(draft.keys(index, index + 2)):
        return False
    if index == first:
        return True
    pair = draft.keys(index - 1, index + 1)
    return pair[0] not in gazetteer.given_names and not is_family_first(pair)


def note_name(
    draft: Draft, first: int, last: int, rule: str, office: int = -1, royal: bool = False
) -> None:
    """Note a possible person.

    `rule` is "name" for a name without a title; `office` the first word of the office before it.
    Words at the end that belong to no name are cut.
    """
    titled = rule != "name"
    last = _name_end(draft, first, last, titled)
    if not first < last <= first + LONGEST_NAME:
        return
    words = draft.words
    keys = draft.keys(first, last)
    if titled and not _may_be_titled(draft, keys):
        return
    if titled and rule != "courtesy" and _is_place_after_all(draft, first, last):
        note_spot(draft, first, last, " ".join(keys))
        return
    opening = words[first].text
    if opening.isupper() and len(opening) > 3 and not words[last - 1].text.isupper():
        return
    royal = royal and (len(keys) == 1 or ROMAN.fullmatch(words[last - 1].text) is not None)
    draft.names.append(Name(first, last, keys, titled, office, rule=rule, royal=royal))


def _name_end(draft: Draft, first: int, last: int, titled: bool) -> int:
    """Return where a name ends within its run; `first` where it is none."""
    words, gazetteer = draft.words, draft.gazetteer
    family_first = is_family_first(draft.keys(first, last))
    end = first
    while end < last:
        key = words[end].key
        name_word = key in gazetteer.given_names or key in gazetteer.surnames
        if end > first and words[end - 1].key in SUFFIXES:
            break
        if end > first and ((titled and is_head(draft, end)) or is_filler(draft, first, end)):
            break
        if key in THINGS and not name_word:
            return first
        common = key in gazetteer.words and not name_word and key not in PARTICLES
        if common and not family_first and not (titled and end == first):
            end = end if titled else last
            break
        end += 1
    while end > first and words[end - 1].key in PARTICLES and not words[end - 1].capital:
        end -= 1
    while end > first + 1 and len(words[end - 1].text) == 1 and words[end - 1].text not in "IVX":
        end -= 1
    return end


def _may_be_titled(draft: Draft, keys: tuple[str, ...]) -> bool:
    """Tell whether words after a title can be a name at all: "State Department" cannot."""
    gazetteer = draft.gazetteer
    small = keys[0] in FUNCTION and not is_family_first(keys)  # "Doctor He Jiankui"
    if small or any(key in gazetteer.demonyms for key in keys):
        return False
    if keys[-1] in PLACE_TYPES and keys[-1] not in gazetteer.given_names:
        return False
    if len(keys) > 1:
        return True
    key = keys[0]
    if len(key) < 2 or key in THINGS or key in PLACE_TYPES or key in PORTFOLIOS:
        return False
    return key not in gazetteer.words or key in gazetteer.surnames


def _is_place_after_all(draft: Draft, first: int, last: int) -> bool:
    """Tell whether what follows a title is a place: "Prime Minister, Japan" run together."""
    length, key = match_place(draft, first)
    if length != last - first:
        return False
    return length > 1 or draft.gazetteer.place(draft.gazetteer.find(key)[0]).kind in _WIDE
