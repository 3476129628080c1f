"""The lines of a seed: normalised, and joined again where the file wrapped them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

# What no reader sees: soft hyphens, zero-width spaces and joiners of words, byte order marks.
# Joiners of letters and emoji (U+200C, U+200D) stay.
_INVISIBLE = dict.fromkeys((0xAD, 0x180E, 0x200B, 0x2060, 0xFEFF))
_BREAKS = dict.fromkeys((0x0B, 0x0C, 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029), "\n")
_SPACES = dict.fromkeys((0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F), " ")
_CONTROLS = dict.fromkeys((*range(0x09), 0x0D, *range(0x0E, 0x1C), 0x1F, 0x7F))
_C1 = {code: None for code in range(0x80, 0xA0) if code != 0x85}
_TABLE: dict[int, str | None] = {**_INVISIBLE, **_BREAKS, **_SPACES, **_CONTROLS, **_C1}
_TABLE[0x3000] = "  "  # an ideographic space is two columns wide
_TO_CHANGE = re.compile("[" + "".join(re.escape(chr(code)) for code in _TABLE) + "]")
_RUN_OF_SPACES = re.compile(r" {2,}")

LIST_ITEM = re.compile(
    r"(?:[-*] +|[–—] +(?=[^a-z])|[•◦▪●·‣○■□➢►] *|(?:\(?\d{1,3}[.)]|\(?[a-z][.)]|"
    r"\(?[ivx]{1,5}[.)]) +|"
    r"[(（][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]{1,3}[、.])(?=\S)"
)
SENTENCE_END = re.compile(r"[.!?。！？؟।…][\"'”’»)\]」』）]*$")
CJK = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_NO_SPACE_BETWEEN = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")

_LONGEST_WRAPPED = 132
_SHORTEST_WRAPPED = 40


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text without outer spaces, never empty.

    `gap` says that a paragraph may start here: an empty line, an indent or the end of wrapped prose
    stands before it. `marked` says that the file itself marks it as a heading.
    """

    text: str
    gap: bool = True
    marked: bool = False


@dataclass(frozen=True, slots=True)
class _Raw:
    text: str
    indent: int


