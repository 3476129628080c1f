"""Where it was: the places of all articles, and the places that contain them."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol, cast, get_args

from site_builder.entities.authority import Rulings, follow_merges
from site_builder.entities.evidence import (
    LEAST,
    CommonWords,
    Tally,
    has_small_word,
    place_confidence,
    together,
)
from site_builder.entities.finds import Find
from site_builder.entities.gazetteer import Toponym
from site_builder.entities.matching import letters_of
from site_builder.entities.who import other_names
from site_builder.model.article import Article
from site_builder.model.entity import Judgement, Place, PlaceKind
from site_builder.model.problem import Location, Problem
from site_builder.model.slug import fold, slugify

_DASHES = re.compile("[\u2010-\u2015]")
_KINDS = frozenset(get_args(PlaceKind))
# Printed after a name, these often belong to something else: the Idaho district, Hawaii State.
_LOOSE_KINDS = frozenset({"area", "city", "county", "district", "region", "river", "state"})


class Places(CommonWords, Protocol):
    """What resolving asks of the gazetteer."""

    def by_id(self, id: str) -> Toponym | None:
        """Find a place by its id."""

    def by_name(self, name: str) -> Toponym | None:
        """Find the place that a bare name means."""


@dataclass(frozen=True, slots=True)
class Where:
    """The places of the archive.

    `places` are those with a page and those that contain them, by id; `ids` leads from a find's
    handle to the id, hidden and waiting ones included. `moved` and `seen` are as for persons.
    `tallies` are those of the places mentioned, by id, and `unknown` the ids of those of which
    nothing is known but the name; `names` are the forms of a place, the usual first.
    """

    places: Mapping[str, Place] = field(default_factory=dict)
    ids: Mapping[str, str] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    seen: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    tallies: Mapping[str, Tally] = field(default_factory=dict)
    unknown: frozenset[str] = frozenset()
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class AllPlaces:
    """Counts the places of one article after the other; `settle` then says which they are."""

    def __init__(self, rulings: Rulings, gazetteer: Places) -> None:
        self._rulings, self._gazetteer = rulings, gazetteer
        self._tallies: dict[str, Tally] = {}
        self._forms: dict[str, Counter[str]] = {}
        self._ids: dict[str, str] = {}
        self._unknown: dict[str, None] = {}
        self._insisted: set[str] = set()
        self._notes: list[Problem] = []

    def add(self, article: Article, finds: Iterable[Find]) -> None:
        """Count the places of an article; articles have to come in the order of their ids."""
        for find in finds:
            handle = find.handle
            tally = self._tallies.get(handle)
            if tally is None:
                tally = self._tallies[handle] = Tally(article.id, find.first)
                self._forms[handle] = Counter()
                self._ids[handle] = find.key or self._id_of(find.name)
                if not self._ids[handle]:
                    self._unknown[handle] = None
            tally.add(find)
            self._forms[handle].update([find.name, *find.surfaces])
            if handle in self._unknown and find.first.rule == "editor":
                self._notes.append(_unknown(find.name, article))
            if find.insisted:
                self._insisted.add(self._ids[handle])

    def _id_of(self, name: str) -> str:
        """Return the id that a bare name means by itself, or nothing."""
        known = self._gazetteer.by_name(_DASHES.sub("-", name))
        return self._rulings.id_of(name) or (known.id if known else "")

    def settle(self) -> Where:
        """Give every find its place, and add the places that contain those."""
        rulings, gazetteer, ids = self._rulings, self._gazetteer, self._ids
        moved = _claimed_by_name(set(ids.values()) - {""}, rulings, gazetteer)
        # The id of a row for some articles is that of the place that has it in the others, too.
        shared = {row.id for row in rulings.scoped.rows} - rulings.ids
        _name_unknown(ids, self._unknown, set(ids.values()) - shared, gazetteer)
        own = {moved.get(id, id) for id in ids.values()}
        ends, problems = follow_merges(rulings, own | _in_gazetteer(rulings, gazetteer))
        moved = {**{old: ends.get(new, new) for old, new in moved.items()}, **ends}
        forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
        parts: defaultdict[str, list[Tally]] = defaultdict(list)
        for handle, id in ids.items():
            ids[handle] = moved.get(id, id)
            forms[ids[handle]].update(self._forms[handle])
            parts[ids[handle]].append(self._tallies[handle])
        tallies = {id: together(found) for id, found in parts.items()}
        unknown = {ids[handle] for handle in self._unknown} - {*rulings.rows, *ends.values()}
        sure = {id: self._confidence(id, tallies[id], id in unknown) for id in tallies}
        maker = _Maker(rulings, gazetteer, moved, forms, sure, self._insisted)
        for id in sorted(forms):
            if id not in unknown or tallies[id].listed or sure[id] >= LEAST:
                maker.add(id)
        return Where(
            maker.places,
            ids,
            moved,
            frozenset(own | maker.seen),
            (*problems, *self._notes, *maker.problems),
            tallies,
            frozenset(unknown),
            {id: tuple(_usual_first(forms[id])) for id in unknown},
        )

    def _confidence(self, id: str, tally: Tally, unknown: bool) -> float:
        """Return how sure a place is; an editor's row makes it certain."""
        if id in self._rulings.ids or id in self._rulings.rows:
            return 1.0
        common = unknown and has_small_word(tally.first.name, self._gazetteer)
        return place_confidence(tally, unknown, common)


