"""Where the tagger and the rules meet, with a tagger that says what it is told."""

from collections.abc import Iterable

import pytest

from site_builder.disk.package_data import read_data
from site_builder.entities.gazetteer import Gazetteer
from site_builder.entities.mentions import find_mentions
from site_builder.entities.span_tagger import SpanTagger
from site_builder.entities.tagger import ModelTagger
from site_builder.model.entity import Document, Mention, MentionType, Span

GAZETTEER = Gazetteer.parse(read_data("gazetteer.bin"))
MODEL = ModelTagger.parse(read_data("model.bin"), GAZETTEER)


def told(text: str, *names: tuple[MentionType, str], score: float = 0.95) -> list[Mention]:
    """Find the mentions of a text with a tagger that marks the given names wherever they stand."""

    def find_spans(whole: str) -> Iterable[Span]:
        for type, name in names:
            start = whole.find(name)
            while start >= 0:
                yield Span(start, start + len(name), type, score)
                start = whole.find(name, start + 1)

    document = Document(id="x", title="", text=text)
    return list(find_mentions(document, GAZETTEER, [SpanTagger(find_spans)]))


def named(mentions: Iterable[Mention]) -> list[tuple[str, str]]:
    """Return the type and the surface of each mention."""
    return [(mention.type, mention.surface) for mention in mentions]


def test_a_name_that_only_the_tagger_finds_is_added_with_its_score() -> None:
    (mention,) = told("They asked Quaxley why.", ("person", "Quaxley"), score=0.75)
    assert (mention.name, mention.rule, mention.score) == ("Quaxley", "model", 0.75)


def test_a_titled_name_that_the_tagger_overlooks_stays() -> None:
    assert named(told("President Zorb Quaxley came.")) == [("person", "Zorb Quaxley")]


def test_a_name_that_only_rules_find_without_proof_goes() -> None:
    assert named(told("They met Harold Quaxley there.")) == []


def test_the_tagger_s_name_keeps_the_office_that_rules_read() -> None:
    (mention,) = told("State Councilor Wang Yi came.", ("person", "Wang Yi"))
    assert mention.role == "State Councilor"


@pytest.mark.parametrize(
    ("text", "marked", "name"),
    [
        ("Then Mrs. Quaxley came.", "Mrs. Quaxley", "Quaxley"),
        ("Then UN Nikki Quaxley came.", "UN Nikki Quaxley", "Nikki Quaxley"),
        ("Then Economics Mike Quaxley came.", "Economics Mike Quaxley", "Mike Quaxley"),
        ("Then Pope Francis came.", "Pope Francis", "Pope Francis"),
    ],
)
def test_titles_and_things_are_left_out_of_a_name(text: str, marked: str, name: str) -> None:
    assert [mention.name for mention in told(text, ("person", marked))] == [name]


@pytest.mark.parametrize(
    "marked",
    ["USAID", "Hong Kong", "Biden's Plan", "Carter Center", "Pacific Islander", "China-Arab Forum"],
)
def test_what_cannot_be_a_person_is_none(marked: str) -> None:
    assert "person" not in [m.type for m in told(f"They saw {marked} there.", ("person", marked))]


@pytest.mark.parametrize("marked", ["AARP", "Eastern", "Jill", "Japanese"])
def test_what_cannot_be_a_place_is_none(marked: str) -> None:
    assert named(told(f"They saw {marked} there.", ("place", marked))) == []


def test_a_country_that_acts_is_a_place() -> None:
    found = told("They saw Russia’s industry.", ("organisation", "Russia"))
    assert named(found) == [("place", "Russia")]


def test_a_place_that_no_gazetteer_knows_is_found_without_an_id() -> None:
    (mention,) = told("They came to Zorbstadt.", ("place", "Zorbstadt"))
    assert (mention.type, mention.name, mention.gazetteer_id) == ("place", "Zorbstadt", "")


def test_an_organisation_takes_the_names_of_people_and_places_within() -> None:
    text = "The Paris Quaxley Club met."
    assert named(told(text, ("organisation", "Paris Quaxley Club"))) == [
        ("organisation", "Paris Quaxley Club")
    ]


def test_the_name_behind_an_office_is_cut_from_a_doubtful_organisation() -> None:
    text = "Vice Premier of the State Council Hu Chunhua will come."
    found = told(text, ("organisation", "State Council Hu Chunhua"), score=0.3)
    assert named(found) == [("organisation", "State Council"), ("person", "Hu Chunhua")]


def test_a_word_has_one_type_in_an_article() -> None:
    text = "They met Anna Quaxley. Quaxley came. Then Quaxley left. In Quaxley they slept."
    document = Document(id="x", title="", text=text)

    def find_spans(whole: str) -> Iterable[Span]:
        yield Span(whole.find("Anna"), whole.find("Anna") + 12, "person")
        starts = [at for at in range(len(whole)) if whole.startswith("Quaxley", at)]
        for at in starts[1:3]:
            yield Span(at, at + 7, "person")
        yield Span(starts[3], starts[3] + 7, "place", 0.6)

    found = find_mentions(document, GAZETTEER, [SpanTagger(find_spans)])
    assert {(mention.type, mention.name) for mention in found} == {("person", "Anna Quaxley")}


def test_a_given_name_alone_counts_to_the_one_person_who_has_it() -> None:
    text = "He named Chris Quaxley and Jen Zorbo. Chris and Jen will help."
    found = told(
        text,
        ("person", "Chris Quaxley"), ("person", "Jen Zorbo"),
        ("person", "Chris"), ("person", "Jen"),
    )  # fmt: skip
    assert {mention.name for mention in found} == {"Chris Quaxley", "Jen Zorbo"}


def test_spans_that_overlap_count_once() -> None:
    text = "They met Anna Quaxley."
    found = told(text, ("person", "Anna Quaxley"), ("place", "Quaxley"))
    assert named(found) == [("person", "Anna Quaxley")]


@pytest.mark.parametrize(
    ("text", "people", "places"),
    [
        ("Michael Jordan visited Jordan on Monday.", ["Michael Jordan"], ["jordan"]),
        ("French minister Jean-Yves Le Drian spoke in Paris.", ["Jean-Yves Le Drian"], ["paris"]),
        ("They live in the Xinjiang and Tibet Autonomous Regions.", [], ["xinjiang", "tibet"]),
        ("They met in the Roosevelt Room.", [], []),
        ("The USS John McCain left port.", [], []),
        ("Hurricane Helene killed 20.", [], []),
        ("He works for Morgan Stanley and Goldman Sachs.", [], []),
        ("Manchester United beat Real Madrid.", [], []),
        ("The Bank of China and Zhejiang University agreed.", [], []),
        ("The Hong Kong Monetary Authority waited.", [], []),
        ("The Belt and Road Initiative goes on.", [], []),
    ],
)
def test_the_engine_tells_people_places_and_things_apart(
    text: str, people: list[str], places: list[str]
) -> None:
    found = find_mentions(Document(id="x", title="", text=text), GAZETTEER, [MODEL])
    assert list(dict.fromkeys(m.name for m in found if m.type == "person")) == people
    assert [m.gazetteer_id for m in found if m.type == "place"] == places
