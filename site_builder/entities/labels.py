"""Where the tagger and the rules meet: which names and places of a draft stand."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from site_builder.entities.candidates import has_thing, note_spot
from site_builder.entities.draft import Draft, Label, Name, Spot
from site_builder.entities.lexicon import (
    BEFORE_PLACE,
    COMPANIES,
    DIRECTIONS,
    HONORIFICS,
    LOWER_TITLES,
    PARTICLES,
    PORTFOLIOS,
    THINGS,
    TITLE_HEADS,
    TITLE_MODIFIERS,
    word_set,
)
from site_builder.entities.offices import office_before, small_office
from site_builder.entities.reading import Word
from site_builder.entities.spots import match_place, type_after
from site_builder.model.entity import MentionType

_WIDE = ("country", "territory", "region", "sea")
_SURE, _LIKELY = 0.9, 0.6
_AND = frozenset({"and", "&", "or"})
# "Xinjiang and Tibet Autonomous Regions", "Fars and Kerman provinces"
_TYPES_OF_SEVERAL = word_set(
    """
    autonomous provinces regions states counties districts prefectures cities islands
    """
)
# With one of these at its end, no name is a person's, whatever stands before.
_NEVER_LAST = word_set(
    """
    center centre club group foundation institute fund act llp llc inc ltd plc corp company
    association council committee agency project initiative program programme islander islanders
    """
)
_SHIPS = word_set("uss usns hms hmas hmcs ins rms mv ss usns")
_PAPAL = frozenset({"pope"})


def take_labels(draft: Draft, labels: Sequence[Label], candidates: Sequence[Name]) -> None:
    """Bring a draft's names and spots into line with the labels of the tagger.

    What both found stands as the rules read it, with its office or its type. What only the tagger
    found is added. What only the rules found stays where the words themselves prove it: a title
    before a name, a type behind a place.
    """
    labels = [_corrected(draft, label) for label in _without_titled(draft, labels)]
    labels = _agreed(draft, [label for label in labels if not _is_impossible(draft, label)])
    taken = {index: label for label in labels for index in range(label.first, label.last)}
    _take_people(draft, [label for label in labels if label.type == "person"], candidates, taken)
    _take_places(draft, [label for label in labels if label.type == "place"], taken)
    draft.organisations = [label for label in labels if label.type == "organisation"]
    draft.loose = [
        (first, last)
        for first, last in draft.loose
        if not any(index in taken for index in range(first, last))
    ]


def _without_titled(draft: Draft, labels: Sequence[Label]) -> list[Label]:
    """Cut from a doubtful label the name that rules read behind an office at its end.

    "State Council Hu Chunhua" in "Vice Premier of the State Council Hu Chunhua" is two things.
    """
    titled = {name.last: name.first for name in draft.names if name.titled}
    kept = []
    for label in labels:
        first = titled.get(label.last, -1)
        if label.type != "person" and first >= label.first and label.score < _SURE:
            if first > label.first:
                kept.append(Label(label.first, first, label.type, label.score))
        else:
            kept.append(label)
    return kept


def _corrected(draft: Draft, label: Label) -> Label:
    """Read a country that acts, or that somebody visits, as a place: "Russia's industry"."""
    before = draft.words[label.first - 1].key if label.first else ""
    visited = before in BEFORE_PLACE and before != "of" and label.last - label.first == 1
    if label.type == "place" or (label.type == "person" and not visited):
        return label
    length, key = match_place(draft, label.first)
    if length != label.last - label.first:
        return label
    kind = draft.gazetteer.place(draft.gazetteer.find(key)[0]).kind
    return Label(label.first, label.last, "place", 0.8) if kind in _WIDE else label


def _is_impossible(draft: Draft, label: Label) -> bool:
    """Tell whether a label contradicts what the words themselves say.

    An abbreviation ("USAID") is no person, and neither is a country of several words ("Hong Kong")
    or what belongs to somebody ("Biden's Plan").
    """
    words = draft.words[label.first : label.last]
    if label.type == "place":
        known = match_place(draft, label.first)[0]
        return not known and all(_is_no_place(draft, word) for word in words)
    if label.type == "organisation":
        return False
    if label.first and draft.words[label.first - 1].key in _SHIPS | {"hurricane", "typhoon"}:
        return True
    if len(words) == 1:
        text = words[0].text
        shouted = text.isupper() and len(text) > 1 and not draft.heading(label.first)
        return shouted or words[0].key in draft.gazetteer.demonyms
    if any(word.possessive for word in words[:-1]) or has_thing(draft, label.first, label.last):
        return True
    if any(_is_of_a_people(draft, word) for word in words) or words[-1].key in _NEVER_LAST:
        return True
    if draft.keys(label.first, label.last) in COMPANIES:
        return True
    found = draft.gazetteer.find(" ".join(draft.keys(label.first, label.last)))
    return bool(found) and draft.gazetteer.place(found[0]).kind in _WIDE


def _is_of_a_people(draft: Draft, word: Word) -> bool:
    """Tell whether a word is for a people: "Pacific", "China-Arab"; "English" is a surname too."""
    gazetteer = draft.gazetteer
    return any(
        part in gazetteer.demonyms and part not in gazetteer.surnames
        for part in word.key.split("-")
    )


def _is_no_place(draft: Draft, word: Word) -> bool:
    """Tell whether a word that no gazetteer knows cannot be a place's name.

    It is an abbreviation, a direction, a word for a people, or somebody's given name.
    """
    key, gazetteer = word.key, draft.gazetteer
    return (
        word.text.isupper()
        or key in DIRECTIONS
        or key in gazetteer.demonyms
        or key in gazetteer.given_names
    )


def _agreed(draft: Draft, labels: Sequence[Label]) -> list[Label]:
    """Give the same words the same type throughout the article, the one they have most often."""
    votes: dict[tuple[str, ...], dict[MentionType, float]] = defaultdict(lambda: defaultdict(float))
    ends = {
        draft.words[label.last - 1].key
        for label in labels
        if label.type == "person" and label.last - label.first > 1
    }
    for label in labels:
        votes[draft.keys(label.first, label.last)][label.type] += label.score
    agreed = []
    for label in labels:
        keys = draft.keys(label.first, label.last)
        types = votes[keys]
        best = max(types, key=lambda type: (types[type], type))
        outvoted = types[best] > 1.5 * types[label.type]
        if label.type == "place" and label.score > _LIKELY and _is_country(draft, keys):
            outvoted = False  # Michael Jordan visited Jordan.
        if outvoted and (best != "person" or len(keys) > 1 or keys[0] in ends):
            label = Label(label.first, label.last, best, label.score / 2)
        agreed.append(label)
    return agreed


def _is_country(draft: Draft, keys: tuple[str, ...]) -> bool:
    found = draft.gazetteer.find(" ".join(keys))
    return bool(found) and draft.gazetteer.place(found[0]).kind in _WIDE


def _take_people(
    draft: Draft, labels: Sequence[Label], candidates: Sequence[Name], taken: dict[int, Label]
) -> None:
    by_words = {(name.first, name.last): name for name in candidates}
    by_first = {name.first: name for name in candidates}
    titled = {name.last: name for name in candidates if name.titled}
    ends = {draft.words[label.last - 1].key for label in labels if not draft.heading(label.first)}
    kept: list[Name] = []
    used: set[int] = set()
    for label in labels:
        first, last = _bare(draft, label.first, label.last, ends)
        behind = titled.get(last)
        if behind and first < behind.first:
            first = behind.first
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
        if not others and name.titled:
            name.sure = 0.6
            kept.append(name)
    draft.names = sorted(kept, key=lambda name: name.first)


def _bare(draft: Draft, first: int, last: int, known: Collection[str]) -> tuple[int, int]:
    """Leave out of a name what is none of it: "Mrs. Clinton", "Economics Mike Pyle".

    `known` are the last words of the names of the text: "Biden Designates" in a headline is Biden.
    """
    words = draft.words
    given = draft.gazetteer.given_names
    if draft.heading(first):
        for index in range(first, last - 1):
            if words[index].key in known and words[last - 1].key not in known:
                last = index + 1
                break
    while last - first > 1:
        key = words[first].key
        office = key in HONORIFICS or key in TITLE_HEADS
        if office:
            no_name = key not in _PAPAL and key not in given
        else:
            no_name = words[first + 1].key in given and _is_no_name(draft, first)
        if no_name and (office or last - first > 2):
            first += 1
        else:
            break
    while last - first > 1 and words[last - 1].key in PARTICLES and not words[last - 1].capital:
        last -= 1
    return first, last


def _is_no_name(draft: Draft, index: int) -> bool:
    """Tell whether a word before a given name belongs to something else."""
    word, gazetteer = draft.words[index], draft.gazetteer
    acronym = word.text.isupper() and len(word.text) > 1 and "." not in word.text
    thing = word.key in PORTFOLIOS or word.key in THINGS
    return acronym or (thing and word.key not in gazetteer.given_names)


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


def _stands_alone(draft: Draft, first: int, length: int, label: Label) -> bool:
    """Tell whether a place's name within a label is a name by itself, and no part of a longer one.

    It is the whole label, or what "and" parts from the rest: "Xinjiang and Tibet Autonomous
    Regions".
    """
    words, last = draft.words, first + length
    opens = first == label.first or words[first - 1].key in _AND
    types = type_after(draft, last, len(words), " ".join(draft.keys(first, last)))[0]
    after = words[last] if last < label.last else None
    closes = after is None or after.key in _AND or last + types >= label.last
    return opens and (closes or (after is not None and after.key in _TYPES_OF_SEVERAL))


def _take_places(draft: Draft, labels: Iterable[Label], taken: dict[int, Label]) -> None:
    before = draft.spots
    proposed = {spot.first for spot in before}
    kept: dict[int, Spot] = {}
    for label in labels:
        draft.spots = [s for s in before if label.first <= s.first < label.last]
        index = label.first
        while index < label.last:
            length, key = match_place(draft, index)
            if length and index not in proposed and _stands_alone(draft, index, length, label):
                note_spot(draft, index, index + length, key, "model")
            index += max(length, 1)
        known = match_place(draft, label.first)[0] == label.last - label.first
        if not draft.spots and not known:
            key = " ".join(draft.keys(label.first, label.last))
            draft.spots = [Spot(label.first, label.last, key, (), rule="model")]
        for spot in draft.spots:
            spot.sure, spot.tagged = label.score, True
            kept[spot.first] = spot
    draft.spots = before
    for spot in draft.spots:
        if spot.first in kept:
            continue
        others = [taken[i] for i in range(spot.first, spot.last) if i in taken]
        if others and any(label.type != "place" for label in others):
            continue
        kept[spot.first] = spot
    draft.spots = [kept[first] for first in sorted(kept)]
