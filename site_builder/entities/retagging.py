"""One article read again: its tags, where the edit changes nobody else's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from site_builder.entities.archive import Archive, Effects, Reader, Reading
from site_builder.entities.evidence import Tally
from site_builder.entities.finds import Find
from site_builder.entities.resolution import Resolver, tags_of
from site_builder.entities.retyping import Votes, vote_forms
from site_builder.entities.where import Places, Where
from site_builder.entities.who import Who
from site_builder.model.article import Article
from site_builder.model.entity import ArticleTags, Judgement, Mention, Person, Place


@dataclass(frozen=True, slots=True)
class Settled:
    """What a resolution settled: the id of each handle of people and of places, and the votes."""

    people: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    votes: Votes = field(default_factory=Votes)


def settled(resolver: Resolver) -> Settled:
    """Take what a resolver settled last."""
    archive = resolver.archive
    if archive is None:
        return Settled()
    return Settled(archive.who.ids, archive.where.ids, archive.reader.votes)


State = tuple[Article, Sequence[Mention], str]
"""An article, its mentions, and its plain text, or "" where that is not known any more."""


def retag(
    before: State,
    after: State,
    settled: Settled,
    people: Mapping[str, Person],
    places: Mapping[str, Place],
    judgements: Sequence[Judgement],
    gazetteer: Places,
) -> ArticleTags | None:
    """Tag an edited article; None where the edit may change what the archive makes of a name.

    It changes nothing where the article says the same of the same names as it did: then the sums
    over the archive are what they were, and so is all that follows from them.
    """
    if vote_forms(before[1]) != vote_forms(after[1]):
        return None
    then, now = (_reading(state, settled, judgements, gazetteer) for state in (before, after))
    if then[1].effects or now[1].effects or now[1].lone or then[1].lone:
        return None
    if _said(then[1]) != _said(now[1]):
        return None
    reader, reading = now
    archive = Archive(
        reader,
        Who(people=people, ids=settled.people),
        Where(places=places, ids=settled.places),
        gazetteer,
        Effects(),
        {after[0].id: reading},
        {},
        {},
    )
    tagged = archive.tagged(after[0])
    return ArticleTags(tags_of(tagged.people), tags_of(tagged.places))


def _reading(
    state: State, settled: Settled, judgements: Sequence[Judgement], gazetteer: Places
) -> tuple[Reader, Reading]:
    article, mentions, text = state
    reader = Reader({article.id: mentions}, {article.id: text}, judgements, gazetteer)
    reader.follow(settled.votes)
    return reader, reader.read(article)


def _said(reading: Reading) -> tuple[object, ...]:
    """Write down all that one article adds to the sums over the archive."""
    return tuple(
        tuple(_adds(find) for find in finds)
        for finds in (
            reading.people,
            reading.places,
            reading.left,
            reading.left_places,
            reading.ruled,
        )
    )


def _adds(find: Find) -> tuple[object, ...]:
    tally = Tally("", find.first)
    tally.add(find)
    return (
        find.name,
        find.key,
        find.surfaces,
        # Of a name that the text does not have, the place in the order may be another.
        find.first.rule == "editor" and (find.first.start, find.first.end),
        tally.listed,
        tally.total,
        tally.titled,
        tally.repeated,
        tally.heads,
        tally.genders,
        tally.choice,
        find.insisted,
    )
