"""Roles: the office printed before a name, or after it, as printed."""

from site_builder.entities.draft import Draft, Name
from site_builder.entities.lexicon import (
    HONORIFICS,
    LOWER_TITLES,
    ROYAL,
    SHY_HEADS,
    THINGS,
    TITLE_HEADS,
    TITLE_MODIFIERS,
    word_set,
)  # fmt: skip
from site_builder.entities.spots import match_place

_ARTICLES = frozenset({"the", "a", "an"})
_LINKS = word_set(
    """
    of for to the and
    """
)
_LONGEST = 24


def find_roles(draft: Draft) -> None:
    """Write each name's role: the office after the name, else the one before it."""
    for name in draft.names:
        if name.rule == "surname":
            continue
        name.role = role_before(draft, name) or role_after(draft, name.last)


def role_before(draft: Draft, name: Name) -> str:
    """Return the office before a name, without the country or people that it opens with.

    Offices joined by "and" are one role: "State Councilor and Foreign Minister". Royal titles
    that are part of the name ("Pope Francis") are no role.
    """
    first = name.role_first
    if first < 0 or (name.royal and name.first - first <= 1):
        return ""
    first = _over_and(draft, first)
    first = _skip_country(draft, first, name.first)
    words = draft.words
    while first < name.first and not _opens_role(draft, first):
        first += 1
    end = name.first
    while end > first and words[end - 1].key in {"dr", "mr", "mrs", "ms", "sir", "dame", "lord"}:
        end -= 1
    if end <= first:
        return ""
    stop = "." if words[end].glue.startswith(".") and end < name.first + 1 else ""
    return draft.surface(first, end) + stop


def _opens_role(draft: Draft, index: int) -> bool:
    word = draft.words[index]
    return word.key not in draft.gazetteer.demonyms and word.key not in _LINKS


def _over_and(draft: Draft, first: int) -> int:
    """Go back over "and" to the office that it joins to this one."""
    words = draft.words
    while first >= 2 and words[first].glue == " " and words[first - 1].key in ("and", "&"):
        head = first - 2
        if words[first - 1].glue != " ":
            break
        start = _office_ending(draft, head)
        if start < 0:
            break
        first = start
    return first


def _office_ending(draft: Draft, last: int) -> int:
    """Return where the office starts whose last word is given; -1 where none ends there."""
    words = draft.words
    index, head = last, -1
    while index >= 0 and last - index < _LONGEST:
        word = words[index]
        if not (word.capital or word.key in _LINKS or word.key in LOWER_TITLES):
            break
        tied = index == last or words[index + 1].key in ("of", "for", "to")
        if word.key in TITLE_HEADS and tied:
            head = index
            break
        if word.glue != " " or (word.key == "to" and head < 0 and index < last - 6):
            return -1 if head < 0 else head
        index -= 1
    if head < 0:
        return -1
    start = head
    while (
        start > 0
        and words[start].glue == " "
        and (
            words[start - 1].key in TITLE_MODIFIERS
            and (words[start - 1].capital or words[start - 1].key == "former")
        )
    ):
        start -= 1
    return start


def _skip_country(draft: Draft, first: int, last: int) -> int:
    """Go past a country, place or people at the start of an office: "Chinese", "New York"."""
    while first < last:
        length, key = match_place(draft, first)
        if length and first + length < last and _is_well_known(draft, key):
            first += length
        elif draft.words[first].key in draft.gazetteer.demonyms and first + 1 < last:
            first += 1
        else:
            break
    return first


def _is_well_known(draft: Draft, key: str) -> bool:
    place = draft.gazetteer.place(draft.gazetteer.find(key)[0])
    return place.kind not in ("city", "county") or (
        place.population > 500_000 and key not in draft.gazetteer.words
    )


def office_before_comma(draft: Draft, first: int) -> int:
    """Find the office that a comma parts from a name: "The leader of Samoa, Fiame ..."; or -1."""
    words = draft.words
    if first < 2 or words[first].glue != ", ":
        return -1
    start = _office_ending(draft, first - 1)
    if start < 1:
        return -1
    before = words[start - 1]
    definite = (
        before.key in ("the", "its", "his", "her", "their", "our", "whose") or before.possessive
    )
    return start if definite and words[start].glue == " " else -1


