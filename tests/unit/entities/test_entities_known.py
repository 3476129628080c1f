"""Names in languages that no engine reads: the gazetteer's places, and what an editor wrote."""

from site_builder.disk.package_data import read_data
from site_builder.entities.gazetteer import Gazetteer
from site_builder.entities.known import known_names
from site_builder.entities.mentions import find_mentions
from site_builder.entities.tagger import ModelTagger
from site_builder.model.entity import Document

GAZETTEER = Gazetteer.parse(read_data("gazetteer.bin"))
MODEL = ModelTagger.parse(read_data("model.bin"), GAZETTEER)
FRENCH = (
    "Le président Emmanuel Macron a reçu Zoé Quaxley-Dupont à Paris, puis Mme Quaxley à Berlin."
)
CHINESE = "外交部发言人耿爽表示，王毅将访问日本。"


def found(text: str, lang: str, *names: str) -> list[tuple[str, str]]:
    """Return the type and name of each mention."""
    document = Document(id="x", title="", text=text, lang=lang)
    mentions = find_mentions(document, GAZETTEER, [MODEL], known_names(names))
    return [(mention.type, mention.name) for mention in mentions]


def test_without_rows_only_places_are_found_in_french() -> None:
    assert found(FRENCH, "fr") == [("place", "Paris"), ("place", "Berlin")]


def test_people_with_a_row_are_found_in_any_language() -> None:
    people = [name for type, name in found(FRENCH, "fr", "Emmanuel Macron") if type == "person"]
    assert people == ["Emmanuel Macron"]


def test_the_longest_known_name_counts() -> None:
    people = found(FRENCH, "fr", "Macron", "Emmanuel Macron", "Zoé Quaxley-Dupont")
    assert [name for type, name in people if type == "person"] == [
        "Emmanuel Macron", "Zoé Quaxley-Dupont",
    ]  # fmt: skip


def test_a_known_name_takes_the_place_of_its_letters() -> None:
    assert ("place", "Paris") not in found("Ici Paris Berlin parle.", "fr", "Paris Berlin")


def test_a_row_with_a_native_name_finds_it_in_chinese() -> None:
    assert found(CHINESE, "zh", "王毅") == [("person", "王毅"), ("place", "Japan")]


def test_english_is_read_whatever_its_region() -> None:
    for lang in ("", "en", "en-GB"):
        assert ("person", "Zoé Quaxley") in found("They met Zoé Quaxley, a farmer.", lang)
