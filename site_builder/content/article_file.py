"""Article files: front matter and Markdown, as import writes them and editors change them."""

import re
from base64 import b32encode
from collections.abc import Set
from dataclasses import replace
from datetime import date as calendar_date
from hashlib import blake2b, sha256
from pathlib import PurePosixPath
from typing import Any, cast

from site_builder.content.front_matter import read_front_matter, unknown_key, write_front_matter
from site_builder.content.markdown_text import body
from site_builder.content.values import KEPT_BACK, Values
from site_builder.model.article import Article, DateFrom, Dateline, Parsed, ParsedSeed, Status
from site_builder.model.dates import PartialDate
from site_builder.model.problem import Location, Problem
from site_builder.model.seed import Seed
from site_builder.model.slug import slugify
from site_builder.model.source_file import SourceFile

KEYS = (
    "title", "date", "lastmod", "slug", "section", "people", "places", "summary", "lang", "aliases",
    "draft", "status", "rights", "dateline", "id", "source", "source_sha256", "date_from",
    "imported", "removed", "imported_sha256",
)  # fmt: skip
"""The keys of an article's front matter, in the order in which they are written."""

_DATE_FROM: tuple[DateFrom, ...] = ("", "dateline", "metadata", "file name", "editor")
_STATUS: tuple[Status, ...] = ("published", "withdrawn")
_IS_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SEAL = re.compile(r"^imported_sha256: (s[0-9a-f]+)\n", re.MULTILINE)


def make_id(text: str) -> str:
    """Make a permanent id of ten letters and digits from where an article came from."""
    return b32encode(blake2b(text.encode(), digest_size=10).digest()).decode().lower()[:10]


def read_article(source: SourceFile) -> Parsed:
    """Read an article file; what is wrong with one key leaves the others as they are.

    An article without an id has one made from its path, without a slug its file's name, and
    without a title its file's name in words.
    """
    matter = read_front_matter(source)
    if isinstance(matter, Problem):
        return Parsed(None, (matter,))
    values = Values(matter, source.path)
    for key in matter.values:
        if key not in KEYS:
            values.problems.append(unknown_key(key, KEYS, values.location(key), "key"))
    stem = PurePosixPath(source.path).stem
    title = values.text("title")
    if not title:
        title = stem.replace("-", " ").replace("_", " ").strip() or stem
        values.problems.append(
            Problem(
                "title-missing",
                "The article has no title; its file's name is shown instead.",
                Location(source.path, 1),
                "Write a `title:` into the front matter.",
            )
        )
    slug = values.text("slug")
    if slug and not _IS_SLUG.fullmatch(slug):
        values.wrong(
            "slug",
            "small letters a to z, digits and hyphens",
            "Write it as in `talks-in-lima`.",
            "The nearest that can stand in an address is used until then.",
        )
    slug = slug or stem
    # A slip of the pen must not publish what was to stay back or to go.
    draft, status = values.flag("draft"), values.choice("status", _STATUS, KEPT_BACK)
    article = Article(
        id=values.text("id") or make_id(source.path),
        title=title,
        slug=slug if _IS_SLUG.fullmatch(slug) else slugify(slug, fallback=make_id(source.path)),
        body=matter.body,
        path=source.path,
        date=values.partial_date("date"),
        date_from=cast(DateFrom, values.choice("date_from", _DATE_FROM) or ""),
        lastmod=values.full_date("lastmod"),
        section=values.text("section"),
        lang=values.text("lang"),
        people=values.names("people"),
        places=values.names("places"),
        summary=values.text("summary"),
        aliases=values.names("aliases") or (),
        draft=draft is not False or status is None,
        status=cast(Status, status or "published"),
        rights=values.text("rights"),
        dateline=Dateline.parse(values.text("dateline")),
        source=values.text("source"),
        source_sha256=values.text("source_sha256"),
        imported=values.full_date("imported"),
        removed=values.names("removed") or (),
        edited=is_edited(source.text),
    )
    return Parsed(article, tuple(values.problems))


