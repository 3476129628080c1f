"""The review file: doubts as a spreadsheet shows them, and an editor's decisions read back."""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from site_builder.content.authority_file import COLUMNS, LISTS, NUMBERS, read_authority
from site_builder.content.front_matter import unknown_key
from site_builder.content.table_file import read_table
from site_builder.model.entity import Doubt, EntityType
from site_builder.model.problem import Location, Problem
from site_builder.model.slug import slugify
from site_builder.model.source_file import SourceFile

HEADER = ("type", "doubt", *COLUMNS, "evidence", "sentence", "article")
"""The columns of a review file: those of the authority files, and around them what is in doubt."""

DECISIONS = ("accepted", "hidden", "rejected")
_TYPES: Mapping[str, EntityType] = {"person": "person", "place": "place"}
# With one of these at its start, a spreadsheet takes a cell for a formula; an apostrophe before it
# makes it text.
_FORMULA = re.compile(r"'*\s*[=+@＝＋－＠-]")


@dataclass(frozen=True, slots=True)
class Decision:
    """One decided row: the cells to write into the authority file of its type, by column.

    `line` is that of the review file, for messages.
    """

    type: EntityType
    id: str
    cells: Mapping[str, str]
    line: int

    @property
    def scope(self) -> tuple[str, frozenset[str], str]:
        """Tell which row of an authority file it is for."""
        return row_scope({**self.cells, "id": self.id})


def row_scope(cells: Mapping[str, str]) -> tuple[str, frozenset[str], str]:
    """Tell a row of an authority file from all others: its id, its articles and its dates."""
    id, name = cells.get("id", ""), cells.get("name", "")
    id = slugify(id or name, fallback=id or "-".join(f"{ord(c):x}" for c in name))
    return id, members(cells.get("articles", "")), cells.get("dates", "")


def members(text: str) -> frozenset[str]:
    """Return the members of a list."""
    return frozenset(part.strip() for part in text.replace(";", "|").split("|") if part.strip())


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
    return "'" + cell if column not in NUMBERS and _FORMULA.match(cell) else cell


def _unguarded(cell: str) -> str:
    cell = cell.strip()
    return cell[1:].strip() if cell.startswith("'") and _FORMULA.match(cell) else cell


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
    decisions: dict[tuple[object, ...], Decision] = {}
    for line, cells in rows[1:]:
        values = {name: _unguarded(cell) for name, cell in zip(header, cells, strict=False)}
        found = _decision(values, Location(source.path, line), delimiter)
        if found and any(cell.strip() for cell in cells[len(header) :]):
            found = _too_long(Location(source.path, line))
        if isinstance(found, Problem):
            problems.append(found)
        elif found:
            key = (found.type, found.scope)
            first = decisions.setdefault(key, found)
            if first is not found and not _agree(first, found):
                problems.append(_contradiction(found, first, source.path))
            elif first is not found:
                decisions[key] = _joined(first, found)
    return tuple(decisions.values()), tuple(problems)


def _decision(
    values: Mapping[str, str], location: Location, delimiter: str
) -> Decision | Problem | None:
    status = values.get("status", "").lower()
    if not status:
        return None
    if status not in DECISIONS:
        return _wrong(
            location,
            f"The status {status!r} means nothing.",
            f"Write {', '.join(DECISIONS)}, or nothing for what is not decided.",
        )
    said = values.get("type", "").lower()
    if said == "article":
        return _wrong(
            location,
            "What is in doubt about an article is decided in the article's file.",
            f"Correct {values.get('article') or 'the file'}, and empty the status of this row.",
        )
    type = _TYPES.get(said)
    if type is None:
        message = f"The type {values.get('type', '')!r} means nothing."
        return _wrong(location, message, "Write person or place.")
    cells = {
        column: _as_number(text) if column in NUMBERS else _as_list(column, text, delimiter)
        for column in COLUMNS
        if column != "status" and (text := values.get(column, ""))
    }
    doubt = values.get("doubt", "").lower()
    refused = _refusal(doubt, status, cells.get("merged_into", ""))
    if refused:
        return _wrong(location, *refused)
    decision = _decided(type, doubt, status, cells, location.line or 0)
    return _unusable(decision, location) or decision


