"""Measure how well the place is chosen that a name means, on snippets of our own.

    PYTHONPATH=. python docs/gazetteer/measure_places.py tests/news/toponyms.jsonl [-v]

The names are given, so that choosing alone is measured: a name counts as right where the place chosen
lies within 161 km (100 miles) of the true one. Names that the gazetteer does not contain there are
counted apart. The part "test" was written first, and nothing is tuned on it; its errors are not shown.
"""

import argparse
import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

from site_builder.disk.package_data import read_data
from site_builder.entities.candidates import note_spot
from site_builder.entities.choosing import Evidence, choose_places
from site_builder.entities.draft import Draft, start_draft
from site_builder.entities.gazetteer import Gazetteer, Toponym, key_of
from site_builder.entities.spots import match_place
from site_builder.model.entity import Document

NEAR = 161.0
"""So many kilometres a chosen place may lie from the true one."""
WAYS: Mapping[str, Evidence] = {
    "population": Evidence(types=False, comma=False, context=False),
    "+ adjacent words": Evidence(context=False),
    "+ context": Evidence(),
}


def main() -> None:
    """Print the share of names for which the right place is chosen, by part and by evidence."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("file", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true", help="list the wrong choices")
    given = parser.parse_args()
    gazetteer = Gazetteer.parse(read_data("gazetteer.bin"))
    rows = [json.loads(line) for line in given.file.read_text("utf-8").splitlines()]
    print(f"{'part':6} {'evidence':17} {'right':>6} {'of':>5}  {'share':>6}   not in the gazetteer")  # noqa: T201
    for part in dict.fromkeys(row["part"] for row in rows):
        for way, evidence in WAYS.items():
            own = [row for row in rows if row["part"] == part]
            found = measure(
                own, gazetteer, evidence, given.verbose and way == "+ context" and part != "test"
            )
            known = found["right"] + found["wrong"]
            share = found["right"] / max(known, 1)
            figures = f"{found['right']:6} {known:5}  {share:6.1%}   {found['unknown']}"
            print(f"{part:6} {way:17} {figures}")  # noqa: T201


def measure(
    rows: Iterable[Mapping[str, Any]], gazetteer: Gazetteer, evidence: Evidence, show: bool = False
) -> Counter[str]:
    """Count the names whose place is right, wrong, or unknown to the gazetteer."""
    counts: Counter[str] = Counter()
    for row in rows:
        draft = start_draft(Document(id=row["id"], title="", text=row["text"]), gazetteer)
        chosen = choose(draft, row["places"], evidence)
        for place in row["places"]:
            first = word_at(draft, place["start"])
            numbers = gazetteer.find(key_of(place["name"])) or gazetteer.find(
                match_place(draft, first)[1]
            )
            if not any(is_near(gazetteer.place(number), place) for number in numbers):
                counts["unknown"] += 1
                if show:
                    print("unknown:", place["name"], row["id"])  # noqa: T201
                continue
            found = chosen.get(first)
            right = found is not None and is_near(found, place)
            counts["right" if right else "wrong"] += 1
            if show and not right:
                print(f"wrong: {place['name']} in {row['id']}: {found.id if found else 'none'}")  # noqa: T201
                print(f"    {row['text'][max(0, place['start'] - 90) : place['start'] + 90]!r}")  # noqa: T201
    return counts


def choose(
    draft: Draft, places: Iterable[Mapping[str, Any]], evidence: Evidence
) -> dict[int, Toponym]:
    """Choose the places of a draft, as the engine does; by the number of their first word."""
    for place in places:
        first = word_at(draft, place["start"])
        last = word_at(draft, place["start"] + len(place["name"]) - 1) + 1
        whole = key_of(place["name"])
        length, key = match_place(draft, first)
        if draft.gazetteer.find(whole):
            note_spot(draft, first, last, whole)
        elif length:
            note_spot(draft, first, first + length, key)
    for spot in draft.spots:
        spot.tagged = True
    choose_places(draft, evidence)
    return {spot.first: draft.gazetteer.place(spot.chosen) for spot in draft.spots}


def word_at(draft: Draft, offset: int) -> int:
    """Number the word at an offset of the body."""
    return bisect_right(draft.words, draft.body + offset, key=lambda word: word.start) - 1


def is_near(place: Toponym, true: Mapping[str, Any]) -> bool:
    """Tell whether a place is the true one, or lies near it; of a large place, by its GeoNames id."""
    if place.geonames and place.geonames == true["geonames"]:
        return True
    if place.lat is None or place.lon is None:
        return place.kind != "city" and bool(true["iso"]) and place.iso == true["iso"]
    return kilometres(place.lat, place.lon, true["lat"], true["lon"]) <= NEAR


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the distance of two positions on the globe."""
    a, b, c, d = map(radians, (lat, lon, other_lat, other_lon))
    return 2 * 6371 * asin(sqrt(sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2))


if __name__ == "__main__":
    main()
