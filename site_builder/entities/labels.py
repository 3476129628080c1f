"""Where the tagger and the rules meet: which names and places of a draft stand."""

from collections.abc import Collection, Iterable, Sequence

from site_builder.entities.candidates import note_spot
from site_builder.entities.corrections import (
    FATHERS,
    corrected,
    is_impossible,
    state_in_short,
)
from site_builder.entities.draft import Draft, Label, Name, Spot
from site_builder.entities.family_names import is_family_first
from site_builder.entities.lexicon import (
    BEFORE_PLACE,
    BRANDS,
    DIRECTIONS,
    HONORIFICS,
    LOWER_TITLES,
    OCCUPATIONS,
    PARTICLES,
    PORTFOLIOS,
    SUFFIXES,
    THINGS,
    TITLE_HEADS,
    TITLE_MODIFIERS,
    word_set,
)
from site_builder.entities.offices import office_before, small_office
from site_builder.entities.reading import Word
from site_builder.entities.spots import match_place, type_after

_SURE, _LIKELY = 0.9, 0.6
_LARGE = 300_000
_AND = frozenset({"and", "&", "or"})
# "Xinjiang and Tibet Autonomous Regions", "Fars and Kerman provinces"
_TYPES_OF_SEVERAL = word_set(
    """
    autonomous provinces regions states counties districts prefectures cities islands
    """
)
_SHEIKHS = frozenset({"sheikh", "sheikha"})
_PAPAL = frozenset({"pope"})


def take_labels(draft: Draft, labels: Sequence[Label], candidates: Sequence[Name]) -> None:
    """Bring a draft's names and spots into line with the labels of the tagger.

    What both found stands as the rules read it, with its office or its type. What only the tagger
    found is added. What only the rules found stays where the words themselves prove it: a title
    before a name, a type behind a place.
    """
    labels = corrected(draft, labels)
    taken = {index: label for label in labels for index in range(label.first, label.last)}
    _take_people(draft, [label for label in labels if label.type == "person"], candidates, taken)
    _take_places(draft, [label for label in labels if label.type == "place"], taken)
    draft.organisations = [label for label in labels if label.type == "organisation"]
    draft.loose = [
        (first, last)
        for first, last in draft.loose
        if not any(index in taken for index in range(first, last))
    ]


def _take_people(
    draft: Draft, labels: Sequence[Label], candidates: Sequence[Name], taken: dict[int, Label]
) -> None:
    by_words = {(name.first, name.last): name for name in candidates}
    by_first = {name.first: name for name in candidates}
    titled = {name.last: name for name in candidates if name.titled}
    ends = {
        _surname(draft.keys(label.first, label.last))
        for label in labels
        if not draft.heading(label.first)
    }
    kept: list[Name] = []
    used: set[int] = set()
    for label in labels:
        first, last = _bare(draft, label.first, label.last, ends)
        behind = titled.get(last)
        if behind and first < behind.first:
            first = behind.first
        longer = by_first.get(first)
        if longer and longer.titled and longer.last > last and label.score < _SURE:
            last = longer.last
        name = by_words.get((first, last))
        if name is None:
            known = by_first.get(first)
            keys = draft.keys(first, last)
            name = Name(first, last, keys, rule="model")
            if known is not None:
                name.titled, name.role_first = known.titled, known.role_first
                name.royal = known.royal and last - first == 1
                name.rule = known.rule if known.titled else "model"
            else:
                office = _office(draft, first)
                name.titled, name.role_first = office >= 0, office
        name.sure = label.score
        kept.append(name)
        used.update(range(first, last))
    for name in draft.names:
        words = range(name.first, name.last)
        if any(index in used for index in words):
            continue
        others = {taken[index].type for index in words if index in taken}
        label = Label(name.first, name.last, "person", _LIKELY)
        proven = name.titled or _is_speaker(draft, name)
        if not others and proven and not is_impossible(draft, label):
            name.sure = _LIKELY
            kept.append(name)
    draft.names = sorted(kept, key=lambda name: name.first)


def _is_speaker(draft: Draft, name: Name) -> bool:
    """Tell whether a name opens a paragraph before a colon, as a speaker's does: "Geng Shuang:"."""
    words = draft.words
    if len(name.keys) < 2 or name.last >= len(words) or draft.heading(name.first):
        return False
    opens = name.first == 0 or "\n" in words[name.first].glue
    known = name.keys[0] in draft.gazetteer.given_names or is_family_first(name.keys)
    return opens and known and words[name.last].glue.startswith(":")


