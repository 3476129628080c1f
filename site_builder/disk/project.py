"""A project on disk: where its parts are, and reading them."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from site_builder.model.problem import Location, Problem
from site_builder.model.source_file import SourceFile


@dataclass(frozen=True, slots=True)
class Project:
    """The folders of one site; all paths are absolute."""

    root: Path
    config_path: Path
    output: Path

    @classmethod
    def at(cls, config: Path, output: Path | None = None) -> "Project":
        """Take the project whose settings are in the given file; it need not exist."""
        config = config.absolute()
        return cls(config.parent, config, (output or config.parent / "output").absolute())

    @property
    def seeds(self) -> Path:
        """Where the raw articles are."""
        return self.root / "seeds"

    @property
    def content(self) -> Path:
        """Where the text is that editors own."""
        return self.root / "content"

    @property
    def templates(self) -> Path:
        """Where the site's own templates are, which overrule the theme's."""
        return self.root / "templates"

    @property
    def state(self) -> Path:
        """Where the program keeps what it can compute again."""
        return self.root / ".site-builder"

    def relative(self, path: Path) -> str:
        """Write a path as messages show it: below the project, with forward slashes."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()


def files_below(folder: Path) -> Iterator[os.DirEntry[str]]:
    """Walk the files below a folder in the order of their names; hidden ones are passed over.

    Files that editors leave behind while saving (`a.md~`, `.a.md.swp`, `#a.md#`) are hidden too. A
    folder that does not exist has no files.
    """
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        if is_hidden(entry.name):
            continue
        if entry.is_dir():
            yield from files_below(Path(entry.path))
        elif entry.is_file():
            yield entry


def is_hidden(name: str) -> bool:
    """Tell whether a file is none of ours: hidden, or left behind by an editor or a system."""
    return (
        name.startswith(".")
        or name.endswith(("~", ".swp"))
        or (name.startswith("#") and name.endswith("#"))
        or name in _LITTER
    )


_LITTER = frozenset({"Thumbs.db", "desktop.ini"})


def read_source(project: Project, path: Path) -> SourceFile | Problem:
    """Read a text file that people edit: UTF-8, with or without a BOM, any line ends."""
    return _read(str(path), project.relative(path))


def _read(path: str, shown: str) -> SourceFile | Problem:
    try:
        text = _bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return Problem(
            "not-utf-8",
            "This file is not encoded in UTF-8.",
            Location(shown, line),
            "Save it as UTF-8 in your editor. It is left out until then.",
        )
    except OSError as error:
        return Problem(
            "file-unreadable",
            f"This file cannot be read: {error.strerror or error}.",
            Location(shown),
            "Check the file and its permissions.",
        )
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return SourceFile(shown, text)


def _bytes(path: str) -> bytes:
    """Read a small file with as few calls as there can be."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        data = os.read(descriptor, _SMALL)
        if len(data) < _SMALL:
            return data
        parts = [data]
        while data := os.read(descriptor, 16 * _SMALL):
            parts.append(data)
        return b"".join(parts)
    finally:
        os.close(descriptor)


_SMALL = 65_536


def each_source(project: Project, folder: Path, suffix: str) -> Iterator[SourceFile | Problem]:
    """Read all text files below a folder with the given ending, in the order of their paths."""
    root = f"{project.root}{os.sep}"
    for entry in files_below(folder):
        if entry.name.endswith(suffix):
            yield _read(entry.path, entry.path.removeprefix(root).replace(os.sep, "/"))


def read_sources(
    project: Project, folder: Path, suffix: str
) -> tuple[list[SourceFile], list[Problem]]:
    """Read them all, and part the texts from what is wrong."""
    sources, problems = [], []
    for found in each_source(project, folder, suffix):
        if isinstance(found, Problem):
            problems.append(found)
        else:
            sources.append(found)
    return sources, problems


def write_content(project: Project, path: str, text: str) -> None:
    """Write a content file whole or not at all."""
    write_contents(project, {path: text})


def write_contents(project: Project, texts: Mapping[str, str]) -> None:
    """Write content files by their paths below the project: all of them whole, or none."""
    parts = []
    for path, text in texts.items():
        target = project.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f".{target.name}.part")
        part.write_bytes(text.encode("utf-8"))
        parts.append((part, target))
    for part, target in parts:
        part.replace(target)
