"""A month: all its articles by day, and its calendar."""

import datetime
from dataclasses import dataclass

from site_builder.model.page import Key, PageKind, Routes, UrlPath
from site_builder.model.site import Site
from site_builder.pages.calendars import (
    WEEKDAY_INITIALS,
    MonthCalendar,
    beside,
    day_id,
    month_calendar,
    month_link,
)
from site_builder.pages.cards import cards
from site_builder.pages.frame import chrome, collection, head, trail
from site_builder.pages.lookup import lookup
from site_builder.pages.parts import Card, Chrome, Head, Link
from site_builder.pages.wording import MONTHS, WEEKDAYS, counted


@dataclass(frozen=True, slots=True)
class DayShelf:
    """The articles of one day; `number` is empty for those dated to the month only."""

    number: str
    weekday: str
    id: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthView:
    """What the page of a month shows; `earlier` and `later` are the next months with articles."""

    head: Head
    chrome: Chrome
    crumbs: tuple[Link, ...]
    month: str
    year: str
    total: int
    weekdays: tuple[tuple[str, str], ...]
    calendar: MonthCalendar
    days: tuple[DayShelf, ...]
    earlier: Link | None
    later: Link | None


def _view(site: Site, key: Key, routes: Routes) -> MonthView:
    url = _url(site, key)
    year, _, month = key.partition("-")
    name = f"{MONTHS[int(month) - 1]} {year}"
    group = lookup(site).months.get(key)
    articles = group.articles if group else ()
    crumbs = trail(routes, "dates", Link(year, routes.url("year", year) or ""), Link(name))
    earlier, later = (month_link(found, routes) for found in beside(site.months, key))
    return MonthView(
        head=head(
            site,
            routes,
            url,
            title=name,
            description=f"{site.config.title}, {name}: {counted(len(articles), 'article')} by day.",
            crumbs=crumbs,
            things=[collection(site, url, name)],
        ),
        chrome=chrome(site, routes, url, under="/dates/"),
        crumbs=crumbs,
        month=MONTHS[int(month) - 1],
        year=year,
        total=len(articles),
        weekdays=WEEKDAY_INITIALS,
        calendar=month_calendar(site, year, int(month), routes),
        days=_days(site, articles, routes),
        earlier=earlier,
        later=later,
    )


def _days(site: Site, articles: tuple[str, ...], routes: Routes) -> tuple[DayShelf, ...]:
    shelves: dict[int, list[str]] = {}
    for key in articles:
        date = site.articles[key].date
        shelves.setdefault(date.day or 0 if date else 0, []).append(key)
    first = site.articles[articles[0]].date if articles else None
    found = []
    for day, keys in sorted(shelves.items(), reverse=True):
        weekday = ""
        if day and first and first.month:
            weekday = WEEKDAYS[datetime.date(first.year, first.month, day).weekday()]
        found.append(
            DayShelf(
                str(day) if day else "",
                weekday,
                day_id(day) if day else "month-only",
                cards(site, keys, routes),
            )
        )
    return tuple(found)


def _url(_site: Site, key: Key) -> UrlPath:
    return f"/{key.replace('-', '/')}/"


MONTH = PageKind(
    name="month",
    template="month.html",
    keys=lambda site: (group.key for group in site.months),
    url=_url,
    view=_view,
)
