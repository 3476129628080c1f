"""Datelines: `LONDON, March 3, 2021 (Reuters) —`, or the date that opens the first sentence."""

import re
from dataclasses import dataclass, replace

from site_builder.parsing.dates import FoundDate, find_date, match_date
from site_builder.parsing.headline import first_sentence_end

_LOCAL_TIME = re.compile(
    r"\(?(?:local (?:time|date)|heure locale|hora local|Ortszeit|ora locale)\)?|当地时间|當地時間|"
    r"現地時間|"
    r"现地时间|현지 ?시간|местно\w+ врем",
    re.IGNORECASE,
)
_LONGEST_DATELINE = 130
_DASH = re.compile(
    r"\.[-–—]\s*(?=\S)|\s*(?:—|–|―|--)\s*(?=\S)|\s+-\s+(?=\S)|(?<=\))\s*[-:]\s*(?=\S)"
)
_AGENCY = re.compile(
    r"\s*(?:\((?P<a>[^()]{2,60})\)|/(?P<b>[A-Z][\w ]{1,30})/|\[(?P<c>[^\[\]]{2,40})\])"
)
_PLACE_WORD = r"(?:[^\W\d_a-z][^\W\d_]*(?:[.'’-][^\W\d_]*)*)"
_SMALL_WORD = (
    r"(?:de|del|della|la|le|les|of|the|am|an|der|den|upon|sur|el|al|and|du|do|da|dos|e|y|on|by)"
)
_PLACE_PART = rf"{_PLACE_WORD}(?: (?:{_SMALL_WORD} ){{0,2}}{_PLACE_WORD}){{0,4}}"
_PLACE = re.compile(rf"{_PLACE_PART}(?:(?:, ?|/| ?& ?){_PLACE_PART}){{0,3}}")
_NOT_PLACES = re.compile(
    r"\b(?:fact ?sheet|statement|update|updated|breaking|press|release|note|notes|readout|"
    r"correction|"
    r"corrected|watch|live|live blog|exclusive|opinion|analysis|editorial|icymi|remarks|background|"
    r"summary|memorandum|proclamation|media|advisory|news|video|photos?|question|answer|interview|"
    r"report|editors?|editor's|nato|opec|unesco|unicef|who|imf|fifa|nasa|asean|brics|eu|un|us|usa|"
    r"gdp|ceo|president|minister|secretary|today|yesterday|part|chapter|day|i|a|the|it|this|"
    r"january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"[\"“(\[（【]*(?:(?:(?:early|late) )?(?:on|in|am|den|le|el|il|em|op|no dia|the|à|du|vom|at|"
    r"(?:on |in )?the (?:morning|afternoon|evening|night|eve|sidelines) of|am (?:morgen|abend) des)"
    r"\s+)*(?:(?:当地时间|當地時間|現地時間)\s*[,，]?\s*)?",
    re.IGNORECASE,
)
_TODAY = re.compile(
    r"\b(?:today|tonight|this (?:morning|afternoon|evening)|heute|aujourd['’]hui|hoy|oggi|hoje),? ?"
    r"[(,]? ?(?:on |am |le |el )?(?=\d|[A-Z])",
    re.IGNORECASE,
)
_LEFT_OVER = re.compile(r",?\s*\b(?:le|den|the|on)$|(?<!\b[A-Z])\.$")
_SENTENCE_LIMIT = 600
_REPORTED = re.compile(
    r"\b(?:that|said|says|saying|announced|reported|according|expressed|stressed|noted|believes?|"
    r"if|whether|because)\b"
)
_IN_PLACE = re.compile(
    rf"\bin (?P<place>{_PLACE_PART}(?:, {_PLACE_PART}){{0,2}})"
    r"(?=(?:,? (?:to|for|with|on|during|where|at|as|after|before|amid|while)\b|,|$))"
)
_NOT_AFTER_IN = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|English|French|Chinese|Arabic|"
    r"Russian|Spanish|German|Parliament|Congress|Spring|Summer|Autumn|Winter|Latin|Japanese|"
    r"Article|Section|Chapter|Annex|Part|Executive|Phase|Cabinet|Council|Order)\b"
)
_IN_PLACE_ZH = re.compile(
    r"在(?P<place>[\u4e00-\u9fff·]{2,8}?)(?=(?:会见|會見|同|与|與|出席|举行|舉行|主持|发表|會晤|"
    r"会晤|接受|参加|签署|召开))"
)
_NOT_PLACE_ZH = re.compile(r"(?:其|此|会|视频|线上|电话|回答|例行|人民|同|与)")
_XINHUA = re.compile(
    r"(?:据)?(?:新华社|中新社|中新网|人民网|新华网|中通社|本报|"
    r"央视网)(?P<place>[\u4e00-\u9fff]{2,8}?)"
    r"(?P<date>(?:\d{4}年)?\d{1,2}月\d{1,2}日)(?:电|讯|報導|报道)"
)
_BRACKET_JA = re.compile(
    r"[【［\[（](?P<place>[\u3400-\u9fff\u30a0-\u30ff]{2,10})[\s　]*[＝=、,， ]"
)


