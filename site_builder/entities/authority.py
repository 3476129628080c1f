"""The rows of an authority file, ready to be asked which of them rules on a name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from site_builder.entities.matching import letters_of
from site_builder.model.entity import Judgement
from site_builder.model.problem import Location, Problem
from site_builder.model.slug import slugify

HIDDEN = frozenset({"hidden", "rejected"})
"""The states in which an entity has neither a page nor a tag."""


@dataclass(frozen=True, slots=True)
class Rulings:
    """The rows of one authority file by id, without those that merge in a circle.

    `by_exact` and `by_letters` lead from a name to the id of its row; `apart` are the names that a
    row says are somebody else's, with small letters.
    """

    rows: Mapping[str, Judgement] = field(default_factory=dict)
    by_exact: Mapping[str, str] = field(default_factory=dict)
    by_letters: Mapping[str, str] = field(default_factory=dict)
    apart: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    """The ids of the rows, and those that rows are merged into."""
    problems: tuple[Problem, ...] = ()

    def is_apart(self, name: str) -> bool:
        """Tell whether a row says that a name is none of its own."""
        return bool(self.apart) and _exact(name) in self.apart

    def id_of(self, name: str) -> str:
        """Return the id of the row that rules on a name, by id or by name, or nothing."""
        if not self.ids:
            return ""
        found = self.by_exact.get(_exact(name), "")
        if found or self.is_apart(name):
            return found
        slug = slugify(name, fallback="")
        return slug if slug in self.ids else self.by_letters.get(letters_of(name), "")

    def hides(self, id: str) -> bool:
        """Tell whether an entity is to have neither page nor tag."""
        return id in self.rows and self.rows[id].status in HIDDEN


def read_rulings(rows: Iterable[Judgement]) -> Rulings:
    """Prepare the rows of one authority file; where two rows claim a name, the first has it."""
    by_id: dict[str, Judgement] = {}
    for row in rows:
        by_id.setdefault(row.id, row)
    circles = _in_circles(by_id)
    kept = {id: row for id, row in by_id.items() if id not in circles}
    by_exact: dict[str, str] = {}
    by_letters: dict[str, str] = {}
    # Names go before aliases, so that a row never loses its own name to another row's alias.
    for names in (lambda row: (row.name,), lambda row: row.aliases):
        for row in kept.values():
            for name in filter(None, names(row)):
                by_exact.setdefault(_exact(name), row.id)
                by_letters.setdefault(letters_of(name), row.id)
    by_letters.pop("", None)
    return Rulings(
        kept,
        by_exact,
        by_letters,
        frozenset(_exact(name) for row in kept.values() for name in row.not_same),
        frozenset(kept) | {row.merged_into for row in kept.values() if row.merged_into},
        tuple(_circle(by_id[id]) for id in sorted(circles)),
    )


def follow_merges(
    rulings: Rulings, exists: Iterable[str]
) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
    """Lead each merged row's id to the id at the end of its merges.

    `exists` are the ids of the entities that were found; a merge into anything else is left out.
    """
    known = {*exists, *rulings.rows}
    steps = {row.id: row.merged_into for row in rulings.rows.values() if row.merged_into}
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


def _exact(name: str) -> str:
    return " ".join(name.split()).casefold()


def _in_circles(rows: Mapping[str, Judgement]) -> set[str]:
    circles: set[str] = set()
    done: set[str] = set()
    for id in rows:
        path: list[str] = []
        while id in rows and rows[id].merged_into and id not in done:
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
