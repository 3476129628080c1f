"""Which full name of an article each short form means."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from site_builder.entities.draft import Draft, Name
from site_builder.entities.family_names import is_family_first
from site_builder.entities.lexicon import HONORIFICS, LANDSCAPE, SUFFIXES, THINGS, TITLE_HEADS
from site_builder.entities.nicknames import given_forms
from site_builder.entities.people import ENOUGH

_LIKELY = 0.6


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
                draft.names.append(Name(first, last, whole, rule="repeated", score=ENOUGH))
                meant[first] = full[whole]
                break
            if len(found) == 1 and _may_be_person(draft, index):
                draft.names.append(Name(index, index + 1, (key,), rule="surname", score=ENOUGH))
                meant[index] = next(iter(found))
            elif (key,) in singles and not found and _may_be_person(draft, index):
                draft.names.append(Name(index, index + 1, (key,), rule="surname", score=ENOUGH))
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
                Name(spot.first, spot.last, (spot.key,), rule="surname", score=ENOUGH)
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
    _join_nicknames(groups)
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


def _join_nicknames(groups: dict[tuple[str, str], list[tuple[str, ...]]]) -> None:
    """Take "Joe Biden" and "Joseph R. Biden" of one article for one person, if no third is near."""
    by_surname: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for pair in groups:
        by_surname[pair[1]].append(pair)
    for pairs in by_surname.values():
        if len(pairs) == 2:
            one, other = pairs
            if one[0] != one[1] and given_forms(one[0]) & given_forms(other[0]):
                groups[one] += groups.pop(other)


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
