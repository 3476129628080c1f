"""The editor's work list: what the program is not sure of, and decisions carried out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from site_builder.build import Prepared
from site_builder.content.authority_edit import Edited, edit_authority
from site_builder.content.review_file import Decision, doubt_row, read_review
from site_builder.disk.project import Project, write_contents
from site_builder.importers.encoding import decode
from site_builder.model.article import Article
from site_builder.model.entity import Doubt, EntityType
from site_builder.model.page import output_path
from site_builder.model.permalink import permalink
from site_builder.model.problem import Location, Problem
from site_builder.model.source_file import SourceFile

GuessKind = Literal["date", "boilerplate"]
Row = Mapping[str, str]

_FILES: tuple[tuple[EntityType, str], ...] = (("person", "people.csv"), ("place", "places.csv"))


@dataclass(frozen=True, slots=True)
class Guess:
    """What import guessed about an article, for an editor to put right in the article's file."""

    kind: GuessKind
    article: str
    title: str
    evidence: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """All that is in doubt, the weightiest first.

    `names` are the names that pages show, by type and id; `files` are the articles' files below the
    site, `pages` theirs below the output folder, and `titles` their titles, all by article id.
    """

    doubts: tuple[Doubt, ...]
    guesses: tuple[Guess, ...]
    names: Mapping[tuple[EntityType, str], str]
    files: Mapping[str, str]
    pages: Mapping[str, str]
    titles: Mapping[str, str]

    def rows(self) -> Iterator[Row]:
        """List what is in doubt as the rows of a review file."""
        for doubt in self.doubts:
            yield doubt_row(doubt, self.names, self.files)
        for guess in self.guesses:
            yield {
                "type": "article",
                "doubt": guess.kind,
                "id": guess.article,
                "name": guess.title,
                "evidence": guess.evidence,
                "sentence": " / ".join(guess.lines),
                "article": self.files[guess.article],
            }


@dataclass(frozen=True, slots=True)
class Applied:
    """What a review file changed, in sentences; with an error among the problems, nothing."""

    changes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def failed(self) -> bool:
        """Tell whether the file was not applied."""
        return any(problem.severity != "note" for problem in self.problems)


def review(prepared: Prepared, kinds: Sequence[str] = (), limit: int | None = None) -> Review:
    """Collect what is in doubt: of all kinds or of some, and at most so much of it."""
    site, resolution = prepared.site, prepared.resolution
    doubts = [one for one in resolution.doubts if not kinds or one.kind in kinds][:limit]
    guesses = [one for one in _guesses(site.articles.values()) if not kinds or one.kind in kinds]
    entities: dict[tuple[EntityType, str], str] = {
        **{("person", id): one.name for id, one in resolution.people.items()},
        **{("place", id): one.name for id, one in resolution.places.items()},
    }
    articles = site.articles
    return Review(
        tuple(doubts),
        tuple(guesses if limit is None else guesses[: max(limit - len(doubts), 0)]),
        entities,
        {id: article.path for id, article in articles.items()},
        {id: output_path(permalink(one, site.config.permalink)) for id, one in articles.items()},
        {id: article.title for id, article in articles.items()},
    )


def _guesses(articles: Iterable[Article]) -> Iterator[Guess]:
    found = sorted(articles, key=lambda article: article.path)
    for article in found:
        if article.date is None:
            yield Guess("date", article.id, article.title, "No date was found.")
    for article in found:
        if article.date and article.date_from == "file name":
            said = f"{article.date} comes from the file's name, {article.source or article.path}."
            yield Guess("date", article.id, article.title, said)
    for article in sorted(found, key=lambda article: (-len(article.removed), article.path)):
        count = len(article.removed)
        if count:
            lines = "1 line was" if count == 1 else f"{count} lines were"
            said = f"{lines} taken for boilerplate and left out."
            yield Guess("boilerplate", article.id, article.title, said, article.removed)


def apply_review(project: Project, file: Path, dry_run: bool = False) -> Applied:
    """Write the decisions of a review file into the authority files: all of them, or none.

    The file may be saved by any spreadsheet, in its encoding. What stands in the authority files
    and is not decided stays as it is.
    """
    shown = project.relative(file.absolute())
    try:
        text = decode(file.read_bytes()).text
    except OSError as error:
        return Applied(problems=(_not_read(shown, error),))
    except UnicodeDecodeError:
        return Applied(problems=(_unreadable(shown, "its encoding is not known"),))
    decisions, problems = read_review(SourceFile(shown, text))
    notes = tuple(problem for problem in problems if problem.severity == "note")
    if len(notes) < len(problems):
        return Applied(problems=problems)
    written: dict[str, str] = {}
    changes: list[str] = []
    wrong: list[Problem] = []
    for type, name in _FILES:
        path = project.content / name
        own = [decision for decision in decisions if decision.type == type]
        if own:
            found = _edited(project, path, own, shown)
            changes += found.changes
            wrong += found.problems
            if found.changes:
                written[project.relative(path)] = found.text
    if wrong:
        return Applied(problems=(*notes, *wrong))
    if changes and not dry_run:
        write_contents(project, written)
    return Applied(tuple(changes), notes)


def _edited(project: Project, path: Path, decisions: Sequence[Decision], review: str) -> Edited:
    shown = project.relative(path)
    try:
        text = path.read_bytes().decode("utf-8") if path.exists() else ""
    except UnicodeDecodeError:
        return Edited("", problems=(_unreadable(shown, "it is not encoded in UTF-8"),))
    except OSError as error:
        return Edited("", problems=(_not_read(shown, error),))
    return edit_authority(SourceFile(shown, text), decisions, review)


def _unreadable(path: str, why: str, hint: str = "Save it as CSV in UTF-8.") -> Problem:
    return Problem(
        "file-unreadable",
        f"This file cannot be read: {why}.",
        Location(path),
        f"{hint} Nothing was applied.",
        "error",
    )


def _not_read(path: str, error: OSError) -> Problem:
    return _unreadable(path, error.strerror or str(error), "Check its name and its permissions.")
