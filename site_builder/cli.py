"""The command line: one short function a command."""

import datetime
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import click

from site_builder import __version__

_Command = Callable[..., Any]


def _project_options(command: _Command) -> _Command:
    command = click.option(
        "-o", "--output", type=click.Path(path_type=Path), help="Build into this folder."
    )(command)
    return click.option(
        "-c",
        "--config",
        type=click.Path(path_type=Path),
        default=Path("site.toml"),
        show_default=True,
        help="The site's settings; the folder they are in is the site.",
    )(command)


def _build_options(command: _Command) -> _Command:
    for option in (
        click.option("--strict", is_flag=True, help="Fail on warnings, too."),
        click.option("-D", "--drafts", is_flag=True, help="Publish drafts, too."),
        click.option("-u", "--base-url", default="", help="Overrule base_url of the settings."),
        click.option(
            "-j",
            "--jobs",
            type=click.IntRange(min=0),
            default=0,
            help="Share the work among so many processes; 0, the default, is one a processor.",
        ),
        click.option("-q", "--quiet", is_flag=True, help="Print problems only."),
        click.option("-v", "--verbose", is_flag=True, help="Print every page and every note."),
    ):
        command = option(command)
    return _project_options(command)


_as_json = click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", prog_name="site-builder")
def main() -> None:
    """Turn a folder of raw news articles into a static news archive."""


@main.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
def init(folder: Path) -> None:
    """Make a new site in FOLDER; files that are there are kept."""
    from site_builder.disk.new_site import make_site

    for path in make_site(folder):
        click.echo(f"made {path}")
    click.echo(f"\nPut your texts into {folder / 'seeds'}/, then run: site-builder build")


@main.command("import")
@_build_options
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
def import_(**given: Any) -> None:
    """Bring content/ up to date with seeds/, and keep every edited file."""
    from site_builder.build import import_only
    from site_builder.reporting import print_import

    report = _run(import_only, given)
    print_import(report, **_manner(given))
    sys.exit(1 if report.failed else 0)


