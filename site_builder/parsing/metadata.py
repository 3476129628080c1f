"""Lines about the article that stand before or after its text: dates, bylines, labels."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from site_builder.parsing.dates import WEEKDAY, FoundDate, find_date
from site_builder.parsing.lines import CJK, SENTENCE_END

MetadataKind = Literal["title", "section", "date", "updated", "place", "event", "other"]


@dataclass(frozen=True, slots=True)
class Metadata:
    """What one line says about the article.

    `weak` says that the line may as well be a headline: it names something beside the date.
    `also` is what the line says further on, behind a bar: `Date: 9 May 2023 | Category: Sport`.
    """

    kind: MetadataKind
    value: str = ""
    date: FoundDate | None = None
    weak: bool = False
    also: tuple["Metadata", ...] = ()


_LABELS: dict[MetadataKind, str] = {
    "title": "title|headline|subject|标题|標題|題名|titre|titel|título|titolo|заголовок",
    "section": "section|category|channel|desk|栏目|欄目|频道|分类|rubrique|rubrik|sección|"
    "categoría|"
    "seção|sezione|рубрика",
    "date": "sent|date(?: of (?:publication|issue|release))?|dated|published(?: (?:on|at|date))?|"
    "publication date|pub(?:lish)? ?date|posted(?: (?:on|at))?|release date|released(?: on)?|"
    "first published(?: on)?|issued(?: on)?|date published|date posted|publié(?:e)? le|"
    "date de publication|veröffentlicht(?: am)?|erschienen am|datum|publicado(?: el| em)?|fecha"
    "(?: de publicación)?|data(?: di pubblicazione)?|pubblicato(?: il)?|дата|опубликовано|"
    "发布时间|发布日期|发表时间|发稿时间|时间|日期|發布時間|公開日|掲載日|配信日|更新日時|日付|"
    "작성일|등록일|입력",
    "updated": "updated(?: (?:on|at))?|last (?:updated|modified|edited|reviewed|changed)"
    "(?: (?:on|at))?|modified(?: on)?|mis à jour(?: le)?|aktualisiert(?: am)?|stand|actualizado"
    "(?: el)?|atualizado(?: em)?|aggiornato(?: il)?|обновлено|更新时间|更新日|最終更新|수정",
    "place": "dateline|place|location|city|地点|地點|ort|lieu|lugar|luogo|место",
    "event": "time|when|venue|where|what|who|rsvp|agenda|duration",
    "other": "from|to|cc|bcc|reply-to|source|author|authors|by|byline|writer|written by|reporter|"
    "reported by|edited by|"
    "editor|editors|publisher|agency|contact|media contact|press contact|contacts|for further "
    "information|tags?|keywords?|topics?|language|url|link|web|permalink|id|reference|ref|"
    "release no|release number|press release no|no|number|views|reading time|read time|"
    "estimated reading time|format|type|document type|embargo|embargoed until|photo|country|"
    "来源|來源|作者|记者|編集|编辑|责任编辑|浏览次数|点击|阅读|文号|索引号|发布机构|字号|"
    "auteur|quelle|autor|fuente|fonte|autore|источник|автор|출처|기자",
}
_LABEL = re.compile(
    r"(?:\*\*|__)?(?:"
    + "|".join(f"(?P<{kind}>{words})" for kind, words in _LABELS.items())
    + r")(?:\*\*|__)?\s*(?:[:：]|(?<=[于於]))(?:\*\*|__)?\s*(?P<value>.*)",
    re.IGNORECASE,
)
_LONGEST_LABELLED = 300
_EMPHASIS = re.compile(r"([*_]{1,3})([^*_].*[^*_])\1")
_DATE_LABEL = re.compile(rf"(?:{_LABELS['date']}|{_LABELS['updated']})\s*[:：]?", re.IGNORECASE)

_NAME = r"(?:[^\W\d_a-z][\w.'’-]*|de|da|van|von|der|den|bin|al|the|of|and|y|et|und|e|&)"
_BYLINE = re.compile(
    rf"(?:(?i:by|(?:written|reported|story|text|words|analysis) by|par|von|por|di|door|af|av):? "
    rf"{_NAME}(?:,? {_NAME}){{0,9}}(?: ?[|,(] ?[^|()]{{2,60}}\)?)?"
    r"|(?i:by) (?:admin|staff|editor|our correspondent|a staff reporter|staff (?:writer|"
    r"reporter)s?)"
    r"|(?:本报|新华社|本社)?记者[:： ].{2,20})"
)
_BYLINE_SENTENCE = re.compile(r"\b(?:is|are|was|were|has|have|will|the end|than)\b")

_TIME = re.compile(
    r"(?:\bat |\bum |\bà |, ?|\ba las )?\b\d{1,2}(?:[:.h]\d{2}){1,2}(?:\.\d+)? ?"
    r"(?:[ap]\.? ?m\b\.?|uhr\b|hrs\b|h\b)?(?: ?\(?(?:[A-Z]{2,5}(?:[+-]\d{1,2}(?::?\d{2})?)?|"
    r"[+-]\d{2}:?\d{2}|Z)\b\)?)?|\b\d{1,2} ?[ap]\.? ?m\b\.?(?: ?[A-Z]{2,4}\b)?",
    re.IGNORECASE,
)
_FILLER = re.compile(
    rf"\b(?:published|posted|released|issued|first published|created|date[d]?|on|at|the|le|am|el|"
    rf"il|"
    rf"em|den|local time|publié|veröffentlicht|publicado|pubblicato|erschienen|{WEEKDAY}|г|"
    r"(?:press|news|media) release|statement|for immediate release|for release|"
    r"\d+ min(?:ute)?s?(?: read)?|\d+ (?:year|month|week|day|hour|minute)s? ago|by)\b\.?"
    r"|星期[一二三四五六日天]|[（(]?[月火水木金土日]曜日[)）]?|当地时间|现场|发布|发表",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"\b(?:updated|modified|edited|mis à jour|aktualisiert|actualizado|atualizado|aggiornato|"
    r"обновлено)\b|更新",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[|·•─—–‖/;,()（）\[\]【】│｜:：\u0000-]+\s*|\s{2,}")
_NAME_PART = re.compile(
    r"(?:[^\W\d_a-z][\w.'’&-]*|of|the|de|la|le|del|for|and|&)(?: (?:[^\W\d_a-z][\w.'’&-]*|of|the|"
    r"de|la|le|del|for|and|&)){0,4}"
)
_EMBEDDED = re.compile(
    r"(?<!\w)(?:source|author|editor|reporter|来源|來源|作者|编辑|责任编辑|quelle|fuente|fonte|"
    r"источник)"
    r"\s*[:：]\s*[^|｜:：]{1,40}(?=$|[|｜\0]|\s\w+[:：])",
    re.IGNORECASE,
)
_LONGEST_DATE_LINE = 140


def read_metadata(line: str, lang: str) -> Metadata | None:
    """Read a line that speaks about the article, or return None for any other line."""
    if line[0] in "*_" and (emphasised := _EMPHASIS.fullmatch(line)):
        line = emphasised[2]
    if len(line) <= _LONGEST_LABELLED and (match := _LABEL.fullmatch(line)):
        labels = [_LABEL.fullmatch(part) for part in line.split(" | ")] if " | " in line else []
        if labels and all(labels):
            found = [_labelled(label, lang) for label in labels if label]
            said = [metadata for metadata in found if metadata]
            return replace(said[0], also=tuple(said[1:])) if said else None
        return _labelled(match, lang)
    if (dated := read_date_line(line, lang)) is not None:
        return dated
    if len(line) <= 120 and _is_byline(line):
        return Metadata("other", line)
    return None


def is_date_label(line: str) -> bool:
    """Tell whether a line is a label such as `Published`, whose date stands on the next line."""
    return len(line) <= 40 and _DATE_LABEL.fullmatch(line) is not None


def _labelled(match: re.Match[str], lang: str) -> Metadata | None:
    kind = match.lastgroup
    for name in _LABELS:
        if match[name] is not None:
            kind = name
    value = match["value"].strip()
    if kind in ("title", "section", "place", "event"):
        return Metadata(kind, value)  # type: ignore[arg-type]
    found = find_date(value, lang) if value else None
    if kind == "date":
        return Metadata("date", value, found) if found or not value else None
    if kind == "updated":
        return Metadata("updated", value, found)
    if found and found.date and "|" in value:
        return Metadata("date", value, found)
    # A label before a long sentence is a sentence: "Contact: anyone who saw the fox may call."
    return None if SENTENCE_END.search(value) and len(value) > 100 else Metadata("other", value)


def _is_byline(line: str) -> bool:
    if not _BYLINE.fullmatch(line) or _BYLINE_SENTENCE.search(line):
        return False
    return not (line.endswith((".", "?", "!")) and len(line.split()) > 4)


def read_date_line(line: str, lang: str) -> Metadata | None:
    """Read a line that holds a date and little else, or return None.

    Beside the date it may have a time, a byline and names set apart by commas or bars, such as
    `Posted on Sunday, 24 November 2019 at 10:31` or `Reuters | March 3, 2021 | By Jane Roe`.
    """
    if len(line) > _LONGEST_DATE_LINE:
        return None
    found = find_date(line, lang)
    if found is None or found.precision == "impossible":
        return None
    rest = line[: found.start] + "\0" + line[found.end :]
    updated = _UPDATED.search(rest)
    second = find_date(rest, lang)
    if second:
        if not updated:
            return None
        rest = rest[: second.start] + "\0" + rest[second.end :]
    rest = _EMBEDDED.sub("\0", _UPDATED.sub("", _TIME.sub("\0", rest)))
    names = 0
    barred = "|" in rest or "｜" in rest or "·" in rest or "•" in rest
    for part in _PARTS.split(_FILLER.sub("\0", rest)):
        part = part.strip(" .,")
        if not part or _is_byline(part):
            continue
        is_name = len(part) <= 8 if CJK.match(part) else _NAME_PART.fullmatch(part) is not None
        if not (is_name or (barred and len(part) <= 40)):
            return None
        names += 1
    if names > (4 if barred else 2):
        return None
    if found.precision != "date" and names:
        return None
    if updated and not second and updated.start() < found.start:
        return Metadata("updated", line, found)
    return Metadata("date", line, found, weak=bool(names) and not barred)
