"""The file `redirects.csv`: old paths and the new ones."""

import csv
import io

from site_builder.model.problem import Location, Problem
from site_builder.model.source_file import SourceFile


def read_redirects(source: SourceFile) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Read the redirects; a first row without a path is taken for the header."""
    redirects: dict[str, str] = {}
    problems = []
    reader = csv.reader(io.StringIO(source.text.lstrip("\ufeff"), newline=""))
    for number, cells in enumerate(reader):
        row = [cell.strip() for cell in cells]
        if not any(row) or (number == 0 and not row[0].startswith("/")):
            continue
        if len(row) < 2 or not row[0].startswith("/") or not row[1].startswith(("/", "http")):
            problems.append(
                Problem(
                    "redirect-row",
                    "This row does not name an old path and a new one.",
                    Location(source.path, reader.line_num),
                    "Write both, with a slash at the beginning: /old/,/new/",
                )
            )
            continue
        redirects.setdefault(row[0], row[1])
    return redirects, tuple(problems)