@dataclass(frozen=True, slots=True)
class FoundDateline:
    """A dateline: its place and date as far as printed.

    `strong` tells a dateline proper, or a date given as local time, from a date that merely opens
    the first sentence and may belong to an earlier event. `end` is where the text after it begins.
    """

    place: str = ""
    local_time: bool = False
    date: FoundDate | None = None
    strong: bool = False
    end: int = 0


def read_dateline(text: str, lang: str) -> FoundDateline | None:
    """Read the dateline that opens a paragraph, or return None.

    The place of a lead sentence that opens with a date ("On November 24, 2019, the two met in
    Shizuoka.") is the last one that follows " in " in it, as long as nobody reports anything there.
    """
    return _before_dash(text, lang) or _chinese(text, lang) or _opening_date(text, lang)


def read_standalone(line: str, lang: str) -> FoundDateline | None:
    """Read a line that is a dateline and nothing else, such as `GENEVA, 3 March 2021`."""
    if len(line) > 100:
        return None
    found = _head(line.rstrip(" -–—:."), lang)
    return found if found and found.place and found.date and found.date.date else None


def _before_dash(text: str, lang: str) -> FoundDateline | None:
    dash = _DASH.search(text, 2, _LONGEST_DATELINE)
    while dash:
        if found := _head(text[: dash.start()], lang):
            return replace(found, end=dash.end())
        dash = _DASH.search(text, dash.end(), _LONGEST_DATELINE)
    return _with_stop(text, lang)


_STOP = re.compile(
    r"[^.:\n]{2,40}?, [^:\n]{4,40}?\d{4}\)?(?: \([^()]{2,30}\))?\. +(?=\S)|[^:\n]{8,70}: +(?=\S)"
)


# "NEW DELHI: ..." is a dateline where its sentence has a date; "JANE ROE: ..." is a speaker.
_CITY_COLON = re.compile(r"(?P<place>[A-Z]{3,}(?: [A-Z]{3,}){0,3}): (?=[\"“]?[A-Z])")


def _with_stop(text: str, lang: str) -> FoundDateline | None:
    """Read `Geneva, 12 September 2018. The ...`: no dash, but place, date and a stop or colon."""
    if (city := _CITY_COLON.match(text)) and not _NOT_PLACES.search(city["place"]):
        sentence = text[city.end() : city.end() + _SENTENCE_LIMIT]
        date = find_date(sentence[: max(first_sentence_end(sentence), 0)], lang)
        if date and date.date:
            return FoundDateline(_spell(city["place"]), False, date, False, city.end())
    match = _STOP.match(text)
    if match is None:
        return None
    found = _head(match[0].rstrip(" .:"), lang)
    return replace(found, end=match.end()) if found and found.date and found.place else None