@main.command()
@_build_options
@click.option("--force", is_flag=True, help="Render every page, and replace files in the way.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@_as_json
def build(as_json: bool, **given: Any) -> None:
    """Build the site: import new seeds, then bring the output up to date."""
    import time

    from site_builder.build import build as run
    from site_builder.reporting import print_build, report_as_json

    start = time.perf_counter()
    report = _run(run, given)
    if as_json:
        click.echo(report_as_json(report))
    else:
        print_build(report, time.perf_counter() - start, **_manner(given))
    sys.exit(1 if report.failed else 0)


@main.command()
@_build_options
@click.option("-p", "--port", default=8000, show_default=True, help="The port to serve at.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to serve at.")
@click.option("--open", "open_browser", is_flag=True, help="Open the site in a browser.")
def serve(port: int, host: str, open_browser: bool, **given: Any) -> None:
    """Preview the site, and show each change in the browser as it is saved."""
    from dataclasses import replace
    from functools import partial

    from site_builder.build import build as run
    from site_builder.loading import Memory
    from site_builder.preview.server import serve as preview

    project, options = _project(given), _options(given)
    remembering = partial(run, memory=Memory())
    # A preview has threads, and a process with threads is not safely copied.
    options = replace(options, jobs=1)
    sys.exit(preview(project, options, host, port, open_browser, remembering))


@main.command()
@click.argument("page")
@_project_options
@_as_json
def explain(page: str, as_json: bool, **given: Any) -> None:
    """Explain PAGE: what it is made of, and why a build renders it or leaves it alone.

    PAGE is an address (/people/wang-yi/), a file below output/, or an article: its file, its seed,
    its id or its slug. Of an article, each person and place is explained, too: the sentence, what
    found it, how sure that is, who or what it was taken for; and what was found and not published.
    """
    from site_builder.explaining import explain as explain_page
    from site_builder.explanation_text import explanation_as_json, explanation_as_text

    project, prepared = _prepared(given, doubts=True)
    explanation = explain_page(project, prepared, page)
    if explanation is None:
        _fail(f"There is no page {page!r} in this site. `site-builder list pages` lists them.")
    click.echo(explanation_as_json(explanation) if as_json else explanation_as_text(explanation))


@main.command()
@click.argument("gold", type=click.Path(path_type=Path))
@click.option(
    "-c",
    "--config",
    type=click.Path(path_type=Path),
    help="The settings of a site, for its plugins; site.toml is used where there is one.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    help="Show so many mistakes: 20 without this option, with --json all.",
)
@_as_json
def evaluate(gold: Path, config: Path | None, limit: int | None, as_json: bool) -> None:
    """Measure on the texts of GOLD how well people and places are found; write nothing.

    GOLD holds one article a line: {"file": "a.txt", "people": [["Wang Yi"]], "places": []}.
    """
    from site_builder.evaluating import evaluate as run
    from site_builder.evaluation_text import evaluation_as_json, evaluation_as_text
    from site_builder.reporting import print_problems

    project = _project({"config": config or Path("site.toml"), "output": None})
    done = run(project, gold, config is not None, _options({}).progress)
    print_problems(project, done.problems)
    if as_json:
        click.echo(evaluation_as_json(done, limit))
    else:
        click.echo(evaluation_as_text(done, 20 if limit is None else limit))
    sys.exit(1 if done.failed else 0)


@main.command()
@_project_options
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    metavar="KIND",
    type=click.Choice(
        ["surname", "merge", "type", "place", "single", "sort name", "date", "boilerplate"]
    ),
    help="Show one kind only: surname, merge, type, place, single, 'sort name', date or "
    "boilerplate. May be given several times.",
)
@click.option("--limit", type=click.IntRange(min=1), help="Show so much at most.")
@click.option(
    "--csv", "table", metavar="FILE", help="Write a table for a spreadsheet; - for standard output."
)
@click.option(
    "--html",
    "page",
    is_flag=False,
    flag_value=".site-builder/review.html",
    metavar="[FILE]",
    help="Write a page to read in a browser: .site-builder/review.html, if no FILE is named.",
)
@click.option(
    "--apply",
    "decided",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Carry out the decisions of a table.",
)
@click.option("--dry-run", is_flag=True, help="With --apply: say what would change.")
@_as_json
def review(
    kinds: tuple[str, ...],
    limit: int | None,
    table: str | None,
    page: str | None,
    decided: Path | None,
    as_json: bool,
    **given: Any,
) -> None:
    """Show what the program is not sure of, worst first, or carry out what you decided.

    A table made with --csv has the columns of content/people.csv and content/places.csv. Open it in
    a spreadsheet, correct cells, and write accepted, hidden or rejected into the column status;
    hand it back with --apply. Rows without a status are not decided, and left alone.
    """
    from site_builder.review_text import review_as_json, review_as_text
    from site_builder.reviewing import review as run

    if decided:
        if kinds or limit or table or page or as_json:
            raise click.UsageError("--apply goes with --dry-run only.")
        _apply(given, decided)
        return
    if given["dry_run"]:
        raise click.UsageError("--dry-run goes with --apply.")
    project, prepared = _prepared(given, doubts=True)
    found = run(prepared, kinds, limit)
    aside = as_json or table == "-"
    if table:
        _write_table(found, table, aside)
    if page:
        _write_page(project, prepared, found, Path(page), aside)
    if as_json:
        click.echo(review_as_json(found))
    elif not table and not page:
        click.echo(review_as_text(found, limit))


