"""Slugs: the readable, portable last part of an address."""

import re
import unicodedata

# Letters that Unicode does not decompose into a base letter and a mark.
_LETTERS = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "đ": "d",
        "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ł": "l", "Ł": "L", "ı": "i", "ə": "e",
        "’": "", "'": "", "ʻ": "", "ʼ": "", "&": " and ",
    }
)  # fmt: skip
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Reduce text to lower-case letters without diacritics, for comparing and for sorting."""
    if text.isascii():
        return text.replace("'", "").replace("&", " and ").lower()
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def slugify(text: str, fallback: str, longest: int = 80) -> str:
    """Make a slug of ASCII letters, digits and hyphens, cut between words, and never empty.

    `fallback` is used where the text has fewer than two characters that a slug can hold, as in a
    title in Chinese.
    """
    slug = _NOT_SLUG.sub("-", fold(text)).strip("-")
    if len(slug) > longest:
        slug = slug[: longest + 1].rpartition("-")[0] or slug[:longest]
    return slug if len(slug) > 1 else fallback
