"""Articles, mentions and rows for the tests of resolving, and a gazetteer of seven places."""

from collections.abc import Sequence
from typing import Any

from site_builder.entities.gazetteer import Toponym
from site_builder.entities.resolution import resolve
from site_builder.model.article import Article
from site_builder.model.entity import Judgement, Mention, Resolution, Tag
from site_builder.model.slug import fold


class FewPlaces:
    """A gazetteer of a handful of places."""

    given_names = frozenset({"henry", "james", "heita", "george", "mikhail"})
    surnames = frozenset({"smith", "wang", "bush"})
    words = frozenset({"black"})
    small = frozenset({"gold"})

    def __init__(self) -> None:
        self._places = [
            Toponym("japan", "Japan", "country", "JP", "Japan", "", 36.0, 138.0, "1861060"),
            Toponym("shizuoka", "Shizuoka Prefecture", "prefecture", "JP", "Japan", "japan"),
            Toponym("shizuoka-japan", "Shizuoka", "city", "JP", "Japan", "shizuoka", 35.0, 138.4),
            Toponym("georgia", "Georgia", "country", "GE", "Georgia"),
            Toponym("georgia-united-states", "Georgia", "state", "US", "United States"),
            Toponym("the-hague", "The Hague", "city", "NL", "Netherlands"),
            Toponym("vietnam", "Vietnam", "country", "VN", "Vietnam"),
        ]

    def by_id(self, id: str) -> Toponym | None:
        return next((place for place in self._places if place.id == id), None)

    def by_name(self, name: str) -> Toponym | None:
        if name == "Viet Nam":
            return self.by_id("vietnam")
        return next((place for place in self._places if fold(place.name) == fold(name)), None)


GAZETTEER = FewPlaces()


def article(
    id: str, people: Sequence[str] | None = None, places: Sequence[str] | None = None
) -> Article:
    return Article(
        id=id,
        title="",
        slug=id,
        body="",
        path=f"content/articles/{id}.md",
        people=None if people is None else tuple(people),
        places=None if places is None else tuple(places),
    )


def person(name: str, start: int = 0, **more: Any) -> Mention:
    surface = more.pop("surface", name)
    return Mention(
        type="person",
        name=name,
        surface=surface,
        start=start,
        end=start + len(surface),
        sentence=f"Here is {surface}.",
        **more,
    )


def place(name: str, key: str, start: int = 0, **more: Any) -> Mention:
    return Mention(
        type="place",
        name=name,
        surface=more.pop("surface", name),
        start=start,
        end=start + len(name),
        sentence=f"In {name}.",
        gazetteer_id=key,
        **more,
    )


def row(id: str, **more: Any) -> Judgement:
    return Judgement(type="person", id=id, path="content/people.csv", line=2, **more)


def place_row(id: str, **more: Any) -> Judgement:
    return Judgement(type="place", id=id, path="content/places.csv", line=2, **more)


def resolved(
    articles: Sequence[Article], *judgements: Judgement, texts: dict[str, str] | None = None,
    **mentions: Sequence[Mention],
) -> Resolution:  # fmt: skip
    return resolve(articles, mentions, texts or {}, judgements, GAZETTEER, doubts=True)


def named(*names: str, judgements: Sequence[Judgement] = ()) -> list[set[str]]:
    """Resolve articles with one person each; return the names of each person of the archive."""
    articles = [article(f"a{i}", [name], []) for i, name in enumerate(names)]
    found = resolve(articles, {}, {}, judgements, GAZETTEER)
    by_id: dict[str, set[str]] = {}
    for each in articles:
        for tag in found.tags[each.id].people:
            by_id.setdefault(tag.entity_id, set()).update(each.people or ())
    return sorted(by_id.values(), key=sorted)


def codes(found: Resolution) -> list[str]:
    return [problem.code for problem in found.problems]


def ids(tags: Sequence[Tag]) -> list[str]:
    return [tag.entity_id for tag in tags]
