"""A raw article, as it was found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Seed:
    """One raw article: its text as read, and where it came from.

    `origin` is the path below the project, with forward slashes (`seeds/a.txt`), plus `#n` where
    one file holds several. `text` has line feeds only, no BOM, and is otherwise as found; `sha256`
    is the hex digest of the bytes it was read from; `encoding` is the one they were decoded with.
    """

    origin: str
    text: str
    sha256: str
    encoding: str = "utf-8"
