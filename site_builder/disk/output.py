"""The output folder: changing it without ever breaking the site."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from site_builder.incremental.manifest import Manifest, dump_manifest, load_manifest
from site_builder.model.page import Output, Written

_PART = ".part"


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


def write_output(folder: Path, output: Output) -> tuple[Written, bool]:
    """Put one file in place, whole or not at all; a file with the same bytes is not touched.

    Returns its size and time, and whether it was written. Raises OSError.
    """
    target = os.path.join(folder, output.path)
    if _holds(target, output.data):
        changed = False
    else:
        part = target + _PART
        try:
            descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(target), exist_ok=True)
            descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        with os.fdopen(descriptor, "wb") as file:
            file.write(output.data)
        os.replace(part, target)
        changed = True
    status = os.stat(target)
    return Written(status.st_size, status.st_mtime_ns), changed


def same_bytes(folder: Path, output: Output) -> bool:
    """Tell whether the file is there with just these bytes."""
    return _holds(os.path.join(folder, output.path), output.data)


def _holds(path: str, data: bytes) -> bool:
    try:
        if os.path.getsize(path) != len(data):
            return False
        with open(path, "rb") as file:
            return file.read() == data
    except OSError:
        return False


def remove_outputs(folder: Path, paths: Iterable[str], present: Mapping[str, Written]) -> list[str]:
    """Remove files that are there, half-written ones beside them, and folders left empty."""
    removed = []
    for path in paths:
        for name in (path, path + _PART):
            if name in present:
                (folder / name).unlink(missing_ok=True)
        if path in present:
            removed.append(path)
        _remove_empty_folders(folder, path)
    return removed


def _remove_empty_folders(folder: Path, path: str) -> None:
    current = (folder / path).parent
    while current != folder and current.is_relative_to(folder):
        try:
            current.rmdir()
        except OSError:
            return
        current = current.parent
