"""Rows of the authority files that contradict each other, or themselves."""

from collections.abc import Iterable, Iterator, Sequence

from site_builder.entities.authority import HIDDEN, is_retyped
from site_builder.entities.matching import exact_form, letters_of
from site_builder.entities.scopes import is_scoped
from site_builder.entities.where import Places
from site_builder.model.date_range import DateRange
from site_builder.model.entity import Judgement
from site_builder.model.problem import Location, Problem


def contradictions(rows: Sequence[Judgement], gazetteer: Places) -> Iterator[Problem]:
    """Report the rows that cannot all be right; each problem says which is used."""
    for row in rows:
        yield from _in_itself(row)
    people = [row for row in rows if row.type == "person"]
    places = [row for row in rows if row.type == "place"]
    yield from _not_merged(people)
    yield from _not_merged(places)
    yield from _claimed_twice(people)
    # Places of one name are many; the gazetteer's ids tell them apart.
    yield from _claimed_twice([row for row in places if not gazetteer.by_id(row.id)])
    yield from _both_types(people, places)


def _in_itself(row: Judgement) -> Iterator[Problem]:
    if row.merged_into and row.status in HIDDEN:
        yield _wrong(
            row,
            f"{row.id!r} is merged into {row.merged_into!r}, and {row.status} as well.",
            "Empty one of the two cells. The merge is used until then.",
        )
    own = {exact_form(name) for name in (row.name, *row.aliases) if name}
    for name in row.not_same:
        if exact_form(name) in own:
            yield _wrong(
                row,
                f"{name!r} is a name of {row.id!r}, and stands in its `not_same`.",
                "Take it out of one of the two. It is used as a name until then.",
            )


def _not_merged(rows: Sequence[Judgement]) -> Iterator[Problem]:
    """Report merges of what another cell says are two."""
    by_id = {row.id: row for row in reversed(rows)}
    for row in rows:
        target = by_id.get(row.merged_into) if row.merged_into else None
        ours, theirs = _handles(row), _handles(target) if target else {row.merged_into}
        for one, names in ((row, theirs), (target, ours)):
            if one and row.merged_into and names & set(map(exact_form, one.not_same)):
                yield _wrong(
                    row,
                    f"{row.id!r} is merged into {row.merged_into!r}, and line {one.line} says "
                    "that the two are not the same.",
                    "Empty `merged_into`, or take the name out of `not_same`. "
                    "The merge is used until then.",
                )
                break


def _handles(row: Judgement) -> set[str]:
    return {row.id, exact_form(row.name)} - {""}


def _claimed_twice(rows: Iterable[Judgement]) -> Iterator[Problem]:
    """Report names that two rows for the same articles have."""
    first: dict[str, list[Judgement]] = {}
    for row in rows:
        for name in dict.fromkeys(map(exact_form, filter(None, (row.name, *row.aliases)))):
            others = first.setdefault(name, [])
            other = next((one for one in others if _clash(one, row)), None)
            if other:
                yield Problem(
                    "authority-name-twice",
                    f"{name!r} is a name of {row.id!r}, and of {other.id!r} on line {other.line}.",
                    Location(row.path, row.line),
                    "Take it out of one row, or limit rows with `articles` or `dates`. "
                    "The first is used until then.",
                )
            else:
                others.append(row)


def _clash(one: Judgement, other: Judgement) -> bool:
    """Tell whether two rows with a name in common are for different entities in one article."""
    if one.id == other.id or (one.merged_into or one.id) == (other.merged_into or other.id):
        return False
    if is_retyped(one) and is_retyped(other):
        return False
    if is_scoped(one) != is_scoped(other):
        return False
    if one.articles and other.articles:
        return bool(set(one.articles) & set(other.articles)) and _meet(one, other)
    return one.articles == other.articles and _meet(one, other)


def _meet(one: Judgement, other: Judgement) -> bool:
    try:
        spans = [DateRange.parse(row.dates) if row.dates else DateRange() for row in (one, other)]
    except ValueError:
        return False
    return spans[0].first <= spans[1].last and spans[1].first <= spans[0].last


def _both_types(people: Iterable[Judgement], places: Iterable[Judgement]) -> Iterator[Problem]:
    """Report names that one file calls a place's and the other a person's."""
    as_person = {
        letters_of(name): row
        for row in places
        if is_retyped(row)
        for name in (row.id, row.name, *row.aliases)
    }
    for row in people:
        if not is_retyped(row):
            continue
        for name in (row.name, *row.aliases, row.id):
            other = as_person.get(letters_of(name)) if name else None
            if other and not (is_scoped(row) or is_scoped(other)):
                yield _wrong(
                    row,
                    f"{row.path} says that {name!r} is a place, and {other.path}:{other.line} "
                    "that it is a person.",
                    "Empty the `kind` of one of the two.",
                )
                break


def _wrong(row: Judgement, message: str, hint: str) -> Problem:
    return Problem("authority-contradiction", message, Location(row.path, row.line), hint)
