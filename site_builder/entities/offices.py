"""Offices before a name: where one starts, and which word is its head."""

from site_builder.entities.draft import Draft
from site_builder.entities.lexicon import (
    FUNCTION,
    ROYAL,
    SHY_HEADS,
    THINGS,
    TITLE_HEADS,
    TITLE_MODIFIERS,
    word_set,
)  # fmt: skip

_LINKS = word_set("of the for and to & at")
_SHORT_HEADS = word_set("sen rep gov prof sens reps rev")
_LONGEST = 32


def is_head(draft: Draft, index: int) -> bool:
    """Tell whether a word is the head of an office; "Sen" and "Gov" need their full stop."""
    word = draft.words[index]
    if word.key in _SHORT_HEADS:
        return draft.text[word.end : word.end + 1] == "."
    return word.key in TITLE_HEADS


def last_head(draft: Draft, first: int, last: int) -> int:
    """Find the last word of a run that ends an office or is a royal title; -1 for none."""
    words = draft.words
    for index in range(last - 1, first - 1, -1):
        key = words[index].key
        if not is_head(draft, index) and key not in ROYAL:
            continue
        if index > first:
            before = words[index - 1]
            shy = key in SHY_HEADS and before.key not in TITLE_MODIFIERS | TITLE_HEADS
            if shy or len(before.text) == 1:
                continue
        return index
    return -1


def opens_office(draft: Draft, first: int, last: int) -> bool:
    """Tell whether a run starts with an office: "State Senator", "National Security Adviser"."""
    words = draft.words
    opening = words[first].key
    if not (opening in TITLE_MODIFIERS or opening in TITLE_HEADS or opening in THINGS):
        return False
    return any(
        words[index].key in TITLE_HEADS
        and (index in (first, last - 1) or words[index].key not in SHY_HEADS)
        for index in range(first, last)
    )


def office_before(draft: Draft, first: int) -> int:
    """Find the office that "of", "for" or "to" joins to the run at a word; its first word, or -1.

    From "Congress Li Zhanshu" it goes back over "Chairman of the Standing Committee of the National
    People's" to "Chairman".
    """
    words = draft.words
    index, linked = first, False
    while index > 0 and first - index < _LONGEST:
        word, before = words[index], words[index - 1]
        if word.glue != " " and not (word.glue == ", " and linked):
            return -1
        if before.key in ("of", "for", "to"):
            linked = True
        elif before.key in TITLE_HEADS and word.key in ("of", "for", "to"):
            return _start(draft, index - 1)
        elif not (before.capital or before.key in _LINKS) or before.key == "at":
            return -1
        index -= 1
    return -1


def _start(draft: Draft, head: int) -> int:
    """Go back from the head of an office over "Vice" and "Deputy" to its first word."""
    words = draft.words
    index = head
    while index > 0 and words[index].glue == " ":
        before = words[index - 1]
        if before.possessive or not (before.key in TITLE_MODIFIERS or before.key in TITLE_HEADS):
            break
        index -= 1
    return index


def small_office(draft: Draft, first: int) -> int:
    """Return the first word of an office in small letters before a name.

    "former president", and with what it belongs to: "Congress president".
    """
    words, gazetteer = draft.words, draft.gazetteer
    index = first - 1
    while index > 0 and words[index].glue == " ":
        before = words[index - 1]
        if before.key != "former" and (before.key not in TITLE_MODIFIERS or before.opens):
            break
        index -= 1
    while index > 0 and words[index - 1].capital and draft.close(index):
        before = words[index - 1]
        if before.key in gazetteer.demonyms or before.key in gazetteer or before.key in FUNCTION:
            break
        index -= 1
    return index