def normalise(text: str) -> str:
    """Make text plain: ordinary spaces, line feeds, composed letters, nothing invisible.

    Follows Unicode NFC. Line breaks and indents stay.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if _TO_CHANGE.search(text):
        text = text.translate(_TABLE)
    return text


def tidy(line: str) -> str:
    """Strip one normalised line and shrink its runs of spaces to one."""
    line = line.strip(" ")
    return _RUN_OF_SPACES.sub(" ", line) if "  " in line else line


def is_cjk(text: str) -> bool:
    """Tell whether a line is mainly written without spaces between its words."""
    if text.isascii():
        return False
    return 2 * len(CJK.findall(text)) > len(text.replace(" ", "")) - 1


def word_count(text: str) -> int:
    """Count words; two characters of a script without spaces count for one."""
    spaced = text.count(" ") + 1
    return spaced if text.isascii() else spaced + len(CJK.findall(text)) // 2


def read_lines(text: str, marked: frozenset[str] = frozenset()) -> tuple[Line, ...]:
    """Split normalised text into lines, joining those that were wrapped at a fixed width.

    `marked` holds the lines that are headings by their markup. An underline of `=` or `-` below a
    short line marks it, too, and so does a `#` before the first one; both signs are dropped.
    Elsewhere such signs are text.
    """
    lines: list[Line] = []
    groups = list(_groups(text))
    width = _wrap_width(groups)
    for group in groups:
        lines.extend(_unwrap(group, width) if width else _as_found(group))
    if marked:
        lines = [replace(line, marked=True) if line.text in marked else line for line in lines]
    return tuple(_headings_by_sign(lines))


def _groups(text: str) -> Iterator[list[_Raw]]:
    group: list[_Raw] = []
    for line in text.split("\n"):
        stripped = tidy(line)
        if stripped:
            group.append(_Raw(stripped, len(line) - len(line.lstrip(" "))))
        elif group:
            yield group
            group = []
    if group:
        yield group


def _as_found(group: Sequence[_Raw]) -> Iterator[Line]:
    for number, raw in enumerate(group):
        yield Line(raw.text, gap=number == 0)


def _wrap_width(groups: Sequence[Sequence[_Raw]]) -> int:
    """Measure the width a file was wrapped at, or 0 where its line breaks are meant.

    Wrapped prose fills its lines, so the first word of the next line would not have fitted, and it
    goes on in the middle of a sentence, so many lines start with a small letter.
    """
    breaks = [pair for group in groups for pair in pairwise(group)]
    if not breaks:
        return 0
    lengths = [len(upper.text) for upper, _ in breaks if " " in upper.text or is_cjk(upper.text)]
    fitting = [length for length in lengths if length <= _LONGEST_WRAPPED]
    if not fitting or 10 * len(fitting) < 9 * len(lengths):
        return 0
    width = max(fitting)
    shortest = 24 if is_cjk(breaks[0][0].text) else _SHORTEST_WRAPPED
    if width < shortest:
        return 0
    full = [pair for pair in breaks if _is_full(pair[0].text, pair[1].text, width)]
    if not full or 10 * len(full) < 3 * len(breaks):
        return 0
    if len(full) == len(breaks) >= 4 and width >= 55:
        return width
    goes_on = sum(_goes_on(upper.text, lower.text) for upper, lower in full)
    wanted = 0.35 if width >= 55 else 0.5
    return width if goes_on >= wanted * len(full) else 0


def _is_full(upper: str, lower: str, width: int) -> bool:
    if len(upper) > _LONGEST_WRAPPED:
        return False
    if is_cjk(upper):
        return len(upper) + 4 > width
    first_word = lower.partition(" ")[0]
    return len(upper) + 1 + len(first_word) + width // 10 > width


_OPEN_END = re.compile(
    r"\b(?:the|a|an|of|to|in|and|or|for|on|at|by|with|from|as|that|is|are|was|has|its|their|his|"
    r"her|be|de|la|le|les|des|du|et|en|der|die|das|und|den|von|zu|el|los|del|que|di|il|e|da|do)$"
)


def _goes_on(upper: str, lower: str) -> bool:
    if _OPEN_END.search(upper):
        return True
    first = lower[0]
    return first.islower() or (first.isalpha() and not first.isupper()) or first in "(“\"'‘"


def _unwrap(group: Sequence[_Raw], width: int) -> Iterator[Line]:
    current, joined, gap = group[0], False, True
    for upper, lower in pairwise(group):
        in_item = LIST_ITEM.match(current.text) is not None
        full = _is_full(upper.text, lower.text, width)
        # In the middle of a sentence, "June / 13. The ..." starts no item.
        starts_item = LIST_ITEM.match(lower.text) is not None and (
            not full or in_item or upper.text[-1] in ":：;；.!?"
        )
        hangs = in_item and lower.indent > current.indent
        indented = lower.indent > upper.indent + 1 and not in_item
        if (full or hangs) and not starts_item and not indented:
            current, joined = _Raw(_join(current.text, lower.text), current.indent), True
            continue
        yield Line(current.text, gap=gap)
        gap = indented or (joined and not starts_item)
        current, joined = lower, False
    yield Line(current.text, gap=gap)


def _join(upper: str, lower: str) -> str:
    hyphen = upper.endswith("-") and not upper.endswith((" -", "--")) and lower[0].isalpha()
    if hyphen or (_NO_SPACE_BETWEEN.match(upper[-1]) and _NO_SPACE_BETWEEN.match(lower[0])):
        return upper + lower
    return f"{upper} {lower}"


_UNDERLINE = re.compile(r"(?:={3,}|-{3,}|~{3,}|\^{3,})")
_HASHES = re.compile(r"#{1,6}\s+(?=\S)")


def _headings_by_sign(lines: Sequence[Line]) -> Iterator[Line]:
    skip = False
    for number, line in enumerate(lines):
        if skip:
            skip = False
            continue
        below = lines[number + 1] if number + 1 < len(lines) else None
        if below and not below.gap and len(line.text) <= 200 and _UNDERLINE.fullmatch(below.text):
            skip = True
            yield replace(line, marked=True)
        elif number == 0 and (hashes := _HASHES.match(line.text)):
            yield replace(line, text=line.text[hashes.end() :], marked=True, gap=True)
        elif number and lines[number - 1].marked and not line.gap:
            yield replace(line, gap=True)
        else:
            yield line
