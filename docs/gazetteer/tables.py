"""Reading the tables of names beside this file, which say what each of their columns is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from places import Entry

from site_builder.model.slug import fold

HERE = Path(__file__).parent
# Of these words alone no name consists: "Free State", "Federal District".
EVERYDAY = {"Free", "Federal", "Capital"}
# So near, in degrees, a city of the same name is the same place.
SAME = 0.7


def rows(name: str, columns: int) -> Iterator[list[str]]:
    """Read a table: each line in so many columns, parted by spaces; the last takes the rest."""
    for line in (HERE / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split(" ", columns - 1)


def name_divisions(divisions: list[Entry], kept: dict[str, Entry]) -> None:
    """Give divisions the names that news prints, and their other forms.

    Of `divisions`, those that are not kept have become one with their city, which gets the forms.
    """
    by_name: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for division in divisions:
        by_name[division.iso, division.name].append(division)
    for table in ("divisions_renamed.txt", "divisions_forms.txt"):
        for (line,) in rows(table, 1):
            old, forms = line.split(": ", 1)
            iso, _, name = old.partition(".")
            found = by_name[iso, name]
            if not found:
                raise ValueError(f"{table}: no division is called {old}")
            for division in found:
                first, *others = forms.split("|")
                if division.became:
                    division.became.aliases |= {first, *others}
                    continue
                if table == "divisions_renamed.txt":
                    division.aliases.add(division.name)
                    division.filed, division.name, division.late = division.name, first, True
                division.aliases |= {first, *others}
    for division in kept.values():
        division.aliases -= EVERYDAY


def add_regions(regions: list[Entry], countries: dict[str, Entry], cities: list[Entry]) -> None:
    """Add the regions of the table; of those that are there already, only their new names."""
    known = {fold(name): one for one in regions for name in (*one.aliases, one.name)}
    large: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for city in cities:
        if city.population > 15_000:
            large[fold(city.name), city.iso].append(city)
    for kind, iso, lat, lon, thousands, forms in rows("regions.txt", 6):
        first, *others = forms.split("|")
        code = iso if iso in countries else ""
        same = large[fold(first), code] if kind in ("city", "district", "place") else []
        if any(is_near(city, float(lat), float(lon)) for city in same):
            continue
        there = known.get(fold(first))
        if there is None:
            there = Entry(
                first, kind, code, 4 if kind == "city" else 2, 1000 * int(thousands),
                float(lat), float(lon), parent=countries.get(code), late=True,
            )  # fmt: skip
            known[fold(first)] = there
            regions.append(there)
        there.aliases |= {other for other in others if fold(other) not in known}
        known.update((fold(other), there) for other in others if fold(other) not in known)


def is_near(city: Entry, lat: float, lon: float) -> bool:
    """Tell whether a city is so near a position that it is the place meant there."""
    return abs((city.lat or 0) - lat) < SAME and abs((city.lon or 0) - lon) < SAME


def make_old_counties(
    countries: dict[str, Entry], divisions: dict[str, Entry], regions: list[Entry]
) -> list[Entry]:
    """Make the counties of Great Britain and Ireland."""
    known = {entry.name: entry for entry in regions}
    made = []
    for code, lat, lon, thousands, forms in rows("counties.txt", 5):
        name, *others = forms.split("|")
        iso = code[:2]
        part = divisions.get(code)
        # A curated region has taken the place of the division.
        parent = known.get(part.name, part) if part else countries[iso]
        made.append(
            Entry(
                name,
                "county",
                iso,
                4,
                1000 * int(thousands),
                float(lat),
                float(lon),
                parent=parent,
                aliases=set(others),
                late=True,
            )
        )
    return made


def make_former_states() -> list[Entry]:
    """Make the states that are no more."""
    made = []
    for lat, lon, forms in rows("former_states.txt", 3):
        name, *others = forms.split("|")
        made.append(
            Entry(name, "country", "", 0, 1, float(lat), float(lon), aliases=set(others), late=True)
        )
    return made


def locate_counties(
    counties: Iterable[Entry], cities: list[Entry], states: dict[str, Entry]
) -> None:
    """Give large counties of the United States the position of the city in their middle."""
    towns: dict[tuple[str, str], Entry] = {}
    for city in sorted(
        (c for c in cities if c.iso == "US" and c.admin), key=lambda c: c.population
    ):
        towns[city.admin.name if city.admin else "", fold(city.name)] = city
    found = {(county.parent.name, county.name): county for county in counties if county.parent}
    for (line,) in rows("county_towns.txt", 1):
        short, pairs = line.split(": ", 1)
        state = states[short].name
        for pair in pairs.split("|"):
            words = pair.split()
            for cut in range(1, len(words)):
                name, town = " ".join(words[:cut]), towns.get((state, fold(" ".join(words[cut:]))))
                county = found.get((state, f"{name} County")) or found.get(
                    (state, f"{name} Parish")
                )
                if county and town:
                    county.lat, county.lon = town.lat, town.lon
                    break
            else:
                raise ValueError(f"county_towns.txt: {state} has no such county and city: {pair}")
