"""What commands print: problems on standard error, results on standard output."""

import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from site_builder.build import BuildReport
from site_builder.disk.project import Project
from site_builder.messages import format_problem, summary
from site_builder.model.problem import Problem

# So many problems of one code are shown whole; the rest are counted.
_SHOWN = 5

# Work on fewer items than this is over before a line could be read.
_LONG = 200
_EVERY = 50


def problems_as_text(
    project: Project, problems: Iterable[Problem], verbose: bool = False, color: bool = False
) -> Iterator[str]:
    """Write each problem with the lines around it; notes, and many of a kind, only if verbose."""
    seen: Counter[str] = Counter()
    for problem in problems:
        if problem.severity == "note" and not verbose:
            continue
        seen[problem.code] += 1
        if verbose or seen[problem.code] <= _SHOWN:
            yield format_problem(problem, _source(project, problem), color) + "\n"
    for code, count in seen.items():
        if count > _SHOWN and not verbose:
            yield f"... and {count - _SHOWN} more of [{code}]; -v shows all.\n"


def print_problems(project: Project, problems: Sequence[Problem], verbose: bool = False) -> None:
    """Print problems to standard error, in colour on a terminal unless NO_COLOR is set."""
    color = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
    for text in problems_as_text(project, problems, verbose, color):
        click.echo(text, err=True, color=color)


def _source(project: Project, problem: Problem) -> str | None:
    if problem.location is None or problem.location.line is None:
        return None
    try:
        return Path(project.root, problem.location.path).read_bytes().decode("utf-8", "replace")
    except OSError:
        return None


def show_progress(doing: str, done: int, total: int) -> None:
    """Keep one line on the terminal up to date, and clear it at the end; short work shows none."""
    if total < _LONG or (done % _EVERY and done != total):
        return
    line = "" if done == total else f"{doing}: {done:,} of {total:,}"
    sys.stderr.write(f"\r\x1b[K{line}")
    sys.stderr.flush()


def print_build(
    report: BuildReport,
    seconds: float,
    project: Project,
    quiet: bool = False,
    verbose: bool = False,
    dry_run: bool = False,
) -> None:
    """Print what a build did, or would do."""
    print_problems(project, report.problems, verbose)
    if quiet:
        return
    if verbose:
        for name, paths in (
            ("import", report.imported),
            ("write", report.written),
            ("remove", report.removed),
        ):
            for path in paths:
                click.echo(f"{name:7} {path}")
    click.echo(_build_line(report, seconds, project, dry_run))


def _build_line(report: BuildReport, seconds: float, project: Project, dry_run: bool) -> str:
    problems = f"; {summary(report.problems)}" if report.problems else ""
    if report.pages == 0:
        return f"Nothing was built{problems}."
    if report.unchanged:
        return f"Nothing changed: {report.pages} files{problems} ({seconds:.2f} s)."
    would = "would be " if dry_run else ""
    parts = [f"{len(report.written)} of {report.pages} files {would}written"]
    if report.imported:
        parts.insert(0, f"{_articles(report.imported)} {would}imported")
    if report.removed:
        parts.append(f"{len(report.removed)} {would}removed")
    where = "" if dry_run else f"\nThe site is in {project.output}{os.sep}"
    return f"{', '.join(parts)}{problems} ({seconds:.2f} s).{where}"


def _articles(imported: Sequence[str]) -> str:
    return f"{len(imported)} article{'s' if len(imported) != 1 else ''}"


def print_import(
    report: BuildReport,
    project: Project,
    quiet: bool = False,
    verbose: bool = False,
    dry_run: bool = False,
) -> None:
    """Print what an import did, or would do."""
    print_problems(project, report.problems, verbose)
    if quiet:
        return
    for path in report.imported if verbose else ():
        click.echo(f"import  {path}")
    would = "would be " if dry_run else ""
    problems = f"; {summary(report.problems)}" if report.problems else ""
    click.echo(f"{_articles(report.imported)} {would}imported{problems}.")


def report_as_json(report: BuildReport) -> str:
    """Write a build's report as JSON, with the names of its fields."""
    return json.dumps({**asdict(report), "failed": report.failed}, ensure_ascii=False, indent=2)


def print_rows(rows: Sequence[dict[str, Any]], as_json: bool) -> None:
    """Print rows as JSON, or parted by tabs."""
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        click.echo("\t".join(str(value) for value in row.values()))
