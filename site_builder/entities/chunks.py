"""Runs of capitalised words, taken apart into offices, names of people, places and things."""

from site_builder.entities.candidates import (
    LONGEST_NAME,
    has_thing,
    is_filler,
    note_name,
    note_spot,
)  # fmt: skip
from site_builder.entities.draft import Draft
from site_builder.entities.family_names import is_family_first
from site_builder.entities.lexicon import (
    CALENDAR,
    DIRECTIONS,
    FUNCTION,
    HONORIFICS,
    LOWER_TITLES,
    PARTICLES,
    PORTFOLIOS,
    ROYAL,
    SUFFIXES,
    THINGS,
    TITLE_HEADS,
    TITLE_MODIFIERS,
)  # fmt: skip
from site_builder.entities.offices import last_head, office_before, opens_office, small_office
from site_builder.entities.spots import dateline_key, is_acronym, match_place, type_after

_FIRST_OFFICES = frozenset({"lady", "minister", "deputy", "vice", "secretary", "gentleman"})
_AFTER_HEAD = frozenset({"emerita", "emeritus", "designate", "elect", "nominee"})
_COURTESIES = frozenset({"dr", "mr", "mrs", "ms", "prof"})
_DASHES = ("—", "–", " - ", "--", ", ")


def read_chunks(draft: Draft) -> None:
    """Find every run of capitalised words and take it apart."""
    index, count = 0, len(draft.words)
    while index < count:
        if draft.words[index].capital:
            end = _chunk_end(draft, index)
            first, last = _strip(draft, index, end)
            if first < last:
                _read_chunk(draft, first, last)
            index = end
        else:
            index += 1


def _chunk_end(draft: Draft, first: int) -> int:
    """Return the number after the last word of the run that starts at a word.

    Within a run stand the small words of a place's name ("Rio de Janeiro") and up to three
    particles before a word with a capital ("Ursula von der Leyen").
    """
    words = draft.words
    end = first + max(match_place(draft, first)[0], 1)
    while draft.close(end):
        if words[end].capital:
            if words[end].glue[0] == "." and _is_state_in_short(draft, end - 1):
                break
            end += max(match_place(draft, end)[0], 1)
            continue
        after = end
        while after < end + 3 and draft.close(after) and words[after].key in PARTICLES:
            after += 1
        if after == end or not draft.close(after) or not words[after].capital:
            break
        end = after + 1
    return end


def _is_state_in_short(draft: Draft, index: int) -> bool:
    """Tell whether a word is a state after a comma, whose full stop may end a sentence."""
    word = draft.words[index]
    return word.glue == ", " and draft.gazetteer.state_in_short(word.key) is not None


def _strip(draft: Draft, first: int, last: int) -> tuple[int, int]:
    """Leave out words at both ends that have a capital for another reason than a name."""
    while first < last and _is_no_start(draft, first, last):
        first += 1
    while last > first and is_filler(draft, first, last - 1):
        last -= 1
    return first, last


def _is_no_start(draft: Draft, first: int, last: int) -> bool:
    """Tell whether the first word of a run has its capital for another reason than a name."""
    words, gazetteer = draft.words, draft.gazetteer
    word = words[first]
    key = word.key
    length = match_place(draft, first)[0]
    if length > 1 or (length and is_acronym(key)):
        return False
    following = words[first + 1].key if first + 1 < last else ""
    given = bool(following) and key in gazetteer.given_names
    if key == "first" and following in _FIRST_OFFICES:
        return False
    if key in CALENDAR:
        return not given or word.opens or following in TITLE_HEADS
    if key in FUNCTION:
        family = not word.opens and is_family_first(draft.keys(first, first + 2))
        return not family and (not given or key in gazetteer.words)
    if key in gazetteer.demonyms:
        return True
    if not word.opens or key in TITLE_HEADS or key in TITLE_MODIFIERS or key in HONORIFICS:
        return False
    if key not in gazetteer.words or length or key in THINGS or given:
        return False
    return not (following and is_family_first(draft.keys(first, last)))


def _read_chunk(draft: Draft, first: int, last: int) -> None:
    """Take one run apart: a place first, or a person, or neither."""
    words = draft.words
    if draft.heading(first) == "capitals" or _is_shouted(draft, first, last):
        _read_capitals(draft, first, last)
        return
    length, key = match_place(draft, first)
    if length == 1 and first + 1 < last and _is_everyday(draft, key):
        length = 0
    if length and _read_place_first(draft, first, first + length, last, key):
        return
    if words[first].key in DIRECTIONS and last - first > 1:
        length, key = match_place(draft, first + 1)
        if length == last - first - 1:
            note_spot(draft, first + 1, last, key)
            return
    _read_people(draft, first, last)


def _is_everyday(draft: Draft, key: str) -> bool:
    """Tell whether a place's name is rather an ordinary word where more words follow."""
    gazetteer = draft.gazetteer
    if key in DIRECTIONS:
        return True
    return key in gazetteer.words and gazetteer.place(gazetteer.find(key)[0]).kind == "city"


