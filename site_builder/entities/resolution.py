"""From names to entities: who and what the whole archive mentions, with an editor's word on it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from site_builder.entities.authority import read_rulings, unmatched
from site_builder.entities.finds import Find, people_of, places_of
from site_builder.entities.where import Places, resolve_places
from site_builder.entities.who import resolve_people
from site_builder.model.article import Article
from site_builder.model.entity import ArticleTags, Judgement, Mention, Resolution, Tag
from site_builder.model.problem import Problem


def resolve(
    articles: Sequence[Article],
    mentions: Mapping[str, Sequence[Mention]],
    texts: Mapping[str, str],
    judgements: Sequence[Judgement],
    gazetteer: Places,
) -> Resolution:
    """Resolve the people and the places of all articles.

    `mentions` and `texts` are keyed by article id. The result does not depend on the order of the
    articles; rows rule in the order in which they stand.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    person_rows = read_rulings(row for row in judgements if row.type == "person")
    place_rows = read_rulings(row for row in judgements if row.type == "place")
    key_of = _Keys(gazetteer).key_of
    people: dict[str, list[Find]] = {}
    places: dict[str, list[Find]] = {}
    for article in ordered:
        found, text = mentions.get(article.id, ()), texts.get(article.id, "")
        people[article.id] = people_of(article.people, found, text, person_rows.id_of)
        places[article.id] = places_of(article.places, found, text, place_rows.id_of, key_of)
    who = resolve_people(people.values(), person_rows, gazetteer.given_names)
    where = resolve_places(
        ((article, places[article.id]) for article in ordered), place_rows, gazetteer
    )
    tags = {
        article.id: ArticleTags(
            _tags(people[article.id], who.ids, who.people),
            _tags(places[article.id], where.ids, where.places),
        )
        for article in ordered
    }
    problems = (
        *person_rows.problems,
        *place_rows.problems,
        *who.problems,
        *where.problems,
        *unmatched(person_rows, who.seen),
        *unmatched(place_rows, where.seen),
    )
    return Resolution(
        people=dict(sorted(who.people.items())),
        places=dict(sorted(where.places.items())),
        tags=tags,
        redirects={
            **_redirects("people", who.moved, who.people),
            **_redirects("places", where.moved, where.places),
        },
        problems=tuple(sorted(problems, key=_position)),
    )


class _Keys:
    """The gazetteer's ids of bare names, each looked up once."""

    def __init__(self, gazetteer: Places) -> None:
        self._gazetteer = gazetteer
        self._known: dict[str, str] = {}

    def key_of(self, name: str) -> str:
        """Return the id that a bare name means, or nothing."""
        if name not in self._known:
            place = self._gazetteer.by_name(name)
            self._known[name] = place.id if place else ""
        return self._known[name]


def _tags(
    finds: Iterable[Find], ids: Mapping[str, str], published: Mapping[str, object]
) -> tuple[Tag, ...]:
    tags: dict[str, Tag] = {}
    for find in finds:
        id = ids[find.key or find.name]
        if id not in published:
            continue
        known, first = tags.get(id), find.first
        if known is None:
            tags[id] = Tag(
                entity_id=id,
                role=find.role,
                sentence=first.sentence,
                start=first.start,
                end=first.end,
                rule=first.rule,
            )
        elif find.role and not known.role:
            tags[id] = replace(known, role=find.role)
    return tuple(tags.values())


def _redirects(
    folder: str, moved: Mapping[str, str], published: Mapping[str, object]
) -> dict[str, str]:
    return {
        f"/{folder}/{old}/": f"/{folder}/{new}/"
        for old, new in sorted(moved.items())
        if old not in published and new in published
    }


def _position(problem: Problem) -> tuple[str, int, str, str]:
    location = problem.location
    path = location.path if location else ""
    return path, (location.line or 0) if location else 0, problem.code, problem.message