def _head(head: str, lang: str) -> FoundDateline | None:
    """Read what stands before the dash: a place, a date, an agency, at least two of them.

    A place in capitals is enough by itself.
    """
    head = head.strip(" ()[]【】")
    local = _LOCAL_TIME.search(head)
    if local:
        head = head[: local.start()] + head[local.end() :]
    agency = None
    if "(" in head or "/" in head or "[" in head:
        closed = head if head.count("(") <= head.count(")") else head + ")"
        agency = _AGENCY.search(closed)
        if agency and not find_date(agency[0], lang):
            head = closed[: agency.start()] + " " + closed[agency.end() :]
        elif agency:
            head, agency = closed.replace("(", ", ").replace(")", ""), None
    date = find_date(head, lang)
    if date:
        before, after = head[: date.start], head[date.end :]
        if re.search(r"\w", before) and re.search(r"\w", after):
            return None
        rest = before + after
    else:
        rest = head
    place = _LEFT_OVER.sub("", rest.strip(" ,|:")).strip(" ,|:")
    if not place:
        return FoundDateline("", bool(local), date, True) if date and date.date else None
    if not _PLACE.fullmatch(place) or _NOT_PLACES.search(place):
        return None
    capitals = place.partition(",")[0].isupper() and len(place.partition(",")[0]) >= 3
    if not (date or agency or capitals):
        return None
    return FoundDateline(_spell(place), bool(local), date, True)


def _spell(place: str) -> str:
    """Write a place in capitals as usual: NEW YORK is New York, D.C. and UK stay."""
    parts = place.split(", ")
    spelled = [
        part if not part.isupper() or (number and len(part) <= 3) else _capitalise(part)
        for number, part in enumerate(parts)
    ]
    return ", ".join(spelled)


def _capitalise(part: str) -> str:
    def one(match: re.Match[str]) -> str:
        word: str = match[0]
        if "." in word[1:-1] or len(word) == 1:
            return word
        small = word.lower()
        return small if match.start() and re.fullmatch(_SMALL_WORD, small) else word.capitalize()

    return re.sub(r"[^\W\d_]+(?:\.[^\W\d_]+)*", one, part).replace("'S", "'s").replace("’S", "’s")


def _chinese(text: str, lang: str) -> FoundDateline | None:
    if text.isascii():
        return None
    if match := _XINHUA.match(text):
        return FoundDateline(match["place"], False, find_date(match["date"], lang), True)
    if lang == "ja" and (match := _BRACKET_JA.match(text)):
        found = find_date(text[: match.end() + 12], lang)
        return FoundDateline(match["place"], False, found, True)
    return None


def _opening_date(text: str, lang: str) -> FoundDateline | None:
    """Read the day that opens a sentence; a month ("In May 2022, ...") dates no article."""
    opening = _OPENING.match(text)
    start = opening.end() if opening else 0
    date = match_date(text, start, lang)
    if date is None and (today := _TODAY.search(text, 0, _SENTENCE_LIMIT)):
        date = match_date(text, today.end(), lang)
    if date is None or (date.date and date.date.day is None):
        return None
    after = text[date.end : date.end + 30]
    local = _LOCAL_TIME.match(after.lstrip(" ,，(（")) or _LOCAL_TIME.search(text[:start])
    return FoundDateline(_lead_place(text, date.end), bool(local), date, bool(local))


def _lead_place(text: str, start: int) -> str:
    """Name the place of the first sentence, if it tells where something happened."""
    sentence = text[start : start + _SENTENCE_LIMIT]
    end = first_sentence_end(sentence)
    sentence = (sentence[:end] if end > 0 else sentence).rstrip(".。")
    if not text.isascii() and (match := _IN_PLACE_ZH.search(sentence)):
        return "" if _NOT_PLACE_ZH.match(match["place"]) else match["place"]
    if reported := _REPORTED.search(sentence):
        sentence = sentence[: reported.start()]
    places = [
        match["place"]
        for match in _IN_PLACE.finditer(sentence)
        if not _NOT_AFTER_IN.match(match["place"])
    ]
    return places[-1] if places else ""