def _usual_first(forms: Counter[str]) -> list[str]:
    return sorted(forms, key=lambda form: (form.isupper(), -forms[form], form))


def _claimed_by_name(found: set[str], rulings: Rulings, gazetteer: Places) -> dict[str, str]:
    """Lead the gazetteer's ids to the rows with an id of their own and the same name."""
    claimed: dict[str, str] = {}
    for id in sorted(found - rulings.ids) if rulings.rows else ():
        known = gazetteer.by_id(id)
        row = rulings.id_of(known.name) if known else ""
        if not known or row not in rulings.rows or row in claimed.values():
            continue
        if not gazetteer.by_id(row):
            usual = gazetteer.by_name(known.name)
            if usual is None or usual.id == id or usual.id not in found:
                claimed[id] = row
    return claimed


def _name_unknown(
    ids: dict[str, str], unknown: Iterable[str], taken: set[str], gazetteer: Places
) -> None:
    """Give the places that nobody knows their ids; one name in two spellings is one place."""
    given: dict[str, str] = {}
    for name in sorted(unknown):
        letters = letters_of(name) or name
        if letters not in given:
            slug = slugify(name, fallback="place-" + "-".join(f"{ord(c):x}" for c in name))
            id, number = slug, 1
            while id in taken or gazetteer.by_id(id):
                number += 1
                id = f"{slug}-{number}"
            given[letters] = id
            taken.add(id)
        ids[name] = given[letters]


def _in_gazetteer(rulings: Rulings, gazetteer: Places) -> set[str]:
    return {id for id in rulings.ids if gazetteer.by_id(id)}


def _unknown(name: str, article: Article) -> Problem:
    return Problem(
        "place-unknown",
        f"Nothing is known of the place {name!r} but its name.",
        Location(article.path),
        "Give it a row in content/places.csv, or mend its spelling.",
        "note",
    )


def _telling(name: str, kind: str, printed: Iterable[str]) -> list[str]:
    """Leave out the forms that only say what else has the name: Idaho district, Hawaii State."""
    letters = letters_of(name)

    def tells(form: str) -> bool:
        last = fold(form).rpartition(" ")[2]
        more = last in _LOOSE_KINDS and (last != kind or kind == "state")
        return not (more and letters_of(form).startswith(letters))

    return [form for form in printed if tells(form)]