def has_role_after(draft: Draft, index: int) -> bool:
    """Tell whether an office in apposition starts at a word: ", Governor of ...", " (Director)"."""
    return _office_head(draft, index) is not None


def _office_head(draft: Draft, index: int) -> tuple[int, int] | None:
    """Find the first word and the head of the office in apposition that starts at a word."""
    words = draft.words
    if index >= len(words) or words[index].glue not in (", ", " (", " – ", " — ", " - ", "., "):
        return None
    start = index
    if words[start].key in _ARTICLES:
        start += 1
    at = start
    while at < len(words) and at - start < 7:
        word = words[at]
        if at > index and not (word.glue == " " or draft.close(at)):
            return None
        key = word.key
        if (key in TITLE_HEADS and (key not in SHY_HEADS or _goes_on(draft, at))) or (
            key in ROYAL and _goes_on(draft, at)
        ):
            # "Wang Yi, President Xi ...": an office that another name follows is that person's.
            following = words[at + 1] if at + 1 < len(words) else None
            if following is None or following.glue != " " or not following.capital:
                return start, at
            if not (
                following.key in TITLE_MODIFIERS
                or following.key in TITLE_HEADS
                or following.key in THINGS
            ):
                return None
        elif not (
            key in TITLE_MODIFIERS
            or key in draft.gazetteer.demonyms
            or (
                word.capital
                and (key in THINGS or match_place(draft, at)[0] or _in_office(draft, at))
            )
        ):
            return None
        at += 1
    return None


def _in_office(draft: Draft, index: int) -> bool:
    """Tell whether a capitalised word belongs to an office whose head comes soon."""
    return any(
        draft.words[at].key in TITLE_HEADS and draft.words[at].glue == " "
        for at in range(index + 1, min(index + 4, len(draft.words)))
    )


def _goes_on(draft: Draft, head: int) -> bool:
    following = draft.words[head + 1] if head + 1 < len(draft.words) else None
    return (
        following is not None
        and following.glue == " "
        and following.key in ("of", "for", "to", "at")
    )


def role_after(draft: Draft, index: int) -> str:
    """Return the office in apposition after a name, as printed, without what it needs not.

    The office goes on over "of", "for", "to", "the" and "and" and the capitalised words behind
    them. Cut are: an article before it; a country that a second "of" adds ("Governor of Shizuoka
    Prefecture of Japan"); and all from "in" on, which says where something happened. The country
    stays where the office would not stand without it ("trade minister of South Korea").
    """
    found = _office_head(draft, index)
    if found is None:
        return ""
    first, head = found
    words = draft.words
    end, at = head + 1, head + 1
    ofs: list[int] = []
    while at < len(words) and at - first < _LONGEST and words[at].glue in (" ", " & ", "' ", "’ "):
        word = words[at]
        if word.key == "of" and not word.capital:
            ofs.append(at)
        if words[at - 1].key == "and" and word.key in HONORIFICS:
            break
        if (
            word.capital
            or (word.key in TITLE_HEADS and words[at - 1].key in ("and", "the", "of"))
            or (word.key in TITLE_MODIFIERS and words[at - 1].key in ("and",))
        ):
            length, _ = match_place(draft, at)
            at += max(length, 1)
            end = at
            continue
        if word.key in _LINKS:
            at += 1
            continue
        following = words[at + 1] if at + 1 < len(words) else None
        if (
            words[at - 1].key == "the"
            and following is not None
            and following.glue == " "
            and (following.capital or following.key == "of")
        ):
            at += 1
            continue
        break
    if len(ofs) > 1 and ofs[-1] < end:
        length, key = match_place(draft, ofs[-1] + 1)
        if not length and ofs[-1] + 2 < end and words[ofs[-1] + 1].key == "the":
            length, key = match_place(draft, ofs[-1] + 2)
            length += 1
        if length and ofs[-1] + 1 + length == end:
            number = draft.gazetteer.find(key)[0]
            if draft.gazetteer.place(number).kind == "country":
                end = ofs[-1]
    return draft.surface(first, end)
