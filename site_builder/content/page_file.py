"""Pages that editors write: about, rights, and the prose of people and places."""

from pathlib import PurePosixPath

from site_builder.content.front_matter import read_front_matter, unknown_key
from site_builder.content.values import Values
from site_builder.model.problem import Problem
from site_builder.model.site import StaticPage
from site_builder.model.slug import slugify
from site_builder.model.source_file import SourceFile

KEYS = ("title", "lang", "lastmod", "slug")
"""The keys of such a page's front matter."""


def read_page(source: SourceFile) -> tuple[StaticPage | None, tuple[Problem, ...]]:
    """Read a page; its slug is its file's name, and its title too where it names none."""
    matter = read_front_matter(source)
    if isinstance(matter, Problem):
        return None, (matter,)
    values = Values(matter, source.path)
    for key in matter.values:
        if key not in KEYS:
            values.problems.append(unknown_key(key, KEYS, values.location(key), "key"))
    stem = PurePosixPath(source.path).stem
    lastmod = values.full_date("lastmod")
    page = StaticPage(
        slug=slugify(values.text("slug") or stem, fallback=stem),
        title=values.text("title") or stem.replace("-", " ").capitalize(),
        body=matter.body,
        path=source.path,
        lang=values.text("lang"),
        lastmod=str(lastmod) if lastmod else "",
    )
    return page, tuple(values.problems)
