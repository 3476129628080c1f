"""The review file: doubts as a spreadsheet shows them, and an editor's decisions read back."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from site_builder.content.authority_file import COLUMNS, LISTS, NUMBERS
from site_builder.content.front_matter import unknown_key
from site_builder.content.table_file import read_table
from site_builder.model.entity import Doubt, EntityType
from site_builder.model.problem import Location, Problem
from site_builder.model.source_file import SourceFile

HEADER = ("type", "doubt", *COLUMNS, "evidence", "sentence", "article")
"""The columns of a review file: those of the authority files, and around them what is in doubt."""

DECISIONS = ("accepted", "hidden", "rejected")
_TYPES: Mapping[str, EntityType] = {"person": "person", "place": "place"}
# With one of these at its start, a spreadsheet takes a cell for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Decision:
    """One decided row: the cells to write into the authority file of its type, by column.

    `line` is that of the review file, for messages.
    """

    type: EntityType
    id: str
    cells: Mapping[str, str]
    line: int


def write_review(rows: Iterable[Mapping[str, str]]) -> str:
    """Write rows, cells by column, as a CSV file that a spreadsheet opens.

    The file begins with a byte order mark, by which spreadsheets know UTF-8.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADER)
    for row in rows:
        writer.writerow([_guarded(row.get(column, ""), column) for column in HEADER])
    return "\ufeff" + text.getvalue()


def doubt_row(
    doubt: Doubt, names: Mapping[tuple[EntityType, str], str], files: Mapping[str, str]
) -> dict[str, str]:
    """Make the row of a doubt, nothing decided: the cells by column.

    `names` are the names that pages show, by type and id: a surname's row is that of the person.
    `files` are the articles' files by id.
    """
    # A surname is no name for the row of the person whom it may mean.
    name = "" if "aliases" in doubt.proposal else doubt.name
    row = {
        "type": doubt.type,
        "doubt": doubt.kind,
        "id": doubt.id,
        "name": names.get((doubt.type, doubt.id), name),
        "evidence": doubt.evidence,
        "sentence": doubt.sentence,
        "article": files.get(doubt.article, doubt.article),
        **{column: _listed(column, text) for column, text in doubt.proposal.items()},
    }
    # What is proposed is decided by an editor's word in this column alone.
    return {**row, "status": ""}


def _listed(column: str, text: str) -> str:
    """Part the members of a list by a sign that no spreadsheet parts cells by."""
    return " | ".join(part.strip() for part in text.split(";")) if column in LISTS else text


def _guarded(cell: str, column: str) -> str:
    formula = cell.startswith(_FORMULA) and column not in NUMBERS
    return "'" + cell if formula or cell.startswith("''") else cell


def _unguarded(cell: str) -> str:
    guarded = cell.startswith("'") and cell[1:].startswith((*_FORMULA, "'"))
    return cell[1:] if guarded else cell


def read_review(source: SourceFile) -> tuple[tuple[Decision, ...], tuple[Problem, ...]]:
    """Read the decisions of a review file as spreadsheets save it; undecided rows say nothing.

    A problem that is not a note means that the file should not be applied: it would be half an
    answer.
    """
    rows, delimiter, broken = read_table(source, "review-row")
    if broken:
        return (), broken
    header = [name.strip().lower() for name in rows[0][1]] if rows else []
    if "type" not in header or "status" not in header or not {"id", "name"} & {*header}:
        line = rows[0][0] if rows else 1
        return (), (_no_header(source.path, line),)
    problems = [
        replace(
            unknown_key(name, HEADER, Location(source.path, rows[0][0]), "column"), severity="note"
        )
        for name in header
        if name and name not in HEADER
    ]
    decisions: dict[tuple[str, str, str], Decision] = {}
    for line, cells in rows[1:]:
        values = {name: _unguarded(cell.strip()) for name, cell in zip(header, cells, strict=False)}
        found = _decision(values, line, source.path, delimiter)
        if isinstance(found, Problem):
            problems.append(found)
        elif found:
            key = (found.type, found.id, found.cells.get("articles", ""))
            first = decisions.setdefault(key, found)
            if first is not found and not _agree(first, found):
                problems.append(_contradiction(found, first, source.path))
            elif first is not found:
                decisions[key] = _joined(first, found)
    return tuple(decisions.values()), tuple(problems)