class _Maker:
    """Makes places from the gazetteer and the rows, each after the place that contains it."""

    def __init__(
        self,
        rulings: Rulings,
        gazetteer: Places,
        moved: Mapping[str, str],
        forms: Mapping[str, Counter[str]],
        sure: Mapping[str, float],
        insisted: Collection[str],
    ) -> None:
        self._rulings, self._gazetteer, self._moved, self._forms = rulings, gazetteer, moved, forms
        self._sure, self._insisted = sure, insisted
        self.places: dict[str, Place] = {}
        self.problems: list[Problem] = []
        self.seen: set[str] = set()

    def add(self, id: str, inner: tuple[str, ...] = ()) -> str:
        """Make a place and those around it; return its id, or for a hidden one the next outside.

        `inner` are the ids of the places within it, from which it is made.
        """
        if id in self.places:
            return id
        self.seen.add(id)
        row = self._rulings.rows.get(id)
        known = self._known(id, row)
        parent = self._outside(id, row, known, inner)
        if self._rulings.hides(id) and id not in self._insisted:
            return parent
        if not row and not known and id not in self._forms:
            return ""
        self.places[id] = self._place(id, row, known, parent)
        return id

    def _known(self, id: str, row: Judgement | None) -> Toponym | None:
        """Return what the gazetteer knows of a place, also where the row has an id of its own."""
        known = self._gazetteer.by_id(id)
        if known or row is None or row.parent or row.lat is not None:
            return known
        return self._gazetteer.by_name(row.name) if row.name else None

    def _outside(
        self, id: str, row: Judgement | None, known: Toponym | None, inner: tuple[str, ...]
    ) -> str:
        named = row.parent if row else ""
        outside = named or (known.parent if known else "")
        outside = self._moved.get(outside, outside)
        if not outside:
            return ""
        if outside in (id, *inner):
            if row:
                self._wrong(
                    row, "authority-parent", f"{id!r} lies, by way of its parents, in itself."
                )
            return ""
        found = self.add(outside, (*inner, id))
        if named and not found and row and not self._rulings.hides(outside):
            self._wrong(row, "authority-parent", f"The parent {named!r} is no id of a place.")
        return found

    def _place(self, id: str, row: Judgement | None, known: Toponym | None, parent: str) -> Place:
        forms = self._forms.get(id, Counter())
        printed = _usual_first(forms)
        name = (row.name if row else "") or (known.name if known else "")
        name = name or (printed[0] if printed else id)
        around = self.places.get(parent)
        kind = known.kind if known else "place"
        place = Place(
            id=id,
            name=name,
            sort_name=(row.sort_name if row else "") or name.removeprefix("The "),
            kind=kind,
            country=known.country if known else around.country if around else "",
            parent=parent,
            lat=known.lat if known else None,
            lon=known.lon if known else None,
            aliases=other_names(name, row.aliases if row else (), _telling(name, kind, printed)),
            confidence=self._sure.get(id, 1.0),
        )
        return self._ruled(place, row) if row else place

    def _ruled(self, place: Place, row: Judgement) -> Place:
        kind = cast(PlaceKind, row.kind) if row.kind in _KINDS else place.kind
        if row.kind and row.kind not in _KINDS:
            self._wrong(row, "authority-kind", f"The kind {row.kind!r} is not known.")
        located = row.lat is not None and row.lon is not None
        return replace(
            place,
            kind=kind,
            country=place.name if kind == "country" else place.country,
            lat=row.lat if located else place.lat,
            lon=row.lon if located else place.lon,
            native_name=row.native_name,
            wikidata=row.wikidata,
            geonames=row.geonames,
        )

    def _wrong(self, row: Judgement, code: str, message: str) -> None:
        hints = {
            "authority-kind": f"Write one of {', '.join(get_args(PlaceKind))}.",
            "authority-parent": "Write the last part of the address of the place's page.",
        }
        self.problems.append(Problem(code, message, Location(row.path, row.line), hints[code]))
