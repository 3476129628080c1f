"""Calendar dates that are known to the day, the month or the year, and never padded."""

import re
from calendar import monthrange
from dataclasses import dataclass

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as it is known: 2019, 2019-11 or 2019-11-24; without a time and without a zone.

    Raises ValueError for a date that is in no calendar.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.year <= 9999:
            raise ValueError(f"no such year: {self.year}")
        if self.month is None:
            if self.day is not None:
                raise ValueError("a day needs a month")
            return
        if not 1 <= self.month <= 12:
            raise ValueError(f"no such month: {self.month}")
        if self.day is not None and not 1 <= self.day <= monthrange(self.year, self.month)[1]:
            raise ValueError(f"no such day: {self.year}-{self.month:02}-{self.day:02}")

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read `2019`, `2019-11` or `2019-11-24`; raises ValueError for anything else."""
        match = _FORM.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"not a date: {text!r}")
        year, month, day = match.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    def __str__(self) -> str:
        text = f"{self.year:04}"
        if self.month is not None:
            text += f"-{self.month:02}"
        if self.day is not None:
            text += f"-{self.day:02}"
        return text

    @property
    def sort_key(self) -> tuple[int, int, int]:
        """Orders dates; what is not known comes before what is."""
        return (self.year, self.month or 0, self.day or 0)
