"""Decisions written into an authority file, row by row; what they do not touch stays as it is."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from site_builder.content.authority_file import COLUMNS, LISTS
from site_builder.content.review_file import Decision, joined, split_rows
from site_builder.content.table_file import read_table
from site_builder.model.problem import Location, Problem
from site_builder.model.slug import slugify
from site_builder.model.source_file import SourceFile


@dataclass(frozen=True, slots=True)
class Edited:
    """An authority file with decisions in it: its whole new text, and what was done.

    `changes` are plain sentences. With problems, the file should be left as it was.
    """

    text: str
    changes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


_Scope = tuple[str, frozenset[str]]
"""The id of a row, and the articles that it is for."""


@dataclass(slots=True)
class _Table:
    """The rows of a file as they stand: the text of each, and its cells once they are changed."""

    path: str
    above: list[str]
    columns: list[str]
    rows: list[tuple[str, list[str]]]
    delimiter: str = ","
    line_end: str = "\n"
    changed: set[int] = field(default_factory=set)
    index: dict[_Scope, int] = field(default_factory=dict)

    def cell(self, row: int, column: str) -> str:
        at = self.columns.index(column) if column in self.columns else -1
        cells = self.rows[row][1]
        return cells[at].strip() if 0 <= at < len(cells) else ""

    def write(self, row: int, column: str, text: str) -> None:
        if column not in self.columns:
            self.columns.append(column)
        at = self.columns.index(column)
        cells = self.rows[row][1]
        cells += [""] * (at + 1 - len(cells))
        cells[at] = text
        self.changed.add(row)


def edit_authority(source: SourceFile, decisions: Iterable[Decision], review: str) -> Edited:
    """Write decisions into the text of an authority file, which may be empty.

    A row of the same id and articles is filled cell by cell, a new one appended. A cell that an
    editor had filled stays, and where a decision would change it that is a problem. Order, unknown
    columns, delimiter, byte order mark and line ends stay. `review` is the review file's path.
    """
    read, delimiter, broken = read_table(source, "authority-row")
    if broken:
        return Edited(source.text, problems=broken)
    table = _open(source, read[0][1] if read else list(COLUMNS), delimiter)
    header = len(table.columns)
    changes: list[str] = []
    problems: list[Problem] = []
    for decision in decisions:
        at = table.index.get(_scope(decision.cells, decision.id))
        found = _append(table, decision) if at is None else _fill(table, at, decision, review)
        if isinstance(found, Problem):
            problems.append(found)
        elif found:
            changes.append(found)
    if problems or not changes:
        return Edited(source.text, problems=tuple(problems))
    return Edited(_text(table, header), tuple(changes))


def _open(source: SourceFile, header: Sequence[str], delimiter: str) -> _Table:
    text = source.text
    line_end = "\r\n" if "\r\n" in text else "\n"
    raw = list(split_rows(text))
    above: list[str] = []
    while raw and (
        not raw[0].strip("\ufeff\r\n\t ;,") or raw[0].strip("\ufeff").startswith("sep=")
    ):
        above.append(raw.pop(0))
    if raw:
        above.append(raw.pop(0))
    columns = [name.strip().lower() for name in header]
    rows = [(row, next(csv.reader(io.StringIO(row), delimiter=delimiter), [])) for row in raw]
    table = _Table(source.path, above, columns, rows, delimiter, line_end)
    for row in range(len(rows)):
        cells = {column: table.cell(row, column) for column in ("id", "name", "articles")}
        if cells["id"] or cells["name"]:
            table.index.setdefault(_scope(cells, cells["id"]), row)
    return table


def _scope(cells: Mapping[str, str], id: str) -> _Scope:
    id = id or slugify(cells.get("name", ""), fallback="")
    return id, _set_of(cells.get("articles", ""))


def _set_of(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.replace(";", "|").split("|") if part.strip())


def _append(table: _Table, decision: Decision) -> str:
    table.rows.append(("", []))
    row = len(table.rows) - 1
    table.index[_scope(decision.cells, decision.id)] = row
    for column in COLUMNS:
        if text := decision.cells.get(column, ""):
            table.write(row, column, text)
    said = {c: t for c, t in decision.cells.items() if c not in ("id", "name")}
    return f"{table.path}: new row for {_name(decision)}: {_spoken(said)}"


def _fill(table: _Table, row: int, decision: Decision, review: str) -> str | Problem:
    written: dict[str, str] = {}
    for column, text in decision.cells.items():
        there = table.cell(row, column)
        if column in ("id", "name") and there:
            continue
        if column in LISTS and column != "articles":
            listed = joined(there.replace(";", "|"), text)
            if _set_of(listed) != _set_of(there):
                written[column] = listed
        elif not there:
            written[column] = text
        elif there != text:
            return Problem(
                "review-conflict",
                f"{table.path} says {column} {there!r} of {_name(decision)}, "
                f"and this row {text!r}.",
                Location(review, decision.line),
                f"Correct one of the two by hand. Nothing of {review} was applied.",
            )
    for column, text in written.items():
        table.write(row, column, text)
    return f"{table.path}: {_name(decision)}: {_spoken(written)}" if written else ""


def _name(decision: Decision) -> str:
    return decision.cells.get("name") or decision.id


def _spoken(cells: dict[str, str]) -> str:
    return ", ".join(f"{column} {text}" for column, text in cells.items())


def _text(table: _Table, header: int) -> str:
    above = list(table.above)
    if len(table.columns) > header or not above:
        mark = "\ufeff" if above and above[-1].startswith("\ufeff") else ""
        above[-1:] = [mark + _row(table, table.columns)]
    if above and not above[-1].endswith("\n"):
        above[-1] += table.line_end
    rows = [
        _row(table, cells) if number in table.changed else raw
        for number, (raw, cells) in enumerate(table.rows)
    ]
    # The last row may have lacked its line end; the next one needs it.
    ended = [row if row.endswith("\n") else row + table.line_end for row in rows]
    return "".join([*above, *ended])


def _row(table: _Table, cells: Sequence[str]) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=table.delimiter, lineterminator=table.line_end).writerow(cells)
    return text.getvalue()
