"""News items of many kinds: who and what is found in each, with roles, kinds and countries."""

import json
from pathlib import Path
from typing import Any

import pytest

from site_builder.disk.package_data import read_data
from site_builder.entities.gazetteer import Gazetteer
from site_builder.entities.mentions import find_mentions
from site_builder.entities.tagging import tag_names
from site_builder.model.entity import Document, Mention
from site_builder.model.seed import Seed
from site_builder.parsing.parse import parse

FOLDER = Path(__file__).parent
ITEMS = sorted(path.stem for path in FOLDER.glob("*.txt"))
GAZETTEER = Gazetteer.parse(read_data("gazetteer.bin"))


def read_item(name: str) -> tuple[dict[str, Any], tuple[Mention, ...]]:
    """Return what an item should give, and the mentions found in it."""
    facts = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    text = (FOLDER / f"{name}.txt").read_text("utf-8")
    parsed, _ = parse(Seed(f"seeds/{name}.txt", text, ""))
    assert parsed is not None
    document = Document(
        id=name, title=parsed.title, text=parsed.text, dateline_place=parsed.dateline.place
    )
    return facts, find_mentions(document, GAZETTEER)


@pytest.mark.parametrize("name", ITEMS)
def test_the_people_of_an_item_are_found_with_their_roles(name: str) -> None:
    facts, mentions = read_item(name)
    roles: dict[str, str] = {}
    for mention in mentions:
        if mention.type == "person" and mention.role:
            roles.setdefault(mention.name, mention.role)
    found = {person: roles.get(person, "") for person in tag_names(mentions)[0]}
    assert found == {person["name"]: person["role"] for person in facts["people"]}
    assert not set(found) & set(facts["not_people"])


@pytest.mark.parametrize("name", ITEMS)
def test_the_places_of_an_item_are_found_with_kind_and_country(name: str) -> None:
    facts, mentions = read_item(name)
    found = set()
    for mention in mentions:
        if mention.type == "place":
            place = GAZETTEER.by_id(mention.gazetteer_id)
            assert place is not None
            found.add((place.name, place.kind, place.country))
    expected = {(place["name"], place["kind"], place["country"]) for place in facts["places"]}
    assert found == expected
    assert not {place for place, _, _ in found} & set(facts["not_places"])
