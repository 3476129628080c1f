"""What changed between two states of one archive, as far as pages show it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from site_builder.model.article import Article
from site_builder.model.entity import ArticleTags, Person, Place, Tag
from site_builder.model.site import Site


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed in an archive whose settings, editor's pages and withdrawals are as they were.

    All ids are of articles, people and places of the one state or the other. `articles` are those
    of which anything at all changed. Of these, `listed` are shown otherwise in lists, or come in
    another place there, or are in one state only; `dated` have another date, or none in one state;
    `tagged` mention others than before. `machine` have another date of their last change or import.

    `people` and `places` are those with something new in the list of their articles: another
    article, one that is `listed`, one with another sentence or role. `renamed_people` and
    `renamed_places` are those of whom any other fact changed, or who are in one state only.
    """

    before: Site
    after: Site
    articles: frozenset[str] = frozenset()
    listed: frozenset[str] = frozenset()
    dated: frozenset[str] = frozenset()
    tagged: frozenset[str] = frozenset()
    machine: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    renamed_people: frozenset[str] = frozenset()
    renamed_places: frozenset[str] = frozenset()

    @property
    def states(self) -> tuple[Site, Site]:
        """Both states."""
        return self.before, self.after

    def people_of(self, articles: Iterable[str]) -> Iterator[str]:
        """Go through the people whom articles mention, in either state."""
        return _entities(self.states, articles, _PEOPLE)

    def places_of(self, articles: Iterable[str]) -> Iterator[str]:
        """Go through the places that articles mention, in either state."""
        return _entities(self.states, articles, _PLACES)


_PEOPLE, _PLACES = "people", "places"
_NONE = ArticleTags()


def difference(before: Site, after: Site, touched: Collection[str]) -> Difference:
    """Compare two states of an archive; all articles but those `touched` are the same in both.

    An article is touched, too, where only its people and places are others.
    """
    listed, dated, tagged, machine = set(), set(), set(), set()
    people: set[str] = set()
    places: set[str] = set()
    # Lists show the name of an article's section, which follows the most frequent spelling.
    renamed = _in_renamed_sections(before, after)
    touched = renamed.union(touched)
    for id in touched:
        old, new = before.articles.get(id), after.articles.get(id)
        then, now = before.tags.get(id, _NONE), after.tags.get(id, _NONE)
        shown = id in renamed or old is None or new is None or _in_lists(old) != _in_lists(new)
        if shown:
            listed.add(id)
        if old is None or new is None or old.date != new.date:
            dated.add(id)
        if old is None or new is None or _for_machines(old) != _for_machines(new):
            machine.add(id)
        others = False
        for found, one, other in (
            (people, then.people, now.people),
            (places, then.places, now.places),
        ):
            quoted, known = _quoted(one), _quoted(other)
            found.update(
                entity
                for entity in {*quoted, *known}
                if shown or quoted.get(entity) != known.get(entity)
            )
            others = others or [*quoted] != [*known]
        if others:
            tagged.add(id)
    return Difference(
        before,
        after,
        frozenset(touched),
        frozenset(listed),
        frozenset(dated),
        frozenset(tagged),
        frozenset(machine),
        frozenset(people),
        frozenset(places),
        _changed(before.people, after.people),
        _changed(before.places, after.places),
    )


def _in_renamed_sections(before: Site, after: Site) -> set[str]:
    names = {section.slug: section.name for section in before.sections}
    return {
        id
        for section in after.sections
        if names.get(section.slug, section.name) != section.name
        for id in section.articles
    }


def _in_lists(article: Article) -> Article:
    """Leave of an article what lists show, and what gives it its place there."""
    return replace(
        article,
        body="",
        path="",
        date_from="",
        lastmod=None,
        people=None,
        places=None,
        aliases=(),
        rights="",
        dateline=_NOWHERE,
        source="",
        source_sha256="",
        imported=None,
        removed=(),
        edited=False,
    )


_NOWHERE = Article(id="", title="", slug="", body="", path="").dateline


def _for_machines(article: Article) -> tuple[object, ...]:
    return article.lastmod, article.imported


def _quoted(tags: Iterable[Tag]) -> dict[str, tuple[str, str, str]]:
    """Take of the tags of an article what the pages of the entities show."""
    return {tag.entity_id: (tag.sentence, tag.surface, tag.role) for tag in tags}


def _changed(
    before: Mapping[str, Person] | Mapping[str, Place],
    after: Mapping[str, Person] | Mapping[str, Place],
) -> frozenset[str]:
    return frozenset(id for id in before.keys() | after.keys() if before.get(id) != after.get(id))


def _entities(states: Iterable[Site], articles: Iterable[str], kind: str) -> Iterator[str]:
    articles = tuple(articles)
    return chain.from_iterable(
        (tag.entity_id for tag in getattr(site.tags.get(id, _NONE), kind))
        for site in states
        for id in articles
    )
