"""Given names and surnames of many countries in Latin letters, from the lists of Faker (MIT)."""

import importlib
import pkgutil
import re
import unicodedata
from collections.abc import Iterable, Iterator

import faker.providers.person as providers

Names = tuple[tuple[str, ...], tuple[str, ...]]

# Lists that are no names of living people's kind: made-up, or grammatical forms of one name.
_LEFT_OUT = frozenset({"en", "en_TH", "es", "ga_IE", "is_IS"})
# Countries whose newspapers write English, and those that English-language news writes of most.
OFTEN = (
    "az_AZ", "en_IN", "en_KE", "en_NG", "en_PK", "es_CO", "fr_DZ", "ha_NG", "id_ID", "ig_NG",
    "ja_JP", "pt_BR", "sw", "tr_TR", "tw_GH", "uz_UZ", "vi_VN", "yo_NG", "zh_CN", "zu_ZA",
)  # fmt: skip
_ENOUGH = 9


def world_names() -> dict[str, Names]:
    """Return the given names and the surnames of each locale that has enough of both, sorted."""
    found = {}
    for module in pkgutil.iter_modules(providers.__path__):
        if not module.ispkg or module.name in _LEFT_OUT:
            continue
        provider = importlib.import_module(f"{providers.__name__}.{module.name}").Provider
        given = _latin(_listed(provider, "first_"))
        surnames = _latin(_listed(provider, "last_"))
        if len(given) > _ENOUGH and len(surnames) > _ENOUGH:
            found[module.name] = (given, surnames)
    return found


def words_of(names: Iterable[str]) -> set[str]:
    """Return the words of names that have two letters or more."""
    return {word for name in names for word in name.split() if len(word) > 1}


def _listed(provider: type, start: str) -> Iterator[str]:
    for attribute in sorted(dir(provider)):
        names = getattr(provider, attribute)
        if attribute.startswith(start) and isinstance(names, (tuple, list, dict)):
            for name in names:
                yield name if isinstance(name, str) else name[0]


def _latin(names: Iterable[str]) -> tuple[str, ...]:
    kept = set()
    for name in names:
        name = unicodedata.normalize("NFC", name.strip())
        letters = re.sub(r"[\s'’.-]", "", name)
        latin = all("LATIN" in unicodedata.name(letter, "") for letter in letters)
        if len(letters) > 1 and latin and name[0].isupper():
            kept.add(name.title() if name.isupper() else name)
    return tuple(sorted(kept))
