"""Dates, spans and lists in words."""

from collections.abc import Iterable, Sequence

from site_builder.model.dates import PartialDate
from site_builder.pages.parts import Date

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def date_in_words(date: PartialDate | None) -> Date | None:
    """Write a date as far as it is known: 24 November 2019, November 2019, 2019."""
    if date is None:
        return None
    text = f"{date.year}"
    if date.month:
        text = f"{MONTHS[date.month - 1]} {text}"
    if date.day:
        text = f"{date.day} {text}"
    return Date(text, str(date))


def day_in_words(date: PartialDate | None) -> str:
    """Write a date without its year: 24 November; "" where the year alone is known."""
    if date is None or not date.month:
        return ""
    month = MONTHS[date.month - 1]
    return f"{date.day} {month}" if date.day else month


def span(first: str, last: str) -> str:
    """Write a span of time: 2016–2021, or one of the two where they are equal."""
    return first if first == last else f"{first}–{last}"


def months_of(dates: Iterable[PartialDate | None]) -> str:
    """Write the span of some dates in months: "March 2016 – November 2019", or "" if unknown."""
    known = sorted((date for date in dates if date), key=lambda date: date.sort_key)
    if not known:
        return ""
    first, last = (_month_in_words(date) for date in (known[0], known[-1]))
    return first if first == last else f"{first} – {last}"


def _month_in_words(date: PartialDate) -> str:
    return f"{MONTHS[date.month - 1]} {date.year}" if date.month else str(date.year)


def counted(count: int, one: str, many: str = "") -> str:
    """Write a number and what it counts: 1 article, 1,024 articles."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(items: Sequence[str]) -> str:
    """Write a list: "A", "A and B", "A, B and C"."""
    return " and ".join(part for part in (", ".join(items[:-1]), *items[-1:]) if part)


def clipped(text: str, longest: int) -> str:
    """Shorten a text to at most `longest` characters, at the end of a word where there is one."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    cut = text[:longest]
    word = cut.rpartition(" ")[0]
    return (word if len(word) > longest // 2 else cut[:-1]).rstrip(" ,;:–—-") + "…"
