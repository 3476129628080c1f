"""People: which possible names are names."""

from collections import Counter

from site_builder.entities.draft import Draft, Name
from site_builder.entities.family_names import KOREAN, is_family_first
from site_builder.entities.lexicon import (
    BEFORE_PERSON,
    INITIAL,
    LANDSCAPE,
    PARTICLES,
    PLACE_TYPES,
    ROMAN,
    SPEECH,
    SUFFIXES,
    THINGS,
    TITLE_HEADS,
    TITLE_MODIFIERS,
)  # fmt: skip
from site_builder.entities.roles import has_role_after, office_before_comma
from site_builder.entities.spots import container_after, match_place

ENOUGH = 2.0
"""The evidence with which a possible name is one."""
_SURE = 5.0
_IN_HEADING = 1.0


def judge_names(draft: Draft) -> None:
    """Weigh the evidence for each possible name, and keep those that have enough.

    Evidence is a title or courtesy before the name, an office after it, a given name or an East
    Asian family name, a surname, a verb that people do, and the same last name elsewhere. Words
    that are otherwise written small, abbreviations and "the" speak against it. A headline has to
    give more.
    """
    titled = Counter(
        name.keys[-1] for name in draft.names if name.titled and name.rule != "office of"
    )
    alone = Counter(draft.words[first].key for first, last in draft.loose if last - first == 1)
    sure = {name.keys for name in draft.names if name.titled and len(name.keys) > 1}
    known = {name.keys for name in draft.names if not draft.heading(name.first)}
    ends = {keys[-1] for keys in known}
    for name in draft.names:
        if name.titled:
            heading = draft.heading(name.first) and len(name.keys) > 1 and name.keys not in known
            name.score = _in_heading(draft, name, ends) if heading else _SURE
            continue
        name.score = _score(draft, name)
        if name.keys in sure:
            name.score += _SURE
        last = name.keys[-1]
        name.score += 2.0 if titled[last] else min(alone[last], 2) * 0.75
        if draft.heading(name.first):
            name.score -= _IN_HEADING
    _join_pairs(draft)
    # What is a name in one sentence is one in the next.
    best: dict[tuple[str, ...], float] = {}
    for name in draft.names:
        best[name.keys] = max(best.get(name.keys, -9.0), name.score)
    kept = []
    for name in draft.names:
        if best[name.keys] >= ENOUGH:
            kept.append(name)
        elif len(name.keys) == 2 or len(name.keys) == 1:
            draft.loose.append((name.first, name.last))
    draft.names = kept


def _in_heading(draft: Draft, name: Name, ends: set[str]) -> float:
    """Weigh a name with a title in a headline, where a verb may look like a surname.

    "President Biden Designates Springfield" names Biden where the text knows him so. `ends` are the
    last words of the names of the text.
    """
    if name.keys[0] in ends:
        name.last, name.keys = name.first + 1, name.keys[:1]
        return _SURE
    return _SURE if name.keys[-1] in ends or _score(draft, name) >= 1.0 else 0.0


def _join_pairs(draft: Draft) -> None:
    """Let a name lend weight to the one that "and" joins to it."""
    for one, other in zip(draft.names, draft.names[1:], strict=False):
        between = draft.words[one.last : other.first]
        if len(between) == 1 and between[0].key == "and" and other.first - one.last == 1:
            for name, weight in ((one, other.score), (other, one.score)):
                if not name.titled and len(name.keys) > 1 and 0.5 <= name.score < ENOUGH <= weight:
                    name.score = ENOUGH


