"""Plain text as words with what stands between them, and as sentences."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from site_builder.entities.lexicon import SUFFIXES, word_set
from site_builder.model.slug import fold

_WORD = re.compile(r"[^\W_]+(?:[.’'‑‐–&/-][^\W_]+|\+(?=\s))*")
_SENTENCE_END = re.compile(
    r"(?<=[.!?。！？])[\"'”’)\]]*\s+(?=[\"'“‘(\[—–-]*[^\W\d_a-z])|[。！？]|\n\s*\n|\n(?=\s*[-•*–·])"
)
# "el-Sharkawy", "d'Huez": names whose capital follows an article.
_ARTICLE = re.compile(r"(?:a[ldnrstz]|ash|e[lds]|u[lr]|[dl])[-’'][^\W\d_a-z]")
_ABBREVIATIONS = word_set(
    """
    mr mrs ms dr prof rev hon gov sen rep gen lt col maj capt sgt st jr sr vs no u.s u.k u.n d.c
    jan feb mar apr jun jul aug sept sep oct nov dec inc ltd co corp ft mt sens reps govs messrs
    brig adm pres ave art
    """
)


@dataclass(slots=True)
class Word:
    """One word: `text[start:end]` without a possessive ending, folded in `key`.

    `glue` is what stands between the word before and this one. `possessive` says that 's followed.
    `opens` says that it opens a sentence or a line, so that its capital means little.
    """

    text: str
    start: int
    end: int
    key: str
    glue: str
    possessive: bool = False
    capital: bool = False
    opens: bool = False


def read_words(text: str) -> list[Word]:
    """Split a text into words, in order."""
    words: list[Word] = []
    end = 0
    before: Word | None = None
    for match in _WORD.finditer(text):
        found = match[0]
        start, stop = match.span()
        glue = text[end:start]
        end = stop
        if found.isalpha() and found.isascii():
            # Most words are plain: this is the way that has to be short.
            key = found.lower()
            capital = found[0] != key[0]
            word = Word(found, start, stop, key, glue, False, capital)
        else:
            possessive = False
            if found[-1] in "sS" and len(found) > 2 and found[-2] in "’'":
                found, stop, possessive = found[:-2], stop - 2, True
            key = found.lower() if found.isascii() and "'" not in found else fold(found)
            capital = found[0].isupper() or _ARTICLE.match(found) is not None
            word = Word(found, start, stop, key, glue, possessive, capital)
        if capital:
            word.opens = before is None or (glue != " " and opens_sentence(before, glue))
        words.append(word)
        before = word
    return words


def opens_sentence(before: Word, glue: str) -> bool:
    """Tell whether what stands between two words ends a line or a sentence."""
    if glue == " ":
        return False
    if "\n" in glue or any(sign in glue for sign in '!?:;•。！？“"—–'):
        return True
    if "." in glue:
        return not is_abbreviation(before, glue)
    return " - " in glue


def is_abbreviation(word: Word, glue: str) -> bool:
    """Tell whether the full stop after a word belongs to it: `Mr.`, `J.`, `Jr.`, `N.C.`."""
    if not glue.startswith("."):
        return False
    return word.key in _ABBREVIATIONS or (word.capital and len(word.text) == 1) or "." in word.text


def is_close(word: Word, before: Word) -> bool:
    """Tell whether a word belongs to one name with the word before it, by what parts the two."""
    glue = word.glue
    if glue == " " or glue == "\u00a0":
        return not before.possessive
    if glue in (". ", ".", ".\u00a0", "."):
        return is_abbreviation(before, glue) and (len(glue) > 1 or len(before.text) == 1)
    return glue == ", " and word.key in SUFFIXES and word.key != "ms"


class Sentences:
    """The sentences of a text, found when first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] | None = None
        self._known: dict[int, str] = {}

    def at(self, offset: int) -> str:
        """Return the sentence around an offset, its white space made single spaces."""
        starts = self._boundaries()
        index = bisect_right(starts, offset) - 1
        known = self._known.get(index)
        if known is None:
            end = starts[index + 1] if index + 1 < len(starts) else len(self._text)
            known = self._known[index] = " ".join(self._text[starts[index] : end].split())
        return known

    def start(self, offset: int) -> int:
        """Return the offset where the sentence around an offset starts."""
        starts = self._boundaries()
        return starts[bisect_right(starts, offset) - 1]

    def _boundaries(self) -> list[int]:
        if self._starts is None:
            self._starts = [0]
            for match in _SENTENCE_END.finditer(self._text):
                if match.end() < len(self._text) and not self._within(match.start()):
                    self._starts.append(match.end())
        return self._starts

    def _within(self, end: int) -> bool:
        """Tell whether the full stop at an offset belongs to an abbreviation or an initial."""
        head = self._text[max(0, end - 12) : end]
        if not head.endswith("."):
            return False
        last = head[:-1].rpartition(" ")[2].lstrip("(\"'“‘")
        return last.casefold() in _ABBREVIATIONS or (len(last) == 1 and last.isupper())