def _apply(given: dict[str, Any], file: Path) -> None:
    from site_builder.disk.state import AnotherBuildRunsError, one_build_at_a_time
    from site_builder.reporting import print_problems
    from site_builder.reviewing import apply_review

    project = _project(given)
    try:
        with one_build_at_a_time(project):
            done = apply_review(project, file, given["dry_run"])
    except AnotherBuildRunsError:
        _fail("Another build of this site is at work. Wait for it, or stop it.")
    print_problems(project, done.problems, verbose=True)
    for change in done.changes:
        click.echo(f"{'would change ' if given['dry_run'] else ''}{change}")
    if not done.failed and not done.changes:
        click.echo("Nothing to change: no row is decided, or all of it was applied before.")
    sys.exit(1 if done.failed else 0)


def _write_table(found: Any, file: str, aside: bool) -> None:
    from site_builder.content.review_file import write_review

    text = write_review(found.rows())
    if file == "-":
        click.echo(text.removeprefix("\ufeff"), nl=False)
        return
    _write_file(Path(file), text)
    count = len(found.doubts) + len(found.guesses)
    click.echo(f"{count} {'row is' if count == 1 else 'rows are'} in {file}", err=aside)


def _write_page(project: Any, prepared: Any, found: Any, file: Path, aside: bool) -> None:
    from site_builder.review_text import review_as_html, way_to

    file = file if file.is_absolute() or file.parts[0] != ".site-builder" else project.root / file
    output = "/".join(way_to(project.output, file))
    _write_file(file, review_as_html(found, prepared.site.config.title, output))
    click.echo(f"The page is {file}", err=aside)


def _write_file(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8"))
    except OSError as error:
        _fail(f"{file} cannot be written: {error.strerror or error}.")


def _prepared(given: dict[str, Any], doubts: bool = False) -> Any:
    """Do all of a build but the rendering and writing; exit where the settings cannot be read."""
    from site_builder.build import Prepared, prepare
    from site_builder.reporting import print_problems

    project = _project(given)
    prepared = prepare(project, _options({**given, "dry_run": True}), doubts)
    if not isinstance(prepared, Prepared):
        print_problems(project, prepared)
        sys.exit(1)
    return project, prepared


@main.command("list")
@click.argument("what", type=click.Choice(["articles", "undated", "people", "places", "pages"]))
@_project_options
@_as_json
def list_(what: str, as_json: bool, **given: Any) -> None:
    """List articles, undated articles, people, places or pages, one a line."""
    from site_builder.listing import list_rows
    from site_builder.reporting import print_rows

    _, prepared = _prepared(given)
    print_rows(list_rows(prepared, what), as_json)


@main.command()
@_project_options
def clean(**given: Any) -> None:
    """Remove what builds wrote: our files in the output folder, and the state."""
    from site_builder.disk.cleaning import clean as run

    click.echo(f"removed {run(_project(given))} files")


def _project(given: dict[str, Any]) -> Any:
    from site_builder.disk.project import Project

    return Project.at(given["config"], given["output"])


def _options(given: dict[str, Any]) -> Any:
    from site_builder.build import BuildOptions

    names = ("base_url", "drafts", "force", "dry_run", "strict")
    chosen = {name: given[name] for name in names if name in given}
    if "jobs" in given:
        chosen["jobs"] = given["jobs"]
    if sys.stderr.isatty() and not given.get("quiet"):
        from site_builder.reporting import show_progress

        chosen["progress"] = show_progress
    return BuildOptions(today=_today(), **chosen)


def _today() -> datetime.date:
    """Take the date from SOURCE_DATE_EPOCH where it is set, else from the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.date.today()
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        _fail("SOURCE_DATE_EPOCH is not a number of seconds.", 2)


def _run(work: Callable[[Any, Any], Any], given: dict[str, Any]) -> Any:
    from site_builder.disk.state import AnotherBuildRunsError

    try:
        return work(_project(given), _options(given))
    except AnotherBuildRunsError:
        _fail("Another build of this site is at work. Wait for it, or stop it.")


def _manner(given: dict[str, Any]) -> dict[str, Any]:
    return {
        "project": _project(given),
        "quiet": given["quiet"],
        "verbose": given["verbose"],
        "dry_run": given.get("dry_run", False),
    }


def _fail(message: str, status: int = 1) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(status)