def _surname(keys: Sequence[str]) -> str:
    """Return the last word of a name that is no "Jr."."""
    return next((key for key in reversed(keys) if key not in SUFFIXES), keys[-1])


def _bare(draft: Draft, first: int, last: int, known: Collection[str]) -> tuple[int, int]:
    """Leave out of a name what is none of it: "Mrs. Clinton", "Economics Mike Pyle".

    `known` are the last words of the names of the text: "Biden Designates" in a headline is Biden.
    """
    words = draft.words
    given = draft.gazetteer.given_names
    # "Sheikh Mohamed bin [Zayed Al Nahyan]" starts before the father's name.
    while first > 1 and words[first - 1].key in FATHERS and draft.close(first):
        start = first - 2
        if not (words[start].capital and draft.close(first - 1)):
            break
        first = start
    if draft.heading(first):
        for index in range(first, last - 1):
            if words[index].key in HONORIFICS:
                continue
            if words[index].key in known and words[last - 1].key not in known:
                last = index + 1
                break
    while last - first > 1:
        key = words[first].key
        office = key in HONORIFICS or key in TITLE_HEADS
        if words[first + 1].key in _SHEIKHS and last - first > 2:
            no_name = office = True  # "Amir Sheikh Tamim"
        elif office:
            certain = words[first].text.endswith(".") or key in _SHEIKHS
            no_name = key not in _PAPAL and (key not in given or certain)
        elif _only_opens(draft, first):
            no_name = True
            office = last - first > 2 or words[first + 1].key in given
        else:
            no_name = words[first + 1].key in given and _is_no_name(draft, first)
        if no_name and (office or last - first > 2):
            first += 1
        else:
            break
    while last - first > 1 and _is_no_end(words[last - 1]):
        last -= 1
    return first, last


def _is_no_end(word: Word) -> bool:
    """Tell whether no name ends with a word: "James A" goes on elsewhere."""
    if word.key in PARTICLES and not word.capital:
        return True
    return len(word.text) == 1 and word.text not in "IVX"


def _only_opens(draft: Draft, index: int) -> bool:
    """Tell whether a word has its capital because it opens a sentence: "Goalkeeper John Noble"."""
    word, gazetteer = draft.words[index], draft.gazetteer
    small = word.key in gazetteer.words or word.key in OCCUPATIONS
    return word.opens and small and word.key not in gazetteer.given_names


def _is_no_name(draft: Draft, index: int) -> bool:
    """Tell whether a word before a given name belongs to something else."""
    word, gazetteer = draft.words[index], draft.gazetteer
    acronym = word.text.isupper() and len(word.text) > 1 and "." not in word.text
    thing = word.key in PORTFOLIOS or word.key in THINGS
    if thing or acronym:
        return acronym or word.key not in gazetteer.given_names
    found = gazetteer.find(word.key)
    return bool(found) and gazetteer.place(found[0]).kind == "country"


def _office(draft: Draft, first: int) -> int:
    """Return the first word of the office before a name, or -1."""
    words = draft.words
    if not first or not draft.close(first):
        return -1
    before = words[first - 1]
    if before.key in LOWER_TITLES and not before.capital:
        return small_office(draft, first)
    if before.key in TITLE_HEADS and before.capital:
        start = first - 1
        while start and draft.close(start) and words[start - 1].key in TITLE_MODIFIERS:
            start -= 1
        return start
    if before.key in HONORIFICS:
        return first - 1
    return office_before(draft, first)


def _stands_alone(draft: Draft, first: int, key: str, label: Label) -> bool:
    """Tell whether a place's name within a label is a name by itself, and no part of a longer one.

    It is the whole label, or what "and" parts from the rest: "Xinjiang and Tibet Autonomous
    Regions".
    """
    words, last = draft.words, first + len(key.split())
    opens = first == label.first or words[first - 1].key in _AND
    types = type_after(draft, last, len(words), key)[0]
    after = words[last] if last < label.last else None
    closes = after is None or after.key in _AND or last + types >= label.last
    return opens and (closes or (after is not None and after.key in _TYPES_OF_SEVERAL))


