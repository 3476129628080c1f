"""The rows of an authority file, ready to be asked which of them rules on a name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from site_builder.entities.matching import exact_form, letters_of
from site_builder.entities.scopes import ScopedRows, is_scoped
from site_builder.model.entity import Judgement
from site_builder.model.problem import Location, Problem
from site_builder.model.slug import slugify

HIDDEN = frozenset({"hidden", "rejected"})
"""The states in which an entity has neither a page nor a tag."""


@dataclass(frozen=True, slots=True)
class Rulings:
    """The rows of one authority file by id, without those that merge in a circle.

    Where an id has several rows, the one for all articles stands in `rows`, or else the first.
    `by_exact` and `by_letters` lead from a name to the id of its row for all articles. `apart`
    leads from a name or an id to the ids of the rows that say it is not theirs. `retyped` are the
    rows that say that a name is a place's, or a person's, by the name's letters.
    """

    rows: Mapping[str, Judgement] = field(default_factory=dict)
    by_exact: Mapping[str, str] = field(default_factory=dict)
    by_letters: Mapping[str, str] = field(default_factory=dict)
    apart: Mapping[str, frozenset[str]] = field(default_factory=dict)
    retyped: Mapping[str, Judgement] = field(default_factory=dict)
    ids: frozenset[str] = frozenset()
    """The ids of the rows for all articles, and those that rows are merged into."""
    scoped: ScopedRows = field(default_factory=ScopedRows)
    problems: tuple[Problem, ...] = ()

    def not_of(self, name: str) -> frozenset[str]:
        """Return the ids of the rows that say that a name is none of theirs."""
        if not self.apart:
            return frozenset()
        none: frozenset[str] = frozenset()
        slug = slugify(name, fallback="")
        return self.apart.get(exact_form(name), none) | self.apart.get(slug, none)

    def id_of(self, name: str) -> str:
        """Return the id of the row that rules on a name, by id or by name, or nothing."""
        if not self.ids:
            return ""
        found = self.by_exact.get(exact_form(name), "")
        if found:
            return found
        slug = slugify(name, fallback="")
        found = slug if slug in self.ids else self.by_letters.get(letters_of(name), "")
        return "" if found and found in self.not_of(name) else found

    def hides(self, id: str) -> bool:
        """Tell whether an entity is to have neither page nor tag."""
        row = self.rows.get(id)
        if row is None or is_scoped(row):
            return False
        return row.status in HIDDEN or is_retyped(row)

    def rejects(self, id: str) -> bool:
        """Tell whether a row says that there is no such entity at all."""
        return self.hides(id) and self.rows[id].status == "rejected"


def is_retyped(row: Judgement) -> bool:
    """Tell whether a row says that its name is of the other type."""
    return row.kind == ("place" if row.type == "person" else "person")


def read_rulings(rows: Iterable[Judgement]) -> Rulings:
    """Prepare the rows of one authority file; where two rows claim a name, the first has it."""
    rows = tuple(rows)
    by_id: dict[str, Judgement] = {}
    for row in sorted(rows, key=is_scoped):
        by_id.setdefault(row.id, row)
    circles = _in_circles(by_id)
    kept = {id: row for id, row in by_id.items() if id not in circles}
    general = [row for row in kept.values() if not is_scoped(row)]
    by_exact: dict[str, str] = {}
    by_letters: dict[str, str] = {}
    # Names go before aliases, so that a row never loses its own name to another row's alias.
    claims = [(row, row.name) for row in general]
    claims += [(row, name) for row in general for name in (row.native_name, *row.aliases)]
    for row, name in claims:
        if name:
            by_exact.setdefault(exact_form(name), row.id)
            by_letters.setdefault(letters_of(name), row.id)
    by_letters.pop("", None)
    return Rulings(
        kept,
        by_exact,
        by_letters,
        _apart(rows),
        {
            letters: row
            for row in reversed(general)
            if is_retyped(row)
            for letters in map(letters_of, (row.id, row.name, *row.aliases))
            if letters
        },
        frozenset(row.id for row in general)
        | {row.merged_into for row in general if _is_merged(row)},
        ScopedRows.of(row for row in rows if is_scoped(row) and row.id not in circles),
        tuple(_circle(by_id[id]) for id in sorted(circles)),
    )


def _apart(rows: Iterable[Judgement]) -> dict[str, frozenset[str]]:
    apart: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        for name in row.not_same:
            apart[exact_form(name)].add(row.id)
    return {name: frozenset(ids) for name, ids in apart.items()}


def _is_merged(row: Judgement) -> bool:
    return bool(row.merged_into) and not is_scoped(row) and not is_retyped(row)


def follow_merges(
    rulings: Rulings, exists: Iterable[str]
) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
    """Lead each merged row's id to the id at the end of its merges.

    `exists` are the ids of the entities that were found; a merge into anything else is left out.
    """
    known = {*exists, *rulings.rows}
    steps = {row.id: row.merged_into for row in rulings.rows.values() if _is_merged(row)}
    unknown = [rulings.rows[id] for id, target in steps.items() if target not in known]
    for row in unknown:
        del steps[row.id]
    ends = {}
    for id, target in steps.items():
        while target in steps:
            target = steps[target]
        ends[id] = target
    return ends, tuple(_unknown(row) for row in unknown)


def unmatched(rulings: Rulings, seen: Iterable[str]) -> tuple[Problem, ...]:
    """Note the rows that ruled on nothing; a merged row keeps an old address alive, and counts."""
    ruled = set(seen)
    return tuple(
        Problem(
            "authority-unmatched",
            f"No article mentions {row.name or row.id!r}, and none is tagged with it.",
            Location(row.path, row.line),
            "Compare the row's id and names with the site, or remove the row.",
            "note",
        )
        for row in rulings.rows.values()
        if row.id not in ruled and not row.merged_into
    )


def _in_circles(rows: Mapping[str, Judgement]) -> set[str]:
    circles: set[str] = set()
    done: set[str] = set()
    for id in rows:
        path: list[str] = []
        while id in rows and _is_merged(rows[id]) and id not in done:
            done.add(id)
            path.append(id)
            id = rows[id].merged_into
        if id in path:
            circles.update(path[path.index(id) :])
    return circles


def _circle(row: Judgement) -> Problem:
    return Problem(
        "authority-merge-circle",
        f"{row.id!r} is merged into {row.merged_into!r}, which leads back to it.",
        Location(row.path, row.line),
        "Let one row of the circle keep its page: empty its `merged_into`. "
        "None of these rows is used until then.",
    )


def _unknown(row: Judgement) -> Problem:
    return Problem(
        "authority-merge-unknown",
        f"{row.id!r} is merged into {row.merged_into!r}, and there is no such id.",
        Location(row.path, row.line),
        "Write the last part of the address of the page that should take its place.",
    )
