"""What the words themselves say against a label: corrections of what the tagger marks."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from site_builder.entities.candidates import has_thing
from site_builder.entities.draft import Draft, Label
from site_builder.entities.family_names import CHINESE, KOREAN, is_family_first
from site_builder.entities.gazetteer import key_of
from site_builder.entities.lexicon import (
    BEFORE_PLACE,
    BRANDS,
    COMPANIES,
    DIRECTIONS,
    LANDSCAPE,
    PARTICLES,
    PLACE_TYPES,
    PORTFOLIOS,
    ROMAN,
    THINGS,
    TITLE_HEADS,
    word_set,
)
from site_builder.entities.reading import Word
from site_builder.entities.spots import match_place
from site_builder.model.entity import MentionType

_WIDE = ("country", "territory", "region", "sea")
_SURE, _LIKELY = 0.9, 0.6
_LARGE = 100_000
_WITHIN = frozenset({"in", "near", "outside", "towards", "toward"})
# With one of these at its end, no name is a person's, whatever stands before.
_NEVER_LAST = word_set(
    """
    center centre club group foundation institute fund act llp llc inc ltd plc corp company
    association council committee agency project initiative program programme islander islanders
    """
)
_ANIMALS = word_set("panda pandas cub dog cat horse elephant tiger lion bear whale gorilla")
_OF_COURTS = frozenset({"decision", "ruling", "verdict", "judgment", "judgement"})
FATHERS = frozenset({"bin", "ibn", "bint"})
"""What stands between a name and the father's name."""
_SHORT_FORMS = frozenset({"AG", "AB", "SA", "NV", "SE", "KG", "LP"})
_LEGAL_FORMS = word_set("llc llp inc ltd plc pllc gmbh")
# What follows one of these is a ship or a storm.
_CALLED = word_set("uss usns hms hmas hmcs ins rms mv ss km hurricane typhoon cyclone")


def corrected(draft: Draft, labels: Sequence[Label]) -> list[Label]:
    """Correct the labels of an article, drop the impossible ones, and let the same words agree."""
    labels = _joined_by_father(draft, _with_dateline(draft, labels))
    ends = {
        draft.words[label.last - 1].key
        for label in labels
        if label.type == "person" and label.last - label.first > 1
    }
    labels = [_read_as_place(draft, label, ends) for label in _without_titled(draft, labels)]
    animals = {draft.keys(one.first, one.last) for one in labels if _is_animal(draft, one)}
    return _agreed(
        draft,
        [
            label
            for label in labels
            if not is_impossible(draft, label)
            and not (animals and draft.keys(label.first, label.last) in animals)
        ],
    )


def _with_dateline(draft: Draft, labels: Sequence[Label]) -> list[Label]:
    """Take the capitals that open the body before a dash for a place: "SUVA: The driver ...".

    They say where the story was filed, whether or not a gazetteer knows the place.
    """
    filed = [index for index in draft.dateline if not match_place(draft, index)[0]]
    if not filed:
        return list(labels)
    first, last = min(filed), max(filed) + 1
    others = [label for label in labels if label.last <= first or label.first >= last]
    return sorted([*others, Label(first, last, "place", _SURE)], key=lambda label: label.first)


def _joined_by_father(draft: Draft, labels: Sequence[Label]) -> list[Label]:
    """Put the parts of a name with the father's name together: "Mohamed" "bin Zayed Al Nahyan"."""
    words = draft.words
    joined: list[Label] = []
    for label in labels:
        before = joined[-1] if joined else None
        if before and before.type == "person" and before.last < label.last:
            between = range(before.last, label.first)
            bound = before.last < len(words) and words[before.last].key in FATHERS
            if bound and all(
                draft.close(i) and (words[i].capital or words[i].key in PARTICLES) for i in between
            ) and draft.close(label.first):  # fmt: skip
                score = max(before.score, label.score)
                joined[-1] = Label(before.first, label.last, "person", score)
                continue
        joined.append(label)
    return joined


def _without_titled(draft: Draft, labels: Sequence[Label]) -> list[Label]:
    """Cut from a doubtful label the name that rules read behind an office at its end.

    "State Council Hu Chunhua" in "Vice Premier of the State Council Hu Chunhua" is two things.
    """
    titled = {name.last: name.first for name in draft.names if name.titled}
    kept = []
    for label in labels:
        first = titled.get(label.last, -1)
        if label.type == "organisation" and _ends_in_name(draft, label):
            kept.append(Label(label.first, label.last - 2, label.type, label.score))
            kept.append(Label(label.last - 2, label.last, "person", _LIKELY))
        elif label.type != "person" and first >= label.first and label.score < _SURE:
            if first > label.first:
                kept.append(Label(label.first, first, label.type, label.score))
        else:
            kept.append(label)
    return kept


