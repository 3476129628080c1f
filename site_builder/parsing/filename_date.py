"""The date in a file's name or folders."""

import re

from site_builder.model.dates import PartialDate
from site_builder.parsing.dates import calendar_date

_NOT_PART_OF_A_NUMBER = r"(?<![0-9A-Za-z])"
_ENDS = r"(?![0-9A-Za-z])"
_FULL = re.compile(
    rf"{_NOT_PART_OF_A_NUMBER}(?P<y>\d{{4}})(?P<s>[-_. ]?)(?P<m>\d{{2}})(?P=s)(?P<d>\d{{2}})"
    rf"(?=[T_-]?\d{{4,6}}{_ENDS}|{_ENDS})"
)
_DAY_FIRST = re.compile(
    rf"{_NOT_PART_OF_A_NUMBER}(?P<a>\d{{2}})(?P<s>[-_.])(?P<b>\d{{2}})(?P=s)(?P<y>\d{{4}}){_ENDS}"
)
_MONTH = re.compile(rf"(?P<y>\d{{4}})[-_](?P<m>\d{{2}}){_ENDS}")
_FOLDERS = re.compile(r"(?:^|/)(?P<y>\d{4})/(?P<m>\d{1,2})(?:/(?P<d>\d{1,2}))?/")


def date_of_name(origin: str) -> PartialDate | None:
    """Read the date from a path such as `seeds/2021-01-20-a-letter.txt`.

    Also `20210120_x`, `20-01-2021` where day and month cannot be mistaken, `2021-01-x` for a month
    at the start of the name, and folders such as `2021/01/20/`. A year alone is no date, as it may
    belong to the title.
    """
    folders, _, name = origin.partition("#")[0].rpartition("/")
    for match in _FULL.finditer(name):
        if date := calendar_date(int(match["y"]), int(match["m"]), int(match["d"])):
            return date
    for match in _DAY_FIRST.finditer(name):
        first, second = int(match["a"]), int(match["b"])
        if first > 12 or second > 12 or first == second:
            day, month = (first, second) if first > 12 else (second, first)
            if date := calendar_date(int(match["y"]), month, day):
                return date
    opening = _MONTH.match(name)
    if opening and (date := _date(opening["y"], opening["m"])):
        return date
    parts = _FOLDERS.search(folders + "/")
    return _date(parts["y"], parts["m"], parts["d"]) if parts else None


def words_of_name(origin: str) -> str:
    """Return the name of a file without its folders, its ending and the date that it opens with."""
    name = origin.rpartition("/")[2].partition("#")[0].rpartition(".")[0]
    match = _FULL.match(name) or _MONTH.match(name)
    return name[match.end() :].lstrip("-_. ") if match else name


def _date(year: str, month: str, day: str | None = None) -> PartialDate | None:
    return calendar_date(int(year), int(month), int(day) if day else None)
