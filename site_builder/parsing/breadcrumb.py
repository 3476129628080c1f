"""The breadcrumb of a page: where on its site an article stood."""

import re
from collections.abc import Sequence
from dataclasses import replace

from site_builder.model.slug import fold
from site_builder.parsing.lines import Line, word_count

_ARROW = re.compile(r"\s*(?:>{1,2}|»|›|→|▸|▶|＞|≫)\s*")
# Where the line has what looks like a tag, only a sign that stands apart is an arrow.
_ARROW_APART = re.compile(r"\s+(?:>{1,2}|»|›|→|▸|▶|＞|≫)\s+")
_BAR = re.compile(r"\s+[/|\\·:-]\s+|\s*[｜│／]\s*|(?<=\S)/(?=\S)")
_LEAD = re.compile(
    r"(?:you are here|you are in|location|current position|path|"
    r"您的位置|您当前的位置|您现在的位置|当前位置|所在位置|位置|現在地|현재 ?위치|vous êtes ici|"
    r"sie sind hier|"
    r"usted está aquí|está aquí|вы здесь)\s*[:：]?\s*",
    re.IGNORECASE,
)
_HOME = re.compile(
    r"(?:home ?page|home|main(?: page)?|start(?:seite)?|front ?page|index|accueil|inicio|início|"
    r"portada|página inicial|首页|主页|网站首页|首頁|ホーム|トップ(?:ページ)?|главная|홈|الرئيسية)",
    re.IGNORECASE,
)
_TEXT = re.compile(
    r"(?:full )?text|content|article|details?|news details?|正文|内容|详情|全文|本文", re.IGNORECASE
)
_LONGEST_ELEMENT = 120
_LONGEST_SECTION = 60
_MOST_WORDS_AT_START = 5
_ELLIPSIS = re.compile(r"\s*(?:…|\.\.\.)$")


def read_breadcrumb(line: str) -> tuple[str, ...]:
    """Split a breadcrumb line into its elements; nothing for any other line.

    `A > B` (also », ›, →) is a breadcrumb; `A / B` and `A | B` only where it starts at Home.
    """
    if len(line) > 400:
        return ()
    lead = _LEAD.match(line)
    rest = line[lead.end() :] if lead else line
    arrow = _ARROW_APART if "<" in rest else _ARROW
    elements = [part for part in arrow.split(rest) if part]
    arrows = len(arrow.findall(rest))
    if lead is None and rest.startswith((">", "»", "›")):
        return ()
    if len(elements) < 2 or arrows < len(elements) - 1:
        if not (lead or _HOME.match(rest)):
            return ()
        elements = [part for part in _BAR.split(rest) if part]
        if len(elements) < 2 or not (lead or _HOME.fullmatch(elements[0])):
            return ()
    if not elements[0][0].isalpha() or elements[0][0].islower():
        return ()
    if any(len(part) > _LONGEST_ELEMENT for part in elements[:-1]):
        return ()
    if word_count(elements[0]) > _MOST_WORDS_AT_START:
        return ()
    if any(word_count(part) > 9 for part in elements[:-1]) or word_count(elements[-1]) > 30:
        return ()
    return tuple(elements)


_SIGN_ALONE = frozenset(">»›→/")
_HEAD = 40


def join_breadcrumbs(lines: Sequence[Line]) -> Sequence[Line]:
    """Join a breadcrumb whose signs stand on lines of their own, as some scrapers leave it."""
    if not any(line.text in _SIGN_ALONE for line in lines[1:_HEAD]):
        return lines
    joined: list[Line] = []
    for number, line in enumerate(lines):
        after_sign = number >= 2 and lines[number - 1].text in _SIGN_ALONE
        if joined and number < _HEAD and (line.text in _SIGN_ALONE or after_sign):
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text} {line.text}")
        else:
            joined.append(line)
    return joined


def section_of(elements: tuple[str, ...], title: str) -> str:
    """Choose the most specific element that is a section: not Home, not the article itself."""
    named = [part for part in elements if not _HOME.fullmatch(part)]
    while named and (_TEXT.fullmatch(named[-1]) or names_title(named[-1], title)):
        named.pop()
    while len(named) > 1 and len(named[-1]) > _LONGEST_SECTION:
        named.pop()
    return named[-1] if named else ""


def names_title(element: str, title: str) -> bool:
    """Tell whether the last element of a breadcrumb is the title, perhaps cut short."""
    if not title:
        return False
    cut, whole = fold(_ELLIPSIS.sub("", element)).strip(), fold(title)
    return cut == whole or (len(cut) >= 12 and whole.startswith(cut))
