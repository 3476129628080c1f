"""The language of a text, by its script and its commonest words."""

import re

_SAMPLE = 2000
# Fewer words than this prove no language: "no" and "a" are words of several.
_EVIDENCE = 5
_STOP_WORDS = {
    "en": "the of and to in that is for with was on as by at from are his has have be an it its "
    "will this he she they said not we our which",
    "fr": "le la les des du de et en un une dans pour que qui sur au aux par est avec il elle ce "
    "cette son sa ses pas plus a été ont nous",
    "de": "der die das und in den von zu mit des im für auf ist dem nicht ein eine einer als auch "
    "sich es am werden aus er hat dass sie bei wir nach",
    "es": "de la el en y los del que las por con una para un se su es al lo como más fue ha sus "
    "este entre esta ser son",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas foi ao "
    "das ele à sua ou são pelo pela",
    "it": "di il la che e in per un del della con una i le da si al è dei nel sono alla gli anche "
    "più ha come delle dal non",
}
_LANGUAGES_OF: dict[str, list[str]] = {}
for _language, _words in _STOP_WORDS.items():
    for _word in _words.split():
        _LANGUAGES_OF.setdefault(_word, []).append(_language)
_WORD = re.compile(r"[^\W\d_]+")
_HAN = re.compile(r"[\u3400-\u9fff]")
_KANA = re.compile(r"[\u3040-\u30ff]")
_HANGUL = re.compile(r"[\uac00-\ud7af]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
_PERSIAN = re.compile(r"[پچژگ]")


def detect_language(text: str) -> str:
    """Name the language of a text by its ISO 639-1 code, or return "" where that is not clear.

    Knows Chinese, Japanese, Korean, Russian, Ukrainian, Arabic and Persian by their letters, and
    English, French, German, Spanish, Portuguese and Italian by their commonest words.
    """
    sample = text[:_SAMPLE]
    if not sample.isascii() and (language := _by_script(sample)) is not None:
        return language
    return _by_stop_words(sample)


def _by_script(text: str) -> str | None:
    han, kana = len(_HAN.findall(text)), len(_KANA.findall(text))
    hangul, cyrillic = len(_HANGUL.findall(text)), len(_CYRILLIC.findall(text))
    arabic, latin = len(_ARABIC.findall(text)), len(_LATIN.findall(text))
    # A character of these scripts is worth about four letters.
    most = max(4 * (han + kana), 3 * hangul, cyrillic, arabic, latin)
    if most == 0:
        return ""
    if most == latin:
        return None
    if most == 4 * (han + kana):
        return "ja" if 10 * kana > han else "zh"
    if most == 3 * hangul:
        return "ko"
    if most == cyrillic:
        return "uk" if len(_UKRAINIAN.findall(text)) * 50 > cyrillic else "ru"
    return "fa" if len(_PERSIAN.findall(text)) * 50 > arabic else "ar"


def _by_stop_words(text: str) -> str:
    score = dict.fromkeys(_STOP_WORDS, 0)
    words = _WORD.findall(text.lower())
    for word in words:
        for language in _LANGUAGES_OF.get(word, ()):
            score[language] += 1
    first, second = sorted(score, key=lambda language: -score[language])[:2]
    enough = score[first] >= _EVIDENCE and 20 * score[first] >= len(words)
    return first if enough and score[first] > score[second] else ""
