"""Why a page is rendered: reasons are values, and say themselves in one line."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NeverBuilt:
    """The last build had no such page."""

    def __str__(self) -> str:
        return "it was never built"


@dataclass(frozen=True, slots=True)
class ViewChanged:
    """What the page shows is not what it showed; `fields` are the names in its view."""

    fields: tuple[str, ...]

    def __str__(self) -> str:
        return "what it shows changed: " + ", ".join(self.fields)


@dataclass(frozen=True, slots=True)
class TemplateChanged:
    """A template that the page is made of changed; `names` are those files."""

    names: tuple[str, ...]

    def __str__(self) -> str:
        return "its template changed: " + ", ".join(self.names)


@dataclass(frozen=True, slots=True)
class CodeChanged:
    """Another version of the program wrote it."""

    def __str__(self) -> str:
        return "the program changed"


@dataclass(frozen=True, slots=True)
class OutputMissing:
    """Its file is gone from the output folder."""

    def __str__(self) -> str:
        return "its file was missing"


@dataclass(frozen=True, slots=True)
class OutputChanged:
    """Its file is not as the last build left it, or that build was killed."""

    def __str__(self) -> str:
        return "its file was not as the last build left it"


@dataclass(frozen=True, slots=True)
class Forced:
    """The user asked for it with `--force`."""

    def __str__(self) -> str:
        return "--force was given"


Reason = (
    NeverBuilt
    | ViewChanged
    | TemplateChanged
    | CodeChanged
    | OutputMissing
    | OutputChanged
    | Forced
)
