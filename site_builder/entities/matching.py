"""Which names are one person: keys that names share, and what keeps names apart."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from site_builder.model.slug import fold

_NOT_LETTERS = re.compile(r"[\W_]+")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "v"})
_DEGREES = frozenset({"esq", "md", "phd"})
# With these the order of the words and the words between have a meaning of their own.
_FATHERS = frozenset({"bin", "ibn", "bint", "al", "el", "ould"})
_PARTICLES = _FATHERS | {"da", "de", "del", "della", "der", "di", "do", "dos", "du", "van", "von"}
_LONGEST_GROUP = 40
MARKS = "the same but for marks, capitals and spaces"
ORDER = "the same words in another order"
MIDDLE = "the same but for middle names"


def is_full_name(name: str) -> bool:
    """Tell whether a name has two words or more, or is written in Han characters."""
    return len(name.split()) > 1 or _HAN.search(name) is not None


def exact_form(name: str) -> str:
    """Write a name with small letters and single spaces, for comparing it as it stands."""
    return " ".join(name.split()).casefold()


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
    """Names that are put together step by step; two labels never come into one group.

    `barred` are the labels with which a name must never come together.
    """

    def __init__(
        self,
        names: Iterable[str],
        labels: Mapping[str, str],
        barred: Mapping[str, frozenset[str]],
    ) -> None:
        self._parent = {name: name for name in names}
        self._label = dict(labels)
        self._barred = dict(barred)

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
        """Put two groups together, unless each has its own label, or one bars the other's."""
        one, other = sorted((self.root(one), self.root(other)))
        if one == other:
            return
        labels = {self._label.get(one, ""), self._label.get(other, "")} - {""}
        none: frozenset[str] = frozenset()
        barred = self._barred.get(one, none) | self._barred.get(other, none)
        if len(labels) < 2 and not labels & barred:
            self._parent[other] = one
            self._label.update((one, label) for label in labels)
            if barred:
                self._barred[one] = barred

    def all(self) -> list[list[str]]:
        """List the groups, each sorted."""
        groups: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self._parent):
            groups[self.root(name)].append(name)
        return list(groups.values())


def group_names(
    names: Collection[str],
    labels: Mapping[str, str],
    barred: Mapping[str, frozenset[str]],
    given_names: Collection[str],
    family_first: Callable[[str], bool],
    attested: Iterable[tuple[str, str]] = (),
) -> Groups:
    """Put the names of one person together, in near-linear time.

    `labels` are the ids of authority rows by name: names of one row are one person, names of two
    rows are two. `barred` are the rows that say that a name is none of theirs. `attested` are pairs
    of names that articles print for one person.
    """
    groups = Groups(names, labels, barred)
    ordered = sorted(names)
    _join_equal(groups, sorted(labels), lambda name: labels[name])
    _join_equal(groups, ordered, lambda name: keys_of(name).letters)
    orders: dict[str, list[str]] = defaultdict(list)
    cores: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in ordered:
        keys = keys_of(name)
        if keys.order:
            orders[keys.order].append(name)
        if keys.core and not {"bin", "ibn", "bint"}.intersection(keys.words):
            cores[keys.core].append(name)
    for members in orders.values():
        for other in members[1:]:
            if is_turned(members[0], other, given_names, family_first):
                groups.join(members[0], other)
    for members in cores.values():
        if len(members) > 1:
            full = [name for name in members if not family_first(name)]
            for cluster in _clusters(full[:_LONGEST_GROUP]):
                for other in cluster[1:]:
                    groups.join(cluster[0], other)
    for name, other in sorted(attested):
        groups.join(name, other)
    return groups


def is_turned(
    name: str,
    other: str,
    given_names: Collection[str],
    family_first: Callable[[str], bool],
) -> bool:
    """Tell whether two names with the same words are one name, once with the family name first.

    Something else has to say which word is the family name: a comma or capitals, a family name of
    East Asia in first place of one of the two and not of the other, or a given name in last place
    of one. Words that are all given names keep their order: Henry James is not James Henry.
    """
    one, two = keys_of(name), keys_of(other)
    if one.words == two.words or one.letters == two.letters:
        return True
    if all(word in given_names for word in one.words):
        return False
    if "," in name or "," in other or _shouted(name) or _shouted(other):
        return True
    first = [family_first(name), family_first(other)]
    if any(first):
        return not all(first)
    return any(
        keys.words[-1] in given_names and keys.words[0] not in given_names for keys in (one, two)
    )


def _shouted(name: str) -> bool:
    """Tell whether capitals mark the family name: KAWAKATSU Heita."""
    words = name.split()
    return 0 < sum(len(word) > 1 and word.isupper() for word in words) < len(words)


def merge_rule(name: str, shown: str) -> str:
    """Say in a few words why the rules take a name for another one, or nothing."""
    one, two = keys_of(name), keys_of(shown)
    if one.letters == two.letters:
        return MARKS
    if one.order and one.order == two.order:
        return ORDER
    return MIDDLE if one.core is not None and one.core == two.core else ""


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