def _ends_in_name(draft: Draft, label: Label) -> bool:
    """Tell whether a body's name runs into a person's: "the Foreign Ministry Deng Xijun"."""
    if label.last - label.first < 3 or draft.words[label.last - 3].key not in THINGS:
        return False
    return is_family_first(draft.keys(label.last - 2, label.last))


def _read_as_place(draft: Draft, label: Label, ends: Collection[str]) -> Label:
    """Read as a place what the words around it, or its fame, say to be one.

    A country that acts or is visited ("Russia's industry"); a well-known place that is nobody's
    name ("Turin"); an unknown word behind "in". `ends` are the last words of the article's names.
    """
    if label.type == "place":
        return _read_as_person(draft, label)
    words, gazetteer = draft.words, draft.gazetteer
    single, word = label.last - label.first == 1, words[label.first]
    before = words[label.first - 1].key if label.first and word.glue == " " else ""
    length, key = match_place(draft, label.first)
    kind = gazetteer.place(gazetteer.find(key)[0]).kind if length else ""
    whole = length == label.last - label.first
    if label.type == "organisation":
        is_place = _is_state_in_short(draft, label) or (whole and kind in _WIDE)
    elif label.type == "person" and single and _is_state_in_short(draft, label, dotted=True):
        is_place = True
    elif not single or word.key in ends:
        visited = before in BEFORE_PLACE and before != "of"
        is_place = single and whole and visited and kind in _WIDE
    elif whole and (before in BEFORE_PLACE or not is_a_name(draft, word.key)):
        place = gazetteer.place(gazetteer.find(key)[0])
        is_place = kind != "city" or place.population >= _LARGE
    else:
        is_place = before in _WITHIN and not word.possessive and not is_a_name(draft, word.key)
    return Label(label.first, label.last, "place", _LIKELY + 0.1) if is_place else label


def _is_state_in_short(draft: Draft, label: Label, dotted: bool = False) -> bool:
    """Tell whether a word is a state's abbreviation: "Del Rio, TX", but not "New York, NY".

    With `dotted` a full stop behind it counts like capitals: "Franklin, Tenn."
    """
    word = draft.words[label.first]
    short = word.text.isupper() or (dotted and draft.text[word.end : word.end + 1] == ".")
    if label.last - label.first > 1 or not short:
        return False
    states = state_in_short(draft, label.first, word.key)
    before = draft.words[label.first - 1].key
    return bool(states) and not key_of(draft.gazetteer.place(states[0]).name).endswith(before)


def _is_animal(draft: Draft, label: Label) -> bool:
    """Tell whether a name is an animal's: "the giant panda Xiang Xiang"."""
    before = draft.words[label.first - 1] if label.first and label.type == "person" else None
    return before is not None and not before.capital and before.key in _ANIMALS


def is_impossible(draft: Draft, label: Label) -> bool:
    """Tell whether a label contradicts what the words themselves say.

    An abbreviation ("USAID") is no person, and neither is a country of several words ("Hong Kong")
    or what belongs to somebody ("Biden's Plan").
    """
    words = draft.words[label.first : label.last]
    if label.type == "place":
        if _is_case(draft, label.first):
            return True
        known = (
            match_place(draft, label.first)[0]
            or label.first in draft.dateline
            or state_in_short(draft, label.first, words[0].key)
        )
        brand = draft.keys(label.first, label.last) in BRANDS
        return not known and (brand or all(_is_no_place(draft, word) for word in words))
    if label.type == "organisation":
        return False
    if label.first and draft.words[label.first - 1].key in _CALLED:
        return True
    if any("/" in word.text for word in words):
        return True
    if len(words) == 1:
        text = words[0].text
        shouted = text.isupper() and len(text) > 1 and not draft.heading(label.first)
        pair = "-" in words[0].key and _is_of_a_people(draft, words[0])
        return shouted or pair or words[0].key in draft.gazetteer.demonyms
    if any(word.possessive for word in words[:-1]) or has_thing(draft, label.first, label.last):
        return True
    if any(_is_of_a_people(draft, word) for word in words) or words[-1].key in _NEVER_LAST:
        return True
    keys = draft.keys(label.first, label.last)
    if keys in COMPANIES or PORTFOLIOS.issuperset(keys) or _is_of_company(draft, label.last):
        return True
    if any(_is_acronym(draft, word) for word in words[1:]) or _opens_with_place(draft, words):
        return True
    if words[-1].key == "sheikh" and draft.close(label.last) and draft.words[label.last].capital:
        return True
    if words[-1].text in _SHORT_FORMS or words[0].key == "villa":
        return True
    found = draft.gazetteer.find(" ".join(draft.keys(label.first, label.last)))
    return bool(found) and draft.gazetteer.place(found[0]).kind in _WIDE


