"""Which names are one person: keys that names share, and what keeps names apart."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from site_builder.model.slug import fold

_NOT_LETTERS = re.compile(r"[\W_]+")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "v"})
_DEGREES = frozenset({"esq", "md", "phd"})
# With these the order of the words and the words between have a meaning of their own.
_FATHERS = frozenset({"bin", "ibn", "bint", "al", "el", "ould"})
_PARTICLES = _FATHERS | {"da", "de", "del", "della", "der", "di", "do", "dos", "du", "van", "von"}
_LONGEST_GROUP = 40


@dataclass(frozen=True, slots=True)
class NameKeys:
    """A name as it is compared: `words` are folded, `middles` stand between first and last."""

    letters: str
    words: tuple[str, ...]
    middles: tuple[str, ...]
    suffix: str

    @property
    def order(self) -> str:
        """The words in the order of the alphabet; empty where their order must not be changed."""
        if len(self.words) < 2 or self.suffix or _FATHERS.intersection(self.words):
            return ""
        return " ".join(sorted(self.words))

    @property
    def core(self) -> tuple[str, str] | None:
        """The first and the last word, or None where these two do not tell who it is."""
        if len(self.words) < 2 or len(self.words[0]) < 2 or len(self.words[-1]) < 2:
            return None
        return self.words[0], self.words[-1]


@lru_cache(maxsize=65536)
def letters_of(name: str) -> str:
    """Fold a name to letters and digits alone, for comparing."""
    return _NOT_LETTERS.sub("", fold(name))


@lru_cache(maxsize=65536)
def keys_of(name: str) -> NameKeys:
    """Take a name apart."""
    folded = re.sub(r"\b(al|el)-", r"\1 ", fold(name).replace(".", " ").replace(",", " "))
    words = [word for word in (_NOT_LETTERS.sub("", word) for word in folded.split()) if word]
    if len(words) > 2 and words[-1] in _DEGREES:
        words.pop()
    suffix = words.pop() if len(words) > 2 and words[-1] in _SUFFIXES else ""
    middles = tuple(word for word in words[1:-1] if word not in _PARTICLES)
    return NameKeys(_NOT_LETTERS.sub("", folded), tuple(words), middles, suffix)


class Groups:
    """Names that are put together step by step; two labels never come into one group."""

    def __init__(self, names: Iterable[str], labels: Mapping[str, str]) -> None:
        self._parent = {name: name for name in names}
        self._label = dict(labels)

    def root(self, name: str) -> str:
        """Return the name that stands for the group of a name."""
        parent = self._parent
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    def label(self, name: str) -> str:
        """Return the label of a name's group, or nothing."""
        return self._label.get(self.root(name), "")

    def join(self, one: str, other: str) -> None:
        """Put two groups together, unless each has its own label."""
        one, other = sorted((self.root(one), self.root(other)))
        labels = {self._label.get(one, ""), self._label.get(other, "")} - {""}
        if one != other and len(labels) < 2:
            self._parent[other] = one
            self._label.update((one, label) for label in labels)

    def all(self) -> list[list[str]]:
        """List the groups, each sorted."""
        groups: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self._parent):
            groups[self.root(name)].append(name)
        return list(groups.values())


def group_names(
    names: Collection[str],
    labels: Mapping[str, str],
    apart: Collection[str],
    given_names: Collection[str],
    family_first: Callable[[str], bool],
) -> Groups:
    """Put the names of one person together, in near-linear time.

    `labels` are the ids of authority rows by name: names of one row are one person, names of two
    rows are two. Names in `apart` stay alone. Words that are all `given_names` keep their order,
    for Henry James is not James Henry.
    """
    groups = Groups(names, labels)
    free = [name for name in sorted(names) if name not in apart]
    _join_equal(groups, sorted(labels), lambda name: labels[name])
    _join_equal(groups, free, lambda name: keys_of(name).letters)
    _join_equal(groups, free, lambda name: _order(keys_of(name), given_names))
    cores: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in free:
        core = keys_of(name).core
        if core and not {"bin", "ibn", "bint"}.intersection(keys_of(name).words):
            cores[core].append(name)
    for members in cores.values():
        if len(members) > 1:
            full = [name for name in members if not family_first(name)]
            for cluster in _clusters(full[:_LONGEST_GROUP]):
                for other in cluster[1:]:
                    groups.join(cluster[0], other)
    return groups


def _order(keys: NameKeys, given_names: Collection[str]) -> str:
    return "" if all(word in given_names for word in keys.words) else keys.order


def _join_equal(groups: Groups, names: Iterable[str], key: Callable[[str], str]) -> None:
    first: dict[str, str] = {}
    for name in names:
        value = key(name)
        if value and (known := first.setdefault(value, name)) is not name:
            groups.join(known, name)


def _clusters(names: Sequence[str]) -> list[list[str]]:
    """Part names with the same first and last word by their middle names and suffix.

    A name that would fit into two clusters, as George Bush beside George W. and George H. W., is
    put into neither.
    """
    clusters: list[list[str]] = []
    for name in sorted(names, key=_least_said_last):
        fitting = [c for c in clusters if all(_agree(keys_of(name), keys_of(o)) for o in c)]
        if len(fitting) == 1:
            fitting[0].append(name)
        else:
            clusters.append([name])
    return clusters


def _least_said_last(name: str) -> tuple[int, int, bool, str]:
    keys = keys_of(name)
    return -len(keys.middles), -sum(map(len, keys.middles)), not keys.suffix, name


def may_be_one(name: str, other: str) -> bool:
    """Tell whether two names in one article read as one person's: the same but for middle names."""
    one, two = keys_of(name), keys_of(other)
    if one.order and one.order == two.order:
        return True
    return one.core is not None and one.core == two.core and _agree(one, two)


def _agree(one: NameKeys, other: NameKeys) -> bool:
    """Tell whether two names with the same first and last word can be one person's."""
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return False
    few, many = sorted((one.middles, other.middles), key=len)
    rest = iter(enumerate(many))
    return all(
        any(_same(word, other, at == index) for index, other in rest) for at, word in enumerate(few)
    )


def _same(word: str, other: str, same_position: bool) -> bool:
    """Compare two middle names; an initial says little, and counts in its own position only."""
    if len(word) == 1 or len(other) == 1:
        return same_position and word[0] == other[0]
    return word == other
