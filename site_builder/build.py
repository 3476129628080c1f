"""The whole story of a build: seeds to content, content to archive, archive to pages."""

import datetime
import time
from array import array
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from site_builder.disk.project import Project
from site_builder.disk.scan import Listing, differing, scan_inputs, settled, stat_outputs
from site_builder.disk.state import (
    LastBuild,
    forget_last_build,
    one_build_at_a_time,
    read_last_build,
    write_last_build,
)

if TYPE_CHECKING:
    from site_builder.executors.here import Executor, Progress
    from site_builder.incremental.manifest import Manifest
    from site_builder.loading import Memory, Notebook
    from site_builder.model.config import SiteConfig
    from site_builder.model.entity import Judgement, Mention, Resolution
    from site_builder.model.problem import Problem
    from site_builder.model.site import Site
    from site_builder.plugins import Plugin
    from site_builder.publishing import Publication
    from site_builder.rendering.theme import Theme
    from site_builder.stages import Stages

# The stations are imported where they are first needed: a build that finds nothing changed is over
# before, and the start-up of the program is part of its speed.


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """What the command line asks of a build.

    `base_url` overrules the one in `site.toml` where it is not empty. `today` is the date of
    imports, and the day after which dates are in the future. `jobs` is how many processes share the
    work. `progress` is told how far it is.
    """

    today: datetime.date
    base_url: str = ""
    drafts: bool = False
    force: bool = False
    dry_run: bool = False
    strict: bool = False
    jobs: int = 1
    progress: "Progress | None" = None

    @property
    def shown(self) -> str:
        """What of the options shows in the output."""
        return f"{self.base_url} {self.drafts}"


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did; paths are below `output/`, those of `imported` below the project.

    `pages` counts the files of the site. `unchanged` says that a scan found nothing to do. With
    `dry_run`, `written` and `removed` are what a build would do.
    """

    pages: int = 0
    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    imported: tuple[str, ...] = ()
    problems: "tuple[Problem, ...]" = ()
    unchanged: bool = False
    strict: bool = False

    @property
    def failed(self) -> bool:
        """Tell whether the build failed: an error, or with `strict` a warning too."""
        fatal = ("error", "warning") if self.strict else ("error",)
        return any(problem.severity in fatal for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A build before its pages are rendered.

    `resolution` says who is who, with its doubts, `mentions` (by article id) what that was made of,
    and `judgements` are the rows of the authority files.
    """

    site: "Site"
    theme: "Theme"
    publication: "Publication"
    imported: tuple[str, ...]
    problems: "tuple[Problem, ...]"
    resolution: "Resolution"
    mentions: "Mapping[str, tuple[Mention, ...]]"
    judgements: "tuple[Judgement, ...]"


def build(project: Project, options: BuildOptions, memory: "Memory | None" = None) -> BuildReport:
    """Bring `content/` up to date with `seeds/`, and `output/` with both.

    A preview hands every build the same `memory`. Raises AnotherBuildRunsError where another build
    of the project is at work.
    """
    with one_build_at_a_time(project):
        began = time.time_ns()
        inputs = scan_inputs(project)
        last = read_last_build(project)
        if last and not options.force and _nothing_changed(project, options, inputs, last):
            return BuildReport(
                pages=last.pages, problems=last.problems, unchanged=True, strict=options.strict
            )
        if not options.dry_run:
            forget_last_build(project)
        with _no_collection():
            report, manifest = _build(project, options, memory)
        report = replace(report, strict=options.strict)
        if manifest and not options.dry_run and not report.failed:
            _remember(project, options, settled(inputs, began), report, manifest)
        return report


@contextmanager
def _no_collection() -> Iterator[None]:
    """Let nobody look for circles of garbage meanwhile: a build makes few, and much to look at."""
    import gc

    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _nothing_changed(
    project: Project, options: BuildOptions, inputs: Listing, last: LastBuild
) -> bool:
    return (
        last.options == options.shown
        and last.inputs == inputs
        and last.outputs == stat_outputs(str(project.output), last.outputs.paths)
    )


