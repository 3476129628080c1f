"""What is wrong, where, and what to do about it."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]
"""`error`: the build fails (exit status 1), though all that can be written is written.
`warning`: something was left out or kept back; fatal with `--strict`.
`note`: worth knowing, never fatal."""


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a project file.

    `path` is relative to the project, with forward slashes; `line` and `column` count from 1.
    """

    path: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, with its documented code and what the user can do.

    `code` is kebab-case and stands in docs/reference/problems.md; `message` is one sentence;
    `hint` says what to do, or is empty.
    """

    code: str
    message: str
    location: Location | None = None
    hint: str = ""
    severity: Severity = "warning"