def _refusal(doubt: str, status: str, merged: str) -> tuple[str, str] | None:
    """Tell why a status cannot be, and what to write."""
    if doubt == "merge" and not merged:
        return (
            "This row does not say in merged_into who the other one is.",
            "Copy the id from the row of the review file, or empty the status of this row.",
        )
    if doubt == "merge" and status == "hidden":
        return "A merge cannot be hidden.", "Write accepted, or rejected for two who stay two."
    if doubt == "sort name" and status != "accepted":
        return (
            f"A sort name cannot be {status}.",
            "Write the right one into sort_name, and `accepted` into status.",
        )
    if doubt != "merge" and merged and status != "accepted":
        return f"This row is {status}, and merged.", "Write accepted, or empty merged_into."
    return None


def _decided(
    type: EntityType, doubt: str, status: str, cells: dict[str, str], line: int
) -> Decision:
    """Turn a row's status into what its authority row should say."""
    id = cells.get("id", "")
    if doubt == "surname" and cells.get("aliases"):
        # The row shows the person that the surname may mean; the decision is on the surname.
        if status != "accepted":
            return Decision(type, "", {"name": cells["aliases"], "status": status}, line)
        if row_scope({"name": cells.get("name", "")})[0] != id:
            # The editor gave it to somebody else, who keeps the name they have.
            cells.pop("name", None)
    if doubt == "merge" and status == "rejected":
        cells["not_same"] = joined(cells.get("not_same", ""), cells.pop("merged_into"))
    elif not cells.get("merged_into"):
        cells["status"] = status
    if doubt == "type" and status != "accepted":
        cells.pop("kind", None)
    return Decision(type, id, cells, line)


def _unusable(decision: Decision, location: Location) -> Problem | None:
    """Read a decision as the row of an authority file that it will be."""
    text = io.StringIO()
    csv.writer(text).writerows((decision.cells.keys(), decision.cells.values()))
    _, problems = read_authority(SourceFile(location.path, text.getvalue()), decision.type)
    hint = "Correct the cell, or empty the status of this row."
    return _wrong(location, problems[0].message, hint) if problems else None


def _as_number(text: str) -> str:
    return text.replace(",", ".")


def _as_list(column: str, text: str, delimiter: str) -> str:
    if column not in LISTS:
        return text
    parts = text.replace(";", "|").split("|") if delimiter != ";" else text.split("|")
    return " | ".join(part.strip() for part in parts if part.strip())


def _agree(one: Decision, other: Decision) -> bool:
    same = all(
        other.cells[column] == text or column in LISTS
        for column, text in one.cells.items()
        if column in other.cells
    )
    both = _all_cells(one, other)
    merged = both.get("merged_into", "")
    apart = both.get("status", "accepted") != "accepted" or merged in members(
        both.get("not_same", "")
    )
    return same and not (merged and apart)


def _joined(one: Decision, other: Decision) -> Decision:
    cells = _all_cells(one, other)
    if cells.get("merged_into"):
        cells.pop("status", None)
    return Decision(one.type, one.id or other.id, cells, one.line)


def _all_cells(one: Decision, other: Decision) -> dict[str, str]:
    lists = {
        column: joined(one.cells.get(column, ""), other.cells.get(column, ""))
        for column in LISTS
        if column in one.cells or column in other.cells
    }
    return {**one.cells, **other.cells, **lists}


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
    return _wrong(
        Location(path, one.line),
        f"This row decides otherwise than line {other.line} on {one.id or one.cells['name']!r}.",
        "Let one of the two stand, and empty the status of the other.",
    )


def _too_long(location: Location) -> Problem:
    return _wrong(
        location,
        "This row has more cells than the file has columns.",
        "Put a value that has the sign between two cells in it between double quotes.",
    )


def _wrong(location: Location, message: str, hint: str) -> Problem:
    return Problem("review-row", message, location, hint)