def _read_place_first(draft: Draft, first: int, after: int, last: int, key: str) -> bool:
    """Read a run that starts with a place's name; False where the name is part of something else.

    The place counts where it is the whole run; with its type ("Shizuoka Prefecture"); before an
    office ("New York State Senator Zellnor Myrie"); after a comma, with a name behind it; and after
    an office's "of" ("President of Finland Sauli Niinistö").
    """
    words = draft.words
    if after >= last:
        called = draft.close(first) and words[first - 1].key in HONORIFICS
        if called and last == first + 1:
            draft.loose.append((first, last))
        else:
            note_spot(draft, first, last, key)
        return True
    types = type_after(draft, after, last, key)[0]
    rest = after + types
    if types and (rest >= last or opens_office(draft, rest, last)):
        note_spot(draft, first, after, key)
        if rest < last:
            _read_people(draft, rest, last)
        return True
    named = words[first].glue == ", " and words[after].key in draft.gazetteer.given_names
    if opens_office(draft, after, last) or (named and last - after > 1):
        note_spot(draft, first, after, key)
        _read_people(draft, after, last)
        return True
    office = office_before(draft, first)
    if office >= 0 and last - after > 1 and not has_thing(draft, after, last):
        note_spot(draft, first, after, key)
        note_name(draft, after, last, "office of place", office)
        return True
    return False


def _is_shouted(draft: Draft, first: int, last: int) -> bool:
    """Tell whether a run is printed in capitals throughout, and is no abbreviation."""
    text = draft.surface(first, last)
    return text.isupper() and sum(c.isalpha() for c in text) > 4 and "." not in text


def _read_capitals(draft: Draft, first: int, last: int) -> None:
    """Read a run of capitals: where the story was filed, else names known from elsewhere."""
    index = first
    filed = dateline_key(draft)
    while index < last:
        length, key = match_place(draft, index)
        end = index + max(length, 1)
        if length and end == last and (key == filed or _opens_text(draft, index, end)):
            note_spot(draft, index, end, key, "dateline")
        elif not length or len(key) > 3:
            draft.loose.append((index, end))
        index = end


def _opens_text(draft: Draft, first: int, last: int) -> bool:
    """Tell whether words open the body as a dateline does: "NAIROBI, Nov. 12 (AP) --"."""
    if draft.text[draft.body : draft.words[first].start].strip():
        return False
    tail = draft.text[draft.words[last - 1].end :][:60]
    return tail[:1] == ":" or any(dash in tail for dash in _DASHES)


def _read_people(draft: Draft, first: int, last: int) -> None:
    """Read a run that starts with no place: an office and a name, or one of them."""
    words = draft.words
    head = last_head(draft, first, last)
    if head >= 0:
        _read_after_head(draft, first, head, last)
        return
    if last - first > 2 and words[first].key == "first" and words[first + 1].key in _FIRST_OFFICES:
        note_name(draft, first + 2, last, "title", first)
        return
    if words[first].key in HONORIFICS and last - first > 1:
        note_name(draft, _skip(draft, first, last, HONORIFICS), last, "courtesy")
        return
    courtesy = _inner_courtesy(draft, first, last)
    if courtesy:
        _read_people(draft, first, courtesy)
        _read_people(draft, courtesy, last)
        return
    thing = has_thing(draft, first, last)
    if not thing and draft.close(first) and words[first - 1].key in LOWER_TITLES:
        note_name(draft, first, last, "title", small_office(draft, first))
    elif _read_after_of(draft, first, last):
        return
    elif thing or last - first == 1:
        draft.loose.append((first, last))
    else:
        note_name(draft, first, last, "name")


def _read_after_head(draft: Draft, first: int, head: int, last: int) -> None:
    """Read the name behind an office or a royal title: "State Councilor Wang Yi"."""
    start = head + 1
    if start == last:
        return
    start = _skip(draft, start, last, HONORIFICS | _AFTER_HEAD)
    if draft.words[start].key not in SUFFIXES:
        royal = draft.words[head].key in ROYAL
        note_name(draft, start, last, "title", first, royal)


def _inner_courtesy(draft: Draft, first: int, last: int) -> int:
    """Find a "Dr." or "Mr." within a run, where a name starts; 0 for none."""
    for index in range(first + 1, last - 1):
        if draft.words[index].key in _COURTESIES and draft.words[index + 1].glue[0] == ".":
            return index
    return 0


def _skip(draft: Draft, first: int, last: int, words: frozenset[str]) -> int:
    """Return the first word of a run that is not one of some words; never past the last."""
    while first + 1 < last and draft.words[first].key in words:
        first += 1
    return first


def _read_after_of(draft: Draft, first: int, last: int) -> bool:
    """Read the name at the end of an office with "of": "Secretary of State Mike Pompeo"."""
    office = office_before(draft, first)
    if office < 0:
        return False
    gazetteer, start = draft.gazetteer, first
    while start < last:
        key = draft.words[start].key
        everyday = key in gazetteer.words and key not in gazetteer.given_names
        if not (everyday or key in PORTFOLIOS or key in THINGS or key in TITLE_MODIFIERS):
            break
        start += 1
    if start == last:
        return True
    if first < start and last - start <= LONGEST_NAME and not has_thing(draft, start, last):
        note_name(draft, start, last, "office of", office)
        return True
    return False
