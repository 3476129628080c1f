"""Places: which words name one, and which place of that name is meant."""

from collections import Counter
from math import log10

from site_builder.entities.draft import Draft, Spot
from site_builder.entities.gazetteer import Gazetteer, Toponym, key_of
from site_builder.entities.lexicon import (
    BEFORE_PLACE,
    FUNCTION,
    LANDSCAPE,
    PLACE_TYPES,
    SPEECH,
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
_KNOWN_WELL = frozenset(
    {"country", "territory", "region", "sea", "state", "province", "prefecture"}
)
# Territories that have a type behind their name: "Hong Kong SAR".
_SPECIAL = frozenset({"hong kong", "macao", "macau"})
_BIG = 500_000
_MIDDLING = 100_000
# What may follow "the Pacific" where it is no adjective.
_AFTER_SEA = FUNCTION | SPEECH | {"region", "ocean", "coast", "area"}
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
    ends = []
    if words[index].key in gazetteer and words[index].key not in gazetteer.demonyms:
        ends.append((1, words[index].key))
    key = _joined(words[index])
    for offset in range(1, longest):
        at = index + offset
        if at >= len(words):
            break
        word = words[at]
        if not (draft.close(at) or (word.glue == " " and words[at - 1].possessive)):
            break
        whole = f"{key} {word.key}"
        if word.capital and whole in gazetteer:
            ends.append((offset + 1, whole))
        key = f"{key} {_joined(word)}"
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
    return _is_ambiguous(draft.gazetteer, draft.gazetteer.find(key)) or key in _SPECIAL


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


def is_stuck(draft: Draft, spot: Spot) -> bool:
    """Tell whether a hyphen ties the name to another word: "Ethiopia-based", "pro-Kyiv"."""
    if spot.first in draft.pairs:
        return False
    before = draft.words[spot.first].glue
    after = draft.text[draft.words[spot.last - 1].end :][:3].lstrip(".")
    tied = bool(before) and before[-1] in "-‑–@/#" and (len(before) == 1 or before[-2] in ".")
    return tied or (len(after) > 1 and after[0] in "-‑–" and after[1].isalpha())


def choose_places(draft: Draft) -> None:
    """Decide for each spot which place is meant, and drop the spots that mean none.

    In this order: the type written beside a name, here or at the same name elsewhere in the article
    (so that "Shizuoka Prefecture" and "Shizuoka" are one place, the prefecture, shown by its bare
    name); the container after a comma; the countries that the article speaks of; what the bare name
    means in the news. The same name means the same place throughout an article.
    """
    place = draft.gazetteer.place
    draft.spots = [spot for spot in draft.spots if spot.numbers and not is_stuck(draft, spot)]
    mass = _country_mass(draft)
    typed: dict[str, str] = {}
    within: dict[str, tuple[int, ...]] = {}
    for spot in draft.spots:
        if spot.typed and any(_fits(place(number), spot.typed) for number in spot.numbers):
            typed.setdefault(spot.key, spot.typed)
        if spot.within:
            within.setdefault(spot.key, spot.within)
    draft.spots = [
        s
        for s in draft.spots
        if not s.within or s.typed or _fitting(draft.gazetteer, s) or not _is_lesser(draft, s)
    ]
    chosen: dict[str, int] = {}
    for spot in draft.spots:
        if spot.key not in chosen:
            chosen[spot.key] = _choose(
                draft, spot.numbers, typed.get(spot.key, ""), within.get(spot.key, ()), mass
            )
        spot.chosen = chosen[spot.key]
    trusted = {spot.chosen for spot in draft.spots if _is_sure(draft, spot, mass)}
    draft.spots = [spot for spot in draft.spots if spot.chosen in trusted]


def _is_lesser(draft: Draft, spot: Spot) -> bool:
    """Tell whether a name before a comma is a city's that lies elsewhere than the comma says."""
    gazetteer = draft.gazetteer
    containers = [gazetteer.place(number) for number in spot.within]
    lists = any(c.kind == "city" for c in containers[:1])
    return (
        gazetteer.place(spot.numbers[0]).kind == "city"
        and gazetteer.place(spot.numbers[0]).population < _BIG
        and not lists
    )


def _fits(place: Toponym, typed: str) -> bool:
    """Tell whether a place is of the kind that the words beside its name say."""
    if place.kind == typed:
        return True
    wide = {"province", "region", "state", "prefecture", "territory"}
    return place.kind in wide and typed in wide


def _country_mass(draft: Draft) -> Counter[str]:
    """Weigh the countries that an article speaks of: by name, by demonym, by well-known places."""
    mass: Counter[str] = Counter()
    gazetteer = draft.gazetteer
    for word in draft.words:
        if word.capital and (iso := gazetteer.demonyms.get(word.key)):
            mass[iso] += 1
    for spot in draft.spots:
        first = gazetteer.place(spot.numbers[0])
        if first.kind in ("country", "territory"):
            mass[first.iso] += 0 if _is_ambiguous(gazetteer, spot.numbers) else 2
        elif first.population > (1_000_000 if len(spot.numbers) == 1 else 5_000_000):
            mass[first.iso] += 1
        for container in _fitting(gazetteer, spot):
            mass[container.iso] += 2
    if draft.document.dateline_place:
        filed = gazetteer.by_name(draft.document.dateline_place.partition(",")[0])
        if filed:
            mass[filed.iso] += 1
    mass.pop("", None)
    return mass


def _is_ambiguous(gazetteer: Gazetteer, numbers: tuple[int, ...]) -> bool:
    """Tell whether a country's name is that of a large division of another one, as Georgia is."""
    first, *others = map(gazetteer.place, numbers[:3])
    return any(o.kind != "city" and o.iso != first.iso and o.population > 1_000_000 for o in others)


def _fitting(gazetteer: Gazetteer, spot: Spot) -> list[Toponym]:
    """Return the meanings of the place after the comma that one of the name's places lies in."""
    candidates = [gazetteer.place(number) for number in spot.numbers]
    containers = [gazetteer.place(number) for number in spot.within]
    return [c for c in containers if any(_lies_in(place, c) for place in candidates)][:1]


def _choose(
    draft: Draft, numbers: tuple[int, ...], typed: str, within: tuple[int, ...], mass: Counter[str]
) -> int:
    if len(numbers) == 1:
        return numbers[0]
    gazetteer = draft.gazetteer
    total = sum(mass.values()) or 1
    containers = [gazetteer.place(number) for number in within]

    wide = gazetteer.place(numbers[0]).kind in ("country", "territory", "region")

    def score(position: int) -> tuple[float, int]:
        place = gazetteer.place(numbers[position])
        value = -1.5 * position if position < 2 else -1.0 - position
        own = mass[place.iso] - (2 if place.kind == "country" else 0)
        value += 3.0 * max(own, 0) / total
        if place.population > 0:
            value += 0.3 * log10(place.population)
        if typed:
            value += 12 if _fits(place, typed) else 0
        for container in containers:
            if _lies_in(place, container) and (container.kind != "country" or not wide):
                value += 10
            elif container.iso == place.iso and container.kind != "country":
                value += 1
        return value, -position

    return numbers[max(range(len(numbers)), key=score)]


def _is_sure(draft: Draft, spot: Spot, mass: Counter[str]) -> bool:
    """Tell whether a spot by itself is reason enough to believe in its place."""
    words, gazetteer = draft.words, draft.gazetteer
    place = gazetteer.place(spot.chosen)
    before = words[spot.first - 1] if spot.first else None
    near = before is not None and words[spot.first].glue in (" ", "\u00a0")
    prior = before.key if before is not None and near else ""
    if spot.tagged or spot.rule == "dateline" or (spot.typed and _fits(place, spot.typed)):
        return True
    if any(_lies_in(place, gazetteer.place(number)) for number in spot.within):
        return True
    parts = spot.key.split()
    doubtful = len(parts) == 1 and (
        spot.key in gazetteer.words
        or spot.key in gazetteer.given_names
        or spot.key in gazetteer.surnames
        or len(spot.key) < 4
    )
    if spot.key in _ACRONYMS:
        return True
    if place.kind in ("country", "territory"):
        return not (spot.key in gazetteer.words and words[spot.first].opens)
    if place.kind == "city" and prior == "the" and parts[0] != "the":
        return False
    placed = prior in BEFORE_PLACE
    evidence = mass[place.iso] > 0
    if place.kind == "city":
        if doubtful and place.population < 3_000_000:
            certain = prior in ("in", "from", "near", "outside") and place.population >= _MIDDLING
            return certain or (placed and (evidence or place.population > _BIG))
        if place.population >= _BIG:
            return placed or evidence or place.population > 750_000
        return placed and evidence if place.population < _MIDDLING else placed or evidence
    if place.kind in _KNOWN_WELL and place.geonames:
        if doubtful and place.iso != "US" and place.population < 10 * _BIG:
            return placed and evidence
        if spot.key in LANDSCAPE:
            return placed and evidence
        return evidence or placed or place.population > 10_000_000
    if place.kind in ("sea", "river") and len(parts) == 1:
        following = words[spot.last] if spot.last < len(words) else None
        adjective = (
            following is not None and following.glue == " " and following.key not in _AFTER_SEA
        )
        return (placed or prior == "the") and not adjective
    return not doubtful or placed or prior == "the"


def _lies_in(place: Toponym, container: Toponym) -> bool:
    return container.id == place.parent or (
        container.kind == "country" and container.iso == place.iso
    )


def dateline_key(draft: Draft) -> str:
    """Fold the name of the place that the story was filed from."""
    return key_of(draft.document.dateline_place.partition(",")[0])
