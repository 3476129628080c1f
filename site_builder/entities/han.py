"""Places in texts in Chinese: the longest known name at each character."""

import re
from collections.abc import Iterator

from site_builder.entities.gazetteer import Gazetteer
from site_builder.entities.known import KnownNames
from site_builder.entities.span_tagger import FindSpans
from site_builder.model.entity import Document, Mention, Span

_RUN = re.compile(r"[\u4e00-\u9fff]{2,}")
_SENTENCE = re.compile(r"[^。！？\n]*[。！？]?")
_LONGEST = 7
# After a place's name these make it an organisation or a thing.
_NOT_BEFORE = ("大学", "银行", "日报", "人民银行", "大使馆", "政府")


def find_han_mentions(
    document: Document,
    gazetteer: Gazetteer,
    find_spans: FindSpans | None = None,
    known: KnownNames | None = None,
) -> tuple[Mention, ...]:
    """Find the well-known places of a text in Chinese, and what another engine finds there.

    Without an engine, people are those of `known` alone.
    """
    spans = [*_known(document, known or {}), *(find_spans(document.text) if find_spans else ())]
    named = {
        index for span in spans for index in range(span.start, span.end) if span.type == "person"
    }
    places = [p for p in _places(document, gazetteer) if p.start not in named]
    taken = {index for place in places for index in range(place.start, place.end)}
    others = [
        Mention(
            type=span.type,
            name=document.text[span.start : span.end],
            surface=document.text[span.start : span.end],
            start=span.start,
            end=span.end,
            sentence=_sentence(document.text, span.start),
            rule="model",
            score=span.score,
        )
        for span in spans
        if not taken.intersection(range(span.start, span.end))
    ]
    return tuple(sorted([*places, *others], key=lambda mention: mention.start))


def _known(document: Document, known: KnownNames) -> Iterator[Span]:
    """Find the known names that are one word in Han characters."""
    for name in known:
        if _RUN.fullmatch(name) and (name,) in known[name]:
            for match in re.finditer(name, document.text):
                yield Span(match.start(), match.end(), "person")


def _places(document: Document, gazetteer: Gazetteer) -> Iterator[Mention]:
    for run in _RUN.finditer(document.text):
        text, index = run[0], 0
        while index < len(text) - 1:
            length = _match(gazetteer, text, index)
            if length and not text.startswith(_NOT_BEFORE, index + length):
                start = run.start() + index
                place = gazetteer.place(gazetteer.find(text[index : index + length])[0])
                yield Mention(
                    type="place",
                    name=place.name,
                    surface=text[index : index + length],
                    start=start,
                    end=start + length,
                    sentence=_sentence(document.text, start),
                    gazetteer_id=place.id,
                    rule="han",
                )
            index += length or 1


def _match(gazetteer: Gazetteer, text: str, index: int) -> int:
    for length in range(min(_LONGEST, len(text) - index), 1, -1):
        if text[index : index + length] in gazetteer:
            return length
    return 0


def _sentence(text: str, offset: int) -> str:
    start = max(text.rfind(sign, 0, offset) for sign in "。！？\n") + 1
    match = _SENTENCE.match(text, start)
    return match[0].strip() if match else ""
