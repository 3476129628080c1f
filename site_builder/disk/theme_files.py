"""Reading themes from disk: each folder becomes a layer."""

from collections.abc import Sequence
from pathlib import Path

from site_builder.disk.project import files_below
from site_builder.model.problem import Location, Problem
from site_builder.model.source_file import ThemeLayer

Layers = tuple[tuple[ThemeLayer, ...], tuple[Problem, ...]]

_ASSETS = "assets/"


def read_layers(
    project_templates: Path | None,
    default_theme: Path,
    named: Sequence[tuple[str, Path]] = (),
    root: Path | None = None,
) -> Layers:
    """Read the layers of a theme: `site`, the named themes in their order, `default`.

    A folder that stands in the chain twice is one layer, under its later name; one that does not
    exist is left out. Messages show the folders relative to `root`, which is the folder above the
    project's templates unless given.
    """
    folders = [*named, ("default", default_theme)]
    if project_templates is not None:
        folders.insert(0, ("site", project_templates))
        root = root or project_templates.parent
    later = {folder.resolve(): name for name, folder in folders if folder.is_dir()}
    read = [
        _read_layer(name, folder, _shown(folder, root))
        for name, folder in folders
        if later.get(folder.resolve()) == name
    ]
    return (
        tuple(layer for layer, _ in read),
        tuple(problem for _, problems in read for problem in problems),
    )


def _shown(folder: Path, root: Path | None) -> str:
    if root is not None and folder.is_relative_to(root):
        return folder.relative_to(root).as_posix()
    return folder.as_posix()


def _read_layer(name: str, folder: Path, shown: str) -> tuple[ThemeLayer, list[Problem]]:
    templates: dict[str, str] = {}
    assets: dict[str, bytes] = {}
    problems = []
    for entry in files_below(folder):
        file = Path(entry.path)
        path = file.relative_to(folder).as_posix()
        try:
            data = file.read_bytes()
            if path.startswith(_ASSETS):
                assets[path.removeprefix(_ASSETS)] = data
            else:
                templates[path] = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data[: error.start].count(b"\n") + 1
            problems.append(_not_utf_8(f"{shown}/{path}", line))
        except OSError as error:
            problems.append(_unreadable(f"{shown}/{path}", error))
    return ThemeLayer(name, shown, templates, assets), problems


def _not_utf_8(path: str, line: int) -> Problem:
    return Problem(
        "not-utf-8",
        "This template is not encoded in UTF-8.",
        Location(path, line),
        "Save it as UTF-8 in your editor, or put it below assets/ if it is not a template.",
        "error",
    )


def _unreadable(path: str, error: OSError) -> Problem:
    return Problem(
        "file-unreadable",
        f"This file of the theme cannot be read: {error.strerror or error}.",
        Location(path),
        "Check the file and its permissions.",
        "error",
    )
