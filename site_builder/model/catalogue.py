"""All articles of an archive, one column a field, each made when it is asked for."""

from bisect import bisect
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date as calendar_date
from typing import Any

from site_builder.model.article import Article, Dateline
from site_builder.model.dates import PartialDate
from site_builder.model.entity import ArticleTags
from site_builder.model.slug import fold

Ids = Sequence[str]
"""The ids of entities that one article mentions."""


@dataclass(frozen=True, slots=True)
class Row:
    """An article as lists show it, with the ids of whom and what it mentions; it has no body."""

    article: Article
    people: Ids = ()
    places: Ids = ()

    @classmethod
    def of(cls, article: Article, tags: ArticleTags) -> "Row":
        """Take what lists need of an article."""
        return cls(
            replace(article, body=""),
            tuple(tag.entity_id for tag in tags.people),
            tuple(tag.entity_id for tag in tags.places),
        )


class Catalogue(Mapping[str, Article]):
    """All published articles in the archive's order, without their bodies.

    Loading it costs a few microseconds for ten articles: an article becomes a value when somebody
    asks for it. A changed catalogue is another one.
    """

    def __init__(self, columns: Mapping[str, list[Any]]) -> None:
        """Take columns of equal length, in the archive's order, of values that any format holds."""
        self.columns = columns
        self._numbers = {id: number for number, id in enumerate(columns["id"])}
        self._made: dict[str, Article] = {}

    @classmethod
    def of(cls, articles: Mapping[str, Article], tags: Mapping[str, ArticleTags]) -> "Catalogue":
        """Catalogue the articles of an archive, which come in its order."""
        return cls(_columns([Row.of(article, tags[id]) for id, article in articles.items()]))

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __contains__(self, id: object) -> bool:
        return id in self._numbers

    def __getitem__(self, id: str) -> Article:
        made = self._made.get(id)
        if made is None:
            made = self._made[id] = self._article(self._numbers[id])
        return made

    def row(self, id: str) -> Row:
        """Return an article with the ids of whom and what it mentions."""
        number = self._numbers[id]
        return Row(self[id], *(self.columns[name][number] for name in ("of_people", "of_places")))

    def column(self, name: str) -> Mapping[str, Any]:
        """Return one column by id: `title`, `slug`, `path`, `section`, `of_people` ..."""
        return dict(zip(self._numbers, self.columns[name], strict=True))

    def changed(self, without: Sequence[str], rows: Sequence[Row]) -> "Catalogue":
        """Return the catalogue without some articles, and with others in their places."""
        gone = {*without, *(row.article.id for row in rows)}
        columns = {name: list(column) for name, column in self.columns.items()}
        for number in sorted((self._numbers[id] for id in gone if id in self), reverse=True):
            for column in columns.values():
                del column[number]
        for row in rows:
            cells = _cells(row)
            number = bisect(columns["position"], cells["position"])
            for name, column in columns.items():
                column.insert(number, cells[name])
        return Catalogue(columns)

    def _article(self, number: int) -> Article:
        cells = {name: column[number] for name, column in self.columns.items()}
        for name in _NOT_FIELDS:
            del cells[name]
        for name, read in _READ.items():
            if cells[name] is not None:
                cells[name] = read(cells[name])
        return Article(body="", **cells)


_FIELDS = tuple(field.name for field in fields(Article) if field.name != "body")
_NOT_FIELDS = ("position", "of_people", "of_places")


def _day(text: str) -> calendar_date:
    return calendar_date.fromisoformat(text)


_READ: Mapping[str, Callable[[Any], Any]] = {
    "date": lambda parts: PartialDate(*parts),
    "lastmod": _day,
    "imported": _day,
    "dateline": lambda parts: Dateline(*parts),
    "people": tuple,
    "places": tuple,
    "aliases": tuple,
    "removed": tuple,
}


def _cells(row: Row) -> dict[str, Any]:
    article = row.article
    cells = {name: getattr(article, name) for name in _FIELDS}
    date = article.date
    cells["date"] = (date.year, date.month, date.day) if date else None
    for name in ("lastmod", "imported"):
        day = cells[name]
        cells[name] = day.isoformat() if day else None
    cells["dateline"] = (article.dateline.place, article.dateline.local_time)
    cells["position"] = archive_position(article)
    cells["of_people"], cells["of_places"] = list(row.people), list(row.places)
    return cells


def _columns(rows: Sequence[Row]) -> dict[str, list[Any]]:
    columns: dict[str, list[Any]] = {name: [] for name in (*_FIELDS, *_NOT_FIELDS)}
    for row in rows:
        for name, cell in _cells(row).items():
            columns[name].append(cell)
    return columns


def archive_position(article: Article) -> str:
    """Write the place of an article in the order of the archive, as a text that sorts by it.

    The newest come first, then the undated; articles of one day are in the order of their titles.
    """
    when = "undated"
    if article.date:
        year, month, day = article.date.sort_key
        when = f"{99_999_999 - (year * 10_000 + month * 100 + day):08}"
    return f"{when}\0{fold(article.title)}\0{article.id}"
