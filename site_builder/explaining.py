"""Explaining a page: what it is made of, and why a build renders it or leaves it alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from os.path import relpath
from pathlib import Path
from urllib.parse import unquote, urlsplit

from site_builder.build import Prepared
from site_builder.disk.project import Project
from site_builder.findings import Findings, findings_of
from site_builder.model.article import Article
from site_builder.model.page import output_path
from site_builder.model.permalink import permalink


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What is known of one output file.

    `now` are the reasons for which the next build will render it, none where it is up to date;
    `last` is why it was rendered the last time. `findings` are the people and places of an article,
    and None for every other page.
    """

    url: str
    path: str
    kind: str
    template: str
    files: tuple[str, ...]
    shows: tuple[str, ...]
    now: tuple[str, ...]
    last: str
    findings: Findings | None = None


def explain(project: Project, prepared: Prepared, what: str) -> Explanation | None:
    """Explain the page that a user means.

    `what` is its address or its file, or the content file, the seed, the id or the slug of an
    article. Returns None where the site has no such page.
    """
    publication = prepared.publication
    edition, planner = publication.edition, publication.planner
    wanted = frozenset(edition.paths)
    path = next((path for path in _meant(project, prepared, what) if path in wanted), "")
    if not path:
        return None
    page, decision = publication.decide(path)
    made = decision.fingerprint
    entry = planner.manifest.entries.get(path)
    article = next(
        (one for one in prepared.site.articles.values() if _path(prepared, one) == path), None
    )
    return Explanation(
        url=page.url if page else "/" + path,
        path=path,
        kind=made.kind,
        template=made.template,
        files=tuple(planner.templates.get(made.template, ())),
        shows=decision.fields if page else (),
        now=tuple(str(reason) for reason in decision.reasons),
        last=entry.reason if entry else "",
        findings=_findings(prepared, article) if article else None,
    )


def _findings(prepared: Prepared, article: Article) -> Findings:
    mentions = prepared.mentions.get(article.id, ())
    return findings_of(article, mentions, prepared.resolution, prepared.judgements)


def _path(prepared: Prepared, article: Article) -> str:
    return output_path(permalink(article, prepared.site.config.permalink))


def _meant(project: Project, prepared: Prepared, what: str) -> Iterator[str]:
    """List the output paths that a user may mean, the likeliest first."""
    site = prepared.site
    articles = (*site.articles.values(), *site.withdrawn)
    named = {what, Path(relpath(what or ".", project.root)).as_posix()} - {""}
    for article in articles:
        if named & {article.path, article.id, article.source, article.source.partition("#")[0]}:
            yield _path(prepared, article)
    base = site.config.base_url
    address = what.removeprefix(base) if base and what.startswith(base) else what
    address = unquote(urlsplit(address).path)
    inside = project.relative(project.output).strip("/") + "/"
    path = address.removeprefix("./").removeprefix(inside).lstrip("/")
    stem = path.rstrip("/")
    yield path
    yield output_path(f"/{stem}/" if stem else "/")
    for article in articles:
        if what == article.slug:
            yield _path(prepared, article)
