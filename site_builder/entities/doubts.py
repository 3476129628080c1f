"""What the engine is not sure of, for an editor to decide.

A doubt weighs as much as an editor's word would change: the number of its articles times the
likelihood that what is published is wrong, or that what waits is right. A sort name weighs least.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeVar

from site_builder.entities.archive import Archive, Tagged
from site_builder.entities.evidence import (
    DOUBTFUL,
    Tally,
    has_common_word,
    has_small_word,
    person_confidence,
    place_confidence,
)
from site_builder.entities.finds import Find
from site_builder.entities.matching import letters_of
from site_builder.entities.merge_doubts import merge_doubts
from site_builder.entities.sort_names import doubtful_sort_name
from site_builder.entities.surnames import CLEAR
from site_builder.model.article import Article
from site_builder.model.entity import ArticleTags, Doubt, DoubtKind, EntityType, MentionType
from site_builder.model.slug import slugify

Key = TypeVar("Key")

_MOST_NAMED = 20
# A single word that is in no full name is seldom a person of whom the archive could tell more.
_NOBODY = 0.3
_SORT_NAME = 0.01


@dataclass(slots=True)
class _Waiting:
    """The articles in which a name waits: what they say, and the slugs of the first of them."""

    name: str
    find: Find
    tally: Tally
    slugs: list[str] = field(default_factory=list)

    def add(self, find: Find, article: Article) -> None:
        self.tally.add(find)
        if len(self.slugs) <= _MOST_NAMED:
            self.slugs.append(article.slug)


class Doubts:
    """Collects doubts while articles are tagged, in the order of their ids."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._lone: dict[str, _Waiting] = {}
        self._left: dict[tuple[EntityType, str], _Waiting] = {}
        self._split: dict[str, dict[EntityType, tuple[str, Find, str]]] = {}

    def add(self, article: Article, tagged: Tagged) -> None:
        """Note what an article leaves in doubt."""
        for find in tagged.waiting:
            _wait(self._lone, letters_of(find.name) or find.name, find, article)
        for find in tagged.left:
            _wait(self._left, ("person", letters_of(find.name)), find, article)
        for find in tagged.left_places:
            if not find.key:
                _wait(self._left, ("place", letters_of(find.name)), find, article)
        if self._archive.reader.votes.split:
            for id, find in tagged.people:
                self._note_split("person", letters_of(find.name), id, find, article)
            for id, find in tagged.places:
                self._note_split("place", letters_of(find.first.surface), id, find, article)

    def _note_split(
        self, type: EntityType, letters: str, id: str, find: Find, article: Article
    ) -> None:
        if letters in self._archive.reader.votes.split:
            self._split.setdefault(letters, {}).setdefault(type, (id, find, article.id))

    def all(
        self, articles: Iterable[Article], tags: Mapping[str, ArticleTags]
    ) -> tuple[Doubt, ...]:
        """List all doubts, the weightiest first."""
        lone = {letters: one.tally.articles for letters, one in self._lone.items()}
        found = [
            *self._surnames(),
            *self._people(),
            *self._places(),
            *self._types(),
            *merge_doubts(self._archive, [tags[article.id] for article in articles], lone),
            *self._sort_names(),
        ]
        return tuple(sorted(found, key=_order))

    def _surnames(self) -> Iterator[Doubt]:
        surnames, people = self._archive.who.surnames, self._archive.who.people
        for letters, one in self._lone.items():
            bearers, tally = surnames.bearers(one.name), one.tally
            if not bearers:
                yield _doubt(
                    "surname",
                    "person",
                    _slug(one.name, letters),
                    one.name,
                    tally.articles * _NOBODY * self._person(tally),
                    "A single name, and no full name of the archive has it.",
                    tally,
                    published=False,
                )
                continue
            first, total = bearers[0], sum(bearer.articles for bearer in bearers)
            hidden = self._archive.reader.people.hides(first.id)
            said = surnames.objection(one.find, first.id)
            if hidden and first.articles >= CLEAR * total and not said:
                continue
            name = self._name(first.id)
            proposal = {"aliases": one.name}
            if len(bearers) > 1 and len(one.slugs) <= _MOST_NAMED:
                proposal["articles"] = "; ".join(one.slugs)
            if first.id not in people and not hidden:
                reason = f"It may be {name}, who waits in review as well."
            elif first.articles < CLEAR * total:
                others = len(bearers) - 2
                more = f" and {others} more" if others else ""
                reason = (
                    f"It may be {name} ({_articles(first.articles)}), "
                    f"{self._name(bearers[1].id)} ({bearers[1].articles}){more}."
                )
            elif said:
                reason = f"It may be {name}, but {said} stands beside it here and never elsewhere."
            else:
                reason = f"It may be {name}, named in full in {_articles(first.articles)} only."
            weight = tally.articles * self._person(tally) * first.articles / total
            yield _doubt(
                "surname", "person", first.id, one.name, weight, reason, tally, False, proposal
            )

    def _person(self, tally: Tally) -> float:
        common = has_common_word(tally.first.name, self._archive.gazetteer)
        return person_confidence(tally, False, common)

    def _place(self, tally: Tally) -> float:
        common = has_small_word(tally.first.name, self._archive.gazetteer)
        return place_confidence(tally, True, common)

    def _name(self, id: str) -> str:
        who, row = self._archive.who, self._archive.reader.people.rows.get(id)
        if id in who.people:
            return who.people[id].name
        return who.names[id][0] if id in who.names else (row.name if row else "") or id

    def _people(self) -> Iterator[Doubt]:
        """List the people who wait, and those who are published though little speaks for them."""
        who = self._archive.who
        known = {letters_of(name) for id in who.people for name in who.names[id]}
        for id, tally in who.tallies.items():
            if id not in who.people:
                sure = who.sure[id]
                yield _doubt(
                    "single",
                    "person",
                    id,
                    who.names[id][0],
                    tally.articles * sure,
                    _weak(tally),
                    tally,
                    published=False,
                )
            elif who.people[id].confidence < DOUBTFUL and tally.articles == 1:
                sure = who.people[id].confidence
                weight = tally.articles * (1 - sure)
                name = who.people[id].name
                yield _doubt("single", "person", id, name, weight, _weak(tally), tally, True)
        for (type, letters), one in self._left.items():
            if type == "person" and letters not in known:
                yield _doubt(
                    "single",
                    "person",
                    _slug(one.name, letters),
                    one.name,
                    one.tally.articles * self._person(one.tally),
                    _weak(one.tally),
                    one.tally,
                    published=False,
                )

    def _places(self) -> Iterator[Doubt]:
        """List the places that are unknown, and those that were chosen on little evidence."""
        where = self._archive.where
        for id, tally in where.tallies.items():
            place = where.places.get(id)
            if id in where.unknown:
                sure = self._place(tally)
                name = place.name if place else where.names[id][0]
                weight = tally.articles * ((1 - sure) if place else sure)
                reason, published = _unknown(tally), bool(place)
                yield _doubt("place", "place", id, name, weight, reason, tally, published)
            elif place and place.confidence < DOUBTFUL:
                weight = tally.articles * (1 - place.confidence)
                reason = _chosen(tally)
                yield _doubt("place", "place", id, place.name, weight, reason, tally, True)
        known = {letters_of(name) for id in where.unknown for name in where.names[id]}
        for (type, letters), one in self._left.items():
            if type == "place" and letters not in known:
                sure = self._place(one.tally)
                yield _doubt(
                    "place",
                    "place",
                    _slug(one.name, letters),
                    one.name,
                    one.tally.articles * sure,
                    _unknown(one.tally),
                    one.tally,
                    published=False,
                )

    def _types(self) -> Iterator[Doubt]:
        """List the names that are of several types and have a page as one of them."""
        for letters, found in self._split.items():
            counts = self._archive.reader.votes.split[letters]
            total, best = sum(counts.values()), max(counts.values())
            # Of two pages, the row that decides stands in the file of the rarer type.
            type = min(found, key=lambda type: (counts.get(type, 0), type))
            other: EntityType = "place" if type == "person" else "person"
            outvoted = counts.get(other, 0) > counts.get(type, 0)
            proposal = {"kind": other} if other in found or outvoted else {"status": "rejected"}
            id, find, article = found[type]
            said = ", ".join(f"{_A[kind]} in {counts[kind]}" for kind in sorted(counts))
            yield Doubt(
                kind="type",
                type=type,
                id=id,
                name=find.name,
                weight=_rounded(total * (1 - best / total)),
                evidence=f"It reads as {said} articles.",
                published=True,
                sentence=find.first.sentence,
                article=article,
                articles=total,
                proposal=dict(proposal),
            )

    def _sort_names(self) -> Iterator[Doubt]:
        who, given = self._archive.who, self._archive.gazetteer.given_names
        for id, person in who.people.items():
            row = self._archive.reader.people.rows.get(id)
            reason = "" if row and row.sort_name else doubtful_sort_name(person.name, given)
            if reason:
                tally = who.tallies[id]
                weight = _SORT_NAME * (1 - 0.5 / tally.articles)
                proposal = {"sort_name": person.sort_name}
                yield _doubt(
                    "sort name", "person", id, person.name, weight, reason, tally, True, proposal
                )


