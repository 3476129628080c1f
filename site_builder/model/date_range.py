"""Spans of calendar days, as an editor writes them: `1989-01..1993-01-20`."""

from calendar import monthrange
from dataclasses import dataclass

from site_builder.model.dates import PartialDate

_BEGINNING, _END = (0, 0, 0), (9999, 12, 31)

Day = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class DateRange:
    """The days from the first to the last, both within."""

    first: Day = _BEGINNING
    last: Day = _END

    @classmethod
    def parse(cls, text: str) -> "DateRange":
        """Read `1989-01..1993-01-20`, with either end left open, or a date alone.

        A month or a year means all its days. Raises ValueError for anything else, and where the
        end comes before the beginning.
        """
        first, between, last = (part.strip() for part in text.partition(".."))
        if not first and not last:
            raise ValueError(f"not a span of dates: {text!r}")
        found = cls(
            _days(PartialDate.parse(first))[0] if first else _BEGINNING,
            _days(PartialDate.parse(last if between else first))[1]
            if last or not between
            else _END,
        )
        if found.first > found.last:
            raise ValueError(f"ends before it begins: {text!r}")
        return found

    def covers(self, date: PartialDate | None) -> bool:
        """Tell whether all days that a date may mean lie within; an undated article's do not."""
        if date is None:
            return False
        first, last = _days(date)
        return self.first <= first and last <= self.last


def _days(date: PartialDate) -> tuple[Day, Day]:
    """Return the first and the last day that a date may mean."""
    if date.month is None:
        return (date.year, 1, 1), (date.year, 12, 31)
    if date.day is None:
        return (date.year, date.month, 1), (date.year, date.month, monthrange(*_month(date))[1])
    day = (date.year, date.month, date.day)
    return day, day


def _month(date: PartialDate) -> tuple[int, int]:
    return date.year, date.month or 1
