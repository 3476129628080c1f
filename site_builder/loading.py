"""From project files to the archive as one value: settings, content, entities."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from site_builder.content.article_file import read_article
from site_builder.content.authority_file import read_authority
from site_builder.content.config_file import read_config
from site_builder.content.page_file import read_page
from site_builder.content.redirects_file import read_redirects
from site_builder.disk.compiled import CompiledTemplates
from site_builder.disk.package_data import default_theme_folder
from site_builder.disk.project import (
    Project,
    each_source,
    files_below,
    read_source,
    read_sources,
)
from site_builder.disk.theme_files import read_layers
from site_builder.entities.resolution import Resolver
from site_builder.entities.retagging import Settled, settled
from site_builder.entities.tagging import people_named
from site_builder.model.article import Article, Parsed
from site_builder.model.config import SiteConfig
from site_builder.model.entity import Document, EntityType, Judgement, Mention, Resolution
from site_builder.model.problem import Location, Problem
from site_builder.model.site import Site, StaticPage
from site_builder.model.source_file import SourceFile
from site_builder.plugins import Plugin
from site_builder.rendering.markdown import unknown_extensions
from site_builder.rendering.theme import Theme
from site_builder.site.assembly import assemble, unique_by_id
from site_builder.stages import Stages

Value = TypeVar("Value")


@dataclass(slots=True)
class Notebook:
    """The problems found so far, in the order in which they were found."""

    problems: list[Problem]

    def take(self, found: tuple[Value, Sequence[Problem]]) -> Value:
        """Write the problems down and pass the value on."""
        value, problems = found
        self.problems += problems
        return value


@dataclass(frozen=True, slots=True)
class Memory:
    """What one build leaves to the next in the same process, so that it need not be done again."""

    seeds: Resolver = field(default_factory=Resolver)
    site: Resolver = field(default_factory=Resolver)


@dataclass(frozen=True, slots=True)
class Loaded:
    """The archive, and what its people and places were made of.

    `mentions` are keyed by article id, and so are the `keys` that they are kept by; `judgements`
    are the rows of the authority files. `settled` is what the resolution settled.
    """

    site: Site
    resolution: Resolution
    mentions: Mapping[str, tuple[Mention, ...]]
    judgements: tuple[Judgement, ...]
    keys: Mapping[str, bytes]
    settled: Settled


def load_config(project: Project, notes: Notebook) -> SiteConfig | None:
    """Read `site.toml`; None where there is none or it cannot be read."""
    shown = project.relative(project.config_path)
    if not project.config_path.is_file():
        notes.problems.append(
            Problem(
                "config-missing",
                f"There is no {shown} in {project.root}.",
                None,
                "Change into the folder of your site, name its settings with --config, "
                "or make a new site with `site-builder init FOLDER`.",
                "error",
            )
        )
        return None
    found = read_source(project, project.config_path)
    if isinstance(found, Problem):
        notes.problems.append(replace(found, severity="error"))
        return None
    config = notes.take(read_config(found))
    return config and _with_known_extensions(config, shown, notes)


def _with_known_extensions(config: SiteConfig, shown: str, notes: Notebook) -> SiteConfig:
    named = config.markdown_extensions
    unknown = unknown_extensions(named) if named != SiteConfig().markdown_extensions else ()
    for name in unknown:
        notes.problems.append(
            Problem(
                "markdown-extension",
                f"There is no Markdown extension {name!r}.",
                Location(shown),
                "Use a name that Python-Markdown knows, or install the extension's package.",
                "error",
            )
        )
    known = tuple(name for name in named if name not in unknown)
    return replace(config, markdown_extensions=known) if unknown else config


def load_theme(
    project: Project,
    config: SiteConfig,
    plugins: Sequence[Plugin],
    codes: CompiledTemplates | None = None,
) -> tuple[Theme, tuple[Problem, ...]]:
    """Chain the theme: the site's own templates, the theme that it names, the default theme.

    `codes` keeps what is compiled.
    """
    named, problems = [], []
    if config.theme:
        folder = project.root / config.theme
        if folder.is_dir():
            named.append((folder.name, folder))
        else:
            problems.append(
                Problem(
                    "theme-not-found",
                    f"There is no folder {config.theme!r}, which the settings name as the theme.",
                    Location(project.relative(project.config_path)),
                    "Write the theme's folder as it is below the site, or remove the setting.",
                    "error",
                )
            )
    layers, unreadable = read_layers(project.templates, default_theme_folder(), named)
    filters = {name: filter for plugin in plugins for name, filter in plugin.filters.items()}
    return Theme(layers, filters, codes), (*problems, *unreadable)


def import_and_read(
    project: Project,
    plugins: Sequence[Plugin],
    stages: Stages,
    today: datetime.date,
    notes: Notebook,
    dry_run: bool = False,
    resolver: Resolver | None = None,
) -> tuple[list[Article], tuple[str, ...]]:
    """Import new seeds, then read all articles; returns them and the paths that import wrote.

    `resolver` remembers the import before.
    """
    # All that reads raw texts is loaded with it, and an edit needs none of it.
    from site_builder.importing import import_seeds

    # The texts as they are are for import to compare with; without seeds there is nothing to.
    keep = next(files_below(project.seeds), None) is not None
    sources: dict[str, SourceFile] = {}
    read: dict[str, Parsed] = {}
    for found in each_source(project, project.content / "articles", ".md"):
        if isinstance(found, Problem):
            notes.problems.append(found)
            continue
        read[found.path] = read_article(found)
        if keep:
            sources[found.path] = found
    before = [parsed.article for parsed in read.values() if parsed.article]
    # What is wrong with the rows is said when the site is loaded.
    rows = judgements_of(project, Notebook([]))
    imported = import_seeds(
        project, plugins, stages, sources, before, today, rows, dry_run, resolver
    )
    notes.problems += imported.problems
    read.update((source.path, read_article(source)) for source in imported.written)
    articles = []
    for path in sorted(read):
        notes.problems += read[path].problems
        if article := read[path].article:
            articles.append(article)
    if not articles and not notes.problems:
        notes.problems.append(
            Problem(
                "no-articles",
                "There is nothing to publish: seeds/ and content/articles/ are empty.",
                None,
                "Put your texts into seeds/, one article a .txt file, and build again.",
            )
        )
    return articles, tuple(source.path for source in imported.written)


def load_site(
    project: Project,
    config: SiteConfig,
    articles: Sequence[Article],
    stages: Stages,
    drafts: bool,
    notes: Notebook,
    doubts: bool = False,
    resolver: Resolver | None = None,
) -> Loaded:
    """Turn articles, authority files and pages into the archive.

    The resolution lists its doubts when `doubts` is set; `resolver` remembers the one before.
    """
    unique = notes.take(unique_by_id(articles))
    shown = [article for article in unique if drafts or not article.draft]
    published = [article for article in shown if article.status == "published"]
    bodies = stages.kept_bodies(
        {article.id: article.body for article in published}, config.markdown_extensions
    )
    documents = [document_of(article, bodies.text(article.id), config) for article in published]
    judgements = judgements_of(project, notes)
    keys, mentions = stages.keyed_mentions(documents, people_named(judgements))
    notes.problems += _unread_languages(published, documents, stages)
    texts = {document.id: document.text for document in documents}
    resolver = resolver or Resolver(remember=False)
    resolution = resolver.resolve(published, mentions, texts, judgements, stages.gazetteer, doubts)
    notes.problems += resolution.problems

    def static_pages(folder: str) -> dict[str, StaticPage]:
        return _static_pages(project, folder, stages, config, notes)

    site = assemble(
        shown,
        bodies,
        resolution,
        config,
        pages=static_pages("pages"),
        people_notes=static_pages("people"),
        place_notes=static_pages("places"),
        redirects=_redirects(project, notes),
    )
    return Loaded(
        site,
        resolution,
        mentions,
        tuple(judgements),
        dict(zip(mentions, keys, strict=True)),
        settled(resolver),
    )


def document_of(article: Article, text: str, config: SiteConfig) -> Document:
    """Return what the engine reads of an article."""
    return Document(
        id=article.id,
        title=article.title,
        text=text,
        dateline_place=article.dateline.place,
        lang=article.lang or config.language,
    )


def judgements_of(project: Project, notes: Notebook) -> list[Judgement]:
    """Read the rows of the authority files."""
    files: tuple[tuple[str, EntityType], ...] = (("people.csv", "person"), ("places.csv", "place"))
    judgements: list[Judgement] = []
    for name, type in files:
        source = _optional(project, name, notes)
        if source:
            judgements += notes.take(read_authority(source, type))
    return judgements


def _unread_languages(
    articles: Sequence[Article], documents: Sequence[Document], stages: Stages
) -> Iterator[Problem]:
    """Say once a language that its people are not looked for."""
    unread: dict[str, list[Article]] = {}
    for article, document in zip(articles, documents, strict=True):
        if not stages.reads(document.lang):
            unread.setdefault(document.lang, []).append(article)
    for lang, found in sorted(unread.items()):
        count = f"{len(found)} articles are" if len(found) > 1 else "This article is"
        yield Problem(
            "language-unread",
            f"{count} in the language {lang!r}: places are found there, but of people only those "
            "with a row in content/people.csv.",
            Location(found[0].path),
            "Tag people in the front matter, add rows, or list a plugin that reads the language.",
            "note",
        )


def _redirects(project: Project, notes: Notebook) -> Mapping[str, str]:
    source = _optional(project, "redirects.csv", notes)
    return notes.take(read_redirects(source)) if source else {}


def _static_pages(
    project: Project, folder: str, stages: Stages, config: SiteConfig, notes: Notebook
) -> dict[str, StaticPage]:
    sources = notes.take(read_sources(project, project.content / folder, ".md"))
    pages = [page for source in sources if (page := notes.take(read_page(source)))]
    bodies = stages.bodies([page.body for page in pages], config.markdown_extensions)
    return {
        page.slug: replace(page, html=body.html) for page, body in zip(pages, bodies, strict=True)
    }


def _optional(project: Project, name: str, notes: Notebook) -> SourceFile | None:
    path = project.content / name
    if not path.exists():
        return None
    found = read_source(project, path)
    if isinstance(found, Problem):
        notes.problems.append(found)
        return None
    return found


def future_dates(articles: Sequence[Article], today: datetime.date) -> list[Problem]:
    """Report articles that an editor dated later than today."""
    return [
        Problem(
            "date-in-future",
            f"The date of this article, {article.date}, is in the future.",
            Location(article.path),
            "Correct the date, or set `draft: true` until then.",
        )
        for article in articles
        if article.date and article.date.sort_key > (today.year, today.month, today.day)
    ]
