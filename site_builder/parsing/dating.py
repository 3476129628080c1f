"""The date of an article, from everything on the page that tells one."""

import re
from dataclasses import dataclass

from site_builder.model.article import DateFrom
from site_builder.model.dates import PartialDate
from site_builder.parsing.dateline import FoundDateline
from site_builder.parsing.dates import FoundDate, Precision, days_apart, find_date

_FEW_DAYS = 3

_BEFORE_IN_TITLE = re.compile(
    r"(?:^|\b(?:on|dated|am|le|el|em|il|del?)|[,:(（–—|-])\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dating:
    """The date chosen, where it was read, and what an editor should know about it.

    `of_event` says that only the event told in the first sentence is dated. `set_aside` is a date
    of the text that the file's name contradicts. `incomplete` says why the date printed nearest to
    the title could not be used, where there is no other.
    """

    date: PartialDate | None = None
    date_from: DateFrom = ""
    of_event: bool = False
    set_aside: PartialDate | None = None
    incomplete: Precision | None = None


def title_date(title: str, lang: str) -> FoundDate | None:
    """Find a date at the start or the end of a title, where it dates the article.

    "Press Conference on May 3, 2019" is dated; "Remembering the Attacks of May 3, 2019" is not.
    """
    found = find_date(title, lang)
    if found is None:
        return None
    if found.start == 0:
        return found
    at_end = not re.search(r"\w", title[found.end :])
    return found if at_end and _BEFORE_IN_TITLE.search(title[: found.start]) else None


def choose_date(
    *,
    metadata: FoundDate | None,
    dateline: FoundDateline | None,
    title: FoundDate | None,
    signed: FoundDate | None,
    name: PartialDate | None,
) -> Dating:
    """Choose the date of an article; never completes one that is printed without its year.

    A labelled date goes first, then a dateline proper, then the date that opens the first sentence,
    the one in the title, the one in the file's name, and the one that closes the text. The date
    that opens a sentence or stands in a title may be that of an earlier event: where the file's
    name holds a full date more than three days away from it, the name is right. A finer date that
    agrees takes the place of a coarser one.
    """
    printed = metadata.date if metadata else None
    filed = dateline.date.date if dateline and dateline.strong and dateline.date else None
    lead = dateline.date.date if dateline and not dateline.strong and dateline.date else None
    titled = title.date if title else None
    closing = signed.date if signed else None
    chosen: Dating | None = None
    if printed:
        chosen = Dating(printed, "metadata")
    elif filed:
        chosen = Dating(filed, "dateline")
    elif weak := _earlier_event(lead, titled) or titled or lead:
        contradicted = name is not None and name.day and days_apart(weak, name) > _FEW_DAYS
        chosen = (
            Dating(name, "file name", set_aside=weak) if contradicted else Dating(weak, "dateline")
        )
    elif name:
        chosen = Dating(name, "file name")
    elif closing:
        chosen = Dating(closing, "dateline")
    if chosen is None or chosen.date is None:
        return Dating(incomplete=_incomplete(metadata, dateline, title))
    finer = _finer(chosen, [(filed, "dateline"), (titled, "dateline"), (name, "file name")])
    return finer or chosen


def _earlier_event(lead: PartialDate | None, titled: PartialDate | None) -> PartialDate | None:
    """Prefer the date that opens the text, unless it lies well before the one in the title."""
    if lead is None or titled is None:
        return lead
    earlier = lead.sort_key < titled.sort_key and days_apart(lead, titled) > 2 * _FEW_DAYS
    return titled if earlier else lead


def _finer(chosen: Dating, others: list[tuple[PartialDate | None, DateFrom]]) -> Dating | None:
    coarse = chosen.date
    if coarse is None or coarse.day:
        return None
    for date, date_from in others:
        if date and date.day and date.year == coarse.year and coarse.month in (None, date.month):
            return Dating(date, date_from)
    return None


def _incomplete(
    metadata: FoundDate | None, dateline: FoundDateline | None, title: FoundDate | None
) -> Precision | None:
    found = [metadata, dateline.date if dateline else None, title]
    return next((date.precision for date in found if date and date.date is None), None)
