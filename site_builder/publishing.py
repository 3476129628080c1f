"""From the archive to the output folder: pages, what becomes of each, and carrying it out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from site_builder.disk.output import (
    NotOursError,
    output_status,
    read_manifest,
    remove_outputs,
    write_manifest,
    write_output,
)
from site_builder.disk.project import Project
from site_builder.disk.state import manifest_path
from site_builder.executors.here import Executor
from site_builder.incremental.fingerprint import (
    Fingerprint,
    digest,
    field_names,
    fingerprint,
    fingerprint_asset,
)
from site_builder.incremental.manifest import Entry, Manifest
from site_builder.incremental.plan import Planner
from site_builder.incremental.reasons import Reason
from site_builder.model.page import Key, Output, Page, PageKind, Routes, UrlPath, output_path
from site_builder.model.problem import Location, Problem
from site_builder.model.site import Site
from site_builder.pages.routing import route
from site_builder.rendering.render import RenderError, render
from site_builder.rendering.theme import Theme

# So many pages are worth the start of another process.
_MANY = 400


@dataclass(frozen=True, slots=True)
class Edition:
    """All that a site is to consist of: its pages, each made when it is asked for, and its assets.

    `places` holds the kind, the key and the address of each page, by path below `output/`; assets
    are files that are copied as they are.
    """

    site: Site
    theme: Theme
    kinds: Sequence[PageKind]
    routes: Routes
    places: Mapping[str, tuple[PageKind, Key, UrlPath]]
    assets: Mapping[str, bytes]
    problems: tuple[Problem, ...] = ()

    @property
    def paths(self) -> list[str]:
        """The paths of all files."""
        return [*self.places, *(path for path in self.assets if path not in self.places)]

    def kind(self, path: str) -> str:
        """Name the kind of a file."""
        return self.places[path][0].name if path in self.places else "asset"

    def page(self, path: str) -> Page | None:
        """Make a page; None for an asset."""
        if path not in self.places:
            return None
        kind, key, url = self.places[path]
        view = kind.view(self.site, key, self.routes)
        return Page(url, getattr(view, "template", "") or kind.template, view, kind.name)


class Decision(NamedTuple):
    """What is to become of one file: its fingerprint, and the reasons to render it, if any."""

    fingerprint: Fingerprint
    fields: tuple[str, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Publication:
    """An edition beside what the last build left, and the way to the output folder."""

    project: Project
    edition: Edition
    planner: Planner

    def decide(self, path: str) -> tuple[Page | None, Decision]:
        """Make a page and compare it with what the last build left."""
        page = self.edition.page(path)
        if page:
            made, fields = fingerprint(page), field_names(page.view)
        else:
            made, fields = fingerprint_asset(self.edition.assets[path]), ("data",)
        known = path in self.planner.manifest.entries
        there = output_status(str(self.project.output), path) if known else None
        return page, Decision(made, fields, self.planner.reasons(path, made, fields, there))

    def output(self, path: str, page: Page | None) -> Output:
        """Render a page, or take an asset as it is; raises RenderError."""
        return render(page, self.edition.theme) if page else Output(path, self.edition.assets[path])


class _Done(NamedTuple):
    """What was done about one file: its new entry, or why there is none; None where it was kept."""

    path: str
    entry: Entry | None = None
    changed: bool = False
    foreign: bool = False
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """What was done: the number of files, the paths written and removed, and the problems met.

    `manifest` says what lies in the output folder now.
    """

    files: int
    written: tuple[str, ...]
    removed: tuple[str, ...]
    problems: tuple[Problem, ...]
    manifest: Manifest


def make_edition(site: Site, kinds: Sequence[PageKind], theme: Theme) -> Edition:
    """Find every page of the archive its place, and take in the theme's assets."""
    routed = route(site, kinds)
    places: dict[str, tuple[PageKind, Key, UrlPath]] = {}
    problems = list(routed.problems)
    for kind in kinds:
        for key, url in routed.routes.by_kind.get(kind.name, {}).items():
            path = output_path(url)
            if _is_inside(path):
                places.setdefault(path, (kind, key, url))
            else:
                problems.append(_outside(url, kind.source(site, key)))
    assets = {f"assets/{name}": data for name, data in theme.assets.items()}
    return Edition(site, theme, kinds, routed.routes, places, assets, tuple(problems))


