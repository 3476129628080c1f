"""Site Builder as it is measured: with the pages that its peers have, and with all of them."""

import sys
from pathlib import Path
from types import MappingProxyType

import site_builder
from bench.corpus import Article, slug
from bench.tools import Tool, yaml_list
from site_builder.cli import main
from site_builder.disk.package_data import code_files, default_theme_folder

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
    pages = MappingProxyType(
        {
            "article": "articles/*/index.html",
            "person": "people/*/index.html",
            "place": "places/*/index.html",
            "section": "sections/*/index.html",
            "feed": "feed.xml people/*/feed.xml places/*/feed.xml sections/*/feed.xml",
            "index": "index.html people/index.html places/index.html sections/index.html "
            "sitemap.xml",
        }
    )

    def version(self) -> str:
        return site_builder.__version__

    def make(self) -> None:
        self.write_file("site.toml", self.settings + CONFIG)
        self.write_style()
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
        rows = Path("content", "people.csv")
        if not (self.folder / rows).exists():
            self.write_file(rows, "id,name,merged_into\n")
        self.append(rows, f"{slug(old)},{old},{slug(new)}\n")


def program_files() -> dict[str, int]:
    """Say when each file of the program was changed last: a change undoes what a build keeps."""
    theme = [path for path in default_theme_folder().rglob("*") if path.is_file()]
    files = [path for _, path in code_files()] + theme
    return {str(path): path.stat().st_mtime_ns for path in files}


class SiteBuilderWhole(SiteBuilder):
    """Our program with everything that ships."""

    name = "site-builder-all"
    settings = ""


class SiteBuilderFromSeeds(SiteBuilderWhole):
    """Our program on raw texts: it finds dates, sections, people and places by itself."""

    name = "site-builder-seeds"

    def command(self) -> list[str]:
        known = (option for parameter in main.commands["build"].params for option in parameter.opts)
        return super().command() + ["--no-search"] * ("--no-search" in known)

    def article_file(self, article: Article) -> Path:
        return Path("seeds", f"{article.number:06}.txt")

    def write(self, article: Article) -> None:
        self.write_file(self.article_file(article), seed_of(article))


def content_of(article: Article) -> str:
    """Write an article as an editor would."""
    people, places = yaml_list("people", article.people), yaml_list("places", article.places)
    return (
        f"---\ntitle: {article.title}\ndate: {article.date}\nslug: {article.slug}\n"
        f"section: {article.section}\n{people}{places}id: {article.id}\n---\n\n"
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
