"""Decisions written into an authority file, row by row; what they do not touch stays as it is."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from site_builder.content.authority_file import COLUMNS, LISTS, NUMBERS
from site_builder.content.review_file import Decision, joined, row_scope
from site_builder.content.table_file import read_table
from site_builder.model.problem import Location, Problem
from site_builder.model.source_file import SourceFile


@dataclass(frozen=True, slots=True)
class Edited:
    """An authority file with decisions in it: its whole new text, and what was done.

    `changes` are plain sentences. With problems, the file should be left as it was.
    """

    text: str
    changes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_Scope = tuple[str, frozenset[str], str]


@dataclass(slots=True)
class _Table:
    """The rows of a file as they stand: the text of each, and its cells, which may be changed.

    `above` is the text above the header, `first` that of the header, and `columns` are the names
    in it, as they are compared.
    """

    path: str
    above: str
    first: str
    header: list[str]
    columns: list[str]
    rows: list[tuple[str, list[str]]]
    delimiter: str
    line_end: str
    changed: set[int] = field(default_factory=set)
    index: dict[_Scope, int] = field(default_factory=dict)

    def cell(self, row: int, column: str) -> str:
        at = self.columns.index(column) if column in self.columns else -1
        cells = self.rows[row][1]
        return cells[at].strip() if 0 <= at < len(cells) else ""

    def write(self, row: int, column: str, text: str) -> None:
        if column not in self.columns:
            self.columns.append(column)
            self.header.append(column)
        at = self.columns.index(column)
        cells = self.rows[row][1]
        cells += [""] * (at + 1 - len(cells))
        cells[at] = text
        self.changed.add(row)


def edit_authority(source: SourceFile, decisions: Iterable[Decision], review: str) -> Edited:
    """Write decisions into the text of an authority file, which may be empty.

    A row of the same id, articles and dates is filled cell by cell, else one appended. A cell that
    an editor had filled stays; where a decision would change it, that is a problem. Order, unknown
    columns, delimiter, byte order mark and line ends stay. `review` is the review file's path.
    """
    read, delimiter, broken = read_table(source, "authority-row")
    if broken:
        return Edited(source.text, problems=broken)
    table = _open(source, delimiter)
    known = len(table.columns)
    changes: list[str] = []
    problems: list[Problem] = []
    for decision in decisions:
        at = table.index.get(decision.scope)
        found = _append(table, decision) if at is None else _fill(table, at, decision, review)
        if isinstance(found, Problem):
            problems.append(found)
        elif found:
            changes.append(found)
    if len(table.columns) > known:
        # What stands beyond the last column would be under the new one.
        problems += [
            _too_long(table.path, line)
            for line, cells in read[1:]
            if any(cell.strip() for cell in cells[known:])
        ]
    if problems or not changes:
        return Edited(source.text, problems=tuple(problems))
    return Edited(_text(table, known), tuple(changes))


def _open(source: SourceFile, delimiter: str) -> _Table:
    mark = "\ufeff" if source.text.startswith("\ufeff") else ""
    lines = _LINE.findall(source.text.removeprefix(mark))
    ends = [end for end in ("\r\n", "\n", "\r") if lines and lines[0].endswith(end)]
    line_end = ends[0] if ends else "\n"
    above = mark
    if lines and lines[0].rstrip("\r\n") == f"sep={delimiter}":
        above += lines.pop(0)
    rows = list(_rows(lines, delimiter))
    while rows and not any(rows[0][1]):
        above += rows.pop(0)[0]
    first, header = rows.pop(0) if rows else ("", list(COLUMNS))
    columns = [name.strip().lower() for name in header]
    table = _Table(source.path, above, first, header, columns, rows, delimiter, line_end)
    for row in range(len(rows)):
        cells = {column: table.cell(row, column) for column in ("id", "name", "articles", "dates")}
        if cells["id"] or cells["name"]:
            table.index.setdefault(row_scope(cells), row)
    return table


def _rows(lines: Sequence[str], delimiter: str) -> Iterator[tuple[str, list[str]]]:
    """Return each row as it stands, line ends and all, and its cells."""
    reader, begun = csv.reader(iter(lines), delimiter=delimiter), 0
    for cells in reader:
        yield "".join(lines[begun : reader.line_num]), cells
        begun = reader.line_num


def _append(table: _Table, decision: Decision) -> str:
    table.rows.append(("", []))
    row = len(table.rows) - 1
    table.index[decision.scope] = row
    for column in COLUMNS:
        if text := decision.cells.get(column, ""):
            table.write(row, column, text)
    said = {c: t for c, t in decision.cells.items() if c not in ("id", "name")}
    return f"{table.path}: new row for {_name(decision)}: {_spoken(said)}"


def _fill(table: _Table, row: int, decision: Decision, review: str) -> str | Problem:
    written: dict[str, str] = {}
    for column, text in decision.cells.items():
        there = table.cell(row, column)
        if column in ("id", "articles", "dates") or (column == "name" and not decision.id):
            # By these the row was found.
            continue
        if column in LISTS:
            old = joined(there if table.delimiter == ";" else there.replace(";", "|"), "")
            if (listed := joined(old, text)) != old:
                written[column] = listed
        elif not there:
            written[column] = text
        elif not _same(column, there, text):
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


def _same(column: str, one: str, other: str) -> bool:
    if column not in NUMBERS or one == other:
        return one == other
    try:
        return float(one.replace(",", ".")) == float(other)
    except ValueError:
        return False


def _name(decision: Decision) -> str:
    return decision.cells.get("name") or decision.id


def _spoken(cells: dict[str, str]) -> str:
    return ", ".join(f"{column} {text}" for column, text in cells.items())


def _text(table: _Table, known: int) -> str:
    width = len(table.columns)
    as_it_was = table.first and width == known
    rows = [
        table.first if as_it_was else _row(table, table.header),
        *(
            _row(table, cells + [""] * (width - len(cells))) if number in table.changed else raw
            for number, (raw, cells) in enumerate(table.rows)
        ),
    ]
    # The last row may have lacked its line end; the next one needs it.
    ended = [row if row.endswith(("\n", "\r")) else row + table.line_end for row in rows]
    return "".join([table.above, *ended])


def _too_long(path: str, line: int) -> Problem:
    return Problem(
        "authority-row",
        "This row has more cells than the file has columns, and a new column is needed.",
        Location(path, line),
        "Put a value that has the sign between two cells in it between double quotes. "
        "Nothing was applied.",
    )


def _row(table: _Table, cells: Sequence[str]) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=table.delimiter, lineterminator=table.line_end).writerow(cells)
    return text.getvalue()
