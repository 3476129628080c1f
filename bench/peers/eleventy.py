"""Eleventy, from npm, in a folder of its own."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType

from bench.corpus import Article
from bench.tools import CannotRunError, Tool, yaml_list

_HERE = Path(__file__).parent / "eleventy"


class Eleventy(Tool):
    """Eleventy with Nunjucks templates: people, places and sections are collections."""

    name = "eleventy"
    output = "_site"
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
        self._program = npm_install(
            programs / "eleventy", "@11ty/eleventy", "@11ty/eleventy/cmd.cjs"
        )

    def version(self) -> str:
        command = ["node", str(self._program), "--version"]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    def make(self) -> None:
        self.copy_tree(_HERE)
        self.write_style()
        for article in self.articles.values():
            self.write(article)

    def command(self) -> list[str]:
        return ["node", str(self._program), "--quiet"]

    def article_file(self, article: Article) -> Path:
        return Path("articles", article.date[:4], f"{article.slug}.md")

    def write(self, article: Article) -> None:
        names = yaml_list("people", article.people) + yaml_list("places", article.places)
        self.write_file(
            self.article_file(article),
            f"---\ntitle: {article.title}\ndate: {article.date}\nslug: {article.slug}\n"
            f"section: {article.section}\n{names}---\n\n{article.body}\n",
        )

    def edit_template(self, number: int) -> None:
        file = Path("_includes", "article.njk")
        text = (_HERE / file).read_text("utf-8")
        self.write_file(file, text.replace("</article>", f"<p>Edition {number}</p>\n</article>"))

    @property
    def style(self) -> Path:
        return Path("static", "assets", "style.css")


def npm_install(folder: Path, package: str, program: str) -> Path:
    """Install a package of npm into a folder, once; returns its program.

    Raises CannotRunError where there is no Node.
    """
    found = folder / "node_modules" / program
    if not found.exists():
        npm = shutil.which("npm")
        if npm is None or shutil.which("node") is None:
            raise CannotRunError("there is no Node.js with npm here")
        quiet = ["--silent", "--no-audit", "--no-fund"]
        subprocess.run([npm, "install", *quiet, "--prefix", str(folder), package], check=True)
    return found
