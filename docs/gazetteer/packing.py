"""Packing: the gazetteer's places, and the words that tell names apart, as one compact file."""

import re
import zlib
from collections import Counter, defaultdict
from pathlib import Path

import curated
import names as census
from demonyms import DEMONYMS
from given_names import GIVEN
from places import Entry

from site_builder.model.slug import fold

SURNAMES = 12_000
DIVISION_WEIGHT = 3
LEAST_DIVISION = 100_000
"""News names a division as often as a town of three times its people, and at least so many."""
AROUND = 2.0
"""So far, in degrees, the middle of a division may lie from its core."""


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
        "names": sorted(index),
        "meant": [
            ",".join(number[id(entry)] for entry in meant_first(found))
            for _, found in sorted(index.items())
        ],
        "short": sorted(short),
        "demonyms": sorted(set(demonyms)),
        "given": sorted(given_names()),
        "surnames": sorted(surnames()),
        "words": sorted(words),
        "small": sorted(small_words(texts) - set(words)),
    }
    text = "\f".join(name + "\n" + "\n".join(lines) for name, lines in sections.items())
    return zlib.compress(text.encode(), 9)


def meant_first(found: list[Entry]) -> list[Entry]:
    """Order the places of one name by what the bare name means in the news.

    A country, territory or region comes first; then a city before the division that it lies in and
    shares its name with; then divisions, then cities by size.
    """

    largest = {
        (entry.iso, entry.name): entry
        for entry in sorted(found, key=lambda entry: entry.population)
        if entry.rank == 4
    }

    def order(entry: Entry) -> tuple[int, int]:
        if entry.rank < 3:
            return (entry.rank, 0)
        if entry.rank == 3:
            # A division without any town is hardly ever meant where a town has its name.
            empty = not entry.population and entry.geonames
            return (3, 0) if empty else (3, -strength(entry))
        if entry.rank != 4:
            return (entry.rank, -entry.population)
        if (entry.iso, entry.name) in curated.MEANT and largest[entry.iso, entry.name] is entry:
            return (3, -(10**10))
        twins = [other for other in found if other.rank == 3 and is_around(other, entry)]
        if twins:
            return (3, -max(entry.population, *map(strength, twins)) - 1)
        return (3, -entry.population)

    return sorted(found, key=order)


def strength(division: Entry) -> int:
    """Return the size of a city that the news names as often as a division."""
    if not division.geonames:
        # A curated one, which is there because news names it.
        return 1_000_000
    return max(DIVISION_WEIGHT * division.population, LEAST_DIVISION)


def is_around(division: Entry, city: Entry) -> bool:
    """Tell whether a city lies in a division, or is the core of one that lies around it."""
    if division is city.parent:
        return True
    if division.iso != city.iso or division.lat is None or not division.population:
        return False
    near = abs((division.lat or 0) - (city.lat or 0)) + abs((division.lon or 0) - (city.lon or 0))
    return near < AROUND


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


def small_words(folder: Path) -> set[str]:
    """List the words that stand in small letters in at least three texts, however often else."""
    lower: Counter[str] = Counter()
    for path in sorted(folder.glob("*.txt")):
        body = path.read_text("utf-8").partition("\n")[2]
        lower.update(set(re.findall(r"\b[a-z]{3,}\b", body)))
    return {word for word, count in lower.items() if count >= 3}
