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
    Changes,
    LastBuild,
    forget_last_build,
    one_build_at_a_time,
    read_last_build,
    state_folder,
    write_last_build,
)

if TYPE_CHECKING:
    from site_builder.disk.compiled import CompiledTemplates
    from site_builder.disk.snapshot import Snapshot
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


_NOTHING = Changes(frozenset(), frozenset())


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """What the command line asks of a build.

    `base_url` overrules the one in `site.toml` where it is not empty. `today` is the date of
    imports, and the day after which dates are in the future. `jobs` is how many processes share the
    work, 0 for one a processor. `progress` is told how far it is.
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
    and `judgements` are the rows of the authority files. `snapshot` is what to keep of it all, and
    `codes` keeps what is compiled.
    """

    site: "Site"
    theme: "Theme"
    publication: "Publication"
    imported: tuple[str, ...]
    problems: "tuple[Problem, ...]"
    resolution: "Resolution"
    mentions: "Mapping[str, tuple[Mention, ...]]"
    judgements: "tuple[Judgement, ...]"
    snapshot: "Snapshot"
    codes: "CompiledTemplates"


def build(project: Project, options: BuildOptions, memory: "Memory | None" = None) -> BuildReport:
    """Bring `content/` up to date with `seeds/`, and `output/` with both.

    A preview hands every build the same `memory`. Raises AnotherBuildRunsError where another build
    of the project is at work.
    """
    with one_build_at_a_time(project):
        began = time.time_ns()
        inputs = scan_inputs(project)
        last = read_last_build(project)
        changes = _changes(project, options, inputs, last) if last else None
        if last and changes and not changes.inputs and not changes.outputs:
            return BuildReport(
                pages=last.pages, problems=last.problems, unchanged=True, strict=options.strict
            )
        if not options.dry_run:
            forget_last_build(project)
        with _no_collection():
            report, manifest = _build(
                project, options, memory, changes, last.problems if last else ()
            )
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


def _changes(
    project: Project, options: BuildOptions, inputs: Listing, last: LastBuild
) -> Changes | None:
    """Find what changed since the last build; None where everything may be another."""
    if options.force or last.options != options.shown:
        return None
    outputs = stat_outputs(str(project.output), last.outputs.paths)
    if last.inputs == inputs and last.outputs == outputs:
        return _NOTHING
    root = f"{project.root}/"
    return Changes(
        frozenset(path.removeprefix(root) for path in differing(last.inputs, inputs)),
        differing(last.outputs, outputs),
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
    project: Project,
    options: BuildOptions,
    memory: "Memory | None",
    changes: Changes | None,
    known: "Sequence[Problem]",
) -> "tuple[BuildReport, Manifest | None]":
    """Build what changed, where that can be told, else everything."""
    from site_builder.disk.snapshot import read_snapshot, write_snapshot
    from site_builder.editing import candidates, compared
    from site_builder.publishing import publish

    folder = state_folder(project)
    last = read_snapshot(folder) if changes else None
    if last and changes:
        built = _build_edit(project, options, last, changes, known)
        if built:
            return built
    prepared = prepare(project, options, memory=memory)
    if isinstance(prepared, tuple):
        return BuildReport(problems=prepared), None
    only = None
    if last and changes:
        changed = {*changes.inputs, *prepared.imported}
        difference = compared(last, prepared.snapshot.site, changed)
        only = candidates(prepared.publication, difference, changes.outputs)
    snapshot, codes, publication = prepared.snapshot, prepared.codes, prepared.publication
    problems, imported = prepared.problems, prepared.imported
    # What nobody asks for any more makes room before the work is shared out.
    del prepared
    done = publish(publication, executor(options), options.dry_run, only)
    codes.save()
    report = BuildReport(
        pages=done.files,
        written=done.written,
        removed=done.removed,
        imported=imported,
        problems=(*problems, *done.problems),
    )
    if not options.dry_run and not report.failed:
        write_snapshot(folder, snapshot)
    return report, done.manifest


