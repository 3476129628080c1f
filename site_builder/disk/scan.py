"""Scans: names, sizes and times of files, by which a build sees what changed since the last one."""

import os
import stat
from array import array
from collections.abc import Iterable, Iterator

from site_builder.disk.package_data import default_theme_folder, package_folder
from site_builder.disk.project import Project, is_hidden

# Two writes within one tick of the file system's clock can leave the same time stamp.
_TICK_NS = 50_000_000
# Stands for the time of a file that may change once more without its time telling.
_UNSETTLED = -1


class Listing:
    """Files by their paths, each with its size in bytes and its time in nanoseconds.

    `numbers` holds two for each path: the size and the time. A file that is not there has the size
    -1.
    """

    __slots__ = ("numbers", "paths")

    def __init__(self, paths: list[str], numbers: "array[int]") -> None:
        self.paths, self.numbers = paths, numbers

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Listing)
            and self.numbers == other.numbers
            and self.paths == other.paths
        )

    __hash__ = None  # type: ignore[assignment]

    def items(self) -> Iterator[tuple[str, tuple[int, int]]]:
        """Go through the paths, each with its size and its time."""
        numbers = iter(self.numbers)
        return zip(self.paths, zip(numbers, numbers, strict=True), strict=True)


def scan_inputs(project: Project) -> Listing:
    """Scan all that a build reads, the program included."""
    paths: list[str] = []
    numbers: array[int] = array("q")
    _look(str(project.config_path), paths, numbers)
    for folder in (project.seeds, project.content, project.templates):
        _below(str(folder), paths, numbers)
    for folder in dict.fromkeys((package_folder(), default_theme_folder())):
        _below(str(folder), paths, numbers, ("__pycache__",))
    return Listing(paths, numbers)


def _look(path: str, paths: list[str], numbers: "array[int]") -> None:
    try:
        status = os.stat(path)
    except OSError:
        return
    paths.append(path)
    numbers.extend((status.st_size, status.st_mtime_ns))


def _below(
    folder: str, paths: list[str], numbers: "array[int]", left_out: tuple[str, ...] = ()
) -> None:
    try:
        names = sorted(os.listdir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return
    look, note = os.stat, numbers.extend
    for name in names:
        # Most are articles, and soon seen to be none that is hidden.
        if (name[-3:] != ".md" or name[0] in ".#") and (is_hidden(name) or name in left_out):
            continue
        path = f"{folder}/{name}"
        try:
            status = look(path)
        except OSError:
            # A link to nothing: it is there by its name, and becomes another file with its target.
            paths.append(path)
            note((-1, 0))
            continue
        if stat.S_ISDIR(status.st_mode):
            _below(path, paths, numbers, left_out)
        else:
            paths.append(path)
            note((status.st_size, status.st_mtime_ns))


def stat_outputs(folder: str, paths: Iterable[str]) -> Listing:
    """Look at files below the output folder, given by their paths below it."""
    paths = list(paths)
    numbers: array[int] = array("q")
    look, note = os.lstat, numbers.extend
    prefix = f"{folder}/"
    for path in paths:
        try:
            status = look(prefix + path)
        except OSError:
            note((-1, 0))
        else:
            note((status.st_size, status.st_mtime_ns))
    return Listing(paths, numbers)


def settled(listing: Listing, now_ns: int) -> Listing:
    """Mark the files that are so new that a later change need not show in their time.

    They count as changed when they are compared next.
    """
    numbers = array("q", listing.numbers)
    for at in range(1, len(numbers), 2):
        if numbers[at] >= now_ns - _TICK_NS:
            numbers[at] = _UNSETTLED
    return Listing(listing.paths, numbers)


def differing(before: Listing, now: Listing) -> frozenset[str]:
    """List the paths of files that are in one listing only, or not the same in both."""
    if before == now:
        return frozenset()
    then = dict(before.items())
    changed = {path for path, seen in now.items() if then.pop(path, None) != seen}
    return frozenset(changed | then.keys())


def files_in(folder: str) -> list[str]:
    """List all files below the output folder, hidden ones too, by path below it."""
    found = []
    for at, folders, names in os.walk(folder):
        folders.sort()
        below = at[len(folder) :].strip("/").replace(os.sep, "/")
        found += [f"{below}/{name}" if below else name for name in sorted(names)]
    return found
