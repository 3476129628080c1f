"""Values of front matter, checked: each is read as far as possible, and said what is wrong."""

import datetime
import re
from collections.abc import Mapping
from typing import Any

from site_builder.content.front_matter import FrontMatter
from site_builder.model.dates import PartialDate
from site_builder.model.problem import Location, Problem

# Whatever breaks or indents a line. A no-break or an ideographic space is typography, and stays.
_FOLDED = re.compile("[\t-\r\x1c-\x20\x85\u2028\u2029]+")
_DAY_AND_TIME = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt]|[ \t]+)\d{1,2}:\d{2}.*")
_YES, _NO = ("true", "yes", "on"), ("false", "no", "off", "")
_NOT_USED = "The value is not used until then."
KEPT_BACK = "The article is kept back as a draft until then."


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

    def wrong(self, key: str, wanted: str, hint: str, until: str = _NOT_USED) -> None:
        """Report a value that is not what it should be; `until` says what holds meanwhile."""
        found = self._values.get(key)
        if isinstance(found, dict):
            shown = "a list of keys"
        elif isinstance(found, list):
            shown = "a list that holds more than names" if "list" in wanted else "a list"
        else:
            shown = repr(found)
        self.problems.append(
            Problem(
                "front-matter-value",
                f"`{key}` should be {wanted}, and is {shown}.",
                self.location(key),
                f"{hint} {until}",
            )
        )

    def text(self, key: str) -> str:
        """Read one line of text, as it is written."""
        value = self._values.get(key)
        if value is None:
            return ""
        if isinstance(value, (list, dict)):
            self.wrong(key, "a text", "Write it on one line.")
            return ""
        return _FOLDED.sub(" ", str(value)).strip()

    def names(self, key: str) -> tuple[str, ...] | None:
        """Read a list of texts without repeats; a single text is a list of one.

        Returns None where the file has no such key, and what names there are where not all are.
        """
        if key not in self._values:
            return None
        value = self._values[key]
        items = [] if value is None else value if isinstance(value, list) else [value]
        usable = [item for item in items if not isinstance(item, (list, dict))]
        if len(usable) < len(items):
            self.wrong(
                key,
                "a list of names",
                "Write one name a line, after `- `; one that has a colon in it between quotes.",
                "What is no name is left out until then.",
            )
        names = [" ".join(str(item).split()) for item in usable if item is not None]
        return tuple(dict.fromkeys([name for name in names if name]))

    def flag(self, key: str) -> bool | None:
        """Read true or false; None where the value is neither."""
        value = self._values.get(key)
        word = "" if value is None else str(value).strip().lower()
        if word in _YES or word in _NO:
            return word in _YES
        self.wrong(key, "true or false", f"Write `{key}: true` or remove the line.", KEPT_BACK)
        return None

    def partial_date(self, key: str) -> PartialDate | None:
        """Read a date as far as it is known; of a date with a time, the day as written."""
        value = self._values.get(key)
        if value is None or value == "":
            return None
        text = str(value).strip()
        try:
            if timed := _DAY_AND_TIME.fullmatch(text):
                return PartialDate(int(timed[1]), int(timed[2]), int(timed[3]))
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

    def choice(self, key: str, choices: tuple[str, ...], until: str = _NOT_USED) -> str | None:
        """Read one of some words: the first where the key is missing, None where it is none."""
        found = self._values.get(key)
        usable = not isinstance(found, (list, dict))
        value = self.text(key).lower() if usable else ""
        if usable and not value:
            return choices[0]
        if value in choices:
            return value
        known = ", ".join(choice for choice in choices if choice)
        self.wrong(key, f"one of {known}", "Choose one of them, or remove the line.", until)
        return None
