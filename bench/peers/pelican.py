"""Pelican, from PyPI, in an environment of its own."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType

from bench.corpus import Article
from bench.tools import Tool

_HERE = Path(__file__).parent / "pelican"


class Pelican(Tool):
    """Pelican with a theme of its own: people are authors, places are tags.

    Its settings switch on the cache of what was read, which is what it has for building again.
    """

    name = "pelican"
    output = "output"
    pages = MappingProxyType(
        {
            "article": "articles/*/index.html",
            "person": "people/*/index.html",
            "place": "places/*/index.html",
            "section": "sections/*/index.html",
            "feed": "index.xml people/*/index.xml places/*/index.xml sections/*/index.xml",
            "index": "index.html people/index.html places/index.html sections/index.html "
            "sitemap.xml",
        }
    )

    def __init__(self, folder: Path, articles: Sequence[Article], programs: Path) -> None:
        super().__init__(folder, articles)
        self._programs = _install(programs)

    def version(self) -> str:
        command = [self._programs / "pelican", "--version"]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    def make(self) -> None:
        self.copy_tree(_HERE)
        self.write_style()
        for article in self.articles.values():
            self.write(article)

    def command(self) -> list[str]:
        return [str(self._programs / "pelican"), "--quiet", "--fatal", "errors"]

    def forget(self, scenario: str) -> None:  # noqa: ARG002
        self.aside(self.output, "cache")

    def article_file(self, article: Article) -> Path:
        return Path("content", article.date[:4], f"{article.slug}.md")

    def write(self, article: Article) -> None:
        self.write_file(
            self.article_file(article),
            f"Title: {article.title}\nDate: {article.date}\nSlug: {article.slug}\n"
            f"Category: {article.section}\nAuthors: {'; '.join(article.people)}\n"
            f"Tags: {', '.join(article.places)}\n\n{article.body}\n",
        )

    def edit_template(self, number: int) -> None:
        file = Path("theme", "templates", "article.html")
        text = (_HERE / file).read_text("utf-8")
        self.write_file(file, text.replace("</article>", f"<p>Edition {number}</p>\n</article>"))

    @property
    def style(self) -> Path:
        return Path("theme", "static", "style.css")


def _install(programs: Path) -> Path:
    """Install Pelican below a folder, once; returns the folder of its programs."""
    found = programs / "pelican" / "bin"
    if not (found / "pelican").exists():
        subprocess.run([sys.executable, "-m", "venv", str(found.parent)], check=True)
        pip = [str(found / "python"), "-m", "pip", "--disable-pip-version-check", "--quiet"]
        subprocess.run([*pip, "install", "pelican[markdown]"], check=True)
    return found
