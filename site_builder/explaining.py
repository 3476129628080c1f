"""Explaining a page: what it is made of, and why a build renders it or leaves it alone."""

from dataclasses import dataclass, fields
from urllib.parse import unquote, urlsplit

from site_builder.build import Prepared
from site_builder.disk.project import Project
from site_builder.model.page import output_path
from site_builder.model.permalink import permalink


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What is known of one output file.

    `now` are the reasons for which the next build will render it, none where it is up to date;
    `last` is why it was rendered the last time.
    """

    url: str
    path: str
    kind: str
    template: str
    files: tuple[str, ...]
    shows: tuple[str, ...]
    now: tuple[str, ...]
    last: str


def explain(project: Project, prepared: Prepared, what: str) -> Explanation | None:
    """Explain the page that a user means: by its address, its file, or its article's file.

    Returns None where the site has no such page.
    """
    planned = prepared.planned
    path = next(
        (path for path in _meant(project, prepared, what) if path in planned.fingerprints), ""
    )
    if not path:
        return None
    made = planned.fingerprints[path]
    page = planned.edition.pages.get(path)
    entry = planned.manifest.entries.get(path)
    return Explanation(
        url=page.url if page else "/" + path,
        path=path,
        kind=made.kind,
        template=made.template,
        files=tuple(planned.templates.get(made.template, ())),
        shows=tuple(field.name for field in fields(page.view)) if page else (),
        now=tuple(str(reason) for reason in planned.plan.render.get(path, ())),
        last=entry.reason if entry else "",
    )


def _meant(project: Project, prepared: Prepared, what: str) -> list[str]:
    """List the output paths that a user may mean, the likeliest first."""
    site = prepared.site
    for article in (*site.articles.values(), *site.withdrawn):
        if what in (article.path, article.id):
            return [output_path(permalink(article, site.config.permalink))]
    base = site.config.base_url
    address = what.removeprefix(base) if base and what.startswith(base) else what
    address = unquote(urlsplit(address).path)
    inside = project.relative(project.output).strip("/") + "/"
    path = address.removeprefix("./").removeprefix(inside).lstrip("/")
    stem = path.rstrip("/")
    return [path, output_path(f"/{stem}/" if stem else "/")]
