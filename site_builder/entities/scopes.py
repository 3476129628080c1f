"""Rows of an authority file that are for some articles only."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from site_builder.entities.matching import letters_of
from site_builder.model.article import Article
from site_builder.model.date_range import DateRange
from site_builder.model.entity import Judgement
from site_builder.model.problem import Location, Problem

Names = Mapping[str, Judgement]
"""The rows for one article, by the letters of each name on which they rule."""


def is_scoped(row: Judgement) -> bool:
    """Tell whether a row is for some articles only."""
    return bool(row.articles or row.dates)


@dataclass(frozen=True, slots=True)
class ScopedRows:
    """Rows for some articles, found by the article; `rows` are all of them, as they stand.

    `by_article` are the places in `rows` of those that name an article, by id, slug or file, and
    `by_dates` those of the others, with their span of days. A row that names articles and dates is
    for the articles that fit both.
    """

    rows: tuple[Judgement, ...] = ()
    by_article: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    by_dates: tuple[tuple[DateRange, int], ...] = ()

    @classmethod
    def of(cls, rows: Iterable[Judgement]) -> "ScopedRows":
        """Index rows; those whose span of dates cannot be read are left out."""
        kept: list[Judgement] = []
        by_article: defaultdict[str, list[int]] = defaultdict(list)
        by_dates: list[tuple[DateRange, int]] = []
        for row in rows:
            span = _span(row)
            if span is None:
                continue
            for name in row.articles:
                by_article[name].append(len(kept))
            if not row.articles:
                by_dates.append((span, len(kept)))
            kept.append(row)
        index = {name: tuple(found) for name, found in by_article.items()}
        return cls(tuple(kept), index, tuple(by_dates))

    def on(self, article: Article) -> tuple[Judgement, ...]:
        """List the rows that are for an article, in their order."""
        if not self.rows:
            return ()
        found = {at for span, at in self.by_dates if span.covers(article.date)}
        for name in _names_of(article) if self.by_article else ():
            for at in self.by_article.get(name, ()):
                span = _span(self.rows[at]) if self.rows[at].dates else None
                if span is None or span.covers(article.date):
                    found.add(at)
        return tuple(self.rows[at] for at in sorted(found))


def names_ruled(rows: Iterable[Judgement]) -> Names:
    """Lead from the letters of a name, or of an id, to the first of some rows that has it."""
    found: dict[str, Judgement] = {}
    rows = tuple(rows)
    for row in rows:
        found.setdefault(letters_of(row.name), row)
    for row in rows:
        for name in (row.native_name, *row.aliases, row.id):
            found.setdefault(letters_of(name), row)
    found.pop("", None)
    return found


def unknown_articles(scoped: ScopedRows, articles: Iterable[Article]) -> Iterator[Problem]:
    """Note the articles that rows name and the archive does not have."""
    if not scoped.by_article:
        return
    known = {name for article in articles for name in _names_of(article)}
    for row in scoped.rows:
        for name in row.articles:
            if name not in known:
                yield Problem(
                    "authority-article",
                    f"The row of {row.id!r} is for the article {name!r}, and there is none.",
                    Location(row.path, row.line),
                    "Write the article's id, its slug or its file below the site.",
                    "note",
                )


def _names_of(article: Article) -> Iterator[str]:
    file = article.path.rpartition("/")[2]
    yield from {article.id, article.slug, article.path, file, file.removesuffix(".md")}


def _span(row: Judgement) -> DateRange | None:
    try:
        return DateRange.parse(row.dates) if row.dates else DateRange()
    except ValueError:
        return None
