"""Site Builder as it is measured: with the pages that its peers have, and with all of them."""

import sys
from pathlib import Path

import site_builder
from bench.corpus import Article, slug
from bench.tools import Tool

COMPARABLE = (
    "dates", "year", "month", "about", "undated", "404", "robots", "page", "tombstone",
)  # fmt: skip
"""Kinds of page that the sites of the peers do not have."""

CONFIG = """\
title = "Generated archive"
description = "Articles that nobody wrote."
base_url = "https://example.org/"
publisher = "The Generator"
"""
# What is known of a text by itself is kept: people and places are looked for once a text.
_PAID_ONCE = ("parse.sqlite3", "mentions.sqlite3")


class SiteBuilder(Tool):
    """Our program, on content with people and places given, with the peers' pages only."""

    name = "site-builder"
    output = "output"
    settings = f"disable_kinds = {list(COMPARABLE)}\n"

    def version(self) -> str:
        return site_builder.__version__

    def make(self) -> None:
        self.write_file("site.toml", self.settings + CONFIG)
        style = Path(site_builder.__file__).parent.parent / "templates" / "assets" / "style.css"
        self.write_file(self.style, style.read_text("utf-8"))
        self.write_file(self.template, '{% extends "default:article.html" %}\n')
        for article in self.articles.values():
            self.write(article)

    def command(self) -> list[str]:
        return [sys.executable, "-m", "site_builder", "build", "--quiet"]

    def article_file(self, article: Article) -> Path:
        return Path("content", "articles", article.date[:4], f"{article.slug}.md")

    def write(self, article: Article) -> None:
        self.write_file(self.article_file(article), content_of(article))

    def edit_template(self, number: int) -> None:
        block = f"{{% block rights %}}<p>Edition {number}</p>{{% endblock %}}"
        self.write_file(self.template, f'{{% extends "default:article.html" %}}\n{block}\n')

    @property
    def template(self) -> Path:
        """The site's own template of an article."""
        return Path("templates", "article.html")

    @property
    def style(self) -> Path:
        return Path("templates", "assets", "style.css")

    def forget(self, scenario: str) -> None:
        self.aside(self.output)
        state = self.folder / ".site-builder"
        if scenario == "cold":
            self.aside(".site-builder")
            return
        for path in sorted(state.rglob("*")):
            kept = path.parent.name == "memo" and (
                scenario == "clean-memo" or path.name in _PAID_ONCE
            )
            if path.is_file() and not kept:
                self.aside(str(path.relative_to(self.folder)))

    def merge(self, old: str, new: str) -> None:
        self.write_file(
            "content/people.csv", f"id,name,merged_into\n{slug(old)},{old},{slug(new)}\n"
        )


class SiteBuilderWhole(SiteBuilder):
    """Our program with everything that ships."""

    name = "site-builder-all"
    settings = ""


class SiteBuilderFromSeeds(SiteBuilderWhole):
    """Our program on raw texts: it finds dates, sections, people and places by itself."""

    name = "site-builder-seeds"

    def article_file(self, article: Article) -> Path:
        return Path("seeds", f"{article.number:06}.txt")

    def write(self, article: Article) -> None:
        self.write_file(self.article_file(article), seed_of(article))


def content_of(article: Article) -> str:
    """Write an article as an editor would."""
    people = "".join(f"- {name}\n" for name in article.people)
    places = "".join(f"- {name}\n" for name in article.places)
    return (
        f"---\ntitle: {article.title}\ndate: {article.date}\nslug: {article.slug}\n"
        f"section: {article.section}\npeople:\n{people}places:\n{places}id: {article.id}\n---\n\n"
        f"{article.body}\n"
    )


def seed_of(article: Article) -> str:
    """Write an article as it was scraped: breadcrumb, title, paragraphs, page control."""
    year, month, day = (int(part) for part in article.date.split("-"))
    dateline = f"On {_MONTHS[month - 1]} {day}, {year} local time, "
    text = dateline + "\n\n".join(article.paragraphs)
    return f"Home\xa0> {article.section}\n{article.title}\n\n{text}\n\n<Suggest To A Friend>\n"


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
