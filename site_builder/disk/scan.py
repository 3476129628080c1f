"""Scans: names, sizes and times of files, by which a build sees that nothing changed."""

import os
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

from site_builder.disk.package_data import code_files, default_theme_folder
from site_builder.disk.project import Project, is_hidden
from site_builder.model.page import Written

Scan = Mapping[str, Written]
"""Every file of a scan, by its path, in the order of the paths."""

# Two writes within one tick of the file system's clock can leave the same time stamp.
_TICK_NS = 50_000_000


def scan_inputs(project: Project) -> Scan:
    """Scan all that a build reads, the program included."""
    found: dict[str, Written] = {}
    for path in (project.config_path, *(path for _, path in code_files())):
        try:
            status = path.stat()
        except OSError:
            continue
        found[str(path)] = Written(status.st_size, status.st_mtime_ns)
    for folder in (project.seeds, project.content, project.templates, default_theme_folder()):
        found.update(_below(str(folder), str(folder) + "/", hidden=False))
    return found


def scan_output(folder: Path) -> Scan:
    """Scan every file below the output folder, by path below it, with forward slashes."""
    return dict(_below(str(folder), "", hidden=True))


def _below(folder: str, prefix: str, hidden: bool) -> Iterator[tuple[str, Written]]:
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in found:
        if not hidden and is_hidden(entry.name):
            continue
        if entry.is_dir(follow_symlinks=not hidden):
            yield from _below(entry.path, f"{prefix}{entry.name}/", hidden)
        else:
            status = entry.stat(follow_symlinks=not hidden and entry.is_file())
            yield prefix + entry.name, Written(status.st_size, status.st_mtime_ns)


def scan_digest(scan: Scan, options: str = "") -> str:
    """Digest a scan, and the options that were in force."""
    digest = blake2b(options.encode("utf-8", "surrogateescape"), digest_size=16)
    for path, (size, mtime_ns) in scan.items():
        digest.update(f"\0{path}\0{size}\0{mtime_ns}".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def is_settled(scan: Scan, now_ns: int) -> bool:
    """Tell whether every file is old enough that a later change shows in its time."""
    return all(mtime_ns < now_ns - _TICK_NS for _, mtime_ns in scan.values())
