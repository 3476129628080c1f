"""The file `redirects.csv`: old paths and the new ones."""

import re

from site_builder.content.table_file import read_table
from site_builder.model.problem import Location, Problem
from site_builder.model.source_file import SourceFile

_PATH = re.compile(r"/(?!/)[^\\?#\s]*")
_ADDRESS = re.compile(r"https?://[^\s/]\S*")


def read_redirects(source: SourceFile) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Read the redirects, as spreadsheets save them; a first row without paths is the header."""
    redirects: dict[str, str] = {}
    lines: dict[str, int] = {}
    rows, _, broken = read_table(source, "redirect-row")
    problems = list(broken)
    for number, (line, cells) in enumerate(rows):
        row = [cell.strip() for cell in cells]
        if not any(row) or (number == 0 and not any("/" in cell for cell in row)):
            continue
        old, new = (*row, "", "")[:2]
        wrong = _wrong(old, new)
        if old in lines:
            wrong = (
                f"The old path {old} stands here and on line {lines[old]}.",
                "Keep one of the two rows; the first is used until then.",
            )
        if wrong:
            problems.append(
                Problem("redirect-row", wrong[0], Location(source.path, line), wrong[1])
            )
            continue
        redirects[old], lines[old] = new, line
    return redirects, tuple(problems)


def _wrong(old: str, new: str) -> tuple[str, str] | None:
    """Say what is wrong with a row, and what to do; None where it is right."""
    if not _is_path(old) or not (_is_path(new.partition("#")[0]) or _ADDRESS.fullmatch(new)):
        return (
            "This row does not name an old path and a new one.",
            "Write both, with a slash at the beginning: /old/,/new/",
        )
    if old == new:
        return "This row leads from a path to itself.", "Correct one of the two, or delete the row."
    return None


def _is_path(text: str) -> bool:
    return _PATH.fullmatch(text) is not None and not {".", ".."} & set(text.split("/"))
