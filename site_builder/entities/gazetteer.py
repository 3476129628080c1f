"""The gazetteer: every place name that the program knows, and the words that tell names apart."""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from site_builder.model.entity import PlaceKind
from site_builder.model.slug import fold


@dataclass(frozen=True, slots=True)
class Toponym:
    """One place of the gazetteer.

    `id` is unique and made from the gazetteer alone. `iso` is its country's ISO code, or empty;
    `country` that country's name. `parent` is the id of the place that contains it, or empty.
    """

    id: str
    name: str
    kind: PlaceKind
    iso: str = ""
    country: str = ""
    parent: str = ""
    lat: float | None = None
    lon: float | None = None
    geonames: str = ""
    population: int = 0


class Gazetteer:
    """Place names, read from the compact form that site_builder/data/README.md describes.

    Names are decoded when they are first asked for. Nothing changes after `parse`, except for what
    is remembered.
    """

    def __init__(self, sections: Mapping[str, Sequence[str]]) -> None:
        self._rows = sections["places"]
        self._index = dict(zip(sections["names"], sections["meant"], strict=True))
        self._short = _pairs(sections["short"])
        self.demonyms = _pairs(sections["demonyms"])
        """From a word for a people (`japanese`) to the ISO code of its country, or to nothing."""
        self.given_names = frozenset(sections["given"])
        self.surnames = frozenset(sections["surnames"])
        self.words = frozenset(sections["words"])
        """Words that hardly ever have a capital within a sentence."""
        self.small = frozenset(sections["small"])
        """Words beyond those that stand in small letters now and then."""
        self._known: dict[int, Toponym] = {}
        self._numbers: dict[str, tuple[int, ...]] = {}

    @classmethod
    def parse(cls, data: bytes) -> "Gazetteer":
        """Read the compact form; raises ValueError for anything else."""
        try:
            parts = zlib.decompress(data).decode().split("\f")
            sections = {
                name: text.split("\n") for name, _, text in (p.partition("\n") for p in parts)
            }
            return cls(sections)
        except (zlib.error, UnicodeDecodeError, KeyError, ValueError) as error:
            raise ValueError(f"not a gazetteer: {error}") from error

    def find(self, key: str) -> tuple[int, ...]:
        """Number the places of a folded name, what the bare name means first; often none."""
        known = self._numbers.get(key)
        if known is None:
            found = self._index.get(key)
            if found is None:
                return ()
            known = self._numbers[key] = tuple(map(int, found.split(",")))
        return known

    def __contains__(self, key: str) -> bool:
        return key in self._index

    @property
    def names(self) -> Mapping[str, str]:
        """Every folded name; what it leads to is for `find` to read."""
        return self._index

    def starts(self, word: str) -> int:
        """Count the words of the longest name that starts with a folded word; 0 for none."""
        return self._starts.get(word) or int(word in self._index)

    def state_in_short(self, key: str) -> int | None:
        """Number the state that a folded abbreviation after a comma means: `n.c`, `calif`."""
        found = self._short.get(key)
        return int(found) if found else None

    def place(self, number: int) -> Toponym:
        """Decode the place of a number."""
        known = self._known.get(number)
        if known is None:
            known = self._known[number] = self._decode(number)
        return known

    def by_id(self, id: str) -> Toponym | None:
        """Find a place by its id."""
        for number in self.find(id.replace("-", " ")):
            if self.place(number).id == id:
                return self.place(number)
        stored = self._by_stored_id.get(id)
        return None if stored is None else self.place(stored)

    def by_name(self, name: str) -> Toponym | None:
        """Find the place that a bare name means."""
        found = self.find(key_of(name))
        return self.place(found[0]) if found else None

    def _decode(self, number: int) -> Toponym:
        name, id, kind, iso, parent, lat, lon, geonames, population = self._rows[number].split("\t")
        return Toponym(
            id or key_of(name).replace(" ", "-"),
            name,
            cast(PlaceKind, kind),
            iso,
            name if kind == "country" else self._countries.get(iso, ""),
            self.place(int(parent)).id if parent else "",
            float(lat) if lat else None,
            float(lon) if lon else None,
            geonames,
            int(population),
        )

    @cached_property
    def _countries(self) -> Mapping[str, str]:
        """The name of each country by its ISO code; a territory's code gives its country."""
        names: dict[str, str] = {}
        owners: dict[str, int] = {}
        for number, row in enumerate(self._rows[:400]):
            name, _, kind, iso, parent, _ = row.split("\t", 5)
            if kind == "country" and iso:
                names[iso] = name
            elif kind == "territory" and iso not in names:
                owners.setdefault(iso, int(parent) if parent else number)
        for iso, number in owners.items():
            name, _, kind, _ = self._rows[number].split("\t", 3)
            if iso not in names and kind == "country":
                names[iso] = name
        return names

    @cached_property
    def _starts(self) -> Mapping[str, int]:
        """The words of the longest name by its first word, for names of several words."""
        longest: dict[str, int] = {}
        for key in self._index:
            count = key.count(" ") + 1
            if count > 1:
                first = key.partition(" ")[0]
                if count > longest.get(first, 0):
                    longest[first] = count
        return longest

    @cached_property
    def _by_stored_id(self) -> Mapping[str, int]:
        stored = {}
        for number, row in enumerate(self._rows):
            id = row.split("\t", 2)[1]
            if id:
                stored[id] = number
        return stored


def key_of(name: str) -> str:
    """Fold a name for looking it up: small letters without marks, without dots at word ends."""
    return " ".join(part.strip(".,()") for part in fold(name).split())


def _pairs(lines: Sequence[str]) -> dict[str, str]:
    return dict(cast("list[tuple[str, str]]", [line.split("\t", 1) for line in lines if line]))
