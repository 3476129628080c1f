"""The language that a name in another script is marked with."""

import unicodedata

_SCRIPTS = (
    ("HIRAGANA", "ja"),
    ("KATAKANA", "ja"),
    ("HANGUL", "ko"),
    ("CJK", "und-Hani"),
    ("ARABIC", "und-Arab"),
    ("CYRILLIC", "und-Cyrl"),
    ("HEBREW", "he"),
    ("DEVANAGARI", "und-Deva"),
    ("GREEK", "el"),
    ("THAI", "th"),
    ("GEORGIAN", "ka"),
    ("ARMENIAN", "hy"),
)


def language_of_name(name: str) -> str:
    """Name the language of a name where its script tells, else its script, else ""."""
    found = {unicodedata.name(character, "").partition(" ")[0] for character in name}
    return next((language for script, language in _SCRIPTS if script in found), "")
