"""Finding the file that an address of the preview means."""

import tomllib
from dataclasses import dataclass
from mimetypes import MimeTypes
from pathlib import Path
from urllib.parse import urlsplit

from site_builder.disk.project import Project

_TYPES = MimeTypes()
_TYPES.add_type("font/woff2", ".woff2")
_TYPES.add_type("image/webp", ".webp")
_TYPES.add_type("image/avif", ".avif")
_TYPES.add_type("text/javascript", ".js")
_TYPES.add_type("application/wasm", ".wasm")
_TYPES.add_type("application/xml", ".xml")
_TEXT = ("application/json", "application/xml", "application/xhtml+xml", "image/svg+xml")


@dataclass(frozen=True, slots=True)
class Found:
    """The file for an address, or else the address to go to, or neither where there is nothing."""

    file: Path | None = None
    redirect: str = ""


def find(output: Path, path: str, base_path: str = "/") -> Found:
    """Find the file below `output` for a decoded address path, as a static host would.

    `base_path` is the path at which the site will be published: addresses below it work too.
    """
    found = _find(output, path)
    if found.file is None and not found.redirect and base_path != "/":
        if path.startswith(base_path):
            found = _find(output, "/" + path.removeprefix(base_path))
        elif path == base_path.rstrip("/"):
            found = _find(output, "/")
    return found


def _find(output: Path, path: str) -> Found:
    if "\0" in path or "\\" in path:
        return Found()
    root = output.resolve()
    try:
        file = Path(root, path.lstrip("/")).resolve()
        if not file.is_relative_to(root):
            return Found()
        if file.is_dir():
            if not (file / "index.html").is_file():
                return Found()
            return Found(file / "index.html") if path.endswith("/") else Found(None, path + "/")
        return Found(file) if file.is_file() and not path.endswith("/") else Found()
    except (OSError, RuntimeError):
        return Found()


def base_path(project: Project, base_url: str = "") -> str:
    """Read the path at which the site will be published: `/`, or such as `/archive/`."""
    if not base_url:
        try:
            settings = tomllib.loads(project.config_path.read_text("utf-8-sig"))
        except (OSError, ValueError):
            settings = {}
        base_url = str(settings.get("base_url", ""))
    try:
        return urlsplit(base_url).path.rstrip("/") + "/"
    except ValueError:
        return "/"


def content_type(file: Path) -> str:
    """Name the type of a file for the browser; texts are in UTF-8."""
    kind, encoding = _TYPES.guess_type(file.name)
    if encoding or kind is None:
        return "application/octet-stream" if encoding or file.suffix else "text/plain"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") or kind in _TEXT else kind