def _decision(
    values: Mapping[str, str], line: int, path: str, delimiter: str
) -> Decision | Problem | None:
    status = values.get("status", "").lower()
    if not status:
        return None
    location = Location(path, line)
    if status not in DECISIONS:
        return Problem(
            "review-row",
            f"The status {status!r} means nothing.",
            location,
            f"Write {', '.join(DECISIONS)}, or nothing for what is not decided.",
        )
    said = values.get("type", "").lower()
    if said == "article":
        return Problem(
            "review-row",
            "What is in doubt about an article is decided in the article's file.",
            location,
            f"Correct {values.get('article') or 'the file'}, and empty the status of this row.",
        )
    type = _TYPES.get(said)
    if type is None:
        return Problem(
            "review-row",
            f"The type {values.get('type', '')!r} means nothing.",
            location,
            "Write person or place.",
        )
    if not values.get("id") and not values.get("name"):
        return Problem(
            "review-row",
            "This row has neither an id nor a name.",
            location,
            "Copy both from the row of the review file.",
        )
    cells = {
        column: _as_number(text) if column in NUMBERS else _as_list(column, text, delimiter)
        for column in COLUMNS
        if (text := values.get(column, ""))
    }
    return _decided(type, values.get("doubt", "").lower(), status, cells, location)


def _decided(
    type: EntityType, doubt: str, status: str, cells: dict[str, str], location: Location
) -> Decision | Problem:
    """Turn a row's status into what its authority row should say."""
    line = location.line or 0
    id = cells.get("id", "")
    cells["status"] = status
    if doubt == "merge" and status == "rejected":
        cells["not_same"] = cells.pop("merged_into", "")
        del cells["status"]
    elif doubt == "sort name" and status != "accepted":
        return Problem(
            "review-row",
            f"A sort name cannot be {status}.",
            location,
            "Write the right one into sort_name, and `accepted` into status.",
        )
    elif doubt == "surname" and status != "accepted" and cells.get("aliases"):
        # The row shows the person that the surname may mean; the decision is on the surname.
        name = cells["aliases"]
        return Decision(type, "", {"name": name, "status": status}, line)
    elif doubt == "type" and status != "accepted":
        cells.pop("kind", None)
    if cells.get("merged_into"):
        cells.pop("status", None)
    return Decision(type, id, cells, line)


def _as_number(text: str) -> str:
    return text.replace(",", ".")


def _as_list(column: str, text: str, delimiter: str) -> str:
    if column not in LISTS:
        return text
    parts = text.replace(";", "|").split("|") if delimiter != ";" else text.split("|")
    return " | ".join(part.strip() for part in parts if part.strip())


def _agree(one: Decision, other: Decision) -> bool:
    return all(
        other.cells[column] == text or column in LISTS
        for column, text in one.cells.items()
        if column in other.cells
    )


def _joined(one: Decision, other: Decision) -> Decision:
    lists = {
        column: joined(one.cells.get(column, ""), other.cells.get(column, ""))
        for column in LISTS
        if column in one.cells or column in other.cells
    }
    return Decision(one.type, one.id, {**one.cells, **other.cells, **lists}, one.line)


def joined(one: str, other: str) -> str:
    """Put the members of two lists together, each once."""
    parts = [part.strip() for text in (one, other) for part in text.split("|") if part.strip()]
    return " | ".join(dict.fromkeys(parts))


def _no_header(path: str, line: int) -> Problem:
    return Problem(
        "review-header",
        "The first row does not name the columns of a review file.",
        Location(path, line),
        "Make the file with `site-builder review --csv FILE`, and keep its first row.",
    )


def _contradiction(one: Decision, other: Decision, path: str) -> Problem:
    return Problem(
        "review-row",
        f"This row decides otherwise than line {other.line} on {one.id or one.cells['name']!r}.",
        Location(path, one.line),
        "Let one of the two stand, and empty the status of the other.",
    )


def split_rows(text: str) -> Iterator[str]:
    """Split a table into its rows as they stand, line ends and all; quotes hold lines together."""
    start, quoted = 0, False
    for index, sign in enumerate(text):
        if sign == '"':
            quoted = not quoted
        elif sign == "\n" and not quoted:
            yield text[start : index + 1]
            start = index + 1
    if start < len(text):
        yield text[start:]
