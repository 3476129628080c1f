"""Whether a name is a person's, a place's or an organisation's: a row says it, or the archive."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from site_builder.entities.matching import is_full_name, letters_of
from site_builder.entities.role_words import is_titled
from site_builder.model.entity import Judgement, Mention, MentionType

LEAST_ARTICLES = 3
"""In fewer articles, what most of them say about a name proves nothing."""
CLEAR = 0.8
"""The share of a name's articles from which on their type is right for the others too."""

SURE_PLACE = 0.9
"""The score from which on a place stays one, though its name is mostly a person's surname."""

Form = tuple[str, MentionType, str]
"""A name, its type in an article, and its id in the gazetteer or ""."""


@dataclass(frozen=True, slots=True)
class Votes:
    """What the archive says about the type of each name, by the name's letters.

    `clear` are the types of names that some articles have otherwise, `wrong` the printed forms of
    those names with the types that they should not have. `split` are names that no type clearly
    wins, with the number of articles for each type. `keys` are the gazetteer's ids of the clear
    places, and `names` the usual forms of the clear names.
    """

    clear: Mapping[str, MentionType] = field(default_factory=dict)
    wrong: frozenset[tuple[str, MentionType]] = frozenset()
    split: Mapping[str, Mapping[MentionType, int]] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    shares: Mapping[str, str] = field(default_factory=dict)
    """Of a clear name, in words: in how many of its articles it is of that type."""


def count_votes(forms: Mapping[Form, int], is_ruled: Callable[[str], bool]) -> Votes:
    """Settle what type each name is of, given in how many articles each form stands.

    Names on which an authority row rules, as `is_ruled` tells, are left to the row. A person counts
    by the full form of the article, a place and an organisation as printed.
    """
    types: defaultdict[str, Counter[MentionType]] = defaultdict(Counter)
    for (name, type, _), count in forms.items():
        types[letters_of(name)][type] += count
    clear: dict[str, MentionType] = {}
    split: dict[str, Mapping[MentionType, int]] = {}
    shares: dict[str, str] = {}
    for letters, counts in types.items():
        total = counts.total()
        if len(counts) < 2 or total < LEAST_ARTICLES or not letters:
            continue
        best = max(counts, key=lambda type: (counts[type], type))
        if counts[best] >= CLEAR * total:
            clear[letters] = best
            shares[letters] = f"{_A[best]} in {counts[best]} of {total} articles"
        else:
            split[letters] = dict(sorted(counts.items()))
    keys: dict[str, str] = {}
    names: dict[str, str] = {}
    ruled: set[str] = set()
    wrong: set[tuple[str, MentionType]] = set()
    concerned = [
        (letters, form, count)
        for form, count in forms.items()
        if (letters := letters_of(form[0])) in clear or letters in split
    ]
    for letters, (name, type, key), _ in sorted(concerned, key=lambda one: (-one[2], one[1])):
        if is_ruled(name):
            ruled.add(letters)
        elif letters in clear and clear[letters] != type:
            wrong.add((name, type))
        elif letters in clear:
            names.setdefault(letters, name)
            if key:
                keys.setdefault(letters, key)
    return Votes(
        {letters: type for letters, type in clear.items() if letters not in ruled},
        frozenset(form for form in wrong if letters_of(form[0]) not in ruled),
        {letters: counts for letters, counts in split.items() if letters not in ruled},
        keys,
        names,
        shares,
    )


_A: Mapping[MentionType, str] = {
    "person": "a person",
    "place": "a place",
    "organisation": "an organisation",
}


def vote_forms(mentions: Iterable[Mention]) -> frozenset[Form]:
    """List what one article votes for: names with their types and ids."""
    return frozenset([_form(mention) for mention in mentions if mention.rule != "demonym"])


def _form(mention: Mention) -> Form:
    name = mention.name if mention.type == "person" else mention.surface
    return name, mention.type, mention.gazetteer_id


@dataclass(frozen=True, slots=True)
class Retyping:
    """Gives mentions the type that a row says, or else the archive as a whole.

    `people` and `places` are the rows that retype a name, by its letters; `find_place` returns the
    gazetteer's id and name of a bare name; `note` is told of each row that rules, with the id that
    the name has then.
    """

    votes: Votes
    people: Mapping[str, Judgement]
    places: Mapping[str, Judgement]
    find_place: Callable[[str], tuple[str, str] | None]
    note: Callable[[Judgement, str], None]

    @property
    def is_idle(self) -> bool:
        """Tell whether no mention needs another type."""
        return not (self.votes.wrong or self.people or self.places)

    def apply(self, mentions: Sequence[Mention]) -> Sequence[Mention]:
        """Return mentions with their types put right, without those that have no page then."""
        if not (self.people or self.places):
            # Most articles need no change, and most names are of one type only.
            wrong = self.votes.wrong
            if not any(
                (one.name if one.type == "person" else one.surface, one.type) in wrong
                for one in mentions
            ):
                return mentions
        return [right for one in mentions if (right := self._right(one))]

    def _right(self, mention: Mention) -> Mention | None:
        if mention.type == "person" and self.people:
            row = self.people.get(letters_of(mention.name))
            if row:
                return self._as_place(mention, row)
        if mention.type == "place" and self.places:
            row = self.places.get(letters_of(mention.name)) or (
                self.places.get(letters_of(mention.gazetteer_id)) if mention.gazetteer_id else None
            )
            if row:
                return self._as_person(mention, row)
        return self._as_voted(mention)

    def _as_place(self, mention: Mention, row: Judgement) -> Mention:
        name = row.name or mention.name
        known = self.find_place(name)
        key = row.merged_into or (known[0] if known else row.id)
        name = known[1] if known and not row.merged_into else name
        self.note(row, key)
        return replace(
            mention,
            type="place",
            name=name,
            gazetteer_id=key,
            role="",
            rule="row",
            why=_place_of(row),
        )

    def _as_person(self, mention: Mention, row: Judgement) -> Mention:
        name = row.name or (mention.surface if mention.gazetteer_id == row.id else mention.name)
        id = row.merged_into or row.id
        self.note(row, id)
        why = _place_of(row)
        return replace(mention, type="person", name=name, gazetteer_id=id, rule="row", why=why)

    def _as_voted(self, mention: Mention) -> Mention | None:
        votes = self.votes
        form = mention.name if mention.type == "person" else mention.surface
        if (form, mention.type) not in votes.wrong:
            return mention
        letters = letters_of(form)
        type = votes.clear[letters]
        if _is_certain(mention, type):
            return mention
        if type == "organisation":
            return None
        name, key = votes.names[letters], votes.keys.get(letters, "")
        known = self.find_place(name) if type == "place" and key else None
        known_place = bool(mention.gazetteer_id) and mention.score >= SURE_PLACE
        if type == "person" and known_place and not is_full_name(name):
            return mention
        return replace(
            mention,
            type=type,
            name=known[1] if known and known[0] == key else name,
            gazetteer_id=key,
            role="",
            rule="archive",
            why=votes.shares[letters],
        )


def _is_certain(mention: Mention, type: MentionType) -> bool:
    """Tell whether the words beside a mention outweigh the archive: a title, a dateline."""
    if mention.type == "person":
        return is_titled(mention)
    return mention.rule == "dateline" and type != "person"


def _place_of(row: Judgement) -> str:
    return f"{row.path}:{row.line}"