def _remember(
    project: Project,
    options: BuildOptions,
    before: Listing,
    report: BuildReport,
    manifest: "Manifest",
) -> None:
    """Keep all files as they were when the build began; what it imported itself, as it is now."""
    if report.imported:
        now = time.time_ns()
        after = settled(scan_inputs(project), now)
        ours = {str(project.root / path) for path in report.imported}
        if not differing(before, after) <= ours:
            return
        before = after
    outputs = Listing(
        list(manifest.entries),
        array("q", (number for entry in manifest.entries.values() for number in entry.written)),
    )
    last = LastBuild(options.shown, report.pages, report.problems, before, outputs)
    write_last_build(project, last)


def _build(
    project: Project, options: BuildOptions, memory: "Memory | None"
) -> "tuple[BuildReport, Manifest | None]":
    from site_builder.publishing import publish

    prepared = prepare(project, options, memory=memory)
    if isinstance(prepared, tuple):
        return BuildReport(problems=prepared), None
    done = publish(prepared.publication, executor(options), options.dry_run)
    report = BuildReport(
        pages=done.files,
        written=done.written,
        removed=done.removed,
        imported=prepared.imported,
        problems=(*prepared.problems, *done.problems),
    )
    return report, done.manifest


def executor(options: BuildOptions) -> "Executor":
    """Choose how work is done: in this process, or in several."""
    from site_builder.executors.here import Here
    from site_builder.executors.processes import Processes

    return Processes(options.jobs, options.progress) if options.jobs > 1 else Here(options.progress)


def import_only(project: Project, options: BuildOptions) -> BuildReport:
    """Bring `content/` up to date with `seeds/`, and leave `output/` alone."""
    from site_builder import loading

    notes = loading.Notebook([])
    with one_build_at_a_time(project):
        config = loading.load_config(project, notes)
        if config is None:
            return BuildReport(problems=tuple(notes.problems), strict=options.strict)
        with _no_collection(), _workshop(project, options, config, notes) as (plugins, stages):
            _, imported = loading.import_and_read(
                project, plugins, stages, options.today, notes, options.dry_run
            )
    return BuildReport(imported=imported, problems=tuple(notes.problems), strict=options.strict)


@contextmanager
def _workshop(
    project: Project, options: BuildOptions, config: "SiteConfig", notes: "Notebook"
) -> Iterator[tuple[Sequence["Plugin"], "Stages"]]:
    """Load the plugins, and open the memo of the work on each article."""
    from site_builder.disk.memo import Memo
    from site_builder.plugins import load_plugins, mention_finders
    from site_builder.stages import Stages

    with closing(Memo(project.state / "memo")) as memo:
        plugins = notes.take(load_plugins(config.plugins, project.relative(project.config_path)))
        yield plugins, Stages(memo, executor(options), mention_finders(plugins), config.country)


def prepare(
    project: Project,
    options: BuildOptions,
    doubts: bool = False,
    memory: "Memory | None" = None,
) -> "Prepared | tuple[Problem, ...]":
    """Do all of a build but the pages: import, read, resolve, assemble, give addresses.

    Returns the problems alone where the settings cannot be read. The resolution lists its doubts
    when `doubts` is set; `memory` is that of the build before.
    """
    from site_builder import loading
    from site_builder.plugins import enabled_kinds, page_kinds
    from site_builder.publishing import make_edition, prepare_publication

    notes = loading.Notebook([])
    config = loading.load_config(project, notes)
    if config is None:
        return tuple(notes.problems)
    if options.base_url:
        config = replace(config, base_url=options.base_url.rstrip("/") + "/")
    with _workshop(project, options, config, notes) as (plugins, stages):
        theme = notes.take(loading.load_theme(project, config, plugins))
        articles, imported = loading.import_and_read(
            project,
            plugins,
            stages,
            options.today,
            notes,
            options.dry_run,
            memory.seeds if memory else None,
        )
        notes.problems += loading.future_dates(articles, options.today)
        loaded = loading.load_site(
            project,
            config,
            articles,
            stages,
            options.drafts,
            notes,
            doubts,
            memory.site if memory else None,
        )
    shown = project.relative(project.config_path)
    kinds = notes.take(enabled_kinds(page_kinds(plugins), config.disable_kinds, shown))
    edition = make_edition(loaded.site, kinds, theme)
    notes.problems += edition.problems
    return Prepared(
        loaded.site,
        theme,
        prepare_publication(project, edition, stages.code, options.force),
        imported,
        tuple(notes.problems),
        loaded.resolution,
        loaded.mentions,
        loaded.judgements,
    )
