"""The places that the gazetteer is made of, before they have ids."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import curated
import world

from site_builder.model.slug import fold

TYPE_WORDS = re.compile(
    r"^(?:City state|State of|Region of|Provincia de|Province of|Departamento de)\s+"
    r"|\s+(?:Province|Prefecture|Region|Regional State|County|State|Oblast|oblast|Oblast’|Oblast'|Oblisi|Kray|Krai|Republic|"
    r"Department|Governorate|District|Voivodeship|City|City \(HCMC\)|Capital|Metropolitan|Municipality|"
    r"Parish|Canton|Division|Emirate|-do|-si)$|-(?:do|si)$"
)  # fmt: skip
MUNICIPALITIES = {"CN.22", "CN.23", "CN.28", "CN.33", "JP.40", "RU.48"}
BIG = 1_000_000


@dataclass
class Entry:
    """One place while the gazetteer is being made."""

    name: str
    kind: str
    iso: str
    rank: int
    population: int = 0
    lat: float | None = None
    lon: float | None = None
    geonames: str = ""
    parent: "Entry | None" = None
    admin: "Entry | None" = None
    aliases: set[str] = field(default_factory=set)
    slug: str = ""
    late: bool = False
    """It was added or renamed later, and takes no slug away from what was there before."""
    became: "Entry | None" = None
    """The city that a division is one with, and gives way to."""
    filed: str = ""
    """The name of a renamed division in the slugs of its cities."""

    def prominence(self) -> tuple[Any, ...]:
        """Order entries: the most prominent first."""
        return (self.rank, -self.population, self.iso, self.name, self.geonames)


def make_countries(rows: Iterable[dict[str, Any]]) -> dict[str, Entry]:
    """Make an entry for each country and territory, by ISO code."""
    made = {}
    for row in rows:
        iso = row["iso"]
        if iso in curated.LEFT_OUT:
            continue
        name = curated.COUNTRY_NAMES.get(iso, row["name"].strip())
        territory = iso in curated.TERRITORIES
        made[iso] = Entry(
            name, "territory" if territory else "country", iso, 1 if territory else 0,
            row["population"], geonames=str(row["geonameid"]),
            aliases={row["name"].strip(), *filter(None, curated.COUNTRY_ALIASES.get(iso, "").split("|"))},
        )  # fmt: skip
    for iso, owner in curated.TERRITORIES.items():
        if iso in made and owner:
            made[iso].parent = made[owner]
    return made


def make_divisions(path: Path, countries: dict[str, Entry]) -> dict[str, Entry]:
    """Make an entry for each first-level division, by `ISO.code`."""
    kinds = {iso: kind for kind, isos in curated.DIVISIONS.items() for iso in isos.split()}
    made: dict[str, Entry] = {}
    for line in path.read_text("utf-8").splitlines():
        code, name, ascii_name, geonames = line.split("\t")
        iso = code.partition(".")[0]
        if iso not in countries or iso in {"HK", "MO", "TW", "SG"}:
            continue
        bare = plain(TYPE_WORDS.sub("", name).strip(), iso)
        aliases = {name, TYPE_WORDS.sub("", ascii_name).strip()}
        aliases |= set(filter(None, curated.DIVISION_ALIASES.get((iso, bare), "").split("|")))
        made[code] = Entry(
            bare,
            kinds.get(iso, "province"),
            iso,
            3,
            geonames=geonames,
            parent=countries[iso],
            aliases=aliases,
        )
    return made


def make_cities(
    rows: Iterable[dict[str, Any]], countries: dict[str, Entry], divisions: dict[str, Entry]
) -> list[Entry]:
    """Make an entry for each city."""
    rows = list(rows)
    named = news_names(rows)
    made = []
    for row in rows:
        iso = row["countrycode"]
        if iso not in countries:
            continue
        division = divisions.get(f"{iso}.{row['admin1code']}")
        name = plain(curated.CITY_NAMES.get((iso, row["name"]), row["name"]), iso)
        aliases = set(filter(None, curated.CITY_ALIASES.get((iso, name), "").split("|")))
        aliases |= named.get(str(row["geonameid"]), set())
        if row["population"] > BIG:
            aliases |= set(plain_alternates(name, row["alternatenames"]))
        made.append(
            Entry(
                name,
                "city",
                iso,
                4,
                row["population"],
                round(row["latitude"], 2),
                round(row["longitude"], 2),
                str(row["geonameid"]),
                division or countries[iso],
                division,
                aliases,
            )
        )
    return made


def news_names(rows: Iterable[dict[str, Any]]) -> dict[str, set[str]]:
    """Give each name of `world.CITY_NAMES` to the largest city that has it, by GeoNames id."""
    wanted: dict[str, list[str]] = defaultdict(list)
    for entry in world.CITY_NAMES.split("|"):
        iso, _, name = entry.rpartition(":")
        wanted[name].append(iso)
    best: dict[tuple[str, str], tuple[int, str]] = {}
    for row in rows:
        for name in {row["name"], *row["alternatenames"]} & wanted.keys():
            for iso in wanted[name]:
                if iso in ("", row["countrycode"]):
                    found = (row["population"], str(row["geonameid"]))
                    best[iso, name] = max(best.get((iso, name), found), found)
    names: dict[str, set[str]] = defaultdict(set)
    for (_, name), (_, geonames) in best.items():
        names[geonames].add(name)
    return names


def plain(name: str, iso: str) -> str:
    """Write a name without marks where its country's names are written so in English."""
    if iso not in curated.PLAIN:
        return name
    marked = unicodedata.normalize("NFKD", name.replace("Đ", "D").replace("đ", "d"))
    return re.sub(
        "[\u02bb\u02bc’`]", "", "".join(c for c in marked if not unicodedata.combining(c))
    )


