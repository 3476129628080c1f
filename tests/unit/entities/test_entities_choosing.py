"""Which place a name means, where several places have it."""

from collections.abc import Callable

import pytest

from site_builder.disk.package_data import read_data
from site_builder.entities.gazetteer import Gazetteer
from site_builder.entities.mentions import find_mentions
from site_builder.entities.tagger import ModelTagger
from site_builder.model.entity import Document, Mention

Find = Callable[..., dict[str, Mention]]


@pytest.fixture(scope="module")
def find() -> Find:
    """Find the places of a text, by their names as printed."""
    gazetteer = Gazetteer.parse(read_data("gazetteer.bin"))
    tagger = ModelTagger.parse(read_data("model.bin"), gazetteer)

    def places(text: str, **more: str) -> dict[str, Mention]:
        found = find_mentions(Document(id="", title="", text=text, **more), gazetteer, [tagger])
        return {one.surface: one for one in found if one.type == "place"}

    return places


def test_the_only_place_of_a_name_is_certain(find: Find) -> None:
    found = find("The ferry sank off Wellington and was towed to Rarotonga.")["Rarotonga"]
    assert (found.why, found.choice) == ("the only place of this name", 1.0)


def test_without_more_the_place_that_the_bare_name_means_is_chosen(find: Find) -> None:
    found = find("The talks were held in Birmingham on Monday.")["Birmingham"]
    assert found.gazetteer_id == "birmingham"
    assert found.why.startswith(("the largest of", "the best known of"))
    assert found.choice < 1.0


@pytest.mark.parametrize("after", ["Ala.", "Alabama"])
def test_the_state_behind_a_comma_decides(find: Find, after: str) -> None:
    found = find(f"The talks were held in Birmingham, {after}, on Monday.")["Birmingham"]
    assert found.gazetteer_id == "birmingham-united-states"
    assert found.why == "Alabama stands behind the name"
    assert found.choice == 1.0


def test_the_word_for_a_kind_decides_for_the_bare_name_too(find: Find) -> None:
    found = find("Shizuoka Prefecture voted on Sunday. People in Shizuoka queued early.")
    assert found["Shizuoka"].gazetteer_id == found["Shizuoka Prefecture"].gazetteer_id == "shizuoka"
    assert found["Shizuoka"].why == "a prefecture of this name is in the same article"


def test_the_country_of_the_article_decides(find: Find) -> None:
    spain = find("Spanish police raided a flat in Córdoba. Spain extradited two men from Madrid.")
    argentina = find("A bus left Córdoba for Buenos Aires. Argentina has few trains.")
    assert spain["Córdoba"].gazetteer_id != argentina["Córdoba"].gazetteer_id
    assert argentina["Córdoba"].why == "most of the article is about Argentina"


def test_a_state_that_the_article_names_decides(find: Find) -> None:
    text = "Springfield closed two schools. Oregon pays for the buses."
    assert find(text)["Springfield"].gazetteer_id == "springfield-united-states-oregon"
    assert find(text)["Springfield"].why == "the article names Oregon"


def test_neighbours_decide_though_each_name_has_many_places(find: Find) -> None:
    found = find("The storm hit Dayton and Springfield first. In Columbus the power failed.")
    assert found["Springfield"].gazetteer_id == "springfield-united-states-ohio"
    assert found["Springfield"].why.startswith("other places of the article")


def test_a_country_stays_one_where_its_divisions_share_its_name(find: Find) -> None:
    found = find("Mexico signed in Toluca. Ecatepec and Naucalpan voted against Mexico.")
    assert found["Mexico"].gazetteer_id == "mexico"


def test_the_sites_own_country_decides_where_nothing_else_does(find: Find) -> None:
    text = "Thieves took the bell of a church in Hyderabad."
    assert find(text, home="PK")["Hyderabad"].gazetteer_id == "hyderabad-pakistan"
    assert find(text, home="IN")["Hyderabad"].gazetteer_id == "hyderabad"


def test_the_place_where_a_story_was_filed_counts(find: Find) -> None:
    text = "Police in Valencia arrested a man."
    assert find(text, dateline_place="Caracas")["Valencia"].gazetteer_id == "valencia-venezuela"
    assert find(text, dateline_place="Madrid")["Valencia"].gazetteer_id != "valencia-venezuela"


def test_one_name_means_one_place_throughout_an_article(find: Find) -> None:
    found = find("Lexington, Mass., marched at dawn. By noon all of Lexington was on the green.")
    assert {one.gazetteer_id for one in found.values() if one.name == "Lexington"} == {
        found["Lexington"].gazetteer_id
    }
    assert found["Lexington"].why == "Massachusetts stands behind the name"


def test_what_is_settled_helps_what_is_in_doubt(find: Find) -> None:
    found = find(
        "Police in Franklin, Tenn., arrested him. He had driven from Brentwood to Spring Hill in "
        "Williamson County."
    )
    assert found["Brentwood"].gazetteer_id == "brentwood-united-states-tennessee"


def test_a_country_decides_for_a_small_town_that_comes_late_among_its_namesakes(find: Find) -> None:
    found = find("The ferry left San Pedro for Belize City. Belize is on alert for the storm.")
    assert found["San Pedro"].gazetteer_id == "san-pedro-belize"


@pytest.mark.parametrize(
    ("text", "name", "id"),
    [
        ("The fire spread in Lagos, a town in southern Portugal.", "Lagos", "lagos-portugal"),
        ("Victoria, the capital of Seychelles, has a light.", "Victoria", "victoria-seychelles"),
        ("He fled to Lagos, a man of many friends in Portugal.", "Lagos", "lagos"),
    ],
)
def test_a_description_behind_a_name_decides(find: Find, text: str, name: str, id: str) -> None:
    assert find(text)[name].gazetteer_id == id
