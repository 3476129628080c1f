"""News items from their text to their tags: what a reader finds in each, the program finds."""

import io
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from site_builder.disk.package_data import read_data
from site_builder.entities.gazetteer import Gazetteer
from site_builder.entities.mentions import find_mentions
from site_builder.entities.resolution import resolve
from site_builder.entities.tagging import tag_names
from site_builder.importers.text import read
from site_builder.model.article import Article, ParsedSeed
from site_builder.model.entity import Document, Mention, Resolution
from site_builder.model.seed import Seed
from site_builder.parsing.parse import parse

NEWS = Path(__file__).parents[1] / "news"
ITEMS = sorted(path.stem for path in NEWS.glob("*.txt"))
every_item = pytest.mark.parametrize("item", ITEMS)


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer.parse(read_data("gazetteer.bin"))


@cache
def expected(item: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((NEWS / f"{item}.json").read_text("utf-8"))
    return found


@cache
def parsed(item: str) -> ParsedSeed:
    path = NEWS / f"{item}.txt"
    (seed,) = read(io.BytesIO(path.read_bytes()), f"seeds/{path.name}")
    assert isinstance(seed, Seed)
    article, _ = parse(seed)
    assert article is not None
    return article


@cache
def mentions(item: str) -> tuple[Mention, ...]:
    found = parsed(item)
    return find_mentions(
        Document(
            id=item,
            title=found.title,
            text=found.text,
            dateline_place=found.dateline.place,
            lang=found.lang or "en",
        ),
        gazetteer(),
    )


@cache
def archive() -> Resolution:
    """Resolve all items together, as an archive of them does after import."""
    articles = []
    for item in ITEMS:
        people, places = tag_names(mentions(item))
        articles.append(
            Article(
                id=item,
                title=parsed(item).title,
                slug=item,
                body="",
                path=f"content/articles/{item}.md",
                people=people,
                places=places,
            )
        )
    texts = {item: parsed(item).text for item in ITEMS}
    return resolve(articles, {item: mentions(item) for item in ITEMS}, texts, (), gazetteer())


def test_there_are_enough_items() -> None:
    assert len(ITEMS) >= 16


@every_item
def test_title_section_and_date(item: str) -> None:
    found, wanted = parsed(item), expected(item)
    assert found.title == wanted["title"]
    assert found.section == wanted["section"]
    assert (str(found.date) if found.date else None) == wanted["date"]


@every_item
def test_dateline(item: str) -> None:
    found, wanted = parsed(item).dateline, expected(item)["dateline"]
    assert {"place": found.place, "local_time": found.local_time} == wanted


@every_item
def test_people_and_their_roles(item: str) -> None:
    roles: dict[str, str] = dict.fromkeys(tag_names(mentions(item))[0], "")
    for mention in mentions(item):
        if mention.type == "person" and mention.name in roles:
            roles[mention.name] = roles[mention.name] or mention.role
    assert roles == {person["name"]: person["role"] for person in expected(item)["people"]}


@every_item
def test_places_with_kind_and_country(item: str) -> None:
    names = tag_names(mentions(item))[1]
    found = set()
    for mention in mentions(item):
        place = gazetteer().by_id(mention.gazetteer_id)
        if place and mention.name in names:
            found.add((mention.name, place.kind, place.country))
    wanted = expected(item)["places"]
    assert found == {(place["name"], place["kind"], place["country"]) for place in wanted}


@every_item
def test_what_is_no_person_and_no_place(item: str) -> None:
    people, places = tag_names(mentions(item))
    assert not set(people) & set(expected(item)["not_people"])
    assert not set(places) & set(expected(item)["not_places"])


@every_item
def test_every_mention_stands_where_it_says(item: str) -> None:
    text = parsed(item).text
    for mention in mentions(item):
        if mention.start >= 0:
            assert text[mention.start : mention.end] == mention.surface


@every_item
def test_the_archive_tags_the_same_people_and_places(item: str) -> None:
    people, places = tag_names(mentions(item))
    found = archive()
    tags = found.tags[item]
    assert [
        _names(found.people[tag.entity_id]) & {name}
        for tag, name in zip(tags.people, people, strict=True)
    ] == [{name} for name in people]
    assert {found.places[tag.entity_id].name for tag in tags.places} == set(places)
    assert {tag.role for tag in tags.people} == {p["role"] for p in expected(item)["people"]}


def _names(person: Any) -> set[str]:
    return {person.name, *person.aliases}


def test_nothing_in_the_items_is_unknown() -> None:
    assert archive().problems == ()
    assert archive().redirects == {}


def test_each_person_of_the_items_has_a_page_of_their_own() -> None:
    wanted = {person["name"] for item in ITEMS for person in expected(item)["people"]}
    assert {person.name for person in archive().people.values()} == wanted
