"""The index of dates: every year with the number of articles in each of its months."""

from collections import Counter
from dataclasses import dataclass

from site_builder.model.page import Key, PageKind, Routes, UrlPath
from site_builder.model.site import Group, Site
from site_builder.pages.calendars import MONTH_STEPS, level
from site_builder.pages.cards import dates_of
from site_builder.pages.frame import chrome, collection, head, trail
from site_builder.pages.parts import Chrome, Head, Tally
from site_builder.pages.wording import MONTHS, counted


@dataclass(frozen=True, slots=True)
class MonthCell:
    """A month in the table of years; without a link where it has no articles."""

    name: str
    count: int
    level: int
    url: UrlPath


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year in the table of years: its articles, and its twelve months."""

    year: str
    url: UrlPath
    count: int
    months: tuple[MonthCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DatesView:
    """What the index of dates shows; `months` are the column heads, short and in full."""

    head: Head
    chrome: Chrome
    total: int
    span: str
    months: tuple[tuple[str, str], ...]
    years: tuple[YearRow, ...]
    undated: Tally | None


def _view(site: Site, key: Key, routes: Routes) -> DatesView:
    url = _url(site, key)
    span = dates_of(site, site.articles)
    undated = routes.url("undated")
    months = Counter({group.key: len(group.articles) for group in site.months})
    return DatesView(
        head=head(
            site,
            routes,
            url,
            title="Dates",
            description=f"{counted(len(site.articles) - len(site.undated), 'article')} "
            f"of {site.config.title} by year and month" + (f", {span}." if span else "."),
            crumbs=trail(routes, "dates"),
            things=[collection(site, url, "Dates")],
        ),
        chrome=chrome(site, routes, url),
        total=len(site.articles) - len(site.undated),
        span=span,
        months=tuple((name[:3], name) for name in MONTHS),
        years=tuple(_row(group, months, routes) for group in site.years),
        undated=Tally("Undated", undated, len(site.undated)) if undated else None,
    )


def _row(group: Group, months: Counter[str], routes: Routes) -> YearRow:
    cells = []
    for number, name in enumerate(MONTHS, 1):
        key = f"{group.key}-{number:02}"
        count = months[key]
        cells.append(
            MonthCell(name, count, level(count, MONTH_STEPS), routes.url("month", key) or "")
        )
    return YearRow(
        group.key, routes.url("year", group.key) or "", len(group.articles), tuple(cells)
    )


def _url(_site: Site, _key: Key) -> UrlPath:
    return "/dates/"


DATES = PageKind(name="dates", template="dates.html", keys=lambda _: ("",), url=_url, view=_view)
