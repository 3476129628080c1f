"""What a role printed beside a name says, for comparing it with others."""

import re
from functools import lru_cache

from site_builder.entities.lexicon import word_set
from site_builder.model.entity import Mention
from site_builder.model.slug import fold

_NEXT = re.compile(r",|;| and ")
_REST = re.compile(r" (?:of|for|to|at|in|on|with|from) .*")
_SECOND = word_set("vice deputy assistant under associate")
_TITLES = frozenset({"title", "courtesy", "office of", "office of place"})
_WOMAN, _MAN = word_set("mrs ms miss madam madame lady dame"), word_set("mr sir lord")
_LAST_WORD = re.compile(r"(\w+)\.?\s+$")


@lru_cache(maxsize=16384)
def role_heads(role: str) -> frozenset[str]:
    """List the words that head a role: minister, and councilor, for both offices of Wang Yi.

    The second in an office is another than the first: "vice minister".
    """
    heads = set()
    for part in _NEXT.split(fold(role)):
        words = _REST.sub("", part.strip()).split()
        if words:
            second = "vice " if _SECOND.intersection(words[:-1]) else ""
            heads.add(second + words[-1])
    return frozenset(heads)


def is_titled(mention: Mention) -> bool:
    """Tell whether an office, a title or a courtesy is printed beside a name."""
    return bool(mention.role) or mention.rule in _TITLES


def courtesy(mention: Mention) -> str:
    """Return "woman" or "man" where the word before a name says so, else nothing."""
    if mention.rule != "courtesy":
        return ""
    before = mention.sentence.partition(mention.surface)[0]
    found = _LAST_WORD.search(before)
    word = fold(found[1]) if found else ""
    return "woman" if word in _WOMAN else "man" if word in _MAN else ""
