"""The tools that are compared: each makes its site from the corpus, builds it, and takes edits."""

import shutil
import time
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from bench.corpus import Article
from site_builder.disk.package_data import default_theme_folder


class CannotRunError(Exception):
    """A tool does not run on this machine; the message says why."""


class Tool(ABC):
    """One tool, with its site in a folder of its own.

    Nothing is deleted while times are taken: on ext4, folders that were deleted a minute ago make
    new ones many times slower. What has to go is moved aside.
    """

    name: str
    output: str
    """The folder of the site, below that of the tool, where the built pages are."""
    pages: Mapping[str, str]
    """Where pages of each kind are: from `article`, `person`, `place`, `section`, `feed` and `index`
    to patterns below the output, parted by blanks. `index` names the pages that there are one of.
    """

    def __init__(self, folder: Path, articles: Sequence[Article]) -> None:
        self.folder = folder
        self.articles = {article.number: article for article in articles}

    @abstractmethod
    def version(self) -> str:
        """Say which version is measured."""

    @abstractmethod
    def make(self) -> None:
        """Write the site: content, templates, settings."""

    @abstractmethod
    def command(self) -> list[str]:
        """Return the command that builds the site, run in its folder."""

    @abstractmethod
    def article_file(self, article: Article) -> Path:
        """Name the content file of an article, below the folder."""

    @abstractmethod
    def write(self, article: Article) -> None:
        """Write the content file of an article."""

    @abstractmethod
    def edit_template(self, number: int) -> None:
        """Change what the template of an article's page shows."""

    @property
    @abstractmethod
    def style(self) -> Path:
        """The style sheet, below the folder."""

    def aside(self, *names: str) -> None:
        """Move files and folders away."""
        trash = self.folder.parent / "trash"
        trash.mkdir(exist_ok=True)
        for name in names:
            path = self.folder / name
            if path.exists():
                path.rename(trash / f"{self.name}-{time.monotonic_ns()}")

    def forget(self, scenario: str) -> None:  # noqa: ARG002
        """Remove what the tool built before, and what it remembers, as the scenario asks."""
        self.aside(self.output)

    def merge(self, old: str, new: str) -> None:
        """Make one person of two: by default, name the other one in each article."""
        for article in list(self.articles.values()):
            if old in article.people:
                people = tuple(dict.fromkeys(new if one == old else one for one in article.people))
                self.change(replace(article, people=people))

    def change(self, article: Article) -> None:
        """Write a changed or a new article."""
        self.articles[article.number] = article
        self.write(article)

    def remove(self, article: Article) -> None:
        """Remove an article."""
        del self.articles[article.number]
        (self.folder / self.article_file(article)).unlink()

    def append(self, file: Path, text: str) -> None:
        """Add a line to a file."""
        path = self.folder / file
        path.write_text(path.read_text("utf-8") + text, "utf-8")

    def write_file(self, file: Path | str, text: str) -> None:
        """Write a file below the folder."""
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def copy_tree(self, source: Path) -> None:
        """Copy templates and settings into the site."""
        shutil.copytree(source, self.folder, dirs_exist_ok=True)

    def write_style(self) -> None:
        """Write the style sheet, which is the same one for all."""
        source = default_theme_folder() / "assets" / "style.css"
        self.write_file(self.style, source.read_text("utf-8"))

    def count(self, kind: str) -> int:
        """Count the built pages of a kind."""
        output = self.folder / self.output
        return sum(1 for pattern in self.pages[kind].split() for _ in output.glob(pattern))


def yaml_list(key: str, names: Sequence[str]) -> str:
    """Write names as a list of YAML."""
    return f"{key}:\n" + "".join(f"- {name}\n" for name in names)