def _is_inside(path: str) -> bool:
    """Tell whether a path stays below the output folder, whatever an editor wrote."""
    if "//" not in path and "." not in path[:1] and "/." not in path and "\\" not in path:
        return "\0" not in path and path[:1] not in ("", "/")
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


def prepare_publication(
    project: Project,
    edition: Edition,
    code: Mapping[str, str],
    force: bool = False,
) -> Publication:
    """Lay an edition beside what the last build left."""
    manifest = read_manifest(manifest_path(project)) or Manifest()
    version = digest(repr(sorted(code.items())).encode())
    planner = Planner(manifest, edition.theme.all_digests(), version, force)
    return Publication(project, edition, planner)


def publish(
    publication: Publication,
    executor: Executor,
    dry_run: bool = False,
    only: frozenset[str] | None = None,
) -> Published:
    """Render what is to be rendered, write it, and remove what nothing wants any more.

    `only` are the paths to look at, where it is known that all others are as they should be.

    The paths are in the manifest before they are touched, so a killed build loses track of none.
    A page that cannot be rendered keeps the file that it had, and is tried again. A file that is
    not ours is not touched unless the planner says `force`.
    """
    project, planner, edition = publication.project, publication.planner, publication.edition
    paths = edition.paths
    wanted = frozenset(paths)
    remove = planner.left_over(wanted)
    if not dry_run:
        _claim(project, planner.manifest, wanted, planner.force)

    looked_at = paths if only is None else [path for path in paths if path in only]

    def work(path: str) -> _Done | None:
        return _put_in_place(publication, path, dry_run)

    for template in {
        edition.places[path][0].template for path in looked_at if path in edition.places
    }:
        edition.theme.compile(template)
    done = [one for one in executor.map(work, looked_at, "Rendering pages", _MANY) if one]
    written = tuple(one.path for one in done if one.changed)
    if dry_run:
        return Published(len(paths), written, remove, (), planner.manifest)
    foreign = [one.path for one in done if one.foreign]
    removed = remove_outputs(str(project.output), remove)
    manifest = _remember(publication, wanted, done)
    problems = tuple(dict.fromkeys(one.problem for one in done if one.problem))
    problems += tuple(_foreign(project, foreign))
    return Published(len(paths), written, tuple(removed), problems, manifest)


def _claim(project: Project, manifest: Manifest, wanted: frozenset[str], force: bool) -> None:
    """Note, before any is touched, which files will be ours that were not."""
    new = {path for path in wanted if path not in manifest.entries}
    if not force:
        # A foreign file does not become ours by standing in the way.
        new = {path for path in new if output_status(str(project.output), path) is None}
    pending = manifest.pending | new
    if pending != manifest.pending:
        write_manifest(manifest_path(project), replace(manifest, pending=pending))


def _put_in_place(publication: Publication, path: str, dry_run: bool) -> _Done | None:
    """Bring one file up to date; returns None where it is."""
    page, (made, _, reasons) = publication.decide(path)
    if not reasons:
        return None
    if dry_run:
        return _Done(path, changed=True)
    planner = publication.planner
    ours = planner.force or planner.manifest.owns(path)
    try:
        output = publication.output(path, page)
        written, changed = write_output(str(publication.project.output), output, ours)
    except RenderError as error:
        return _Done(path, problem=error.problem)
    except NotOursError:
        return _Done(path, foreign=True)
    except OSError as error:
        return _Done(path, problem=_not_written(publication.project, path, error))
    return _Done(path, Entry(made, written, "; ".join(map(str, reasons))), changed)


def _remember(publication: Publication, wanted: frozenset[str], done: Sequence[_Done]) -> Manifest:
    """Write the manifest of what lies in the output folder now, and return it."""
    planner = publication.planner
    before = planner.manifest
    failed = {one.path for one in done if one.entry is None}
    kept = wanted - failed
    entries = {path: entry for path, entry in before.entries.items() if path in kept}
    entries.update((one.path, one.entry) for one in done if one.entry)
    ours = {one.path for one in done if one.problem} | (failed & before.entries.keys())
    manifest = Manifest(
        code=planner.code,
        templates=planner.templates,
        entries=dict(sorted(entries.items())),
        pending=frozenset(ours),
    )
    if manifest != before:
        write_manifest(manifest_path(publication.project), manifest)
    return manifest


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
