"""Compiled templates, kept from build to build: compiling them takes longer than most builds."""

import marshal
import sys
from importlib.metadata import version
from pathlib import Path
from types import CodeType


class CompiledTemplates:
    """Code by its key, in one file; a file that is damaged, or of another Python, is begun anew."""

    def __init__(self, path: Path, code: str) -> None:
        """Keep code in a file; `code` is the digest of the program that makes it."""
        self._path = path
        self._version = (
            f"{sys.implementation.cache_tag} {sys.hexversion} {version('jinja2')} {code}"
        )
        self._codes: dict[str, CodeType] | None = None
        self._changed = False

    def get(self, key: str) -> CodeType | None:
        """Find the code of a template."""
        return self._read().get(key)

    def put(self, key: str, code: CodeType) -> None:
        """Keep the code of a template."""
        self._read()[key] = code
        self._changed = True

    def save(self) -> None:
        """Write what is new; a file that cannot be written is done without."""
        if not self._changed:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            part = self._path.with_name(self._path.name + ".part")
            part.write_bytes(marshal.dumps((self._version, self._read())))
            part.replace(self._path)
        except OSError:
            return
        self._changed = False

    def _read(self) -> dict[str, CodeType]:
        if self._codes is None:
            self._codes = {}
            try:
                made_by, codes = marshal.loads(self._path.read_bytes())
                if made_by == self._version:
                    self._codes = codes
            except (OSError, ValueError, EOFError, TypeError):
                pass
        return self._codes