def _is_of_company(draft: Draft, after: int) -> bool:
    """Tell whether what stands behind a name makes it a company's: "Boroughs Bryant, LLC"."""
    if after >= len(draft.words):
        return False
    word = draft.words[after]
    return word.key in _LEGAL_FORMS and word.glue in (" ", ", ")


def _is_case(draft: Draft, first: int) -> bool:
    """Tell whether a name behind "in" is a court's case: "the Supreme Court decision in Dobbs"."""
    words = draft.words
    return first > 1 and words[first - 1].key == "in" and words[first - 2].key in _OF_COURTS


def _is_acronym(draft: Draft, word: Word) -> bool:
    """Tell whether a word is letters that stand for something: "Cadena SER", "Rival DJI"."""
    text = word.text
    short = text.isupper() and 2 < len(text) < 5 and "." not in text
    numeral = ROMAN.fullmatch(text) is not None
    return short and not numeral and not is_a_name(draft, word.key) and word.key not in KOREAN


def _opens_with_place(draft: Draft, words: Sequence[Word]) -> bool:
    """Tell whether a name opens with a place that nobody is called, as a team's does.

    "Kerala Blasters", but not "Jordan Henderson".
    """
    first, last = words[0].key, words[-1].key
    if is_a_name(draft, first) or last in draft.gazetteer.surnames:
        return False
    found = draft.gazetteer.find(first)
    place = draft.gazetteer.place(found[0]) if found else None
    return place is not None and (place.kind != "city" or place.population >= _LARGE)


def _is_of_a_people(draft: Draft, word: Word) -> bool:
    """Tell whether a word is for a people: "Pacific", "China-Arab"; "English" is a surname too."""
    demonyms, surnames, key = draft.gazetteer.demonyms, draft.gazetteer.surnames, word.key
    if "-" not in key:
        return key in demonyms and key not in surnames
    return any(
        (part in demonyms and part not in surnames) or _is_country(draft, (part,))
        for part in key.split("-")
    )


def _is_no_place(draft: Draft, word: Word) -> bool:
    """Tell whether a word that no gazetteer knows cannot be a place's name.

    It is an abbreviation, a common word, a word for a people, or somebody's given name.
    """
    key, gazetteer = word.key, draft.gazetteer
    if "-" in key:
        return all(_is_no_place(draft, part) for part in _parted(word))
    return (
        word.text.isupper()
        or key in LANDSCAPE
        or key in PLACE_TYPES
        or key in gazetteer.words
        or key in gazetteer.small
        or key in TITLE_HEADS
        or key in THINGS
        or key in DIRECTIONS
        or key in gazetteer.demonyms
        or key in gazetteer.given_names
    )


def _parted(word: Word) -> list[Word]:
    """Take a word with hyphens apart."""
    return [replace(word, text=text, key=key) for text, key in zip(
        word.text.split("-"), word.key.split("-"), strict=False
    )]  # fmt: skip


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


def _read_as_person(draft: Draft, label: Label) -> Label:
    """Read an unknown place as a person where it has the form of an East Asian name."""
    keys = draft.keys(label.first, label.last)
    if not is_family_first(keys) or match_place(draft, label.first)[0] or label.score > _SURE:
        return label
    return Label(label.first, label.last, "person", 1 - label.score / 2)


def is_a_name(draft: Draft, key: str) -> bool:
    """Tell whether a word is known as somebody's name."""
    gazetteer = draft.gazetteer
    return key in gazetteer.given_names or key in gazetteer.surnames or key in CHINESE


def state_in_short(draft: Draft, first: int, key: str) -> tuple[int, ...]:
    """Number the state that an abbreviation behind a comma means: "Schoharie, N.Y."."""
    short = draft.gazetteer.state_in_short(key) if draft.words[first].glue == ", " else None
    return () if short is None else (short,)
