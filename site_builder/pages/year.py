"""A year: twelve calendars, and the articles of which the year alone is known."""

from dataclasses import dataclass

from site_builder.model.page import Key, PageKind, Routes, UrlPath
from site_builder.model.site import Site
from site_builder.pages.calendars import (
    WEEKDAY_INITIALS,
    MonthCalendar,
    beside,
    month_calendar,
)
from site_builder.pages.cards import cards
from site_builder.pages.frame import chrome, collection, head, trail
from site_builder.pages.lookup import lookup
from site_builder.pages.parts import Card, Chrome, Head, Link
from site_builder.pages.wording import counted


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView:
    """What the page of a year shows; `earlier` and `later` are the next years with articles."""

    head: Head
    chrome: Chrome
    crumbs: tuple[Link, ...]
    year: str
    total: int
    weekdays: tuple[tuple[str, str], ...]
    months: tuple[MonthCalendar, ...]
    loose: tuple[Card, ...]
    earlier: Link | None
    later: Link | None


def _view(site: Site, key: Key, routes: Routes) -> YearView:
    url = _url(site, key)
    group = lookup(site).years.get(key)
    articles = group.articles if group else ()
    loose = [id for id in articles if not ((date := site.articles[id].date) and date.month)]
    earlier, later = (
        Link(year, routes.url("year", year) or "") if year else None
        for year in beside(site.years, key)
    )
    crumbs = trail(routes, "dates", Link(key))
    return YearView(
        head=head(
            site,
            routes,
            url,
            title=key,
            description=f"{site.config.title}, {key}: {counted(len(articles), 'article')} "
            "by month and day.",
            crumbs=crumbs,
            things=[collection(site, url, key)],
        ),
        chrome=chrome(site, routes, url, under="/dates/"),
        crumbs=crumbs,
        year=key,
        total=len(articles),
        weekdays=WEEKDAY_INITIALS,
        months=tuple(month_calendar(site, key, month, routes) for month in range(1, 13)),
        loose=cards(site, loose, routes),
        earlier=earlier,
        later=later,
    )


def _url(_site: Site, key: Key) -> UrlPath:
    return f"/{key}/"


YEAR = PageKind(
    name="year",
    template="year.html",
    keys=lambda site: (group.key for group in site.years),
    url=_url,
    view=_view,
)