_A: Mapping[MentionType, str] = {
    "person": "a person",
    "place": "a place",
    "organisation": "an organisation",
}


def _wait(waiting: dict[Key, _Waiting], key: Key, find: Find, article: Article) -> None:
    one = waiting.get(key)
    if one is None:
        one = waiting[key] = _Waiting(find.name, find, Tally(article.id, find.first))
    one.add(find, article)


def _doubt(
    kind: DoubtKind,
    type: EntityType,
    id: str,
    name: str,
    weight: float,
    evidence: str,
    tally: Tally,
    published: bool,
    proposal: Mapping[str, str] = MappingProxyType({}),
) -> Doubt:
    return Doubt(
        kind=kind,
        type=type,
        id=id,
        name=name,
        weight=_rounded(weight),
        evidence=evidence,
        published=published,
        sentence=tally.first.sentence,
        article=tally.article,
        articles=tally.articles,
        proposal=dict(proposal),
    )


def _rounded(weight: float) -> float:
    return round(weight, 4)


def _weak(tally: Tally) -> str:
    """Say what little there is for a name."""
    beside = "with a title" if tally.titled else "without a title or a role"
    score = tally.total / max(tally.articles, 1)
    return f"In {_articles(tally.articles)}, {beside}; the finder is {score:.0%} sure of it."


def _unknown(tally: Tally) -> str:
    score = tally.total / max(tally.articles, 1)
    return (
        f"The gazetteer has no such place; in {_articles(tally.articles)}, "
        f"and the finder is {score:.0%} sure of it."
    )


def _chosen(tally: Tally) -> str:
    why = tally.first.why
    link = "as" if why.startswith("the ") and " names " not in why else "because"
    return f"In {_articles(tally.articles)}; chosen {link} {why}." if why else _weak(tally)


def _articles(count: int) -> str:
    return "1 article" if count == 1 else f"{count} articles"


def _slug(name: str, letters: str) -> str:
    return slugify(name, fallback="-".join(f"{ord(c):x}" for c in letters) or "name")


def _order(doubt: Doubt) -> tuple[float, str, str, str, str]:
    return -doubt.weight, doubt.kind, doubt.type, doubt.id, doubt.name
