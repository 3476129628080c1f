"""A seed becomes an article: the sequence of the elements."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from site_builder.model.article import Dateline, ParsedSeed
from site_builder.model.dates import PartialDate
from site_builder.model.problem import Location, Problem
from site_builder.model.seed import Seed
from site_builder.model.slug import slugify
from site_builder.parsing import headline
from site_builder.parsing.body import build_body
from site_builder.parsing.boilerplate import is_furniture_anywhere
from site_builder.parsing.breadcrumb import join_breadcrumbs
from site_builder.parsing.dateline import FoundDateline, read_dateline
from site_builder.parsing.dates import FoundDate
from site_builder.parsing.dating import Dating, choose_date, title_date
from site_builder.parsing.filename_date import date_of_name, words_of_name
from site_builder.parsing.head import Head, read_head
from site_builder.parsing.language import detect_language
from site_builder.parsing.lead_date import date_in_lead
from site_builder.parsing.lines import Line, normalise, read_lines
from site_builder.parsing.markup import clean_markup
from site_builder.parsing.metadata import Metadata, read_date_line
from site_builder.parsing.tail import read_tail

_NO_LINES: frozenset[str] = frozenset()


def parse(
    seed: Seed, repeated: frozenset[str] = _NO_LINES
) -> tuple[ParsedSeed | None, tuple[Problem, ...]]:
    """Read the title, section, date, dateline, language and text of a seed.

    `repeated` are the lines that the seed's source prints on many pages (`repeated_lines`); only
    those that the seed itself has (`lines_of`) matter. The result is None for a seed without text.
    Every line of the seed is in the title, in the paragraphs or in `removed`. Never raises.
    """
    text, marked = clean_markup(normalise(seed.text))
    lang = detect_language(text)
    lines = join_breadcrumbs(read_lines(text, marked))
    head = read_head(lines, repeated, slugify(words_of_name(seed.origin), ""), lang)
    first = next((n for n in range(len(lines)) if n not in head.used), len(lines))
    tail = read_tail(lines, first, head.title, repeated, lang)
    removed, kept = _part(lines, head, tail.start)
    if not head.title and not kept:
        return None, (_without_text(seed),)
    body = build_body(kept)
    problems: list[Problem] = []
    dateline = head.dateline or _dateline_of(body.paragraphs, body.headings, lang)
    title = head.title
    if not title:
        title = _title_of(body.paragraphs, lang)
        problems.append(_title_made(seed, title))
    if not body.paragraphs:
        problems.append(_title_only(seed))
    dating = choose_date(
        metadata=_labelled_date((*head.metadata, *tail.metadata)),
        dateline=dateline,
        title=title_date(title, lang) if head.title else None,
        signed=_signed_date(body.paragraphs, lang),
        name=date_of_name(seed.origin),
    )
    if dating.date is None and dating.incomplete is None:
        event = date_in_lead(body.paragraphs, dateline.end if dateline else 0, lang)
        dating = Dating(event.date, "dateline", of_event=True) if event else dating
    problems.extend(_date_problems(seed, dating))
    parsed = ParsedSeed(
        title=title,
        paragraphs=body.paragraphs,
        headings=body.headings,
        section=head.section,
        date=dating.date,
        date_from=dating.date_from,
        dateline=_published(dateline, head.metadata, dating.date),
        lang=lang,
        removed=tuple(removed),
    )
    return parsed, tuple(problems)


def _part(lines: Sequence[Line], head: Head, end: int) -> tuple[list[str], list[Line]]:
    """Part the lines into what was removed, as printed, and what is the text."""
    removed: list[str] = []
    kept: list[Line] = []
    after_removed = False
    for number, line in enumerate(lines):
        if number >= end or number in head.removed:
            removed.append(line.text)
            after_removed = True
        elif number in head.used:
            after_removed = True
        elif is_furniture_anywhere(line.text):
            removed.append(line.text)
            after_removed = True
        else:
            kept.append(replace(line, gap=True) if after_removed and not line.gap else line)
            after_removed = False
    return removed, kept


def _title_of(paragraphs: Sequence[str], lang: str) -> str:
    """Make a title of the first sentence after a salutation and a dateline."""
    for paragraph in paragraphs:
        if headline.is_prose(paragraph) and not headline.opens_body(paragraph):
            dateline = read_dateline(paragraph, lang)
            return headline.title_from_text(paragraph[dateline.end if dateline else 0 :])
    return headline.title_from_text(paragraphs[0])


def _dateline_of(
    paragraphs: Sequence[str], headings: frozenset[int], lang: str
) -> FoundDateline | None:
    """Read the dateline of the first paragraph of prose, which a deck may precede."""
    for number, paragraph in enumerate(paragraphs[:3]):
        found = read_dateline(paragraph, lang)
        if found or (headline.is_prose(paragraph) and number not in headings):
            return found
    return None


def _labelled_date(metadata: Iterable[Metadata]) -> FoundDate | None:
    dates = [found.date for found in metadata if found.kind == "date" and found.date]
    return next((date for date in dates if date.date), dates[0] if dates else None)


def _signed_date(paragraphs: Sequence[str], lang: str) -> FoundDate | None:
    """Read a date that closes the text, as in `THE WHITE HOUSE, March 3, 2021.`"""
    for paragraph in paragraphs[-1:]:
        last = paragraph.rpartition("\n")[2]
        if len(last) <= 80 and (found := read_date_line(last, lang)):
            return found.date
    return None


def _published(
    dateline: FoundDateline | None, metadata: Iterable[Metadata], date: PartialDate | None
) -> Dateline:
    place = next((found.value for found in metadata if found.kind == "place"), "")
    if dateline is None:
        return Dateline(place)
    own = dateline.date.date if dateline.date else None
    return Dateline(place or _place(dateline, own, date), dateline.local_time and own == date)


def _place(dateline: FoundDateline, own: PartialDate | None, date: PartialDate | None) -> str:
    """A sentence about an earlier day tells nothing about where the article was written."""
    return dateline.place if dateline.strong or own == date else ""


def _without_text(seed: Seed) -> Problem:
    return Problem(
        "seed-without-text",
        "The file holds page controls only, and no text.",
        Location(seed.origin),
        "Save the article's text in the file, or delete the file.",
    )


def _title_made(seed: Seed, title: str) -> Problem:
    return Problem(
        "title-made",
        f"The text has no title line; its first words became the title: {title}",
        Location(seed.origin),
        "Set `title` in the article's file.",
        "note",
    )


def _title_only(seed: Seed) -> Problem:
    return Problem(
        "text-missing",
        "The file holds a title, and no text below it.",
        Location(seed.origin),
        "Add the text to the article's file, or delete the file.",
        "note",
    )


_INCOMPLETE = {
    "no year": ("date-incomplete", "The date is printed without its year"),
    "ambiguous": ("date-ambiguous", "Day and month of the printed date could be either way round"),
    "impossible": ("date-impossible", "The printed date is in no calendar"),
}


def _date_problems(seed: Seed, dating: Dating) -> Iterable[Problem]:
    where = Location(seed.origin)
    hint = "Set `date` in the article's file."
    if dating.set_aside and dating.date:
        yield Problem(
            "date-disagrees",
            f"The text speaks of {dating.set_aside} and the file's name of {dating.date}, "
            "which was taken.",
            where,
            hint,
            "note",
        )
    if dating.of_event:
        yield Problem(
            "date-of-event",
            f"The article is dated {dating.date} by the event in its first sentence.",
            where,
            "Check it against the source; set `date` in the article's file if it is wrong.",
            "note",
        )
    if dating.date is None and dating.incomplete:
        code, message = _INCOMPLETE[dating.incomplete]
        yield Problem(code, f"{message}; the article is undated.", where, hint, "note")
    elif dating.date is None:
        yield Problem("date-missing", "The article is undated.", where, hint, "note")
