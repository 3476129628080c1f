"""A news article, in the terms of schema.org NewsArticle."""

import datetime
from dataclasses import dataclass
from typing import Literal

from site_builder.model.dates import PartialDate
from site_builder.model.problem import Problem

DateFrom = Literal["", "dateline", "metadata", "file name", "editor"]
Status = Literal["published", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where the story was filed, and whether its date was printed as local time."""

    place: str = ""
    local_time: bool = False

    @classmethod
    def parse(cls, text: str) -> "Dateline":
        """Read the front matter form: `Shizuoka, local time`, either part alone, or nothing."""
        place = text.strip()
        local = place.lower().endswith("local time")
        if local:
            place = place[: -len("local time")].rstrip().removesuffix(",").rstrip()
        return cls(place, local)

    def __str__(self) -> str:
        return ", ".join(
            part for part in (self.place, "local time" if self.local_time else "") if part
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as `content/` holds it: what an editor owns, and where it came from.

    `id` is permanent and independent of the content. `body` is Markdown. `people` and `places` are
    the tags as published, by name; None where the front matter has no such key, and then the
    engine's findings are published. `date` is None for an undated article. `removed` are the lines
    that import took for boilerplate. `source_sha256` is the digest of the seed that the article was
    last written from. `path` is the file below the project, with forward slashes. `edited` says
    that the file is not just as import wrote it, and then its tags are an editor's word.
    """

    id: str
    title: str
    slug: str
    body: str
    path: str
    date: PartialDate | None = None
    date_from: DateFrom = ""
    lastmod: datetime.date | None = None
    section: str = ""
    lang: str = ""
    people: tuple[str, ...] | None = None
    places: tuple[str, ...] | None = None
    summary: str = ""
    aliases: tuple[str, ...] = ()
    draft: bool = False
    status: Status = "published"
    rights: str = ""
    dateline: Dateline = Dateline()
    source: str = ""
    source_sha256: str = ""
    imported: datetime.date | None = None
    removed: tuple[str, ...] = ()
    edited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedSeed:
    """What parsing read from a seed, before it has an id, a slug or a file.

    `paragraphs` are plain text, one string each, without Markdown; a line feed inside one is a line
    break of the original. `headings` are the indexes of the paragraphs that are subheadings.
    `removed` are the boilerplate lines, in order.
    """

    title: str
    paragraphs: tuple[str, ...]
    headings: frozenset[int] = frozenset()
    section: str = ""
    date: PartialDate | None = None
    date_from: DateFrom = ""
    dateline: Dateline = Dateline()
    lang: str = ""
    removed: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The body as plain text, paragraphs parted by an empty line."""
        return "\n\n".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class Parsed:
    """An article read from its file, or None where that failed, with what was wrong."""

    article: Article | None
    problems: tuple[Problem, ...] = ()
