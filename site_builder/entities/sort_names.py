"""Under which form of a name a person is filed."""

import re
from collections.abc import Collection

from site_builder.entities.family_names import CHINESE, KOREAN, VIETNAMESE, is_family_first
from site_builder.model.slug import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_HAN = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af]")
_ROMAN = re.compile(r"[IVX]+")
_NUMBER = re.compile(r"[ivx]+")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "v", "esq", "md", "phd"})
_FATHERS = frozenset({"bin", "ibn", "bint", "ould", "uld"})
_SHEIKHS = frozenset({"sheikh", "sheikha", "shaikh", "emir", "king", "prince", "sultan", "crown"})
# Cambodian family names of two-word names.
_KHMER = frozenset({"hun", "prak"})
_TITLES = frozenset({"pope", "king", "queen", "emperor", "empress", "prince", "princess", "sultan"})
PARTICLES = frozenset(
    ["al", "af", "av", "bin", "da", "dal", "de", "del", "della", "den", "der", "di", "dos", "du",
     "el", "la", "le", "les", "los", "ten", "ter", "van", "vom", "von", "zu", "zum", "zur"]
)  # fmt: skip
# Spanish first surnames, which stand before the mother's: López Obrador, Fernández de Kirchner.
_SPANISH = _words(
    """
    alvarez castro diaz dominguez fernandez garcia gomez gonzalez gutierrez hernandez
    jimenez lopez martinez mendez munoz nunez ortiz perez ramirez rodriguez rojas sanchez
    suarez torres vazquez velasquez zapatero
    """
)
# A Burmese name has no family name at all.
_BURMESE = _words(
    """
    aung daw hlaing htay htin htun khin ko kyaw kyi kywe lin lwin maung min moe mya myint
    naing ne nyan nyunt oo phyo san sein shwe soe suu swe than thant thaung thein thura tin
    toe tun u wai win wunna ye zaw zin
    """
)


def sort_name(name: str) -> str:
    """Return the form of a person's name that an index files: `Kawakatsu, Heita`, but `Wang Yi`.

    Names that put the family first, names in Chinese characters, names with the father's name
    (Mohammed bin Salman) and single names stay as they are.
    """
    words = name.split()
    suffix = ""
    last = fold(words[-1]).replace(".", "") if words else ""
    crowned = len(words) > 1 and fold(words[0]) in _TITLES
    if len(words) > 1 and (last in _SUFFIXES or (crowned and _NUMBER.fullmatch(last))):
        *words, suffix = words
        words[-1] = words[-1].rstrip(",") or ","
    keys = tuple(fold(word) for word in words)
    if crowned and (len(words) == 2 or _ROMAN.fullmatch(suffix)):
        return f"{' '.join(filter(None, [*words[1:], suffix]))}, {words[0]}"
    if len(words) < 2 or _HAN.search(name) or "," in "".join(words):
        return name
    if _FATHERS.intersection(keys):
        first = next(at for at, key in enumerate(keys) if key not in _SHEIKHS)
        titles = " ".join(words[:first])
        return f"{' '.join(name.split()[first:])}, {titles}" if titles else name
    if _stays(keys):
        return name
    start = _family_start(keys)
    given, family = " ".join(words[:start]), " ".join(words[start:])
    if family.startswith(("al-", "el-", "as-", "ar-", "ad-", "at-")):
        given, family = f"{given} {family[:3]}", family[3:]
    return f"{family}, {given}" + (f", {suffix}" if suffix else "")


def doubtful_sort_name(name: str, given_names: Collection[str]) -> str:
    """Say why a sort name that the rules make may be wrong, or nothing.

    Doubtful are single names, particles (Charles de Gaulle), a first word that is a family name in
    East Asia, and a third name that may be the first of two surnames.
    """
    words = name.split()
    while len(words) > 1 and fold(words[-1]).replace(".", "") in _SUFFIXES:
        words.pop()
    keys = tuple(fold(word).strip(",") for word in words)
    if len(keys) == 1 and not _HAN.search(name):
        return "A single name: it may be a family name, or the whole name."
    filed = sort_name(name)
    if "," not in filed or _FATHERS.intersection(keys) or keys[0] in _TITLES:
        return ""
    found = next((key for key in keys[1:-1] if key.strip(".") in PARTICLES), "")
    if found:
        return f"The family name may start with {found!r}, or after it."
    if keys[0] in CHINESE | KOREAN | VIETNAMESE | _KHMER and keys[0] not in given_names:
        return f"{words[0]!r} may be the family name."
    middle = keys[1:-1]
    if len(keys) > 2 and len(middle[-1].strip(".")) > 1 and middle[-1] not in given_names:
        return f"The family name may be two words, from {words[-2]!r} on."
    return ""


def family_first(name: str) -> bool:
    """Tell whether a name puts the family first: Wang Yi, Ban Ki-moon, Nguyen Xuan Phuc."""
    return _family_first(tuple(fold(name).split()))


def _family_first(keys: tuple[str, ...]) -> bool:
    if len(keys) == 2 and keys[0] in KOREAN | {"ban"} and re.fullmatch(r"[a-z]+-[a-z]+", keys[1]):
        return True
    return is_family_first(keys)


def _stays(keys: tuple[str, ...]) -> bool:
    two_surnames = len(keys) == 2 and keys[0] in _SPANISH
    cambodian = len(keys) == 2 and keys[0] in _KHMER
    return two_surnames or cambodian or _family_first(keys) or _BURMESE.issuperset(keys)


def _family_start(keys: tuple[str, ...]) -> int:
    """Count the words before the family name, at least one."""
    start = _before_particles(keys, len(keys) - 1)
    if start > 1 and keys[start - 1] in _SPANISH:
        start = _before_particles(keys, start - 1)
    return start


def _before_particles(keys: tuple[str, ...], start: int) -> int:
    while start > 1 and keys[start - 1].strip(".") in PARTICLES:
        start -= 1
    return start
