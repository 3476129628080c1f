"""What reads like a person or a place and is none; and what is one though it does not read so."""

from collections.abc import Callable

import pytest

from site_builder.disk.package_data import read_data
from site_builder.entities.gazetteer import Gazetteer
from site_builder.entities.mentions import find_mentions
from site_builder.entities.tagger import ModelTagger
from site_builder.model.entity import Document

Find = Callable[..., tuple[set[str], set[str]]]


@pytest.fixture(scope="module")
def find() -> Find:
    """Find the names of the people and of the places of a text."""
    gazetteer = Gazetteer.parse(read_data("gazetteer.bin"))
    tagger = ModelTagger.parse(read_data("model.bin"), gazetteer)

    def names(text: str, title: str = "") -> tuple[set[str], set[str]]:
        found = find_mentions(Document(id="", title=title, text=text), gazetteer, [tagger])
        people = {one.name for one in found if one.type == "person"}
        return people, {one.name for one in found if one.type == "place"}

    return names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She works at Boroughs Bryant, LLC, where she pays taxes.", "Boroughs Bryant"),
        ("He spoke to the Humphrey Alumni about food.", "Humphrey Alumni"),
        ("They wished everybody a good Rosh Hashanah and an easy Yom Kippur.", "Rosh Hashanah"),
        ("Officer for Walker Firm LLP, she pays taxes.", "Firm LLP"),
        ("Jamie Fly was CEO of Radio Free Europe/Radio Liberty.", "Europe/Radio Liberty"),
        ("An Assistant Public Defender for Florida took the case.", "Public Defender"),
        ("The giant panda Xiang Xiang went home. Xiang Xiang is well.", "Xiang Xiang"),
        ("He was a Marshall Scholar and a Goldwater Scholarship winner.", "Marshall Scholar"),
        ("A Formula and Block Grant paid for it.", "Block Grant"),
        ("She chairs the National Endowment for the Arts.", "Endowment"),
        ("The USS John McCain left port.", "John McCain"),
    ],
)  # fmt: skip
def test_it_is_no_person(find: Find, text: str, name: str) -> None:
    assert name not in find(text)[0]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He was an attorney at Arnold & Porter in Washington.", "Arnold"),
        ("She clerked for the Western District of Michigan.", "Western District"),
        ("The Partnership for Accelerating Clean Energy (PACE) met on Monday.", "Pace"),
        ("We have seen Toyota, Honda and Subaru announce higher wages.", "Toyota"),
        ("The loan went to survivors of Hurricanes Helene and Milton.", "Milton"),
        ("The Supreme Court decision in Dobbs was quoted by all.", "Dobbs"),
        ("He is of the class of Minister-Counselor.", "Minister-Counselor"),
        ("It is a model of South-South cooperation.", "South-South"),
        ("Peace on the Peninsula is in everybody's interest.", "Peninsula"),
        ("It is named for the County’s first sheriff.", "County"),
    ],
)  # fmt: skip
def test_it_is_no_place(find: Find, text: str, name: str) -> None:
    assert name not in find(text)[1]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Geng Shuang: Regarding the first question, we have said so before.", "Geng Shuang"),
        (
            "The Special Envoy of the Foreign Ministry Deng Xijun held talks on Tuesday.",
            "Deng Xijun",
        ),
        ("Doctor He Jiankui has edited genes.", "He Jiankui"),
        ("Ms. Jennifer Hall Godfrey spoke for the department.", "Jennifer Hall Godfrey"),
        (
            "President Biden met His Highness Sheikh Mohamed bin Zayed Al Nahyan in Jeddah.",
            "Mohamed bin Zayed Al Nahyan",
        ),
        ("Gen. John R. Allen and Lt. Col. Amy McGrath joined the board.", "John R. Allen"),
        ("French Foreign Minister Jean-Yves Le Drian flew home.", "Jean-Yves Le Drian"),
        ("Michael Jordan visited Jordan in May.", "Michael Jordan"),
    ],
)
def test_it_is_a_person_by_this_name(find: Find, text: str, name: str) -> None:
    assert name in find(text)[0]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Michael Jordan visited Jordan in May.", {"Jordan"}),
        ("The Mombasa-Nairobi railway is progressing smoothly.", {"Mombasa", "Nairobi"}),
        ("China-Japan relations improved.", {"China", "Japan"}),
        ("Officials spoke of Xinjiang and Tibet Autonomous Regions.", {"Xinjiang", "Tibet"}),
        ("The judges of the District of Columbia met.", {"District of Columbia"}),
        ("Migrants camped in Del Rio, TX, for a week.", {"Del Rio", "Texas"}),
        ("Police in Franklin, Tenn., arrested him.", {"Franklin", "Tennessee"}),
        ("Delaware Governor John Carney signed the bill.", {"Delaware"}),
    ],
)
def test_these_places_are_found(find: Find, text: str, names: set[str]) -> None:
    assert find(text)[1] == names


def test_the_desk_of_an_agency_is_no_part_of_a_headline(find: Find) -> None:
    people, _ = find(
        "Aryna Sabalenka of Belarus won in two sets on Thursday.", "Tennis-Sabalenka powers on"
    )
    assert people == {"Aryna Sabalenka"}


def test_a_short_form_of_the_given_name_is_the_same_person_within_an_article(find: Find) -> None:
    people, _ = find(
        "President Joseph R. Biden, Jr. met the king today.",
        "Readout of President Joe Biden’s Call",
    )
    assert people == {"Joseph R. Biden, Jr."}
