"""From names to entities: who and what the whole archive mentions, with an editor's word on it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from site_builder.entities.archive import Archive, Tagged, read_archive
from site_builder.entities.authority import unmatched
from site_builder.entities.contradictions import contradictions
from site_builder.entities.doubts import Doubts
from site_builder.entities.finds import Find
from site_builder.entities.scopes import unknown_articles
from site_builder.entities.where import Places
from site_builder.model.article import Article
from site_builder.model.entity import ArticleTags, EntityType, Judgement, Mention, Resolution, Tag
from site_builder.model.problem import Problem


def resolve(
    articles: Sequence[Article],
    mentions: Mapping[str, Sequence[Mention]],
    texts: Mapping[str, str],
    judgements: Sequence[Judgement],
    gazetteer: Places,
    doubts: bool = False,
) -> Resolution:
    """Resolve the people and the places of all articles.

    `mentions` and `texts` are keyed by article id. The result does not depend on the order of the
    articles; rows rule in the order in which they stand. What is in doubt is listed when `doubts`
    is set: it costs as much again, and no page needs it.
    """
    return Resolver().resolve(articles, mentions, texts, judgements, gazetteer, doubts)


class Resolver:
    """Resolves an archive again and again; each result is what `resolve` gives.

    Articles that did not change are not read again, and those whose people and places did not
    change keep their tags.
    """

    def __init__(self, remember: bool = True) -> None:
        """Resolve once, or `remember` what is needed to resolve again."""
        self._remember = remember
        self._archive: Archive | None = None
        self._tags: dict[str, tuple[Tagged, ArticleTags]] = {}

    def read(
        self,
        articles: Sequence[Article],
        mentions: Mapping[str, Sequence[Mention]],
        texts: Mapping[str, str],
        judgements: Sequence[Judgement],
        gazetteer: Places,
    ) -> Archive:
        """Read the articles, in the order of their ids, as far as they changed."""
        past = self._archive
        archive = read_archive(
            articles, mentions, texts, judgements, gazetteer, past, self._remember
        )
        self._tags = dict(self._unchanged(archive, past)) if past else {}
        self._archive = archive
        return archive

    def tagged(self, article: Article) -> tuple[Tagged, ArticleTags]:
        """Return what counts as the people and places of an article that was read last."""
        pair = self._tags.get(article.id)
        if pair is None:
            if self._archive is None:
                raise LookupError(f"{article.id} was not read")
            tagged = self._archive.tagged(article)
            pair = tagged, ArticleTags(tags_of(tagged.people), tags_of(tagged.places))
            if self._remember and article.id in self._archive.readings:
                self._tags[article.id] = pair
        return pair

    def resolve(
        self,
        articles: Sequence[Article],
        mentions: Mapping[str, Sequence[Mention]],
        texts: Mapping[str, str],
        judgements: Sequence[Judgement],
        gazetteer: Places,
        doubts: bool = False,
    ) -> Resolution:
        """Resolve the people and the places of all articles, as `resolve` does."""
        ordered = sorted(articles, key=lambda article: article.id)
        archive = self.read(ordered, mentions, texts, judgements, gazetteer)
        doubtful = Doubts(archive)
        tags = {}
        for article in ordered:
            tagged, tags[article.id] = self.tagged(article)
            if doubts:
                doubtful.add(article, tagged)
        who, where = archive.who, archive.where
        return Resolution(
            people=dict(sorted(who.people.items())),
            places=dict(sorted(where.places.items())),
            tags=tags,
            redirects=_redirects(archive),
            merges={("person", id): merges for id, merges in sorted(who.merges.items())},
            doubts=doubtful.all(ordered, tags) if doubts else (),
            problems=_problems(archive, ordered, judgements, gazetteer),
        )

    @property
    def archive(self) -> Archive | None:
        """What was read and settled last."""
        return self._archive

    def _unchanged(
        self, archive: Archive, past: Archive
    ) -> Mapping[str, tuple[Tagged, ArticleTags]]:
        """Return the tags of the articles that name only whom and what they named before."""
        if not past.reader.agrees(archive.reader):
            return {}
        people, places = archive.changed_since(past)
        before, now = past.who.surnames, archive.who.surnames
        return {
            id: self._tags[id]
            for id, found in archive.readings.items()
            if id in self._tags
            and found is past.readings.get(id)
            and not any(find.handle in people for find in found.people)
            and not any(find.handle in places for find in found.places)
            # A surname alone may be another's by now, though nothing in its article changed.
            and not any(before.owner(find) != now.owner(find) for find in found.lone)
        }


def tags_of(finds: Iterable[tuple[str, Find]]) -> tuple[Tag, ...]:
    """Make the tags of an article: one for each entity, from its first find."""
    tags: dict[str, Tag] = {}
    for id, find in finds:
        known, first = tags.get(id), find.first
        if known is None:
            tags[id] = Tag(
                entity_id=id,
                name=find.name,
                surface=first.surface,
                role=find.role,
                sentence=first.sentence,
                start=first.start,
                end=first.end,
                rule=first.rule,
                score=first.score,
                why=first.why,
            )
        elif find.role and not known.role:
            tags[id] = replace(known, role=find.role)
    return tuple(tags.values())


def _redirects(archive: Archive) -> dict[str, str]:
    who, where = archive.who, archive.where
    published: Mapping[EntityType, Mapping[str, object]] = {
        "person": who.people,
        "place": where.places,
    }
    found = {
        **_moved("people", who.moved, who.people),
        **_moved("places", where.moved, where.places),
    }
    for (type, id), targets in sorted(archive.effects.retyped.items()):
        other = _OTHER[type]
        target = next((one for one in sorted(targets) if one in published[other]), "")
        if target and id not in published[type]:
            found[f"/{_FOLDERS[type]}/{id}/"] = f"/{_FOLDERS[other]}/{target}/"
    return found


_OTHER: Mapping[EntityType, EntityType] = {"person": "place", "place": "person"}
_FOLDERS: Mapping[EntityType, str] = {"person": "people", "place": "places"}


def _moved(
    folder: str, moved: Mapping[str, str], published: Mapping[str, object]
) -> dict[str, str]:
    return {
        f"/{folder}/{old}/": f"/{folder}/{new}/"
        for old, new in sorted(moved.items())
        if old not in published and new in published
    }


def _problems(
    archive: Archive,
    articles: Sequence[Article],
    judgements: Sequence[Judgement],
    gazetteer: Places,
) -> tuple[Problem, ...]:
    reader, who, where = archive.reader, archive.who, archive.where
    problems = (
        *reader.people.problems,
        *reader.places.problems,
        *who.problems,
        *where.problems,
        *contradictions(judgements, gazetteer),
        *archive.effects.overruled.values(),
        *unknown_articles(reader.people.scoped, articles),
        *unknown_articles(reader.places.scoped, articles),
        *unmatched(
            reader.people, who.seen | {id for type, id in archive.effects.hits if type == "person"}
        ),
        *unmatched(
            reader.places, where.seen | {id for type, id in archive.effects.hits if type == "place"}
        ),
    )
    return tuple(sorted(problems, key=_position))


def _position(problem: Problem) -> tuple[str, int, str, str]:
    location = problem.location
    path = location.path if location else ""
    return path, (location.line or 0) if location else 0, problem.code, problem.message
