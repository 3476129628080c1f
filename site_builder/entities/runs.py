"""Runs of capitalised words: the stretches in which a name can stand."""

from site_builder.entities.draft import Draft
from site_builder.entities.lexicon import CALENDAR, FUNCTION, word_set
from site_builder.entities.reading import Word

# Small words that may stand within a name, or between two: "Rio de Janeiro", "France and Germany".
_INNER = word_set(
    """
    of and for the in on de da do dos das del della di du des la le van von der den ter ten bin ibn
    bint al el y e & to with ul ur abu
    """
)
# Months and days that nobody is called.
_DAYS = CALENDAR - {"april", "august", "jan", "june", "march", "may"}
_JOINTS = frozenset({"-", "–", "‑", "/"})
_SPACES = frozenset({" ", "\u00a0"})


def find_runs(draft: Draft) -> list[tuple[int, int]]:
    """List the runs as (first, last), last exclusive.

    A run is capitalised words, and up to two small words between two of them. "The" or "Currently"
    at the start of a sentence, "Monday" and "Japanese" are none.
    """
    words, count = draft.words, len(draft.words)
    runs, index = [], 0
    while index < count:
        if not words[index].capital:
            index += 1
            continue
        end = index + 1
        while end < count:
            word = words[end]
            if word.capital and (_is_joined(draft, end)):
                end += 1
                continue
            after = end
            while after < count and after - end < 2 and _is_inner(draft, after):
                after += 1
            if end == after or after >= count:
                break
            if not words[after].capital or words[after].glue not in _SPACES:
                break
            end = after + 1
        if end - index > 1 or not _is_none(draft, words[index]):
            runs.append((index, end))
        index = end
    return runs


def _is_none(draft: Draft, word: Word) -> bool:
    """Tell whether a word alone has its capital for another reason than a name."""
    gazetteer, key = draft.gazetteer, word.key
    if key in _DAYS or key == "i":
        return True
    if key in gazetteer.surnames or key in gazetteer.given_names:
        return word.opens and key in FUNCTION
    if key in gazetteer.demonyms or (word.opens and key in FUNCTION):
        return True
    return word.opens and key in gazetteer.words and key not in gazetteer


def _is_joined(draft: Draft, index: int) -> bool:
    word, before = draft.words[index], draft.words[index - 1]
    if word.glue in _SPACES and before.possessive:
        return True
    return word.glue in _JOINTS or draft.close(index)


def _is_inner(draft: Draft, index: int) -> bool:
    word = draft.words[index]
    return not word.capital and word.key in _INNER and word.glue in _SPACES
