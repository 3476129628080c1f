"""Importing: seeds become content, and editors' work is kept."""

import datetime
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from site_builder.content.article_file import following, new_article
from site_builder.content.conflicts import Conflict, Write, plan_import, seed_missing
from site_builder.disk.project import Project, files_below, write_content
from site_builder.entities.resolution import Resolver
from site_builder.entities.tagging import people_named, tag_archive
from site_builder.model.article import Article, ParsedSeed
from site_builder.model.entity import Document, Judgement
from site_builder.model.problem import Location, Problem
from site_builder.model.seed import Seed
from site_builder.model.source_file import SourceFile
from site_builder.parsing.boilerplate import repeated_lines
from site_builder.plugins import Importer, Plugin, importer_for
from site_builder.stages import Stages

# Above this many, seeds that are gone are counted in one message.
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: the content files it wrote (their new text), and what it has to say."""

    written: tuple[SourceFile, ...]
    problems: tuple[Problem, ...]
    seeds: int


def import_seeds(
    project: Project,
    plugins: Sequence[Plugin],
    stages: Stages,
    sources: Mapping[str, SourceFile],
    articles: Iterable[Article],
    today: datetime.date,
    judgements: Sequence[Judgement] = (),
    dry_run: bool = False,
    resolver: Resolver | None = None,
) -> Imported:
    """Bring `content/articles/` up to date with `seeds/`, and never overwrite an edited file.

    `sources` are the content files as they are, by path, and `articles` what they hold;
    `judgements` are the rows of the authority files; `resolver` remembers the time before.
    """
    seeds, problems = read_seeds(project, plugins)
    if not seeds and not any(article.source for article in articles):
        return Imported((), tuple(problems), 0)
    seeds, repeats = _without_repeats(seeds)
    problems += repeats
    existing = _Existing(project, articles, {seed.origin for seed in seeds})
    seeds = [seed for seed in seeds if seed.origin not in existing.unreadable]
    written = []
    parsed_seeds = _parse(stages, seeds, today, problems)
    found = stages.mentions(
        [document_of(parsed) for _, parsed in parsed_seeds], people_named(judgements)
    )
    known = [existing.of(seed) for seed, _ in parsed_seeds]
    made = []
    for (seed, parsed), old in zip(parsed_seeds, known, strict=True):
        made.append(new_article(parsed, seed, (), (), existing.slugs, today))
        if old is None:
            existing.slugs.add(made[-1].slug)
    shown = [following(new, old) if old else new for new, old in zip(made, known, strict=True)]
    tags = tag_archive(
        [old if old and old.edited else new for new, old in zip(shown, known, strict=True)],
        {article.id: mentions for article, mentions in zip(shown, found, strict=True)},
        judgements,
        stages.gazetteer,
        resolver,
    )
    for new, article, old in zip(made, shown, known, strict=True):
        people, places = tags[article.id]
        new = replace(new, people=people, places=places)
        decision = plan_import(new, sources[old.path] if old else None)
        if isinstance(decision, Conflict):
            problems.append(decision.problem)
        elif isinstance(decision, Write):
            written.append(SourceFile(decision.path, decision.text))
            if not dry_run:
                write_content(project, decision.path, decision.text)
    problems += _missing_seeds(existing.orphans(seeds))
    return Imported(tuple(written), tuple(problems), len(seeds))


def read_seeds(project: Project, plugins: Sequence[Plugin]) -> tuple[list[Seed], list[Problem]]:
    """Read every file below `seeds/` in the order of their paths."""
    seeds: list[Seed] = []
    problems: list[Problem] = []
    for entry in files_below(project.seeds):
        origin = project.relative(Path(entry.path))
        importer = importer_for(plugins, entry.name)
        if importer is None:
            problems.append(_unsupported(origin, plugins))
            continue
        for found in read_file(Path(entry.path), origin, importer):
            (problems if isinstance(found, Problem) else seeds).append(found)  # type: ignore[arg-type]
    return seeds, problems


def read_file(path: Path, origin: str, importer: Importer) -> Iterator[Seed | Problem]:
    """Read each seed in one file, or a problem in its place."""
    try:
        with path.open("rb") as stream:
            yield from importer.read(stream, origin)
    except OSError as error:
        yield Problem(
            "seed-unreadable",
            f"This seed cannot be read: {error.strerror or error}.",
            Location(origin),
            "Check the file and its permissions. It is left out until then.",
        )


def _unsupported(origin: str, plugins: Sequence[Plugin]) -> Problem:
    known = sorted({s for plugin in plugins for i in plugin.importers for s in i.suffixes})
    return Problem(
        "seed-unsupported",
        "This file is in no format that can be imported.",
        Location(origin),
        f"Convert it to one of {', '.join(known)}, or move it out of seeds/.",
    )


def _without_repeats(seeds: Iterable[Seed]) -> tuple[list[Seed], list[Problem]]:
    """Keep the first of several seeds with the same bytes."""
    first: dict[str, Seed] = {}
    problems = []
    for seed in seeds:
        key = seed.sha256 + seed.origin.partition("#")[2]
        kept = first.setdefault(key, seed)
        if kept is not seed:
            problems.append(
                Problem(
                    "seed-repeated",
                    f"This seed is a copy of {kept.origin}, byte for byte; it is imported once.",
                    Location(seed.origin),
                    severity="note",
                )
            )
    return list(first.values()), problems


def _parse(
    stages: Stages, seeds: Sequence[Seed], today: datetime.date, problems: list[Problem]
) -> list[tuple[Seed, ParsedSeed]]:
    repeated = repeated_lines(seed.text for seed in seeds)
    parsed_seeds = []
    for seed, (parsed, found) in zip(seeds, stages.parse(seeds, repeated), strict=True):
        problems += found
        if parsed is None:
            continue
        if parsed.date and parsed.date.sort_key > (today.year, today.month, today.day):
            problems.append(
                Problem(
                    "date-in-future",
                    f"The date of this seed, {parsed.date}, is in the future; "
                    "the article is undated.",
                    Location(seed.origin),
                    "Write the right date into the article's front matter.",
                )
            )
            parsed = replace(parsed, date=None, date_from="")
        parsed_seeds.append((seed, parsed))
    return parsed_seeds


def document_of(parsed: ParsedSeed) -> Document:
    """Return what the engine reads of a parsed seed."""
    return Document(
        id="",
        title=parsed.title,
        text=parsed.text,
        dateline_place=parsed.dateline.place,
        lang=parsed.lang,
    )


_SOURCE = re.compile(rb"^source:[ \t]*['\"]?(.+?)['\"]?[ \t]*\r?$", re.MULTILINE)


class _Existing:
    """The articles that are there: found by their seed's path, or by its digest once it moved.

    `unreadable` are the seeds whose article cannot be read now: they are not imported again beside
    it. `slugs` are taken, those of files that cannot be read too: no file is ever written over.
    """

    def __init__(self, project: Project, articles: Iterable[Article], origins: set[str]) -> None:
        articles = tuple(articles)
        files = list(files_below(project.content / "articles"))
        self.slugs = {entry.name.rpartition(".")[0] or entry.name for entry in files}
        readable = {f"{project.root}/{article.path}" for article in articles}
        self.unreadable = {
            found.decode("utf-8", "replace")
            for entry in files
            if entry.name.endswith(".md") and entry.path.replace(os.sep, "/") not in readable
            for found in _SOURCE.findall(_bytes(Path(entry.path)))[:1]
        }
        self._by_source: dict[str, Article] = {}
        self._moved: dict[str, Article] = {}
        self._without_seed: list[Article] = []
        for article in articles:
            self.slugs.add(article.slug)
            if article.source:
                self._by_source.setdefault(article.source, article)
                if article.source not in origins:
                    self._without_seed.append(article)
                    self._moved.setdefault(article.source_sha256, article)

    def of(self, seed: Seed) -> Article | None:
        """Find the article that was made from a seed."""
        return self._by_source.get(seed.origin) or self._moved.get(seed.sha256)

    def orphans(self, seeds: Iterable[Seed]) -> list[Article]:
        """List the articles whose seed is neither where it was nor anywhere else."""
        there = {seed.sha256 for seed in seeds}
        return [one for one in self._without_seed if one.source_sha256 not in there]


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""


def _missing_seeds(orphans: Sequence[Article]) -> list[Problem]:
    if len(orphans) <= _NAMED:
        return [seed_missing(article) for article in orphans]
    first = orphans[0]
    return [
        Problem(
            "seed-missing",
            f"The seeds of {len(orphans)} articles are gone, among them {first.source}; "
            "the articles stay.",
            Location(first.path),
            "Withdraw an article with `status: withdrawn`, or delete its file.",
            "note",
        )
    ]
