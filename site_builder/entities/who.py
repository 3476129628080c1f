"""Who is who: the people of all articles as persons."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from site_builder.entities.authority import Rulings, follow_merges
from site_builder.entities.finds import Find
from site_builder.entities.matching import group_names, letters_of, may_be_one
from site_builder.entities.sort_names import family_first, sort_name
from site_builder.entities.tagging import is_full_name
from site_builder.model.entity import Judgement, Person
from site_builder.model.problem import Problem
from site_builder.model.slug import slugify


@dataclass(frozen=True, slots=True)
class Who:
    """The persons of the archive.

    `people` are those with a page, by id; `ids` leads from a name as an article has it to the id,
    hidden ones included. `moved` leads from an id that was, or could have been, to the one that is.
    `seen` are the ids of the rows that ruled on somebody.
    """

    people: Mapping[str, Person] = field(default_factory=dict)
    ids: Mapping[str, str] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    seen: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()


def resolve_people(
    articles: Iterable[Sequence[Find]], rulings: Rulings, given_names: Collection[str]
) -> Who:
    """Put the names of all articles together to persons, in near-linear time."""
    counts: Counter[str] = Counter()
    surfaces: defaultdict[str, set[str]] = defaultdict(set)
    for finds in articles:
        for name in {find.name for find in finds}:
            counts[name] += 1
        for find in finds:
            surfaces[find.name].update(find.surfaces)
    labels = {name: id for name in counts if (id := rulings.id_of(name))}
    apart = {name for name in counts if rulings.is_apart(name)} if rulings.apart else set()
    groups = group_names(counts.keys(), labels, apart, given_names, family_first)
    named = [(groups.label(names[0]), names) for names in groups.all()]
    ends, problems = follow_merges(rulings, (label for label, _ in named))
    by_id, own = _give_ids(named, counts, ends, rulings.ids)
    people, moved = {}, dict(ends)
    for id, names in by_id.items():
        row = rulings.rows.get(id)
        if len(names) > 1 or id in rulings.ids:
            moved.update((slug, id) for slug in map(_slug, names) if slug != id)
        if not rulings.hides(id):
            people[id] = _person(id, names, row, (s for n in names for s in surfaces[n]))
    moved.update(ends)
    ids = {name: id for id, names in by_id.items() for name in names}
    return Who(people, ids, moved, frozenset(own), problems)


def _give_ids(
    named: Iterable[tuple[str, list[str]]],
    counts: Mapping[str, int],
    ends: Mapping[str, str],
    taken: Collection[str],
) -> tuple[dict[str, list[str]], set[str]]:
    """Return the names by id, and the ids of the rows that have names, merged ones included."""
    by_id: defaultdict[str, list[str]] = defaultdict(list)
    own = set()
    free = []
    for label, names in named:
        names.sort(key=lambda name: _rank(name, counts))
        end = ends.get(label, label)
        if not label:
            free.append((_slug(names[0]), -counts[names[0]], names[0], names))
        elif end == label:
            by_id[end] = [*names, *by_id[end]]
        else:
            by_id[end] += names
        own |= {label, end} - {""}
    for slug, _, _, names in sorted(free):
        id, number = slug, 1
        while id in by_id or id in taken:
            number += 1
            id = f"{slug}-{number}"
        by_id[id] = names
    return by_id, own


def _person(id: str, names: list[str], row: Judgement | None, surfaces: Iterable[str]) -> Person:
    """Make a person of names, the one to show first, and of what an editor says."""
    name = row.name if row and row.name else names[0]
    full = sorted(" ".join(text.split()) for text in surfaces if may_be_one(name, text))
    return Person(
        id=id,
        name=name,
        sort_name=(row.sort_name if row else "") or sort_name(name),
        native_name=row.native_name if row else "",
        aliases=other_names(name, row.aliases if row else (), (*names, *full)),
        wikidata=row.wikidata if row else "",
        viaf=row.viaf if row else "",
    )


def other_names(name: str, ruled: Iterable[str], printed: Iterable[str]) -> tuple[str, ...]:
    """List an editor's aliases as they are, and after them the printed forms.

    A printed form that differs in marks, spaces and capitals only is left out.
    """
    shown = dict.fromkeys(alias for alias in ruled if alias != name)
    letters = {letters_of(alias) for alias in (name, *shown)}
    for alias in printed:
        if letters_of(alias) not in letters:
            letters.add(letters_of(alias))
            shown[alias] = None
    return tuple(shown)


def _rank(name: str, counts: Mapping[str, int]) -> tuple[bool, bool, int, int, str]:
    """Order the forms of a name: full, not in capitals, frequent, long, first by letters."""
    return not is_full_name(name), name.isupper(), -counts[name], -len(name), name


def _slug(name: str) -> str:
    return slugify(name, fallback="person-" + "-".join(f"{ord(c):x}" for c in name))
