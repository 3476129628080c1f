"""Calendar dates in running text, in the forms that news use."""

import datetime
import re
from dataclasses import dataclass
from typing import Literal

from site_builder.model.dates import PartialDate

_EARLIEST_YEAR = 1600
_LATEST_YEAR = 2199

# English, French, German, Spanish, Portuguese, Italian, Dutch and Russian, by number.
_MONTHS = {
    1: "january jan janvier janv januar jänner enero ene janeiro gennaio gen januari января январь",
    2: "february feb février fevrier févr februar febrero fevereiro fev febbraio februari "
    "февраля февраль",
    3: "march mar mars märz maerz marzo março maart марта март",
    4: "april apr avril avr abril abr aprile апреля апрель",
    5: "may mai mayo maio maggio mag mei мая май",
    6: "june jun juin juni junio junho giugno giu июня июнь",
    7: "july jul juillet juil juli julio julho luglio lug июля июль",
    8: "august aug août aout agosto ago augustus августа август",
    9: "september sept sep septembre septiembre setiembre setembro set settembre сентября сентябрь",
    10: "october oct octobre oktober okt octubre outubro out ottobre ott октября октябрь",
    11: "november nov novembre noviembre novembro ноября ноябрь",
    12: "december dec décembre decembre déc dezember dez diciembre dic dezembro dicembre декабря "
    "декабрь",
}
_MONTH_NUMBER = {name: number for number, names in _MONTHS.items() for name in names.split()}
_WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday mon tues tue wed thurs thur thu fri "
    "sat sun lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch "
    "donnerstag freitag samstag sonnabend sonntag lunes martes miércoles jueves viernes sábado "
    "domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira lunedì martedì "
    "mercoledì giovedì venerdì sabato domenica maandag dinsdag woensdag donderdag vrijdag zaterdag "
    "zondag понедельник вторник среда четверг пятница суббота воскресенье"
)


def _one_of(words: str) -> str:
    return "|".join(sorted(words.split(), key=len, reverse=True))


WEEKDAY = rf"(?:(?:{_one_of(_WEEKDAYS)})\b\.?)"
_MONTH = rf"(?:{_one_of(' '.join(_MONTHS.values()))})(?![^\W\d_])\.?"
_DAY = r"\d{1,2}"
_ORDINAL = r"(?:st|nd|rd|th|er|\.|º|°|ª)?"
_OF = r"(?:\s+(?:of|de|del|di)\s+|\s*[-/]\s*|,?\s+)"
_BETWEEN_DAYS = r"(?:\s*(?:-|–|—|to|and|&|/|bis|au|al|y|e)\s*\d{1,2}" + _ORDINAL + r")"
_TIME_AFTER = r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z|\s?[+-]\d{2}:?\d{2})?)?"

_DIGIT = re.compile(r"\d")
_DATE = re.compile(
    rf"(?<![A-Za-zÀ-ɏЀ-ӿ])(?:{WEEKDAY},?\s+(?:the\s+)?)?(?:"
    rf"(?P<em>{_MONTH})\s*(?P<ed>{_DAY}){_ORDINAL}(?P<er>{_BETWEEN_DAYS})?(?:,\s*|\s+(?:de\s+)?)"
    rf"(?P<ey>\d{{4}})(?!\d)|"
    rf"(?<!\d)(?P<dd>{_DAY}){_ORDINAL}(?P<dr>{_BETWEEN_DAYS})?{_OF}(?P<dm>{_MONTH}){_OF}"
    rf"(?P<dy>\d{{4}})(?!\d)|"
    rf"(?<![\d/.-])(?P<iy>\d{{4}})(?P<is>[-/.])(?P<im>\d{{1,2}})(?P=is)(?P<id>\d{{1,2}})"
    rf"(?![\d/]|-\d){_TIME_AFTER}|"
    r"(?<![\d/.-])(?P<na>\d{1,2})(?P<ns>[-/.])(?P<nb>\d{1,2})(?P=ns)(?P<ny>\d{4})(?![\d/]|[-.]\d)|"
    r"(?<!\d)(?P<cy>\d{4})\s*[年년]\s*(?P<cm>\d{1,2})\s*[月월](?:\s*(?P<cd>\d{1,2})\s*[日号號일])?|"
    r"(?P<era>令和|平成|昭和|民国|民國)\s*(?P<jy>\d{1,3}|元)\s*年\s*(?P<jm>\d{1,2})\s*月\s*"
    r"(?P<jd>\d{1,2})\s*日|"
    rf"(?<!\w)(?P<mm>{_MONTH})(?:\s+(?:of|de|del)\s+|,?\s+)(?P<my>\d{{4}})(?!\d)|"
    rf"(?<!\w)(?P<xm>{_MONTH})\s*(?P<xd>{_DAY}){_ORDINAL}(?![\d:%]|[.,]\d|\s*(?:million|billion|"
    rf"a\.?m|p\.?m)\b)|"
    rf"(?<!\d)(?P<yd>{_DAY}){_ORDINAL}{_OF}(?P<ym>{_MONTH})(?!\w)|"
    r"(?<!\d)(?P<zm>\d{1,2})\s*[月월]\s*(?P<zd>\d{1,2})\s*[日号號일]"
    r")",
    re.IGNORECASE,
)

