"""What all tests share: golden files."""

import os
from collections.abc import Callable
from pathlib import Path

from pytest import fixture


@fixture
def golden() -> Callable[[Path, str], None]:
    """Compare a text with a golden file; `make golden` (GOLDEN=write) rewrites it instead."""

    def compare(path: Path, text: str) -> None:
        if os.environ.get("GOLDEN") == "write":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), f"{path} is missing; make golden writes it"
        assert text == path.read_text(encoding="utf-8")

    return compare