def plain_alternates(name: str, alternates: list[str]) -> Iterable[str]:
    """Pick the spellings that English news may use: the same letters, near enough."""
    for other in alternates:
        if re.fullmatch(r"[A-Z][a-zà-ž]{3,}(?:[ -][A-Z]?[a-zà-ž]{2,}){0,2}", other):
            near = fold(other).replace("-", " ")
            if (
                near[:3] == fold(name)[:3]
                and abs(len(other) - len(name)) <= 4
                and near != fold(name)
            ):
                yield other


def locate(countries: dict[str, Entry], divisions: dict[str, Entry], cities: list[Entry]) -> None:
    """Give each country and division the middle of its cities, weighted by their people."""
    groups: dict[int, list[Entry]] = defaultdict(list)
    for city in cities:
        groups[id(countries[city.iso])].append(city)
        if city.admin:
            groups[id(city.admin)].append(city)
    for area in [*countries.values(), *divisions.values()]:
        inside = groups.get(id(area), [])
        weight = sum(city.population + 1 for city in inside)
        if weight:
            area.lat = round(sum((c.lat or 0) * (c.population + 1) for c in inside) / weight, 2)
            area.lon = round(sum((c.lon or 0) * (c.population + 1) for c in inside) / weight, 2)
        if area.rank == 3:
            area.population = sum(city.population for city in inside)


def make_historic_divisions(countries: dict[str, Entry], cities: list[Entry]) -> list[Entry]:
    """Make the divisions that were merged away, each where the city of its name lies."""
    made = []
    for (iso, kind), listed in curated.HISTORIC_DIVISIONS.items():
        found = {fold(city.name): city for city in cities if city.iso == iso}
        for name in listed.split("|"):
            city = found.get(fold(name))
            lat, lon = (city.lat, city.lon) if city else (None, None)
            made.append(Entry(name, kind, iso, 3, 0, lat, lon, "", countries[iso]))
    return made


def merge_municipalities(cities: list[Entry], divisions: dict[str, Entry]) -> None:
    """Drop each division that is one city with its surroundings, such as Beijing or Berlin."""
    total: Counter[int] = Counter()
    largest: dict[int, Entry] = {}
    for city in cities:
        if city.admin:
            key = id(city.admin)
            total[key] += city.population
            if key not in largest or city.population > largest[key].population:
                largest[key] = city
    for code, division in list(divisions.items()):
        principal = largest.get(id(division))
        if principal is None or (division.iso == "JP" and division.name != "Tokyo"):
            continue
        same = fold(division.name) in {fold(principal.name), *map(fold, principal.aliases)}
        if same and (principal.population > 0.55 * total[id(division)] or code in MUNICIPALITIES):
            del divisions[code]
            division.became = principal
            principal.parent = division.parent
            for other in cities:
                if other is not principal and other.admin is division:
                    other.parent = principal


def make_regions(
    countries: dict[str, Entry], divisions: dict[str, Entry], cities: list[Entry]
) -> list[Entry]:
    """Make the curated regions, seas, rivers and small places that are in the news."""
    states = {entry.name: entry for entry in divisions.values() if entry.iso == "US"}
    have = {(fold(city.name), city.iso) for city in cities if city.population > 20_000}
    made = []
    regions = {**world.REGIONS, **curated.REGIONS}
    small = {**world.SMALL_CITY_STATES, **curated.SMALL_CITY_STATES}
    for name, (kind, iso, lat, lon, other) in regions.items():
        state = states.get(small.get(name, ""))
        if kind == "city" and state is None and (fold(name), iso) in have:
            continue
        rank, population = (4, 9_000) if kind == "city" else (2, 0)
        parent = state or countries.get(iso)
        iso = iso if iso in countries else ""
        aliases = set(filter(None, other.split("|")))
        made.append(Entry(name, kind, iso, rank, population, lat, lon, "", parent, state, aliases))
    return made


def states_in_short(divisions: dict[str, Entry]) -> dict[str, Entry]:
    """Return the states of the United States by their two letters."""
    states = {entry.name: entry for entry in divisions.values() if entry.iso == "US"}
    return {
        code.rpartition("|")[2]: states[name]
        for name, code in curated.STATE_SHORT.items()
        if name in states
    }


def make_counties(rows: Iterable[dict[str, str]], short: dict[str, Entry]) -> list[Entry]:
    """Make the counties of the United States, which are read only with the word County."""
    return [
        Entry(row["name"], "county", "US", 5, 0, short[row["state"]].lat, short[row["state"]].lon, "", short[row["state"]], short[row["state"]])
        for row in rows
        if row["state"] in short and row["name"].endswith(("County", "Parish"))
    ]  # fmt: skip
