"""The names that import writes into an article's front matter."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from site_builder.entities.authority import is_retyped
from site_builder.entities.matching import is_full_name as is_full_name
from site_builder.entities.resolution import Resolver
from site_builder.entities.where import Places
from site_builder.model.article import Article
from site_builder.model.entity import Judgement, Mention

Names = tuple[tuple[str, ...], tuple[str, ...]]
"""The people and the places of an article, each once, in the order of their first mention."""


def tag_names(mentions: Iterable[Mention]) -> Names:
    """List all people with a full name and all places of an article, whatever speaks for them."""
    people: dict[str, None] = {}
    places: dict[str, None] = {}
    for mention in mentions:
        if mention.type == "place":
            places.setdefault(mention.name)
        elif mention.type == "person" and is_full_name(mention.name):
            people.setdefault(mention.name)
    return tuple(people), tuple(places)


def tag_archive(
    articles: Sequence[Article],
    mentions: Mapping[str, Sequence[Mention]],
    judgements: Sequence[Judgement],
    gazetteer: Places,
    resolver: Resolver | None = None,
) -> Mapping[str, Names]:
    """List the names of each article that stand up to the rest of the archive, by article id.

    The tags of articles that an editor changed are evidence, as they are; those of all others are
    found anew. What is too weak, or is of another type elsewhere, is left out; a surname alone is
    listed with the full name of its owner. Rows of the authority files accept, reject, hide and
    retype names. `resolver` remembers the time before.
    """
    ordered = sorted((_untagged(article) for article in articles), key=lambda one: one.id)
    resolver = resolver or Resolver(remember=False)
    archive = resolver.read(ordered, mentions, {}, judgements, gazetteer)
    people = archive.who.people
    names: dict[str, Names] = {}
    for article in ordered:
        tagged, _ = resolver.tagged(article)
        persons = (
            find.name if is_full_name(find.name) else people[id].name for id, find in tagged.people
        )
        names[article.id] = (
            tuple(dict.fromkeys(persons)),
            tuple(dict.fromkeys(find.name for _, find in tagged.places)),
        )
    return names


def people_named(judgements: Iterable[Judgement]) -> set[str]:
    """List the names of people that the rows of the authority files give."""
    rows = (row for row in judgements if row.type == "person" and not is_retyped(row))
    return {name for row in rows for name in (row.name, row.native_name, *row.aliases) if name}


def _untagged(article: Article) -> Article:
    return article if article.edited else replace(article, people=None, places=None)
