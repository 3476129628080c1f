"""What stands above the text of an article: menus, breadcrumb, title, date, byline."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from site_builder.parsing import headline
from site_builder.parsing.boilerplate import is_control, is_menu_word
from site_builder.parsing.breadcrumb import read_breadcrumb, section_of
from site_builder.parsing.dateline import FoundDateline, read_standalone
from site_builder.parsing.lines import Line
from site_builder.parsing.metadata import Metadata, is_date_label, read_date_line, read_metadata

_LONGEST_HEAD = 40
_LONGEST_BELOW_DECK = 8


@dataclass(frozen=True, slots=True)
class Head:
    """The part of a page above its text.

    `used` are the numbers of the lines that are not of the text, `removed` those among them that
    are to be shown as removed (a repeated title is not). `title` is empty where no line is one.
    """

    title: str
    section: str
    used: frozenset[int]
    removed: frozenset[int]
    metadata: tuple[Metadata, ...] = ()
    dateline: FoundDateline | None = None


@dataclass(slots=True)
class _Scan:
    """The lines above the text, sorted by what they look like."""

    candidates: list[tuple[int, str]] = field(default_factory=list)
    weak: list[int] = field(default_factory=list)
    removed: list[int] = field(default_factory=list)
    labelled: dict[int, Metadata] = field(default_factory=dict)
    datelines: dict[int, FoundDateline] = field(default_factory=dict)
    crumbs: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)


def read_head(lines: Sequence[Line], repeated: frozenset[str], name: str, lang: str) -> Head:
    """Find the title and the section, and tell the page's lines from the article's.

    `name` is the slug of the file's name. Lines between the first print of the title and its last,
    or the breadcrumb, are of the page; so are lines before the title. Whatever follows is text,
    however short.
    """
    scan = _scan(lines, lang)
    for number in scan.weak:
        if not scan.candidates:
            scan.candidates.append((number, lines[number].text))
            scan.labelled.pop(number, None)
            scan.datelines.pop(number, None)
        elif number not in scan.labelled and number not in scan.datelines:
            scan.removed.append(number)
    crumb, elements = scan.crumbs[-1] if scan.crumbs else (-1, ())
    removed = [*scan.removed, *scan.labelled, *scan.datelines, *(line for line, _ in scan.crumbs)]
    used = set(removed)
    labelled_title = next((m.value for m in scan.labelled.values() if m.kind == "title"), "")
    title = labelled_title
    if not labelled_title and scan.candidates:
        place = headline.choose_title(
            scan.candidates,
            crumb=crumb,
            last_element=elements[-1] if elements else "",
            repeated=repeated,
            name=name,
        )
        number, printed = scan.candidates[place]
        others = [text for line, text in scan.candidates if line != number]
        title = headline.cut_site(headline.fold_doubled(printed), others, repeated)
        used.add(number)
        if title != printed:
            removed.append(number)
        used_too, removed_too = _furniture(scan, number, title, crumb, repeated)
        used |= used_too
        removed += removed_too
    elif labelled_title:
        own = headline.key(labelled_title)
        prints = {number for number, text in scan.candidates if headline.key(text) == own}
        used |= prints
        removed += [number for number in prints if lines[number].text != title]
    metadata = [one for found in scan.labelled.values() for one in (found, *found.also)]
    section = next((one.value for one in metadata if one.kind == "section"), "")
    return Head(
        title=title,
        section=section or section_of(elements, title),
        used=frozenset(used),
        removed=frozenset(removed),
        metadata=tuple(metadata),
        dateline=next(iter(scan.datelines.values()), None),
    )


def _furniture(
    scan: _Scan, title_line: int, title: str, crumb: int, repeated: frozenset[str]
) -> tuple[set[int], list[int]]:
    """Sort the other short lines: prints of the title, lines of the page, lines of the text."""
    own = headline.key(title)
    prints = {
        number
        for number, text in scan.candidates
        if own in (headline.key(text), headline.key(headline.cut_site(text, [title], repeated)))
    }
    end = max(prints | {title_line, crumb})
    used, removed = set(prints), []
    for number, text in scan.candidates:
        if number in prints:
            if text != title and number != title_line:
                removed.append(number)
        elif number < end or (text in repeated and not text.endswith((":", "："))):
            used.add(number)
            removed.append(number)
    return used, removed


def _scan(lines: Sequence[Line], lang: str) -> _Scan:
    scan = _Scan()
    event: list[int] = []
    keys: set[str] = set()
    for number, line in enumerate(lines[:_LONGEST_HEAD]):
        text = line.text
        own = headline.key(text) if scan.candidates and len(text) <= 300 else ""
        if own and own in keys:
            scan.candidates.append((number, text))
        elif is_control(text):
            scan.removed.append(number)
        elif elements := read_breadcrumb(text):
            scan.crumbs.append((number, elements))
        elif not line.marked and (metadata := read_metadata(text, lang)) is not None:
            if metadata.kind == "event":
                event.append(number)
            if metadata.weak and (found := read_standalone(text, lang)):
                scan.datelines[number] = found
            else:
                scan.labelled[number] = metadata
            if metadata.weak and not scan.candidates:
                scan.weak.append(number)
        elif is_date_label(text) and number + 1 < len(lines) and _dates(lines[number + 1], lang):
            scan.removed.append(number)
        elif _ends(lines, number, first=not scan.candidates):
            _scan_below_deck(scan, lines, number + 1, lang)
            break
        elif is_menu_word(text) and not line.marked:
            scan.weak.append(number)
        else:
            keys.add(headline.key(text))
            scan.candidates.append((number, text))
    if event:
        _release_event_block(scan)
    return scan


def _dates(line: Line, lang: str) -> bool:
    dated = read_date_line(line.text, lang)
    return dated is not None and not dated.weak


def _scan_below_deck(scan: _Scan, lines: Sequence[Line], start: int, lang: str) -> None:
    """Read a labelled date that stands between a deck of one sentence and the text."""
    for number in range(start, min(start + _LONGEST_BELOW_DECK, len(lines) - 1)):
        line = lines[number]
        if headline.is_prose(line.text) or headline.opens_body(line.text):
            return
        if is_date_label(line.text) and _dates(lines[number + 1], lang):
            dated = read_date_line(lines[number + 1].text, lang)
            if dated:
                scan.removed.append(number)
                scan.labelled[number + 1] = dated
            return


def _release_event_block(scan: _Scan) -> None:
    """Give the lines of an announcement (what, when, where) back to the text."""
    kept = {"title", "section", "updated"}
    scan.labelled = {n: found for n, found in scan.labelled.items() if found.kind in kept}


def _ends(lines: Sequence[Line], number: int, *, first: bool) -> bool:
    """Tell whether the text begins at a line."""
    line = lines[number]
    if line.marked and len(line.text) <= 300:
        return False
    if headline.opens_body(line.text):
        return True
    if not headline.is_prose(line.text):
        return False
    if first and number + 1 < len(lines) and lines[number + 1].gap:
        return not headline.could_be_headline_with_stop(line.text, lines[number + 1].text)
    return True
