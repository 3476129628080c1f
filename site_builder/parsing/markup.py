"""What a bad scraper leaves behind in a text: tags that lost their end, and entities."""

import html
import re

_NAMES = (
    "blockquote|figcaption|colgroup|figure|section|article|strong|table|tbody|thead|tfoot|span|div|"
    "sup|sub|em|ul|ol|li|tr|td|th|h[1-6]|p|u|b|i|a|s"
)
_BROKEN = re.compile(rf"</(?:{_NAMES})(?![^\S\n]*>|\w)", re.ASCII)
_CLOSING = re.compile(rf"</({_NAMES})>?", re.ASCII)
_ATTRIBUTES = r"(?:\s+[a-z-]+=(?:\"[^\"]*\"|'[^']*'))*"
_VOID = re.compile(rf"<(br|hr|col|img){_ATTRIBUTES}\s*(?:/>?|>)", re.ASCII)
_EMPTY_COMMENT = re.compile(r"<!--[ -]*(?:>|$)", re.MULTILINE)
_ENTITY = re.compile(r"&(?:#\d{2,7}|#x[0-9a-fA-F]{2,6}|[a-zA-Z]{2,8}\d?);")
_BLOCK = frozenset({"p", "div", "li", "ul", "ol", "table", "blockquote", "section", "article"})
_CELL = frozenset({"td", "th"})
_LINE_BREAK = "\n"
_HEADING = re.compile(
    r"^<(u|strong|b|h[1-6])>?(?P<text>[^<\n]{2,240})</\1>?(?P<after>[^\n]*)$", re.MULTILINE
)


def clean_markup(text: str) -> tuple[str, frozenset[str]]:
    """Take broken tags out of scraped text and say which lines they marked as headings.

    A text in which no closing tag lacks its `>`, as in `<uTitle</u`, stays as it is: what looks
    like HTML in it is text, such as `<Suggest To A Friend>` or `<b>`. A row of a table becomes a
    line, its cells parted by ` | `. A wholly underlined or strong line is a heading; so is such a
    phrase before a sentence of its own line, which then becomes a line of its own.
    """
    marked: set[str] = set()
    if "<!--" in text:
        text = _EMPTY_COMMENT.sub("", text)
    if "</" not in text or not _BROKEN.search(text):
        return text, frozenset()
    if _HEADING.search(text):
        text = _HEADING.sub(lambda match: _heading(match, marked), text)
    text = _strip_tags(text, set(_CLOSING.findall(text)))
    if "&" in text and _ENTITY.search(text):
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
        marked = {html.unescape(line) for line in marked}
    return text, frozenset(marked)


def _heading(match: re.Match[str], marked: set[str]) -> str:
    title, after = " ".join(match["text"].split()), match["after"].strip()
    if not after:
        marked.add(title)
        return title
    apart = len(after) > 60 and not after[0].islower() and after[0].isalnum()
    if apart and title[-1] not in ":,;.":
        marked.add(title)
        return f"{title}\n\n{after}"
    return match[0]


def _strip_tags(text: str, closed: set[str]) -> str:
    names = "|".join(sorted(closed, key=len, reverse=True))
    text = _VOID.sub(_instead_of_void, text)
    opening = re.compile(rf"<({names}){_ATTRIBUTES} *>?", re.ASCII)
    text = opening.sub(_instead_of_opening, text)
    text = _CLOSING.sub(_instead_of_closing, text)
    return _rows(text) if closed & _CELL else text


def _instead_of_void(match: re.Match[str]) -> str:
    return _LINE_BREAK if match[1] in ("br", "hr") else ""


def _instead_of_opening(match: re.Match[str]) -> str:
    return _LINE_BREAK if match[1] == "tr" or match[1] in _BLOCK else ""


def _instead_of_closing(match: re.Match[str]) -> str:
    if match[1] in _CELL:
        return " | "
    return _LINE_BREAK if match[1] in _BLOCK else ""


_END_OF_ROW = re.compile(r"(?: *\| *)+$", re.MULTILINE)


def _rows(text: str) -> str:
    return _END_OF_ROW.sub("", text)