def write_article(article: Article) -> str:
    """Write an article as import does, sealed with a digest by which an edit is noticed."""
    values: dict[str, Any] = {
        "title": article.title,
        "date": _date(article.date),
        "lastmod": article.lastmod,
        "slug": article.slug,
        "section": article.section,
        "people": None if article.people is None else list(article.people),
        "places": None if article.places is None else list(article.places),
        "summary": article.summary,
        "lang": article.lang,
        "aliases": list(article.aliases) or None,
        "draft": article.draft or None,
        "status": article.status if article.status != "published" else "",
        "rights": article.rights,
        "dateline": str(article.dateline),
        "id": article.id,
        "source": article.source,
        "source_sha256": article.source_sha256,
        "date_from": article.date_from,
        "imported": article.imported,
        "removed": list(article.removed) or None,
    }
    written = {key: value for key, value in values.items() if value is not None and value != ""}
    text = write_front_matter(written, article.body)
    end = text.index("\n---\n", 3) + 1
    return f"{text[:end]}imported_sha256: {_seal(text)}\n{text[end:]}"


def _date(date: PartialDate | None) -> calendar_date | int | str | None:
    """Write a date so that YAML reads it back as it is: a day, a month, or a plain year."""
    if date is None:
        return None
    if date.month is None:
        # Other readers of YAML would take 0033 for a number in base eight.
        return date.year if date.year > 999 else str(date)
    return calendar_date(date.year, date.month, date.day) if date.day else str(date)


def _seal(text: str) -> str:
    # A letter first: no reader of YAML takes the digest for a number.
    return "s" + sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:15]


def is_edited(text: str) -> bool:
    """Tell whether a file is not just as import wrote it; one written by hand is not."""
    # Most texts by hand have no seal at all, and a plain search is soonest done.
    sealed = _SEAL.search(text) if "\nimported_sha256: s" in text else None
    return sealed is None or _seal(text[: sealed.start()] + text[sealed.end() :]) != sealed[1]


def new_article(
    parsed: ParsedSeed,
    seed: Seed,
    people: tuple[str, ...],
    places: tuple[str, ...],
    taken: Set[str],
    imported: calendar_date,
) -> Article:
    """Make the article of a seed; its slug is none of those `taken`."""
    id = make_id(seed.origin)
    fallback = f"{parsed.date}-{id}" if parsed.date else f"article-{id}"
    slug = slugify(parsed.title, fallback=fallback)
    if not parsed.title.isascii() and not re.search("[a-z]{2}", slug):
        # The digits that are left of a title in another script tell nobody what it is.
        slug = fallback
    slug = _free(slug, taken)
    folder = f"{parsed.date.year:04}" if parsed.date else "undated"
    return Article(
        id=id,
        title=parsed.title,
        slug=slug,
        body=body(parsed.paragraphs, parsed.headings),
        path=f"content/articles/{folder}/{slug}.md",
        date=parsed.date,
        date_from=parsed.date_from,
        section=parsed.section,
        lang=parsed.lang,
        people=people,
        places=places,
        dateline=parsed.dateline,
        source=seed.origin,
        source_sha256=seed.sha256,
        imported=imported,
        removed=parsed.removed,
    )


def _free(slug: str, taken: Set[str]) -> str:
    if slug not in taken:
        return slug
    number = 2
    while f"{slug}-{number}" in taken:
        number += 1
    return f"{slug}-{number}"


def following(new: Article, old: Article) -> Article:
    """Make the version of an unedited article that follows its seed.

    It keeps what is permanent: id, slug, file and aliases; and the date of its import, where the
    seed is the same.
    """
    same = new.source_sha256 == old.source_sha256
    return replace(
        new,
        id=old.id,
        slug=old.slug,
        path=old.path,
        aliases=old.aliases,
        imported=old.imported if same else new.imported,
    )