# The year before the first of each era.
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民国": 1911, "民國": 1911}

Precision = Literal["date", "no year", "ambiguous", "impossible"]

_DAY_FIRST = frozenset({"fr", "de", "es", "pt", "it", "ru"})


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date expression in a text, at `start` to `end`.

    `date` is None unless `precision` is "date": the year may be missing, day and month may be in
    either order, or no calendar may have it. A range of days is known to its month only.
    """

    start: int
    end: int
    date: PartialDate | None
    precision: Precision


def find_date(text: str, lang: str = "") -> FoundDate | None:
    """Find the first date expression of a text, of any precision.

    `24/11/2019` can be read one way only; `3/4/2019` is read day first where `lang` always does so,
    and is ambiguous elsewhere. `3.4.2019` is always day first.
    """
    if not _DIGIT.search(text):
        return None
    match = _DATE.search(text)
    return _found(match, lang) if match else None


def match_date(text: str, start: int, lang: str = "") -> FoundDate | None:
    """Read the date expression that begins at one place, or return None."""
    match = _DATE.match(text, start)
    return _found(match, lang) if match else None


def _found(match: re.Match[str], lang: str) -> FoundDate:
    start, end = match.span()
    group = match.group
    if group("ey"):
        day = None if group("er") else int(group("ed"))
        parts = int(group("ey")), _month(group("em")), day
    elif group("dy"):
        day = None if group("dr") else int(group("dd"))
        parts = int(group("dy")), _month(group("dm")), day
    elif group("iy"):
        parts = int(group("iy")), int(group("im")), int(group("id"))
    elif group("cy"):
        parts = int(group("cy")), int(group("cm")), int(group("cd")) if group("cd") else None
    elif group("era"):
        year = 1 if group("jy") == "元" else int(group("jy"))
        parts = _ERAS[group("era")] + year, int(group("jm")), int(group("jd"))
    elif group("my"):
        parts = int(group("my")), _month(group("mm")), None
    elif group("ny"):
        first, second, year = int(group("na")), int(group("nb")), int(group("ny"))
        by_convention = group("ns") == "." or lang in _DAY_FIRST
        if first <= 12 and second <= 12 and first != second and not by_convention:
            return FoundDate(start, end, None, "ambiguous")
        parts = (year, second, first) if first > 12 or by_convention else (year, first, second)
    else:
        return FoundDate(start, end, None, "no year")
    date = calendar_date(*parts)
    return FoundDate(start, end, date, "date" if date else "impossible")


def calendar_date(
    year: int, month: int | None = None, day: int | None = None
) -> PartialDate | None:
    """Make a date of its parts, or return None where no news of that date can exist."""
    if not _EARLIEST_YEAR <= year <= _LATEST_YEAR:
        return None
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    return _MONTH_NUMBER[name.lower().rstrip(".")]


def days_apart(one: PartialDate, other: PartialDate) -> int:
    """Count the days between two dates, or 0 where the known parts agree and one is coarser."""
    if one.day and other.day and one.month and other.month:
        first, second = _ordinal(one), _ordinal(other)
        return abs(first - second)
    if one.year != other.year:
        return 365 * abs(one.year - other.year)
    if one.month and other.month:
        return 30 * abs(one.month - other.month)
    return 0


def _ordinal(date: PartialDate) -> int:
    return datetime.date(date.year, date.month or 1, date.day or 1).toordinal()
