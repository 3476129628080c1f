"""The output folder: changing it without ever breaking the site."""

import os
from collections.abc import Iterable
from pathlib import Path

from site_builder.incremental.manifest import Manifest, dump_manifest, load_manifest
from site_builder.model.page import Output, Written

_PART = ".part"
_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


class NotOursError(Exception):
    """A file stands where a page belongs, and no build of ours wrote it."""


def read_manifest(path: Path) -> Manifest | None:
    """Read the manifest of the last build; None where there is none that can be read."""
    try:
        return load_manifest(path.read_bytes())
    except OSError:
        return None


def write_manifest(path: Path, manifest: Manifest) -> None:
    """Write the manifest whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + _PART)
    part.write_bytes(dump_manifest(manifest))
    os.replace(part, path)


def output_status(folder: str, path: str) -> Written | None:
    """Look at the size and the time of an output file; None where there is none."""
    try:
        status = os.stat(f"{folder}/{path}", follow_symlinks=False)
    except OSError:
        return None
    return Written(status.st_size, status.st_mtime_ns)


def write_output(folder: str, output: Output, ours: bool = True) -> tuple[Written, bool]:
    """Put one file in place, whole or not at all; a file with the same bytes is not touched.

    `ours` says that a file with other bytes may be replaced. Returns its size and time, and whether
    it was written. Raises OSError, and NotOursError.
    """
    target = f"{folder}/{output.path}"
    there = output_status(folder, output.path)
    if there:
        if there.size == len(output.data) and _read(target) == output.data:
            return there, False
        if not ours:
            raise NotOursError(output.path)
    part = target + _PART
    try:
        descriptor = os.open(part, _NEW, 0o644)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        descriptor = os.open(part, _NEW, 0o644)
    try:
        data = memoryview(output.data)
        while data:
            data = data[os.write(descriptor, data) :]
        status = os.fstat(descriptor)
    finally:
        os.close(descriptor)
    os.replace(part, target)
    return Written(status.st_size, status.st_mtime_ns), True


def _read(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return None


def remove_outputs(folder: str, paths: Iterable[str]) -> list[str]:
    """Remove files that are there, half-written ones beside them, and folders left empty.

    Returns the paths of those that were there.
    """
    removed = []
    for path in paths:
        for name in (path, path + _PART):
            try:
                os.unlink(f"{folder}/{name}")
            except (FileNotFoundError, NotADirectoryError):
                continue
            if name == path:
                removed.append(path)
        _remove_empty_folders(folder, path)
    return removed


def _remove_empty_folders(folder: str, path: str) -> None:
    while path := path.rpartition("/")[0]:
        try:
            os.rmdir(f"{folder}/{path}")
        except OSError:
            return
