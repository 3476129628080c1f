"""People: which possible names are names, and which short forms mean whom."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from site_builder.entities.draft import Draft, Name
from site_builder.entities.family_names import KOREAN, is_family_first
from site_builder.entities.lexicon import (
    BEFORE_PERSON,
    HONORIFICS,
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

_ENOUGH = 2.0
_SURE = 5.0
_IN_HEADING = 1.0
_LIKELY = 0.6


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
        if best[name.keys] >= _ENOUGH:
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
                if not name.titled and len(name.keys) > 1 and 0.5 <= name.score < _ENOUGH <= weight:
                    name.score = _ENOUGH


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


def link_short_forms(draft: Draft) -> dict[int, tuple[str, ...]]:
    """Find the full name that each name of the article stands for, by the number of its first word.

    A surname, alone or with a title, stands for the one full name of the article that ends with it
    (or, family name first, starts with it). Where two people share it, nobody is meant, unless a
    title decides. Capitalised words that no step could place are read here.
    """
    full = fullest(name.keys for name in draft.names if len(name.keys) > 1)
    by_surname: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    by_given: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for keys in set(full.values()):
        by_given[keys[0]].add(keys)
        for key in _short_keys(keys):
            by_surname[key].add(keys)
    offices = _offices(draft, full)
    meant: dict[int, tuple[str, ...]] = {}
    seen: dict[tuple[str, ...], int] = {}
    for name in draft.names:
        if len(name.keys) > 1 and not draft.heading(name.first):
            seen.setdefault(full[name.keys], name.first)
    for name in draft.names:
        if len(name.keys) > 1:
            meant[name.first] = full[name.keys]
            continue
        found = by_surname.get(name.keys[0]) or by_given.get(name.keys[0], set())
        if len(found) > 1:
            same = {keys for keys in found if offices.get(keys, set()) & _office_words(draft, name)}
            found = same or {keys for keys in found if seen.get(keys, name.first) < name.first}
            found = (
                found
                if not same and len(found) > 1
                else set(sorted(found, key=lambda keys: (-len(keys), keys))[:1])
            )
        meant[name.first] = next(iter(found)) if len(found) == 1 else name.keys
    singles = {
        name.keys for name in draft.names if len(name.keys) == 1 and not draft.heading(name.first)
    }
    taken = {index for name in draft.names for index in range(name.first, name.last)}
    for first, last in draft.loose:
        for index in _heads_alone(draft, first, last, taken):
            key = draft.words[index].key
            found = by_surname.get(key, set())
            whole = draft.keys(first, last)
            if whole in full:
                draft.names.append(Name(first, last, whole, rule="repeated", score=_ENOUGH))
                meant[first] = full[whole]
                break
            if len(found) == 1 and _may_be_person(draft, index):
                draft.names.append(Name(index, index + 1, (key,), rule="surname", score=_ENOUGH))
                meant[index] = next(iter(found))
            elif (key,) in singles and not found and _may_be_person(draft, index):
                draft.names.append(Name(index, index + 1, (key,), rule="surname", score=_ENOUGH))
                meant[index] = (key,)
    _take_spots(draft, by_surname, meant)
    draft.names.sort(key=lambda name: name.first)
    return meant


def _heads_alone(draft: Draft, first: int, last: int, taken: set[int]) -> Iterable[int]:
    """List the words of a loose run that may be a surname by themselves."""
    if any(index in taken for index in range(first, last)):
        return
    thing = any(word.key in THINGS or word.key in LANDSCAPE for word in draft.words[first:last])
    if last - first == 1 or (last - first <= 3 and not thing):
        yield last - 1


def _may_be_person(draft: Draft, index: int) -> bool:
    words = draft.words
    following = words[index + 1] if index + 1 < len(words) else None
    if (
        following is not None
        and following.capital
        and draft.close(index + 1)
        and following.key in THINGS
    ):
        return False
    return not (
        words[index].key in draft.gazetteer
        and index
        and words[index - 1].key in ("in", "near", "from")
    )


def _take_spots(
    draft: Draft, by_surname: dict[str, set[tuple[str, ...]]], meant: dict[int, tuple[str, ...]]
) -> None:
    """Turn what looked like a place into the person whose surname it is: Jordan, Washington."""
    kept = []
    for spot in draft.spots:
        found = by_surname.get(spot.key, set())
        single = spot.last - spot.first == 1
        plain = not spot.typed and not spot.within and spot.rule != "dateline"
        plain = plain and not (spot.tagged and spot.sure > _LIKELY and _is_wide(draft, spot.key))
        if (
            single
            and plain
            and len(found) == 1
            and _may_be_person(draft, spot.first)
            and not _is_country_talk(draft, spot.key, found)
        ):
            draft.names.append(
                Name(spot.first, spot.last, (spot.key,), rule="surname", score=_ENOUGH)
            )
            meant[spot.first] = next(iter(found))
        else:
            kept.append(spot)
    draft.spots = kept


def _is_wide(draft: Draft, key: str) -> bool:
    """Tell whether a name is a country's or a territory's."""
    found = draft.gazetteer.find(key)
    return bool(found) and draft.gazetteer.place(found[0]).kind in ("country", "territory")


def _is_country_talk(draft: Draft, key: str, found: set[tuple[str, ...]]) -> bool:
    """Tell whether a name that is a person's too means the place more often in this article."""
    place = draft.gazetteer.place(draft.gazetteer.find(key)[0])
    if place.kind != "country":
        return False
    in_place = sum(
        1
        for spot in draft.spots
        if spot.key == key
        and spot.first
        and draft.words[spot.first - 1].key in ("in", "from", "to", "near", "of", "and")
    )
    people = sum(1 for name in draft.names if name.keys in found)
    return in_place > people


def fullest(names: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Map each name to the fullest form of it: first and last word equal, more words between."""
    groups: dict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
    for keys in names:
        bare = tuple(key for key in keys if key not in SUFFIXES) or keys
        groups[bare[0], bare[-1]].append(keys)
    full = {}
    for forms in groups.values():
        counts = Counter(forms)
        best = max(counts, key=lambda keys: (len(keys), counts[keys], keys))
        full.update(dict.fromkeys(forms, best))
    # "Xi Jinping" within "Comrade Xi Jinping", "Van Rompuy" within "Herman Van Rompuy".
    by_end: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for keys in set(full.values()):
        by_end[keys[-1]].append(keys)
    for keys, best in full.items():
        longer = [
            other
            for other in by_end[best[-1]]
            if len(other) > len(best) and other[-len(best) :] == best
        ]
        if len(longer) == 1:
            full[keys] = longer[0]
    return full


def _short_keys(keys: tuple[str, ...]) -> set[str]:
    """List the single words that may stand for a full name later."""
    bare = [key for key in keys if key not in SUFFIXES and key != "v"]
    if not bare:
        return set()
    found = {bare[-1]} if len(bare[-1]) > 1 else set()
    if is_family_first(keys):
        found.add(keys[0])
        if len(keys) > 2:
            found.discard(bare[-1])
            found.add(bare[-1])
    return found


def _offices(
    draft: Draft, full: dict[tuple[str, ...], tuple[str, ...]]
) -> dict[tuple[str, ...], set[str]]:
    offices: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for name in draft.names:
        if len(name.keys) > 1:
            offices[full[name.keys]] |= _office_words(draft, name)
    return offices


def _office_words(draft: Draft, name: Name) -> set[str]:
    """Return the words that head the office before a name, and its courtesy title."""
    if name.first == 0 or not name.titled:
        return set()
    found = {draft.words[name.first - 1].key}
    return found & (TITLE_HEADS | HONORIFICS)
