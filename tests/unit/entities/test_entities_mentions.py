"""Sentences of the news, and whom and what they name."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.disk.package_data import read_data
from site_builder.entities.gazetteer import Gazetteer
from site_builder.entities.mentions import find_mentions
from site_builder.entities.tagging import tag_names
from site_builder.model.entity import Document, Mention
from site_builder.model.seed import Seed
from site_builder.parsing.parse import parse

GAZETTEER = Gazetteer.parse(read_data("gazetteer.bin"))
SEED = Path(__file__).parents[3] / "seeds" / "000_4d8f93ea2516cc24.txt"


def mentions_of(text: str, title: str = "", filed: str = "", lang: str = "en") -> list[Mention]:
    """Find the mentions of a text."""
    document = Document(id="x", title=title, text=text, dateline_place=filed, lang=lang)
    return list(find_mentions(document, GAZETTEER))


def people(text: str, title: str = "") -> dict[str, str]:
    """Return the people of a text, each with the first role."""
    found: dict[str, str] = {}
    for mention in mentions_of(text, title):
        if mention.type == "person":
            found[mention.name] = found.get(mention.name) or mention.role
    return found


def places(text: str, title: str = "", filed: str = "") -> list[str]:
    """Return the ids of the places of a text, each once."""
    found = mentions_of(text, title, filed)
    return list(dict.fromkeys(m.gazetteer_id for m in found if m.type == "place"))


def test_the_reference_seed_gives_its_people_and_places_exactly() -> None:
    parsed, _ = parse(Seed("seeds/a.txt", SEED.read_text("utf-8"), ""))
    assert parsed is not None
    mentions = mentions_of(parsed.text, parsed.title, parsed.dateline.place)
    assert tag_names(mentions) == (
        ("Wang Yi", "Heita Kawakatsu", "Xi Jinping"),
        ("Shizuoka", "Japan", "China", "Zhejiang"),
    )
    first = {mention.name: mention for mention in reversed(mentions)}
    assert first["Wang Yi"].role == "State Councilor and Foreign Minister"
    assert first["Heita Kawakatsu"].role == "Governor of Shizuoka Prefecture"
    assert first["Xi Jinping"].role == "President"
    assert first["Xi Jinping"].sentence.startswith("Shizuoka highly appreciates the Belt and Road")
    ids = {mention.gazetteer_id for mention in mentions if mention.type == "place"}
    assert ids == {"china", "japan", "shizuoka", "zhejiang"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chinese President Xi Jinping spoke.", {"Xi Jinping": "President"}),
        ("They met President Emmanuel Macron of France.", {"Emmanuel Macron": "President"}),
        ("US Secretary of State Mike Pompeo left.", {"Mike Pompeo": "Secretary of State"}),
        (
            "Ulf Kristersson, the prime minister of Sweden, won.",
            {"Ulf Kristersson": "prime minister of Sweden"},
        ),
        (
            "Heita Kawakatsu, Governor of Shizuoka Prefecture of Japan in Shizuoka.",
            {"Heita Kawakatsu": "Governor of Shizuoka Prefecture"},
        ),
        ("President of Finland Sauli Niinistö spoke.", {"Sauli Niinistö": "President of Finland"}),
        (
            "The leader of Samoa, Fiame Naomi Mata'afa, came.",
            {"Fiame Naomi Mata'afa": "leader of Samoa"},
        ),
        (
            "We saw former president Gloria Macapagal Arroyo.",
            {"Gloria Macapagal Arroyo": "former president"},
        ),
    ],
)
def test_the_role_is_kept_as_printed(text: str, found: dict[str, str]) -> None:
    assert people(text) == found


@pytest.mark.parametrize(
    "name",
    [
        "Ursula von der Leyen",
        "Mohammed bin Salman",
        "Joseph R. Biden, Jr.",
        "Luiz Inácio Lula da Silva",
        "K.P. Sharma Oli",
        "Frank-Walter Steinmeier",
        "Theresa May",
        "Liu He",
        "Hun Sen",
        "Kim Jong Un",
        "Nguyen Xuan Phuc",
        "Moon Jae-in",
    ],
)
def test_a_name_is_read_to_its_end(name: str) -> None:
    assert list(people(f"They met President {name} on Monday.")) == [name]


def test_a_surname_stands_for_the_one_full_name_of_the_article() -> None:
    text = "Michael Jordan, a former player, wept. Jordan thanked the city. Mr. Jordan left."
    found = mentions_of(text)
    assert {mention.name for mention in found} == {"Michael Jordan"}
    assert [mention.surface for mention in found] == ["Michael Jordan", "Jordan", "Jordan"]


def test_a_surname_that_two_people_share_stands_for_the_one_before_it() -> None:
    text = "Ronald Reagan signed. President Reagan spoke. Nancy Reagan gave a dinner."
    assert [mention.name for mention in mentions_of(text)] == [
        "Ronald Reagan",
        "Ronald Reagan",
        "Nancy Reagan",
    ]


def test_a_title_with_a_surname_alone_is_no_full_name() -> None:
    found = mentions_of("President Macron spoke in Paris.")
    assert [(m.type, m.name) for m in found] == [("person", "Macron"), ("place", "Paris")]
    assert tag_names(found) == ((), ("Paris",))


@pytest.mark.parametrize(
    "text",
    [
        "The Bank of China opened.",
        "He studied at Zhejiang University.",
        "The New York Times wrote.",
        "The Hong Kong Monetary Authority acted.",
        "They signed the Paris Agreement.",
        "The Belt and Road Initiative grows.",
        "He left the University of Pennsylvania.",
        "Hurricane Helene came.",
        "The Eisenhower Executive Office Building is closed.",
        "The Japanese and the Chinese agree.",
        "Fact Sheet",
        "Thank You",
        "On Monday, May 3, they met.",
        "PRESS BRIEFING",
        "China Daily reported it.",
    ],
)
def test_things_and_peoples_are_neither_people_nor_places(text: str) -> None:
    assert mentions_of(text) == []


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Shizuoka Prefecture is old. We like Shizuoka.", ["shizuoka"]),
        ("They met in Shizuoka, Japan.", ["shizuoka-japan", "japan"]),
        ("He lives in Lexington, Massachusetts.", ["lexington-united-states", "massachusetts"]),
        ("In Tbilisi, Georgia, they met.", ["tbilisi", "georgia"]),
        ("In Florida and Georgia it rained.", ["florida", "georgia-united-states"]),
        ("The State of Washington voted.", ["washington"]),
        ("They flew to Washington, D.C. on Friday.", ["washington-united-states"]),
        ("US and U.S. forces left us.", ["united-states"]),
        ("The People's Republic of China agreed.", ["china"]),
        ("Peace on the Korean Peninsula.", ["korean-peninsula"]),
        ("Ships in the South China Sea.", ["south-china-sea"]),
        ("China’s and Japan's ports.", ["china", "japan"]),
        ("The U.S.-Australia alliance.", ["united-states", "australia"]),
    ],
)
def test_the_words_around_a_name_decide_which_place_is_meant(text: str, ids: list[str]) -> None:
    assert places(text) == ids


def test_the_place_of_the_dateline_is_read_in_capitals() -> None:
    assert places("NAIROBI, Nov. 12 -- They met.", filed="Nairobi") == ["nairobi"]


def test_a_headline_gives_what_the_text_lacks_and_no_offsets() -> None:
    found = mentions_of("He was glad.", "Statement from President Joe Biden on Hawaii")
    assert [(m.name, m.start, m.end, m.rule) for m in found] == [
        ("Joe Biden", -1, -1, "headline"),
        ("Hawaii", -1, -1, "headline"),
    ]


def test_a_verb_in_a_headline_is_no_surname() -> None:
    text = "President Biden spoke. Biden was glad."
    assert list(people(text, "President Biden Designates Springfield")) == ["Biden"]


def test_a_text_in_chinese_gives_its_places() -> None:
    found = mentions_of("国务委员兼外长王毅在东京会见日本首相。", "外交新闻", lang="zh")
    assert [(m.name, m.surface) for m in found] == [("Tokyo", "东京"), ("Japan", "日本")]


def test_mentions_of_the_body_come_in_the_order_of_the_text_and_never_overlap() -> None:
    text = "President Xi Jinping of China met Keir Starmer, Prime Minister of Britain, in Rio."
    found = mentions_of(text)
    assert all(one.end <= other.start for one, other in pairwise(found))


NEWS = st.lists(
    st.sampled_from(
        [
            "President",
            "Xi",
            "Jinping",
            "of",
            "China",
            "the",
            "said",
            ",",
            ".",
            "\n\n",
            "’s",
            "Jr.",
            "US",
            "von",
            "Shizuoka",
            "Prefecture",
            "in",
            "Mr.",
            "J.",
            "-",
            "(",
            ")",
            "Georgia",
            "and",
            "May",
            "É",
            "D.C.",
            "\n",
        ]
    )
).map(" ".join)


@given(
    title=st.text(max_size=40) | NEWS, text=st.text(max_size=200) | NEWS, filed=st.text(max_size=9)
)
@settings(deadline=None, max_examples=300)
def test_any_text_can_be_read_and_offsets_say_where_a_surface_stands(
    title: str, text: str, filed: str
) -> None:
    for mention in mentions_of(text, title, filed):
        assert mention.name and mention.surface
        if mention.rule == "headline":
            assert (mention.start, mention.end) == (-1, -1)
        else:
            assert 0 <= mention.start < mention.end <= len(text)
            assert text[mention.start : mention.end] == mention.surface


def test_two_countries_that_a_hyphen_joins_are_two_places() -> None:
    found = mentions_of("China-Japan relations are good, as are U.S.-UK ties and Guinea-Bissau’s.")
    assert [mention.surface for mention in found] == [
        "China", "Japan", "U.S.", "UK", "Guinea-Bissau",
    ]  # fmt: skip
