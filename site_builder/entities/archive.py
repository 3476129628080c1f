"""The archive as it names people and places: read article by article, and then settled."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain

from site_builder.entities.authority import HIDDEN, Rulings, is_retyped, read_rulings
from site_builder.entities.finds import Find, left_over, people_of, places_of, read_mentions
from site_builder.entities.matching import is_full_name, letters_of
from site_builder.entities.retyping import Form, Retyping, Votes, count_votes, vote_forms
from site_builder.entities.scopes import Names, names_ruled
from site_builder.entities.surnames import is_part, parts_of
from site_builder.entities.where import AllPlaces, Places, Where
from site_builder.entities.who import AllPeople, Who
from site_builder.model.article import Article
from site_builder.model.entity import EntityType, Judgement, Mention
from site_builder.model.problem import Location, Problem

MOST_KEPT = 20_000
"""So many articles are kept as they were read; each further one is read twice."""

Input = tuple[Article, object, str]
"""An article, its mentions as they are kept, and its plain text."""


@dataclass(slots=True)
class Reading:
    """What one article names.

    `people` and `places` count: they are on the article's list, or it has none. `lone` are single
    names of people who are on no list and in no row. `left` and `left_places` are what an article's
    list does not have, where import wrote the list and nobody edited it; `ruled` are those of the
    people left on whom a row rules. `effects` are what the rows did in the article.
    """

    people: list[Find]
    places: list[Find]
    lone: list[Find] = field(default_factory=list)
    left: list[Find] = field(default_factory=list)
    left_places: list[Find] = field(default_factory=list)
    ruled: list[Find] = field(default_factory=list)
    effects: "Effects | None" = None


@dataclass(slots=True)
class Effects:
    """What the rows did: `hits` are those for some articles that ruled in one of them.

    `retyped` are the ids of the other type that names have, by type and id of the row that says so.
    `overruled` are the rows against which an edited article has the last word.
    """

    hits: set[tuple[EntityType, str]] = field(default_factory=set)
    retyped: dict[tuple[EntityType, str], set[str]] = field(default_factory=dict)
    overruled: dict[tuple[str, str], Problem] = field(default_factory=dict)

    def add(self, other: "Effects") -> None:
        """Count the effects in one article to those in all."""
        self.hits |= other.hits
        for row, ids in other.retyped.items():
            self.retyped.setdefault(row, set()).update(ids)
        self.overruled.update(other.overruled)


class Reader:
    """Reads articles one by one, with the rows and the votes of the whole archive."""

    def __init__(
        self,
        mentions: Mapping[str, Sequence[Mention]],
        texts: Mapping[str, str],
        judgements: Iterable[Judgement],
        gazetteer: Places,
    ) -> None:
        self._rows = rows = tuple(judgements)
        self.people = read_rulings(row for row in rows if row.type == "person")
        self.places = read_rulings(row for row in rows if row.type == "place")
        self._mentions, self._texts, self._gazetteer = mentions, texts, gazetteer
        self._known: dict[str, tuple[str, str] | None] = {}
        self._retyping = Retyping(
            Votes(), self.people.retyped, self.places.retyped, self._find_place, self._note_type
        )
        self._effects = Effects()

    def agrees(self, other: "Reader") -> bool:
        """Tell whether two readers have the same rows and votes, and so read an article alike."""
        return self._rows == other._rows and self.votes == other.votes

    @property
    def votes(self) -> Votes:
        """What the archive says about the types of names."""
        return self._retyping.votes

    def count_votes(self, forms: Mapping[Form, int]) -> None:
        """Settle the type of each name, given in how many articles it is of which."""
        votes = count_votes(
            forms, lambda name: bool(self.people.id_of(name) or self.places.id_of(name))
        )
        self.follow(votes)

    def follow(self, votes: Votes) -> None:
        """Keep to votes that were counted before."""
        self._retyping = replace(self._retyping, votes=votes)

    def read(self, article: Article, mentions: Sequence[Mention] | None = None) -> Reading:
        """Read whom and what an article names; `mentions` are looked up unless given."""
        self._effects = Effects()
        here = names_ruled(self.people.scoped.on(article))
        there = names_ruled(self.places.scoped.on(article))
        if mentions is None:
            mentions = self._mentions.get(article.id, ())
        mentions = self._retyped(mentions, here, there)
        people = read_mentions(mentions, "person")
        places = read_mentions(mentions, "place")
        found = Reading([], [])
        text = self._texts.get(article.id, "")
        has_row = partial(_has_row, rulings=self.people, here=here)
        if article.people is None:
            for find in people:
                is_person = find.key or is_full_name(find.name) or has_row(find.name)
                (found.people if is_person else found.lone).append(find)
        else:
            found.people = people_of(article.people, people, text, self.people.id_of)
            if not article.edited:
                for find in left_over(people, found.people):
                    if is_full_name(find.name):
                        (found.ruled if has_row(find.name) else found.left).append(find)
                    else:
                        (found.people if has_row(find.name) else found.lone).append(find)
        if article.places is None:
            found.places = places
        else:
            found.places = places_of(article.places, places, text, self.places.id_of, self._key_of)
            if not article.edited:
                found.left_places = [
                    find
                    for find in left_over(places, found.places)
                    if not _has_row(find.name, self.places, there)
                ]
        found.people = self._ruled(found.people, article, self.people, here)
        found.places = self._ruled(found.places, article, self.places, there)
        found.effects = self._effects if self._effects != _NONE else None
        return found

    def _retyped(self, mentions: Sequence[Mention], here: Names, there: Names) -> Sequence[Mention]:
        retyping = self._retyping
        if here or there:
            retyping = replace(
                retyping,
                people=_narrowed(retyping.people, here),
                places=_narrowed(retyping.places, there),
            )
        if retyping.is_idle:
            return mentions
        return retyping.apply(mentions)

    def _note_type(self, row: Judgement, id: str) -> None:
        self._effects.hits.add((row.type, row.id))
        self._effects.retyped.setdefault((row.type, row.id), set()).add(id)

    def _ruled(
        self, finds: Iterable[Find], article: Article, rulings: Rulings, scoped: Names
    ) -> list[Find]:
        """Bring finds into line with the rows for this article, and with those that reject."""
        finds = list(finds)
        if not scoped and not (article.edited and rulings.ids):
            return finds
        kept = []
        for find in finds:
            row = scoped.get(letters_of(find.name)) or scoped.get(letters_of(find.key))
            general = None if row else rulings.rows.get(find.key or rulings.id_of(find.name))
            ruling = row or general
            if row:
                self._effects.hits.add((row.type, row.id))
            if find.listed and article.edited and ruling and ruling.status == "rejected":
                find.insisted = True
                self._note(find.name, article, ruling)
            elif row and row.status in HIDDEN:
                continue
            if row and not is_retyped(row) and not find.insisted:
                find.key = row.merged_into or row.id
            kept.append(find)
        return kept

    def _note(self, name: str, article: Article, row: Judgement) -> None:
        self._effects.overruled[article.id, name] = Problem(
            "authority-overruled",
            f"This article was edited and lists {name!r}, which {row.path}:{row.line} rejects; "
            "the article has the last word.",
            Location(article.path),
            "Take the name out of the article's list, or mend the row.",
            "note",
        )

    def _find_place(self, name: str) -> tuple[str, str] | None:
        """Return the id and the name of the place that a bare name means."""
        if name not in self._known:
            place = self._gazetteer.by_name(name)
            self._known[name] = (place.id, place.name) if place else None
        return self._known[name]

    def _key_of(self, name: str) -> str:
        known = self._find_place(name)
        return known[0] if known else ""


_NONE = Effects()


def _has_row(name: str, rulings: Rulings, here: Names) -> bool:
    return bool(rulings.id_of(name)) or (bool(here) and letters_of(name) in here)


def _narrowed(general: Mapping[str, Judgement], scoped: Names) -> dict[str, Judgement]:
    """Put the rows for an article before the others that give a name another type."""
    found = {letters: row for letters, row in general.items() if letters not in scoped}
    found.update((letters, row) for letters, row in scoped.items() if is_retyped(row))
    return found


@dataclass(frozen=True, slots=True)
class Archive:
    """All articles, read, and the people and places that they name.

    `readings` are those of the first articles, by id; the others are read again when they are
    asked for, so that memory stays bounded. `inputs` are what these readings were made from, and
    `voted` what each article said of the types of names, where that is kept.
    """

    reader: Reader
    who: Who
    where: Where
    gazetteer: Places
    effects: Effects
    readings: Mapping[str, Reading]
    inputs: Mapping[str, Input]
    voted: Mapping[str, frozenset[Form]]

    def reading(self, article: Article) -> Reading:
        """Return what an article names."""
        return self.readings.get(article.id) or self.reader.read(article)

    def changed_since(self, past: "Archive") -> tuple[frozenset[str], frozenset[str]]:
        """List the handles of people and of places that lead elsewhere than they did in the past.

        Both archives have to have the same rows.
        """
        return (
            _changed(past.who.ids, past.who.people, self.who.ids, self.who.people),
            _changed(past.where.ids, past.where.places, self.where.ids, self.where.places),
        )

    def tagged(self, article: Article) -> "Tagged":
        """Return what counts as the people and places of an article."""
        found = self.reading(article)
        people = list(self._kept(found.people, self.reader.people, self.who.ids, self.who.people))
        full = chain(found.people, found.left, found.ruled)
        parts = frozenset(parts_of(full)) if found.lone else frozenset()
        waiting = []
        listed = len(people)
        for find in found.lone:
            if is_part(find.name, parts):
                continue
            owner = self.who.surnames.owner(find)
            if owner:
                people.append((owner, replace(find, first=replace(find.first, rule="surname"))))
            else:
                waiting.append(find)
        if len(people) > listed:
            people.sort(key=lambda pair: (pair[1].first.start < 0, pair[1].first.start))
        places = self._kept(found.places, self.reader.places, self.where.ids, self.where.places)
        return Tagged(people, list(places), waiting, found.left, found.left_places)

    @staticmethod
    def _kept(
        finds: Iterable[Find],
        rulings: Rulings,
        ids: Mapping[str, str],
        published: Mapping[str, object],
    ) -> Iterator[tuple[str, Find]]:
        for find in finds:
            id = ids[find.handle]
            if id in published and (find.insisted or not rulings.hides(id)):
                yield id, find


def _changed(
    old_ids: Mapping[str, str],
    old_published: Mapping[str, object],
    ids: Mapping[str, str],
    published: Mapping[str, object],
) -> frozenset[str]:
    return frozenset(
        handle
        for handle in {*old_ids, *ids}
        if (old := old_ids.get(handle, "")) != (new := ids.get(handle, ""))
        or (old in old_published) != (new in published)
    )


@dataclass(frozen=True, slots=True)
class Tagged:
    """The people and places of one article, by id, and what is left in doubt.

    `waiting` are single names that nobody clearly owns, `left` and `left_places` as in a reading.
    """

    people: Sequence[tuple[str, Find]]
    places: Sequence[tuple[str, Find]]
    waiting: Sequence[Find]
    left: Sequence[Find]
    left_places: Sequence[Find]


def read_archive(
    articles: Sequence[Article],
    mentions: Mapping[str, Sequence[Mention]],
    texts: Mapping[str, str],
    judgements: Iterable[Judgement],
    gazetteer: Places,
    past: Archive | None = None,
    remember: bool = True,
) -> Archive:
    """Read all articles, which come in the order of their ids, and settle who and what they name.

    Articles that are as they were in a `past` archive with the same rows and votes are not read
    again. `remember` keeps what a later reading needs to tell that.
    """
    reader = Reader(mentions, texts, judgements, gazetteer)
    counts: Counter[Form] = Counter()
    inputs: dict[str, Input] = {}
    voted: dict[str, frozenset[Form]] = {}
    first: dict[str, Reading] = {}
    for number, article in enumerate(articles):
        id = article.id
        given = (article, _as_kept(mentions, id), texts.get(id, ""))
        if past and past.inputs.get(id) == given:
            forms = past.voted[id]
        else:
            # Mentions may be decoded for this, and once is enough for most: they are read as if no
            # name had its type from other articles.
            of_article = mentions.get(id, ())
            forms = vote_forms(of_article)
            if number < MOST_KEPT:
                first[id] = reader.read(article, of_article)
        counts.update(forms)
        voted[id] = forms
        if remember and number < MOST_KEPT:
            inputs[id] = given
    reader.count_votes(counts)
    wrong = reader.votes.wrong
    if past and not past.reader.agrees(reader):
        past = None
    people = AllPeople(reader.people, gazetteer)
    places = AllPlaces(reader.places, gazetteer)
    effects = Effects()
    readings: dict[str, Reading] = {}
    for article in articles:
        id = article.id
        found = first.pop(id, None)
        if found is None and past and id in inputs and past.inputs.get(id) == inputs[id]:
            found = past.readings.get(id)
        elif found and wrong and any((name, type) in wrong for name, type, _ in voted[id]):
            found = None
        found = found or reader.read(article)
        if len(readings) < MOST_KEPT:
            readings[id] = found
        if found.effects:
            effects.add(found.effects)
        people.add(id, found.people)
        places.add(article, found.places)
    return Archive(
        reader,
        people.settle(),
        places.settle(),
        gazetteer,
        effects,
        readings,
        inputs,
        voted if remember else {},
    )


def _as_kept(mentions: Mapping[str, Sequence[Mention]], id: str) -> object:
    """Return what tells whether the mentions of an article are as they were."""
    return getattr(mentions, "encoded", mentions).get(id, ())
