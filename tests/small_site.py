"""A small whole site for tests: write its files, build it, look at what came out."""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from site_builder.build import BuildOptions, BuildReport, build
from site_builder.disk.project import Project

TODAY = datetime.date(2026, 1, 31)

CONFIG = """\
title = "Small archive"
description = "A few articles."
base_url = "https://small.example/"
"""

SEEDS = {
    "seeds/geneva.txt": """\
Home > World

Talks in Geneva End Early

GENEVA, March 3, 2021 - Foreign Minister Ignazio Cassis of Switzerland met Antony Blinken in Geneva.

Cassis said that both sides would meet again in Bern.
""",
    "seeds/nairobi.txt": """\
Home > World

A New Bridge for Nairobi

NAIROBI, 5 April 2021 - President Uhuru Kenyatta opened a bridge in Nairobi.

Kenya paid for the bridge. Mr. Kenyatta thanked Antony Blinken.
""",
    "seeds/lima.txt": """\
Home > Culture

A Library Opens in Lima

LIMA, 12 May 2020 - A library opened in Lima. It holds 40,000 books.
""",
}


class SmallSite:
    """A project in a folder of its own."""

    def __init__(self, root: Path, files: Mapping[str, str] = SEEDS) -> None:
        self.root = root
        self.project = Project.at(root / "site.toml")
        self.write("site.toml", CONFIG)
        for path, text in files.items():
            self.write(path, text)

    def write(self, path: str, text: str) -> Path:
        """Write a file of the project, and make its folders."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def read(self, path: str) -> str:
        """Read a file of the project."""
        return (self.root / path).read_text(encoding="utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace some text in a file, which must be there."""
        text = self.read(path)
        assert old in text, f"{old!r} is not in {path}"
        self.write(path, text.replace(old, new))

    def article(self, word: str) -> str:
        """Find the one content file with a word in its name."""
        (found,) = self.root.glob(f"content/articles/*/*{word}*.md")
        return found.relative_to(self.root).as_posix()

    def build(self, today: datetime.date = TODAY, **options: bool | str) -> BuildReport:
        """Build the site in this process."""
        return build(self.project, replace(BuildOptions(today=today), **options))  # type: ignore[arg-type]

    def output(self) -> dict[str, bytes]:
        """Read everything in the output folder."""
        return tree(self.project.output)

    def clean_build(self, into: Path) -> dict[str, bytes]:
        """Build the same project from nothing into another folder."""
        other = Project.at(self.root / "site.toml", into)
        report = build(other, BuildOptions(today=TODAY, force=True))
        assert not report.failed, report.problems
        return tree(into)


def tree(folder: Path) -> dict[str, bytes]:
    """Read every file below a folder, by its path below it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def codes(report: BuildReport) -> list[str]:
    """List the codes of a build's problems, notes left out."""
    return [problem.code for problem in report.problems if problem.severity != "note"]
