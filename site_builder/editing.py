"""A build after a small change: it starts from the last one, and reads what changed."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from site_builder.content.article_file import read_article
from site_builder.disk.project import Project, read_source
from site_builder.disk.snapshot import ChangedTags, KeptTags, Snapshot
from site_builder.entities.retagging import retag
from site_builder.entities.tagging import people_named
from site_builder.loading import Notebook, document_of, judgements_of
from site_builder.model.article import Article
from site_builder.model.catalogue import Catalogue, Row
from site_builder.model.difference import Difference, difference
from site_builder.model.entity import ArticleTags
from site_builder.model.page import output_path
from site_builder.model.permalink import permalink
from site_builder.model.problem import Problem
from site_builder.model.site import ArticleBody, Site
from site_builder.pages.affected import affected_keys
from site_builder.publishing import Publication
from site_builder.site.assembly import reassemble
from site_builder.stages import Stages

MOST = 50
"""Of more changed articles the whole archive is read: that is as soon done."""


@dataclass(frozen=True, slots=True)
class Edited:
    """The archive after an edit: what it is to be remembered by, and how it differs from before."""

    snapshot: Snapshot
    difference: Difference


class Bodies(Mapping[str, ArticleBody]):
    """The bodies of all articles, each read from its content file when it is asked for."""

    def __init__(self, project: Project, articles: Mapping[str, Article], stages: Stages) -> None:
        self._project, self._articles, self._stages = project, articles, stages
        self._made: dict[str, ArticleBody] = {}

    def __len__(self) -> int:
        return len(self._articles)

    def __iter__(self) -> Iterator[str]:
        return iter(self._articles)

    def __getitem__(self, id: str) -> ArticleBody:
        if id not in self._made:
            path = self._articles[id].path
            article = _read(self._project, path)
            if article is None:
                raise OSError(f"{path} changed while the site was built. Build again.")
            self._made[id] = _body(article, self._stages)
        return self._made[id]


def edit(
    project: Project,
    snapshot: Snapshot,
    changed: Iterable[str],
    known: Sequence[Problem],
    stages: Stages,
    today: datetime.date,
) -> Edited | None:
    """Take changed files into the archive of the last build.

    `known` are the problems of that build. Returns None where the change is not one of a few
    articles in themselves: then all has to be read.
    """
    files = frozenset(changed)
    articles = {path for path in files if _is_article(path)}
    if len(articles) > MOST or not all(_is_template(path) for path in files - articles):
        return None
    if articles and any(entry for entry in _entries(project)):
        # What an edit means to the seeds is for import to say.
        return None
    if any(one.location and one.location.path in articles for one in known):
        return None
    before = snapshot.site
    if not isinstance(before.articles, Catalogue) or not isinstance(before.tags, KeptTags):
        return None
    rows: list[Row] = []
    tags: dict[str, ArticleTags] = {}
    keys = dict(snapshot.keys)
    ids = {path: id for id, path in before.articles.column("path").items()} if articles else {}
    for path in sorted(articles):
        old = before.articles.get(ids.get(path, ""))
        new = _read(project, path)
        if old is None or new is None or not _is_same_but_for_text(old, new, before, today):
            return None
        found = _retagged(project, snapshot, old, new, stages)
        if found is None:
            return None
        keys[new.id], tags[new.id] = found
        rows.append(Row.of(new, tags[new.id]))
    catalogue = before.articles.changed((), rows) if rows else before.articles
    site = reassemble(
        before,
        catalogue,
        ChangedTags(before.tags, tags, frozenset()),
        Bodies(project, catalogue, stages),
        before.people,
        before.places,
        before.redirects,
    )
    settled = reassemble(
        before, before.articles, before.tags, {}, before.people, before.places, before.redirects
    )
    return Edited(
        replace(snapshot, site=site, keys=keys), difference(settled, site, frozenset(tags))
    )


def _entries(project: Project) -> Iterator[object]:
    from site_builder.disk.project import files_below

    return files_below(project.seeds)


def _is_article(path: str) -> bool:
    return path.startswith("content/articles/") and path.endswith(".md")


def _is_template(path: str) -> bool:
    return path.startswith("templates/")


def _is_same_but_for_text(old: Article, new: Article, before: Site, today: datetime.date) -> bool:
    """Tell whether an article stays where it is, and is published as it was."""
    pattern = before.config.permalink
    return (
        new.id == old.id
        and new.status == old.status
        and not new.draft
        and not new.aliases
        and not old.aliases
        and permalink(new, pattern) == permalink(old, pattern)
        and (not new.date or new.date.sort_key <= (today.year, today.month, today.day))
    )


def _read(project: Project, path: str) -> Article | None:
    """Read an article that nothing is wrong with; None where something is."""
    source = read_source(project, project.root / path)
    if isinstance(source, Problem):
        return None
    parsed = read_article(source)
    return None if parsed.problems else parsed.article


def _body(article: Article, stages: Stages) -> ArticleBody:
    return stages.bodies([article.body], stages.extensions)[0]


def _retagged(
    project: Project, snapshot: Snapshot, old: Article, new: Article, stages: Stages
) -> tuple[bytes, ArticleTags] | None:
    """Find the people and places of an edited article, and the key that they are kept by."""
    site = snapshot.site
    document = document_of(new, _body(new, stages).text, site.config)
    if not stages.reads(document.lang):
        return None
    judgements = judgements_of(project, Notebook([]))
    (key,), found = stages.keyed_mentions([document], people_named(judgements))
    mentions = found[new.id]
    then = stages.kept_mentions(snapshot.keys[old.id])
    if then is None:
        return None
    if (key, _lists(new)) == (snapshot.keys[old.id], _lists(old)):
        return key, site.tags[old.id]
    tags = retag(
        (old, then, ""),
        (new, mentions, document.text),
        snapshot.settled,
        site.people,
        site.places,
        judgements,
        stages.gazetteer,
    )
    return (key, tags) if tags is not None else None


def _lists(article: Article) -> tuple[object, ...]:
    return article.people, article.places, article.edited, article.date


def compared(snapshot: Snapshot, after: Site, changed: Iterable[str]) -> Difference | None:
    """Compare an archive that was read whole with that of the last build.

    `changed` are the content files that changed. Returns None where more changed than articles,
    people and places.
    """
    before = snapshot.site
    if (
        before.config != after.config
        or before.pages != after.pages
        or before.people_notes != after.people_notes
        or before.place_notes != after.place_notes
        or before.withdrawn != after.withdrawn
        or not isinstance(before.articles, Catalogue)
    ):
        return None
    before = reassemble(
        before, before.articles, before.tags, {}, before.people, before.places, before.redirects
    )
    files = frozenset(changed)
    touched = {
        id
        for id in before.articles.keys() | after.articles.keys()
        if (old := before.articles.get(id)) is None
        or (new := after.articles.get(id)) is None
        or new.path in files
        or old != replace(new, body="")
        or before.tags[id] != after.tags[id]
    }
    return difference(before, after, touched)


def candidates(
    publication: Publication, difference: Difference | None, outputs: Iterable[str]
) -> frozenset[str] | None:
    """List the files that may have to be written; None for all of them.

    They are those that the difference can have changed, those whose template changed, those that
    are new or not as they were left, and all assets.
    """
    edition, planner = publication.edition, publication.planner
    if difference is None or planner.force or planner.code != planner.manifest.code:
        return None
    templates = planner.changed_templates()
    found = {*edition.assets, *planner.manifest.pending, *outputs}
    affected = affected_keys(difference)
    for kind in edition.kinds:
        urls = edition.routes.by_kind.get(kind.name, {})
        keys = affected.get(kind.name)
        if keys is None or kind.template in templates:
            found.update(map(output_path, urls.values()))
        else:
            found.update(output_path(urls[key]) for key in keys if key in urls)
    entries = planner.manifest.entries
    paths = frozenset(edition.paths)
    return frozenset(found & paths) | {path for path in paths if path not in entries}
