"""The authority files `people.csv` and `places.csv`: an editor's word on a person or a place."""

import re
from collections import Counter
from typing import Any

from site_builder.content.front_matter import unknown_key
from site_builder.content.table_file import read_table
from site_builder.model.date_range import DateRange
from site_builder.model.entity import EntityType, Judgement
from site_builder.model.problem import Location, Problem
from site_builder.model.slug import slugify
from site_builder.model.source_file import SourceFile

COLUMNS = (
    "id", "name", "sort_name", "native_name", "aliases", "kind", "parent", "lat", "lon", "wikidata",
    "geonames", "viaf", "status", "merged_into", "not_same", "articles", "dates", "note",
)  # fmt: skip
"""The columns of both files; a file may leave any out, and have them in any order."""

STATUS = ("", "accepted", "hidden", "rejected")
LISTS = ("aliases", "not_same", "articles")
"""The columns that hold several values."""
_IS_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SPOKEN = {",": "a comma", ";": "a semicolon", "\t": "a tab"}
NUMBERS = {"lat": 90.0, "lon": 180.0}
"""The columns that hold degrees, and how many at most."""


def read_authority(
    source: SourceFile, type: EntityType
) -> tuple[tuple[Judgement, ...], tuple[Problem, ...]]:
    """Read an authority file as spreadsheets save it: with a BOM, semicolons or tabs, too.

    An id can stand in several rows, as long as no two are for the same articles and dates.
    """
    rows, delimiter, broken = read_table(source, "authority-row")
    if not rows:
        return (), broken
    header, *rows = rows
    names = [name.strip().lower() for name in header[1]]
    problems = [
        unknown_key(name, COLUMNS, Location(source.path, header[0]), "column")
        for name in names
        if name and name not in COLUMNS
    ]
    problems += broken
    problems += [
        Problem(
            "unknown-column",
            f"The column `{name}` is there twice.",
            Location(source.path, header[0]),
            "Keep one of the two; the last is used until then.",
        )
        for name, count in Counter(filter(None, names)).items()
        if count > 1
    ]
    judgements: dict[tuple[object, ...], Judgement] = {}
    for line, cells in rows:
        values = {name: cell.strip() for name, cell in zip(names, cells, strict=False)}
        if not any(values.values()):
            continue
        reader = _Row(source.path, line, values, delimiter, problems)
        if any(cell.strip() for cell in cells[len(names) :]):
            parted_by = _SPOKEN.get(delimiter, delimiter)
            reader.wrong(
                "This row has more cells than the file has columns.",
                f"Put a value that has {parted_by} in it between double quotes.",
            )
        judgement = reader.judgement(type)
        if judgement is None:
            continue
        scope = (judgement.id, frozenset(judgement.articles), judgement.dates)
        first = judgements.setdefault(scope, judgement)
        if first is not judgement:
            reader.wrong(
                f"The id {judgement.id} stands here and on line {first.line}.",
                "Make one row of the two; the first is used until then.",
            )
    return tuple(judgements.values()), tuple(problems)


class _Row:
    def __init__(
        self, path: str, line: int, values: dict[str, str], delimiter: str, problems: list[Problem]
    ) -> None:
        self._path, self._line, self._values = path, line, values
        self._delimiter, self._problems = delimiter, problems

    def wrong(self, message: str, hint: str) -> None:
        self._problems.append(
            Problem("authority-row", message, Location(self._path, self._line), hint)
        )

    def judgement(self, type: EntityType) -> Judgement | None:
        values = self._values
        name = values.get("name", "")
        id = values.get("id", "") or slugify(name, fallback="-".join(f"{ord(c):x}" for c in name))
        if not id:
            self.wrong("This row has neither an id nor a name.", "Write one of the two.")
            return None
        if not _IS_ID.fullmatch(id):
            usable = slugify(id, fallback="")
            self.wrong(
                f"The id {id!r} cannot stand in an address.",
                f"Write it as `{usable}`; that is used until then."
                if usable
                else "Write it in small letters a to z, digits and hyphens. The row is left out.",
            )
            if not usable:
                return None
            id = usable
        texts: dict[str, Any] = {
            column: values.get(column, "")
            for column in COLUMNS
            if column not in ("id", *LISTS, *NUMBERS)
        }
        if texts["status"] not in STATUS:
            self.wrong(
                f"The status {texts['status']!r} means nothing.",
                f"Write one of {', '.join(STATUS[1:])}, or nothing.",
            )
            texts["status"] = ""
        if texts["dates"] and not _is_range(texts["dates"]):
            self.wrong(
                f"`dates` should be a span of dates, and is {texts['dates']!r}.",
                "Write it as in `1989-01..1993-01-20`, or leave one end open. "
                "The row is left out until then.",
            )
            return None
        return Judgement(
            type=type,
            id=id,
            **texts,
            aliases=self._names("aliases"),
            not_same=self._names("not_same"),
            articles=self._names("articles"),
            lat=self._number("lat"),
            lon=self._number("lon"),
            path=self._path,
            line=self._line,
        )

    def _names(self, column: str) -> tuple[str, ...]:
        text = self._values.get(column, "")
        if self._delimiter != ";":
            text = text.replace(";", "|")
        return tuple(dict.fromkeys(name.strip() for name in text.split("|") if name.strip()))

    def _number(self, column: str) -> float | None:
        text = self._values.get(column, "")
        if not text:
            return None
        try:
            number = float(text.replace(",", "."))
        except ValueError:
            number = float("nan")
        if not abs(number) <= NUMBERS[column]:
            self.wrong(
                f"`{column}` should be degrees, and is {text!r}.", "Write them as in 34.9756."
            )
            return None
        return number


def _is_range(text: str) -> bool:
    try:
        DateRange.parse(text)
    except ValueError:
        return False
    return True