def _build_edit(
    project: Project,
    options: BuildOptions,
    last: "Snapshot",
    changes: Changes,
    known: "Sequence[Problem]",
) -> "tuple[BuildReport, Manifest | None] | None":
    """Build after an edit of a few articles or templates; None where more is to be looked at."""
    from site_builder.disk.compiled import CompiledTemplates
    from site_builder.disk.snapshot import write_snapshot
    from site_builder.editing import candidates, edit
    from site_builder.loading import Notebook, load_theme
    from site_builder.plugins import enabled_kinds, page_kinds
    from site_builder.publishing import make_edition, prepare_publication, publish

    notes = Notebook([])
    config = last.site.config
    with _workshop(project, options, config, notes, last.code, False) as (plugins, stages):
        edited = edit(project, last, changes.inputs, known, stages, options.today)
        if edited is None:
            return None
        codes = CompiledTemplates(project.state / "memo" / "templates.bin", last.code["rendering"])
        theme = notes.take(load_theme(project, config, plugins, codes))
        kinds = notes.take(enabled_kinds(page_kinds(plugins), config.disable_kinds, ""))
        edition = make_edition(edited.snapshot.site, kinds, theme)
        if notes.problems or edition.problems:
            return None
        publication = prepare_publication(project, edition, last.code)
        only = candidates(publication, edited.difference, changes.outputs)
        done = publish(publication, executor(options), options.dry_run, only)
        codes.save()
        report = BuildReport(
            pages=done.files,
            written=done.written,
            removed=done.removed,
            problems=(*known, *done.problems),
        )
        if not options.dry_run and not report.failed:
            write_snapshot(state_folder(project), edited.snapshot, edited.difference.articles)
    return report, done.manifest


def executor(options: BuildOptions) -> "Executor":
    """Choose how work is done: in this process, or in several."""
    from site_builder.executors.here import Here
    from site_builder.executors.processes import Processes, cores

    jobs = options.jobs or cores()
    return Processes(jobs, options.progress) if jobs > 1 else Here(options.progress)


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
    project: Project,
    options: BuildOptions,
    config: "SiteConfig",
    notes: "Notebook",
    code: Mapping[str, str] | None = None,
    whole: bool = True,
) -> Iterator[tuple[Sequence["Plugin"], "Stages"]]:
    """Load the plugins, and open the memo of the work on each article."""
    from site_builder.disk.memo import Memo
    from site_builder.plugins import load_plugins, mention_finders
    from site_builder.stages import Stages

    with closing(Memo(project.state / "memo", whole)) as memo:
        plugins = notes.take(load_plugins(config.plugins, project.relative(project.config_path)))
        yield (
            plugins,
            Stages(
                memo,
                executor(options),
                mention_finders(plugins),
                config.country,
                code,
                config.markdown_extensions,
            ),
        )


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
    from site_builder.disk.compiled import CompiledTemplates
    from site_builder.disk.snapshot import Snapshot
    from site_builder.plugins import enabled_kinds, page_kinds
    from site_builder.publishing import make_edition, prepare_publication

    notes = loading.Notebook([])
    config = loading.load_config(project, notes)
    if config is None:
        return tuple(notes.problems)
    if options.base_url:
        config = replace(config, base_url=options.base_url.rstrip("/") + "/")
    with _workshop(project, options, config, notes) as (plugins, stages):
        codes = CompiledTemplates(
            project.state / "memo" / "templates.bin", stages.code["rendering"]
        )
        theme = notes.take(loading.load_theme(project, config, plugins, codes))
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
    snapshot = Snapshot(loaded.site, stages.code, loaded.keys, loaded.settled)
    return Prepared(
        loaded.site,
        theme,
        prepare_publication(project, edition, stages.code, options.force),
        imported,
        tuple(notes.problems),
        loaded.resolution,
        loaded.mentions,
        loaded.judgements,
        snapshot,
        codes,
    )