def _score(draft: Draft, name: Name) -> float:
    words, gazetteer = draft.words, draft.gazetteer
    first, last, keys = name.first, name.last, name.keys
    score = 0.0
    family_first = is_family_first(keys)
    if family_first:
        score += 2.0
    elif (
        len(keys) == 2 and keys[0] in KOREAN and len(keys[1]) < 6 and keys[1] not in gazetteer.words
    ):
        score += 1.0
    elif keys[0] in gazetteer.given_names:
        score += 1.0 if keys[0] in gazetteer.words or _is_large(draft, keys[0]) else 2.0
    elif keys[0] in gazetteer:
        score -= 1.5 if _is_large(draft, keys[0]) else 0.5
    if not all(word.text.isascii() for word in words[first:last]):
        score += 0.5
    if keys[-1] in gazetteer.surnames:
        score += 1.0
    if keys[-1] == "i" or all(key in TITLE_MODIFIERS for key in keys):
        score -= 4.0
    for index in range(first, last):
        word = words[index]
        key = word.key
        if (
            (key in PARTICLES and not word.capital)
            or (index > first and INITIAL.fullmatch(word.text) and len(word.text) < 2)
            or key in SUFFIXES
            or (index == last - 1 and ROMAN.fullmatch(word.text))
        ):
            score += 1.5
        elif "-" in key and any(
            _is_of_country(draft, part)
            or (
                len(part) > 2
                and part.islower()
                and part in gazetteer.words
                and f"-{part}" in word.text
            )
            for part in key.split("-")
        ):
            score -= 3.0
        elif key in gazetteer.demonyms or key in TITLE_HEADS or key in THINGS or key == "prime":
            score -= 3.0 if key not in gazetteer.surnames or index == first else 0.5
        elif (
            word.text.isupper()
            and len(word.text) > 1
            and not (
                index == first
                and INITIAL.fullmatch(word.text)
                and len(word.text.replace(".", "")) < 3
            )
        ):
            score -= 3.0
        elif key in LANDSCAPE:
            score -= 2.0 if key in gazetteer.surnames and key not in PLACE_TYPES else 4.0
        elif key in gazetteer.words and not family_first:
            score -= 0.5 if key in gazetteer.surnames or key in gazetteer.given_names else 2.0
        elif index == last - 1 and key not in gazetteer.surnames:
            score += 0.5
    if first:
        before = words[first - 1]
        if words[first].glue == " ":
            if before.key in ("the", "a", "an"):
                score -= 4.0
            elif before.key in BEFORE_PERSON:
                score += 0.75
            elif before.key in ("in", "at", "near"):
                score -= 1.5
    score += _after(draft, last)
    if (start := office_before_comma(draft, first)) >= 0:
        name.role_first = start
        score += 2.0
    if len(keys) > 4:
        score -= 1.0
    return score


def _is_large(draft: Draft, key: str) -> bool:
    """Tell whether a word is the name of a well-known place."""
    found = draft.gazetteer.find(key)
    place = draft.gazetteer.place(found[0]) if found else None
    return place is not None and (place.kind != "city" or place.population > 300_000)


def _is_of_country(draft: Draft, key: str) -> bool:
    found = draft.gazetteer.find(key)
    return key in draft.gazetteer.demonyms or (
        bool(found) and draft.gazetteer.place(found[0]).kind == "country"
    )


def _after(draft: Draft, last: int) -> float:
    """Weigh what follows a name: an office, an age, "who", a verb that people do."""
    words = draft.words
    if has_role_after(draft, last):
        return 2.5
    if last >= len(words):
        return 0.0
    word = words[last]
    if word.glue == " ":
        if word.key == "of" and last + 1 < len(words) and words[last + 1].capital:
            at = last + 1
            length, key = match_place(draft, at)
            if length and draft.gazetteer.place(draft.gazetteer.find(key)[0]).kind == "country":
                return 1.5
        return 1.5 if word.key in SPEECH and not word.capital else 0.0
    if word.glue == ", ":
        if any(
            draft.gazetteer.place(number).kind != "city" for number in container_after(draft, last)
        ):
            return -2.0
        if word.key in ("who", "whose", "aged") or (word.text.isdigit() and len(word.text) == 2):
            return 2.0
        if word.key in SPEECH and not word.capital:
            return 1.0
    return 0.0