def _is_contained(draft: Draft, spot: Spot) -> bool:
    """Tell whether a comma says that a place lies in another, and does not go on with a list."""
    return any(draft.gazetteer.place(number).kind != "city" for number in spot.within)


def _whole(draft: Draft, label: Label) -> Label:
    """Take in the words before "of" where the gazetteer has them all: "District of Columbia"."""
    start = label.first - 2
    if start < 0 or draft.words[start + 1].key != "of" or not draft.words[start].capital:
        return label
    if match_place(draft, start)[0] < label.last - start:
        return label
    return Label(start, label.last, label.type, label.score)


def _may_be_another(draft: Draft, spot: Spot) -> bool:
    """Tell whether a bare name is a town's that is more often a person's, a brand's, a word's.

    The tagger's word is not enough for "former Obama officials" or "Toyota, Honda and Subaru":
    something in the article has to speak of a place.
    """
    words, gazetteer = draft.words, draft.gazetteer
    if spot.last - spot.first > 1 or spot.typed or not spot.numbers or _is_contained(draft, spot):
        return False
    key, place = spot.key, gazetteer.place(spot.numbers[0])
    brand = (key,) in BRANDS
    if place.kind != "city" or (place.population >= _LARGE and not brand):
        return False
    before = words[spot.first - 1].key if spot.first and words[spot.first].glue == " " else ""
    if before in BEFORE_PLACE - {"of", "over", "between", "through"}:
        return False
    return (
        brand or key in gazetteer.words or key in gazetteer.surnames or key in gazetteer.given_names
    )


def _is_part(draft: Draft, spot: Spot) -> bool:
    """Tell whether a place's name is part of something else, whatever marked it.

    A firm ("Arnold & Porter"), a court's district ("Western District of Michigan"), or letters in
    brackets that stand for what was written out before them ("Clean Energy (PACE)").
    """
    words = draft.words
    first, last = words[spot.first], words[spot.last - 1]
    after = words[spot.last] if spot.last < len(words) else None
    if spot.key.startswith("university "):
        return True
    if first.key in DIRECTIONS and last.key == "district":
        return after is not None and after.key == "of"
    if spot.last - spot.first > 1 or not spot.numbers:
        return False
    if first.text.isupper() and len(first.text) < 3:
        return draft.gazetteer.place(spot.numbers[0]).kind == "city"
    firm = "&" in first.glue or (after is not None and after.capital and "&" in after.glue)
    bracketed = first.glue.endswith("(") and after is not None and after.glue.startswith(")")
    is_city = draft.gazetteer.place(spot.numbers[0]).kind == "city"
    before = words[spot.first - 1].key if spot.first and first.glue == " " else ""
    proven = spot.typed or before in BEFORE_PLACE or _is_contained(draft, spot)
    if (spot.key,) in BRANDS and not proven:
        return is_city
    return is_city and (firm or (bracketed and first.text.isupper() and len(first.text) < 6))


def _take_places(draft: Draft, labels: Iterable[Label], taken: dict[int, Label]) -> None:
    before = draft.spots
    proposed = {spot.first for spot in before}
    kept: dict[int, Spot] = {}
    for found in labels:
        label = _whole(draft, found)
        draft.spots = [s for s in before if label.first <= s.first < label.last]
        index = label.first
        while index < label.last:
            length, key = match_place(draft, index)
            if length and index not in proposed and _stands_alone(draft, index, key, label):
                note_spot(draft, index, index + length, key, "model")
            index += max(length, 1)
        known = match_place(draft, label.first)[0] == label.last - label.first
        if not draft.spots and not known:
            key = " ".join(draft.keys(label.first, label.last))
            numbers = state_in_short(draft, label.first, key)
            draft.spots = [Spot(label.first, label.last, key, numbers, rule="model")]
        for spot in draft.spots:
            spot.sure, spot.tagged = label.score, not _may_be_another(draft, spot)
            kept[spot.first] = spot
    draft.spots = before
    for spot in draft.spots:
        if spot.first in kept:
            continue
        others = [taken[i] for i in range(spot.first, spot.last) if i in taken]
        if others and any(label.type != "place" for label in others):
            continue
        kept[spot.first] = spot
    draft.spots = [kept[first] for first in sorted(kept) if not _is_part(draft, kept[first])]
