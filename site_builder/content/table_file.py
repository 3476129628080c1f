"""Tables as spreadsheets save them: CSV with commas, semicolons or tabs."""

import csv
import io

from site_builder.model.problem import Location, Problem
from site_builder.model.source_file import SourceFile

Row = tuple[int, list[str]]
"""The line that a row begins on, and its cells."""


def read_table(source: SourceFile, code: str) -> tuple[list[Row], str, tuple[Problem, ...]]:
    """Read the rows of a table, without the empty ones, and what parts their cells.

    `code` is that of the problem where a double quote has no end; the rows above it are read.
    """
    text = source.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    head = lines[0]
    # Excel may begin a file with a line to itself: sep=;
    said = head[4:] if head.startswith("sep=") and len(head) == 5 else ""
    above = 1 if said else 0
    delimiter = said or max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO("\n".join(lines[above:]), newline=""), delimiter=delimiter)
    rows: list[Row] = []
    last = begun = above + 1
    try:
        for cells in reader:
            rows.append((begun, cells))
            last, begun = begun, above + reader.line_num + 1
        open_end = _has_open_quote("\n".join(lines[last - 1 :]), delimiter)
    except csv.Error:
        last, open_end = begun, True
    if not open_end:
        return [row for row in rows if any(row[1])], delimiter, ()
    problem = Problem(
        code,
        "A double quote in this row has no end.",
        Location(source.path, last),
        "Close it, or write it twice. This row and all below it are left out until then.",
    )
    return [row for row in rows if row[0] < last and any(row[1])], delimiter, (problem,)


def _has_open_quote(row: str, delimiter: str) -> bool:
    # Only a strict reader tells the end of the file from the end of a cell.
    reader = csv.reader(io.StringIO(row, newline=""), delimiter=delimiter, strict=True)
    try:
        for _ in reader:
            pass
    except csv.Error as error:
        return "unexpected end of data" in str(error)
    return False
