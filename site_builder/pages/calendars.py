"""Months as calendars, shaded by the number of articles of each day."""

from calendar import monthcalendar
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from site_builder.model.page import Routes, UrlPath
from site_builder.model.site import Group, Site
from site_builder.pages.lookup import lookup
from site_builder.pages.parts import Link
from site_builder.pages.wording import MONTHS, WEEKDAYS, counted

# Fixed steps: a new article shades its own day and no other.
DAY_STEPS = (1, 2, 4, 8)
MONTH_STEPS = (1, 5, 20, 50)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a calendar; `number` is 0 before the first and after the last day of the month."""

    number: int
    count: int = 0
    level: int = 0
    label: str = ""
    url: UrlPath = ""


@dataclass(frozen=True, slots=True)
class MonthCalendar:
    """A month: its weeks from Monday to Sunday, and the number of its articles."""

    name: str
    year: str
    url: UrlPath
    count: int
    weeks: tuple[tuple[Day, ...], ...]


def level(count: int, steps: Sequence[int]) -> int:
    """Grade a count from 0 (none) to 4."""
    return sum(1 for step in steps if count >= step)


def day_id(day: int) -> str:
    """Name the anchor of a day on the page of its month."""
    return f"d{day:02}"


def month_calendar(site: Site, year: str, month: int, routes: Routes) -> MonthCalendar:
    """Draw up the calendar of a month of the archive."""
    url = routes.url("month", f"{year}-{month:02}") or ""
    group = lookup(site).months.get(f"{year}-{month:02}")
    days: Counter[int] = Counter()
    for key in group.articles if group else ():
        date = site.articles[key].date
        if date and date.day:
            days[date.day] += 1
    name = MONTHS[month - 1]
    return MonthCalendar(
        name,
        year,
        url,
        len(group.articles) if group else 0,
        tuple(
            tuple(
                Day(
                    number,
                    days[number],
                    level(days[number], DAY_STEPS),
                    f"{number} {name} {year}: {counted(days[number], 'article')}",
                    f"{url}#{day_id(number)}",
                )
                if days[number]
                else Day(number)
                for number in week
            )
            for week in monthcalendar(int(year), month)
        ),
    )


def beside(groups: Sequence[Group], key: str) -> tuple[str, str]:
    """Find the keys before and after one in time, or ""; `groups` are newest first."""
    keys = [group.key for group in groups]
    at = keys.index(key)
    return (
        keys[at + 1] if at + 1 < len(keys) else "",
        keys[at - 1] if at > 0 else "",
    )


def month_link(key: str, routes: Routes) -> Link | None:
    """Link a month by its name, such as November 2019; None for no key."""
    if not key:
        return None
    year, _, month = key.partition("-")
    return Link(f"{MONTHS[int(month) - 1]} {year}", routes.url("month", key) or "")


WEEKDAY_INITIALS = tuple((name[:1], name) for name in WEEKDAYS)
