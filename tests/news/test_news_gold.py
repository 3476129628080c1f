"""Annotated articles, where they are at hand: how much of them is found, and how much beside."""

import json
from pathlib import Path
from typing import Any

import pytest

from site_builder.disk.package_data import read_data
from site_builder.entities.gazetteer import Gazetteer
from site_builder.entities.mentions import find_mentions
from site_builder.model.entity import Document
from site_builder.model.seed import Seed
from site_builder.model.slug import fold
from site_builder.parsing.parse import parse

GOLD = Path(__file__).parents[3] / "shared" / "corpus" / "gold"


def plain(name: str) -> str:
    """Reduce a name to what annotations compare."""
    return fold(name).replace("-", " ").replace(".", "").replace(",", "").strip()


def names_in(path: Path, gazetteer: Gazetteer) -> dict[str, set[str]]:
    """Return the names of the people and the places of an article."""
    parsed, _ = parse(Seed(path.name, path.read_text("utf-8"), ""))
    assert parsed is not None
    document = Document(
        id="x", title=parsed.title, text=parsed.text, dateline_place=parsed.dateline.place
    )
    found: dict[str, set[str]] = {"people": set(), "places": set()}
    for mention in find_mentions(document, gazetteer):
        found["people" if mention.type == "person" else "places"].add(plain(mention.name))
    return found


def f1(kind: str, articles: list[dict[str, Any]], found: list[dict[str, set[str]]]) -> float:
    """Measure names found against annotations, all articles together."""
    hits = extra = missed = 0
    for article, names in zip(articles, found, strict=True):
        wanted = [{plain(name) for name in forms} for forms in article[kind]]
        allowed = {plain(name) for forms in article["optional_places"] for name in forms}
        hit = sum(bool(forms & names[kind]) for forms in wanted)
        hits, missed = hits + hit, missed + len(wanted) - hit
        extra += len(names[kind] - set().union(*wanted) - allowed)
    return 2 * hits / (2 * hits + extra + missed)


@pytest.mark.skipif(not GOLD.is_dir(), reason="the annotated articles are not at hand")
def test_the_people_and_places_of_annotated_articles_are_found() -> None:
    lines = (GOLD / "gold.jsonl").read_text("utf-8").splitlines()
    articles = [json.loads(line) for line in lines]
    gazetteer = Gazetteer.parse(read_data("gazetteer.bin"))
    found = [names_in(GOLD / article["file"], gazetteer) for article in articles]
    assert f1("people", articles, found) >= 0.95
    assert f1("places", articles, found) >= 0.95
