"""From the archive to the output folder: pages, the plan, and carrying it out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from site_builder.disk.output import (
    read_manifest,
    remove_outputs,
    same_bytes,
    write_manifest,
    write_output,
)
from site_builder.disk.project import Project
from site_builder.disk.scan import scan_output
from site_builder.disk.state import manifest_path
from site_builder.executors.here import Executor
from site_builder.incremental.fingerprint import Fingerprint, digest, fingerprint, fingerprint_asset
from site_builder.incremental.manifest import Entry, Manifest
from site_builder.incremental.plan import BuildPlan, plan
from site_builder.model.page import Output, Page, PageKind, Written, output_path
from site_builder.model.problem import Location, Problem
from site_builder.model.site import Site
from site_builder.pages.routing import route
from site_builder.rendering.render import RenderError, render
from site_builder.rendering.theme import Theme


@dataclass(frozen=True, slots=True)
class Edition:
    """All that a site is to consist of, by path below `output/`: pages, and files copied as is."""

    pages: Mapping[str, Page]
    assets: Mapping[str, bytes]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Planned:
    """A build plan, with all that carrying it out needs."""

    edition: Edition
    fingerprints: Mapping[str, Fingerprint]
    templates: Mapping[str, Mapping[str, str]]
    code: str
    manifest: Manifest
    present: Mapping[str, Written]
    plan: BuildPlan


@dataclass(frozen=True, slots=True)
class Published:
    """What was done: the paths written and removed, and the problems met."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    problems: tuple[Problem, ...]


def make_edition(site: Site, kinds: Sequence[PageKind], theme: Theme) -> Edition:
    """Make every page of the archive, and take in the theme's assets."""
    routed = route(site, kinds)
    pages: dict[str, Page] = {}
    problems = list(routed.problems)
    for kind in kinds:
        for key, url in routed.routes.by_kind.get(kind.name, {}).items():
            path = output_path(url)
            if not _is_inside(path):
                problems.append(_outside(url, kind.source(site, key)))
            elif path not in pages:
                view = kind.view(site, key, routed.routes)
                template = getattr(view, "template", "") or kind.template
                pages[path] = Page(url, template, view, kind.name)
    assets = {f"assets/{name}": data for name, data in theme.assets.items()}
    return Edition(pages, assets, tuple(problems))


def _is_inside(path: str) -> bool:
    """Tell whether a path stays below the output folder, whatever an editor wrote."""
    parts = path.split("/")
    return "\\" not in path and "\0" not in path and not {"", ".", ".."} & set(parts)


def _outside(url: str, source: str) -> Problem:
    return Problem(
        "path-outside",
        f"A page would be at {url}, which is no address below the site.",
        Location(source) if source else None,
        "Write the slug, alias or redirect as a plain path. The page is left out until then.",
        "error",
    )


def plan_edition(
    project: Project,
    edition: Edition,
    theme: Theme,
    code: Mapping[str, str],
    force: bool = False,
) -> Planned:
    """Compare an edition with the last build and with the output folder."""
    fingerprints = {path: fingerprint(page) for path, page in edition.pages.items()}
    fingerprints |= {path: fingerprint_asset(data) for path, data in edition.assets.items()}
    templates = {
        template: theme.digests(template)
        for template in sorted({page.template for page in edition.pages.values()})
    }
    manifest = read_manifest(manifest_path(project)) or Manifest()
    present = scan_output(project.output)
    version = digest(repr(sorted(code.items())).encode())
    decided = plan(fingerprints, templates, version, manifest, present, force)
    return Planned(edition, fingerprints, templates, version, manifest, present, decided)


def carry_out(
    project: Project,
    planned: Planned,
    theme: Theme,
    executor: Executor,
    force: bool = False,
    dry_run: bool = False,
) -> Published:
    """Render what is to be rendered, write it, and remove what nothing wants any more.

    The paths are in the manifest before they are touched, so a killed build loses track of none.
    A page that cannot be rendered keeps the file that it had, and is tried again. A file that is
    not ours is not touched unless `force` is given.
    """
    todo = planned.plan
    if dry_run:
        return Published(tuple(todo.render), todo.remove, ())
    path = manifest_path(project)
    if todo.render or todo.remove:
        pending = tuple(sorted({*todo.render, *todo.remove, *planned.manifest.pending}))
        write_manifest(path, replace(planned.manifest, pending=_ours(pending, planned, force)))
    entries: dict[str, Entry] = {
        kept: replace(planned.manifest.entries[kept], fingerprint=planned.fingerprints[kept])
        for kept in todo.keep
    }
    problems: list[Problem] = []
    written = []
    foreign: list[str] = []
    failed: list[str] = []
    for wanted, result in _rendered(planned, theme, executor):
        if isinstance(result, Problem):
            problems.append(result)
            failed.append(wanted)
            continue
        if not force and wanted in todo.foreign and not same_bytes(project.output, result):
            foreign.append(wanted)
            continue
        try:
            status, changed = write_output(project.output, result)
        except OSError as error:
            problems.append(_not_written(project, wanted, error))
            failed.append(wanted)
            continue
        if changed:
            written.append(wanted)
        reason = "; ".join(str(reason) for reason in todo.render[wanted])
        entries[wanted] = Entry(planned.fingerprints[wanted], status, reason)
    removed = remove_outputs(project.output, todo.remove, planned.present)
    manifest = Manifest(
        code=planned.code,
        templates=planned.templates,
        entries=entries,
        pending=_ours(failed, planned, force),
    )
    if manifest != planned.manifest:
        write_manifest(path, manifest)
    return Published(
        tuple(written), tuple(removed), (*_distinct(problems), *_foreign(project, foreign))
    )


def _ours(pending: Sequence[str], planned: Planned, force: bool) -> tuple[str, ...]:
    foreign = () if force else planned.plan.foreign
    return tuple(path for path in pending if path not in foreign)


def _rendered(
    planned: Planned, theme: Theme, executor: Executor
) -> Iterator[tuple[str, Output | Problem]]:
    def result(path: str) -> tuple[str, Output | Problem]:
        page = planned.edition.pages.get(path)
        if page is None:
            return path, Output(path, planned.edition.assets[path])
        try:
            return path, render(page, theme)
        except RenderError as error:
            return path, error.problem

    return executor.map(result, planned.plan.render, "Rendering pages")


def _distinct(problems: Sequence[Problem]) -> list[Problem]:
    """Say a mistake in a template once, not once a page."""
    return list(dict.fromkeys(problems))


def _not_written(project: Project, path: str, error: OSError) -> Problem:
    return Problem(
        "output-not-written",
        f"This page could not be written: {error.strerror or error}.",
        Location(project.relative(project.output / path)),
        "Check the space on the disk and the permissions of the output folder, and build again.",
        "error",
    )


def _foreign(project: Project, paths: Sequence[str]) -> list[Problem]:
    if not paths:
        return []
    others = f" (and {len(paths) - 1} more)" if len(paths) > 1 else ""
    return [
        Problem(
            "output-not-ours",
            f"A file{others} stands where a page belongs, and Site Builder did not write it. "
            "It was left alone.",
            Location(project.relative(project.output / paths[0])),
            "Move it away, or build with --force to replace it.",
            "error",
        )
    ]
