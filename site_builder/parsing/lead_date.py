"""The date of the event in the first sentence, for an article that is dated nowhere else."""

import re
from collections.abc import Sequence

from site_builder.parsing.dates import FoundDate, find_date
from site_builder.parsing.headline import first_sentence_end, is_prose

_LONGEST_SENTENCE = 500
_EARLIEST_YEAR = 1990
_ON = re.compile(r"\b(?:on|am|le|el|il|em) $", re.IGNORECASE)
_ANOTHER_TIME = re.compile(
    r"\b(?:who|whom|which|that|whose|when|where|while|after|before|since|until|because|anniversary|"
    r"victims|commemorat\w+|remember\w*|honou?r\w*|will|would|shall|plans?|scheduled|due|"
    r"is to|are to|qui|que|dass|die|der|das|welche\w?|quando|cuando)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def date_in_lead(paragraphs: Sequence[str], start: int, lang: str) -> FoundDate | None:
    """Find the one full date of the first sentence, if it is that of the news itself.

    It follows "on" in the main clause ("The party won the election on December 19, 2021."), nothing
    there looks back or ahead, and the text names no later year. A date before 1990 is taken for
    history. `start` is where the sentence begins in the first paragraph, after a dateline.
    """
    if not paragraphs or not is_prose(paragraphs[0]):
        return None
    sentence = paragraphs[0][start : start + _LONGEST_SENTENCE]
    end = first_sentence_end(sentence)
    sentence = sentence[:end] if end > 0 else sentence
    found = find_date(sentence, lang)
    if found is None or found.date is None or found.date.day is None:
        return None
    before = sentence[: found.start]
    if not _ON.search(before) or _ANOTHER_TIME.search(before):
        return None
    if find_date(sentence[found.end :], lang) or found.date.year < _EARLIEST_YEAR:
        return None
    years = (int(year) for text in paragraphs for year in _YEAR.findall(text))
    return found if max(years, default=0) <= found.date.year else None
