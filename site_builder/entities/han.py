"""Places in texts in Chinese: the longest known name at each character."""

import re

from site_builder.entities.gazetteer import Gazetteer
from site_builder.model.entity import Document, Mention

_RUN = re.compile(r"[\u4e00-\u9fff]{2,}")
_SENTENCE = re.compile(r"[^。！？\n]*[。！？]?")
_LONGEST = 7
# After a place's name these make it an organisation or a thing.
_NOT_BEFORE = ("大学", "银行", "日报", "人民银行", "大使馆", "政府")


def find_han_places(document: Document, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Find the well-known places of a text in Chinese; people are not looked for."""
    mentions = []
    for run in _RUN.finditer(document.text):
        text, index = run[0], 0
        while index < len(text) - 1:
            length = _match(gazetteer, text, index)
            if length and not text.startswith(_NOT_BEFORE, index + length):
                start = run.start() + index
                place = gazetteer.place(gazetteer.find(text[index : index + length])[0])
                mentions.append(
                    Mention(
                        type="place",
                        name=place.name,
                        surface=text[index : index + length],
                        start=start,
                        end=start + length,
                        sentence=_sentence(document.text, start),
                        gazetteer_id=place.id,
                        rule="han",
                    )
                )
            index += length or 1
    return tuple(mentions)


def _match(gazetteer: Gazetteer, text: str, index: int) -> int:
    for length in range(min(_LONGEST, len(text) - index), 1, -1):
        if text[index : index + length] in gazetteer:
            return length
    return 0


def _sentence(text: str, offset: int) -> str:
    start = max(text.rfind(sign, 0, offset) for sign in "。！？\n") + 1
    match = _SENTENCE.match(text, start)
    return match[0].strip() if match else ""
