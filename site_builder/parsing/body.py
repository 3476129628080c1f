"""The text of an article: its paragraphs and its subheadings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from site_builder.parsing import headline
from site_builder.parsing.lines import LIST_ITEM, Line, is_cjk, word_count

_LONGEST_VERSE = 100
_LONGEST_ADDRESS = 60
_LONGEST_ITEM = 200
_LONGEST_SUBHEAD = 120
_LONGEST_MARKED_SUBHEAD = 240
_MOST_WORDS = 16


@dataclass(frozen=True, slots=True)
class Body:
    """Paragraphs as plain text, and which of them are subheadings."""

    paragraphs: tuple[str, ...]
    headings: frozenset[int]


def build_body(lines: Sequence[Line]) -> Body:
    """Group lines into paragraphs and find the subheadings.

    Short lines that no empty line parts (verse, an address, a list, a signature) are one paragraph
    with line feeds; a long line is a paragraph of its own.
    """
    parted = sum(line.gap for line in lines) > 1
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not line.gap and _go_together(groups[-1][-1], line, parted=parted):
            groups[-1].append(line)
        else:
            groups.append([line])
    paragraphs = tuple("\n".join(line.text for line in group) for group in groups)
    headings = frozenset(
        number for number in range(len(groups)) if _is_subhead(groups, paragraphs, number)
    )
    return Body(paragraphs, headings)


def _go_together(upper: Line, lower: Line, *, parted: bool) -> bool:
    if upper.marked or lower.marked:
        return False
    if LIST_ITEM.match(lower.text):
        if LIST_ITEM.match(upper.text):
            return max(len(upper.text), len(lower.text)) <= _LONGEST_ITEM
        return upper.text.endswith((":", "：")) and len(upper.text) <= _LONGEST_VERSE
    if headline.is_speech(lower.text):
        return False
    if parted:
        return len(upper.text) <= _LONGEST_VERSE and len(lower.text) <= _LONGEST_VERSE
    # Without empty lines every line may be a paragraph: only what cannot be one stays together.
    return (
        len(upper.text) <= _LONGEST_ADDRESS
        and len(lower.text) <= _LONGEST_ADDRESS
        and not headline.ends_sentence(upper.text)
        and not is_cjk(upper.text)
    )


_NUMBERED = re.compile(
    r"(?:(?:[IVX]{1,5}|[A-Z]|\d{1,2}(?:\.\d{1,2})*)[.)]|(?:part|chapter|section|pillar|annex|step|"
    r"phase|goal|pilier|teil|parte|título) (?:\d{1,2}|[IVX]{1,5})\b|[一二三四五六七八九十]{1,3}、|"
    r"第[一二三四五六七八九十]{1,3}[章节部条])",
    re.IGNORECASE,
)
_OPENERS = frozenset(
    ("background", "introduction", "summary", "overview", "conclusion", "preamble", "context",
     "highlights", "背景", "概要")
)  # fmt: skip
_NAME_LIST = re.compile(r"(?:The Honorable|Hon\.|Mr\.|Mrs\.|Ms\.|Dr\.|H\.E\.|His|Her) ")
_CLOSING = re.compile(
    r"(?:(?:yours )?(?:sincerely|respectfully|faithfully|truly)|(?:best|kind|warm) regards)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{4,}")


def _is_subhead(groups: Sequence[Sequence[Line]], paragraphs: Sequence[str], number: int) -> bool:
    """Tell whether a paragraph is a subheading: one short line above text, without a full stop.

    It is marked, numbered, in capitals or capitalised as titles are.
    """
    group, text = groups[number], paragraphs[number]
    if len(group) > 1 or number + 1 >= len(groups):
        return False
    if group[0].marked and len(text) <= _LONGEST_MARKED_SUBHEAD:
        return True
    if len(text) > _LONGEST_SUBHEAD or word_count(text) > _MOST_WORDS:
        return False
    if not _could_head(text) or (number and _CLOSING.match(paragraphs[number - 1])):
        return False
    numbered = _NUMBERED.match(text) is not None and text[-1] not in "?？"
    if number == 0 and not numbered and text.lower().rstrip(":") not in _OPENERS:
        return False
    if not (numbered or text.isupper() or _is_title_case(text)):
        return False
    below = paragraphs[number + 1]
    if headline.is_prose(below) or len(below) > 160 or "\n" in below or LIST_ITEM.match(below):
        return True
    return groups[number + 1][0].marked or (
        number + 2 < len(groups)
        and _could_head(below)
        and (_NUMBERED.match(below) is not None or _is_title_case(below))
        and headline.is_prose(paragraphs[number + 2])
    )


def _could_head(text: str) -> bool:
    if text[-1] in ".,;:!。，；：！—–-…" or text[0].islower() or text[0] in '"“‘(':
        return False
    if LIST_ITEM.match(text) and not _NUMBERED.match(text):
        return False
    if "|" in text or _NAME_LIST.match(text):
        return False
    return not (headline.opens_body(text) or headline.is_speech(text))


def _is_title_case(text: str) -> bool:
    if is_cjk(text):
        return False
    words = _WORD.findall(text)
    if not words:
        return False
    capitalised = sum(not word[0].islower() for word in words)
    return 10 * capitalised >= 7 * len(words)
