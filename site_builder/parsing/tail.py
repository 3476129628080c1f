"""What stands below the text of an article: controls, footers, lists of other articles."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from site_builder.parsing import headline
from site_builder.parsing.boilerplate import is_footer, is_related_header
from site_builder.parsing.lines import Line
from site_builder.parsing.metadata import Metadata, read_metadata

_LONGEST_RELATED = 40

# A date with its month in words, and no label, may be part of a signature.
_SIGNED = re.compile(r"\(?(?:\w+day,? )?(?:\d{1,2}\S{0,2} )?[^\W\d_]{3,}\.? \d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tail:
    """The part of a page below its text, which starts at the line `start`."""

    start: int
    metadata: tuple[Metadata, ...] = ()


def read_tail(
    lines: Sequence[Line], first: int, title: str, repeated: frozenset[str], lang: str
) -> Tail:
    """Find where the text ends; `first` is the line where it begins.

    Below the text stand page controls, footers, lines that the source repeats, labelled dates and
    sources, and headlines that resemble the title.
    """
    end = _related_block(lines, first)
    own = headline.key(title)
    metadata: list[Metadata] = []
    while end > first:
        text = lines[end - 1].text
        if not is_footer(text, repeated):
            found = _metadata_below(text, lang)
            if found:
                metadata.append(found)
            elif not _is_sister_headline(text, title, own):
                break
        end -= 1
    return Tail(end, tuple(reversed(metadata)))


def _metadata_below(text: str, lang: str) -> Metadata | None:
    if len(text) > 160:
        return None
    found = read_metadata(text, lang)
    if found is None or found.weak or found.kind in ("title", "event", "place"):
        return None
    written_out = found.kind == "date" and _SIGNED.match(text) is not None
    return None if written_out else found


def _is_sister_headline(text: str, title: str, own: str) -> bool:
    if headline.is_prose(text) or text.endswith((":", "：")) or headline.opens_body(text):
        return False
    return headline.key(text) == own or headline.resembles(title, text)


def _related_block(lines: Sequence[Line], first: int) -> int:
    """Return where a list of other articles starts that runs to the end of the page."""
    for number in range(len(lines) - 1, max(first, len(lines) - _LONGEST_RELATED), -1):
        text = lines[number].text
        if is_related_header(text):
            return number
        if headline.is_prose(text) and not is_footer(text, frozenset()):
            break
    return len(lines)
