"""The names that import writes into an article's front matter."""

import re
from collections.abc import Iterable

from site_builder.model.entity import Mention

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


def tag_names(mentions: Iterable[Mention]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """List the people and the places of an article, each once, in the order of first mention.

    A person is listed with a full name only; a surname alone waits for an authority row.
    """
    people: dict[str, None] = {}
    places: dict[str, None] = {}
    for mention in mentions:
        if mention.type == "place":
            places.setdefault(mention.name)
        elif mention.type == "person" and is_full_name(mention.name):
            people.setdefault(mention.name)
    return tuple(people), tuple(places)


def is_full_name(name: str) -> bool:
    """Tell whether a name has two words or more, or is written in Han characters."""
    return len(name.split()) > 1 or _HAN.search(name) is not None
