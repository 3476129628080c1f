"""What import does with an article that is there already: follow the seed, or keep the edit."""

from dataclasses import dataclass

from site_builder.content.article_file import following, is_edited, read_article, write_article
from site_builder.model.article import Article
from site_builder.model.problem import Location, Problem
from site_builder.model.source_file import SourceFile


@dataclass(frozen=True, slots=True)
class Write:
    """Write this file: it is new, or nobody edited it and its seed changed."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Keep:
    """Leave the file as it is."""

    path: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Leave the file as it is: an editor changed it, and its seed changed too."""

    path: str
    problem: Problem


def plan_import(new: Article, existing: SourceFile | None) -> Write | Keep | Conflict:
    """Decide on one article, given its file as it is, or None where there is none."""
    if existing is None:
        return Write(new.path, write_article(new))
    old = read_article(existing).article
    if old is None:
        return Keep(existing.path)
    if is_edited(existing.text):
        if old.source_sha256 == new.source_sha256:
            return Keep(existing.path)
        return Conflict(existing.path, _conflict(new, old))
    text = write_article(following(new, old))
    return Keep(existing.path) if text == existing.text else Write(existing.path, text)


def _conflict(new: Article, old: Article) -> Problem:
    return Problem(
        "import-conflict",
        f"This article was edited, and its seed {new.source} changed too: from version "
        f"{old.source_sha256[:12] or 'unknown'} to version {new.source_sha256[:12]}. "
        "The edited article is kept.",
        Location(old.path),
        "Take over what you want from the seed, then set "
        f"`source_sha256: {new.source_sha256}` in the article. "
        "Or delete the article's file to have it imported anew.",
    )


def seed_missing(article: Article) -> Problem:
    """Report an article whose seed is gone."""
    return Problem(
        "seed-missing",
        f"The seed {article.source} of this article is gone; the article stays.",
        Location(article.path),
        "Withdraw the article with `status: withdrawn`, or delete its file.",
        "note",
    )
