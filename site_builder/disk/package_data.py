"""What ships with the program: the default theme, the gazetteer, and the program itself."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    pass

_PACKAGE = Path(__file__).parent.parent


def package_folder() -> Path:
    """Find the folder of the program's own files."""
    return _PACKAGE


def default_theme_folder() -> Path:
    """Find the default theme: inside an installed package, else beside it in a checkout."""
    shipped = _PACKAGE / "default_theme"
    return shipped if shipped.is_dir() else _PACKAGE.parent / "templates"


def read_data(name: str) -> bytes:
    """Read a file of `site_builder/data`."""
    return (_PACKAGE / "data" / name).read_bytes()


def code_files() -> list[tuple[str, Path]]:
    """List the program's own files, modules and data, by their path below the package."""
    found = []
    for folder, folders, names in os.walk(_PACKAGE):
        folders[:] = sorted(
            name for name in folders if name not in ("__pycache__", "default_theme")
        )
        for name in sorted(names):
            path = Path(folder, name)
            found.append((path.relative_to(_PACKAGE).as_posix(), path))
    return found


def code_digests() -> dict[str, str]:
    """Digest each part of the program: a station's name (`parsing`) to a digest of its files.

    Modules that stand in no folder are `""`.
    """
    from hashlib import blake2b

    parts: dict[str, blake2b] = {}
    for name, path in code_files():
        part = name.rpartition("/")[0].partition("/")[0]
        hashed = parts.setdefault(part, blake2b(digest_size=8))
        hashed.update(name.encode())
        hashed.update(path.read_bytes())
    return {part: hashed.hexdigest() for part, hashed in parts.items()}
