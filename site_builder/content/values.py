"""Values of front matter, checked: each is read as far as possible, and said what is wrong."""

import datetime
from collections.abc import Mapping
from typing import Any

from site_builder.content.front_matter import FrontMatter
from site_builder.model.dates import PartialDate
from site_builder.model.problem import Location, Problem


class Values:
    """Reads the keys of one file; `problems` collects what is wrong, with the line of the key."""

    def __init__(self, matter: FrontMatter, path: str) -> None:
        self._values: Mapping[str, Any] = matter.values
        self._lines = matter.lines
        self._path = path
        self.problems: list[Problem] = []

    def location(self, key: str) -> Location:
        """Say where a key stands."""
        return Location(self._path, self._lines.get(key))

    def wrong(self, key: str, wanted: str, hint: str) -> None:
        """Report a value that is not what it should be."""
        found = self._values.get(key)
        shown = "a list" if isinstance(found, list) else f"{str(found)!r}"
        self.problems.append(
            Problem(
                "front-matter-value",
                f"`{key}` should be {wanted}, and is {shown}.",
                self.location(key),
                f"{hint} The value is not used until then.",
            )
        )

    def text(self, key: str) -> str:
        """Read one line of text; numbers and dates are taken as they are written."""
        value = self._values.get(key)
        if value is None:
            return ""
        if isinstance(value, (list, dict)):
            self.wrong(key, "a text", "Write it on one line.")
            return ""
        return " ".join(str(value).split())

    def names(self, key: str) -> tuple[str, ...] | None:
        """Read a list of texts without repeats; a single text is a list of one.

        Returns None where the file has no such key.
        """
        if key not in self._values:
            return None
        value = self._values[key]
        items = [] if value is None else value if isinstance(value, list) else [value]
        if any(isinstance(item, (list, dict)) for item in items):
            self.wrong(key, "a list of names", "Write one name a line, after `- `.")
            return None
        names = (" ".join(str(item).split()) for item in items if item is not None)
        return tuple(dict.fromkeys(name for name in names if name))

    def flag(self, key: str) -> bool:
        """Read true or false."""
        value = self._values.get(key)
        if value is None or isinstance(value, bool):
            return bool(value)
        self.wrong(key, "true or false", f"Write `{key}: true` or remove the line.")
        return False

    def partial_date(self, key: str) -> PartialDate | None:
        """Read a date as far as it is known; of a date with a time, the day as written."""
        value = self._values.get(key)
        if value is None or value == "":
            return None
        if isinstance(value, (datetime.datetime, datetime.date)):
            return PartialDate(value.year, value.month, value.day)
        text = (
            f"{value:04}" if isinstance(value, int) and not isinstance(value, bool) else str(value)
        )
        try:
            return PartialDate.parse(text)
        except ValueError:
            self.wrong(
                key, "a date", "Write 2019-11-24, or 2019-11 or 2019 where no more is known."
            )
            return None

    def full_date(self, key: str) -> datetime.date | None:
        """Read a date that is known to the day."""
        date = self.partial_date(key)
        if date is None:
            return None
        if date.month is None or date.day is None:
            self.wrong(key, "a date with its day", "Write it as 2019-11-24.")
            return None
        return datetime.date(date.year, date.month, date.day)

    def choice(self, key: str, choices: tuple[str, ...]) -> str:
        """Read one of some words; the first is meant where the key is missing or wrong."""
        value = self.text(key)
        if not value or value in choices:
            return value or choices[0]
        known = ", ".join(choice for choice in choices if choice)
        self.wrong(key, f"one of {known}", "Choose one of them, or remove the line.")
        return choices[0]
