"""Names that an editor has written down, found wherever a text prints them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from site_builder.entities.draft import Draft, Name
from site_builder.model.slug import fold

KnownNames = Mapping[str, tuple[tuple[str, ...], ...]]
"""From the first folded word of a name to all words of each such name, the longest first."""


def known_names(names: Iterable[str]) -> KnownNames:
    """Index names for `take_known`."""
    found: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for name in names:
        words = tuple(word.strip(".,") for word in fold(name).split())
        if words and words[0]:
            found[words[0]].add(words)
    return {
        first: tuple(sorted(wholes, key=lambda words: (-len(words), words)))
        for first, wholes in found.items()
    }


def take_known(draft: Draft, names: KnownNames) -> None:
    """Add the known names of a text to its draft, the longest at each word.

    What they overlap gives way, unless it is a longer name.
    """
    found = list(_find(draft, names))
    if not found:
        return
    kept = [
        name
        for name in draft.names
        if not any(_overlap(name, one) and not _is_longer(name, one) for one in found)
    ]
    found = [one for one in found if not any(_overlap(name, one) for name in kept)]
    draft.names = sorted([*kept, *found], key=lambda name: name.first)
    draft.spots = [
        spot
        for spot in draft.spots
        if not any(one.first < spot.last and spot.first < one.last for one in found)
    ]


def _overlap(one: Name, other: Name) -> bool:
    return one.first < other.last and other.first < one.last


def _is_longer(one: Name, other: Name) -> bool:
    return len(one.keys) > len(other.keys)


def _find(draft: Draft, names: KnownNames) -> Iterator[Name]:
    index = 0
    while index < len(draft.words):
        last = _last_of_known(draft, index, names)
        if last > index:
            yield Name(index, last, draft.keys(index, last), rule="known")
        index = max(last, index + 1)


def _last_of_known(draft: Draft, first: int, names: KnownNames) -> int:
    """Return the number after the last word of the longest known name at a word, or nothing."""
    for words in names.get(draft.words[first].key, ()):
        last = first + len(words)
        joined = all(draft.close(index) for index in range(first + 1, last))
        if joined and draft.words[first].capital and draft.keys(first, last) == words:
            return last
    return 0
