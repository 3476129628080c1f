"""Comparing what the engine finds in an article with what people say that it names."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from site_builder.entities.finds import Find
from site_builder.model.slug import fold

_IGNORED = re.compile(r"[.,]")
_INITIALS = re.compile(r"(?<=\b\w) (?=\w\b)")
_HYPHENS = re.compile(r"[-\u2010-\u2015\u2212]")

Forms = frozenset[str]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What of one article is right; the optional entities are in none of the lists.

    `right` pairs what was found with the place of what it is in the list of gold entities. `wrong`
    was found and is nothing that was wanted; `again` is true where another find has its gold
    entity. `missed` holds the places of the gold entities that nothing is.
    """

    right: tuple[tuple[Find, int], ...]
    wrong: tuple[tuple[Find, bool], ...]
    missed: tuple[int, ...]


def compare(
    found: Sequence[Find],
    gold: Sequence[Sequence[str]],
    optional: Sequence[Sequence[str]] = (),
) -> Comparison:
    """Pair the finds of an article with its gold entities, one with one, as many as can be.

    A find fits an entity when its name, or a form in which the article prints it, is one of the
    entity's names; names come before printed forms. Of two finds that fit one entity, one is right
    and the other wrong, for the archive would show one person as two.
    """
    wanted = [_forms(names) for names in gold]
    by_name = [_fitting(_forms([find.name]), wanted) for find in found]
    by_form = [_fitting(_forms([find.name, *find.surfaces]), wanted) for find in found]
    owners: dict[int, int] = {}
    for fits in (by_name, by_form):
        paired = set(owners.values())
        for index in range(len(found)):
            if index not in paired:
                _claim(index, fits, owners, set())
    paired = set(owners.values())
    either = [_forms(names) for names in optional]
    return Comparison(
        right=tuple((found[index], at) for at, index in sorted(owners.items())),
        wrong=tuple(
            (find, bool(by_form[index]))
            for index, find in enumerate(found)
            if index not in paired and not _fitting(_forms([find.name, *find.surfaces]), either)
        ),
        missed=tuple(at for at in range(len(gold)) if at not in owners),
    )


def same_name(text: str) -> str:
    """Fold a name for comparing: case, accents, hyphens, full stops and commas say nothing.

    Initials are the same with and without spaces: J. D. Vance, J.D. Vance.
    """
    words = " ".join(_HYPHENS.sub(" ", _IGNORED.sub("", fold(text))).split())
    return _INITIALS.sub("", words)


def _forms(names: Iterable[str]) -> Forms:
    return frozenset(filter(None, map(same_name, names)))


def _fitting(forms: Forms, wanted: Sequence[Forms]) -> list[int]:
    return [at for at, names in enumerate(wanted) if forms & names]


def _claim(
    index: int, fits: Sequence[Sequence[int]], owners: dict[int, int], asked: set[int]
) -> bool:
    """Pair a find with an entity, letting finds that were paired before move to another one."""
    for at in fits[index]:
        if at in asked:
            continue
        asked.add(at)
        if at not in owners or _claim(owners[at], fits, owners, asked):
            owners[at] = index
            return True
    return False
