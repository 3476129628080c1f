"""Which places the archive has, and what is known of them."""

import pytest
from few_places import article, codes, ids, person, place, place_row, resolved


def test_a_place_has_what_the_gazetteer_knows_and_the_places_around_it() -> None:
    found = resolved(
        [article("a")], a=[place("Shizuoka", "shizuoka-japan", surface="SHIZUOKA"),
                           place("The Hague", "the-hague")]
    )  # fmt: skip
    city = found.places["shizuoka-japan"]
    assert (city.kind, city.country, city.parent, city.lat) == ("city", "Japan", "shizuoka", 35.0)
    assert city.aliases == ()
    assert list(found.places) == ["japan", "shizuoka", "shizuoka-japan", "the-hague"]
    assert found.places["the-hague"].sort_name == "Hague"
    assert ids(found.tags["a"].places) == ["shizuoka-japan", "the-hague"]


def test_other_surfaces_are_aliases() -> None:
    surfaces = ("Viet Nam", "the SRV")
    mentions = [place("Vietnam", "vietnam", surface=surface) for surface in surfaces]
    found = resolved([article("a")], a=mentions)
    assert found.places["vietnam"].aliases == ("the SRV",)


def test_a_form_that_adds_another_kind_is_no_alias() -> None:
    surfaces = ("Shizuoka Pref", "Shizuoka city", "Shizuoka district", "Shizuoka Prefecture")
    mentions = [place("Shizuoka", "shizuoka-japan", surface=surface) for surface in surfaces]
    found = resolved([article("a")], a=mentions)
    assert found.places["shizuoka-japan"].aliases == (
        "Shizuoka Pref",
        "Shizuoka Prefecture",
        "Shizuoka city",
    )


def test_part_of_a_name_is_no_alias_of_a_person() -> None:
    mentions = [
        person("Andrés Manuel López Obrador", 3, surface=surface)
        for surface in ("López Obrador", "Obrador", "Andrés Obrador")
    ]
    found = resolved([article("a")], a=mentions)
    assert found.people["andres-manuel-lopez-obrador"].aliases == ("Andrés Obrador",)


def test_a_word_for_the_people_is_no_alias_of_the_place() -> None:
    mentions = [place("Japan", "japan", surface="Japanese", rule="demonym")]
    assert resolved([article("a")], a=mentions).places["japan"].aliases == ()


def test_one_listed_name_can_mean_two_places_of_an_article() -> None:
    found = resolved(
        [article("a", [], ["Georgia"])],
        a=[place("Georgia", "georgia-united-states", 4), place("Georgia", "georgia", 40)],
    )
    assert ids(found.tags["a"].places) == ["georgia-united-states", "georgia"]


def test_a_listed_place_meets_its_mention_by_another_name() -> None:
    found = resolved([article("a", [], ["Viet Nam"])], a=[place("Vietnam", "vietnam", 9)])
    assert [(tag.entity_id, tag.start) for tag in found.tags["a"].places] == [("vietnam", 9)]


def test_a_listed_place_without_mention_is_what_the_bare_name_means() -> None:
    found = resolved([article("a", [], ["Georgia"])])
    assert ids(found.tags["a"].places) == ["georgia"]
    assert found.places["georgia"].kind == "country"


def test_an_unknown_place_is_a_place_and_noted() -> None:
    found = resolved([article("a", [], ["Atlantis"]), article("b", [], ["ATLANTIS"])])
    assert found.places["atlantis"].name == "Atlantis"
    assert found.places["atlantis"].kind == "place"
    assert ids(found.tags["b"].places) == ["atlantis"]
    assert codes(found) == ["place-unknown"] * 2
    assert {problem.severity for problem in found.problems} == {"note"}
    assert str(found.problems[0].location) == "content/articles/a.md"


def test_an_unknown_place_never_takes_the_address_of_a_known_one() -> None:
    found = resolved([article("a", [], ["Georgia, United States"])])
    assert ids(found.tags["a"].places) == ["georgia-united-states-2"]


def test_a_row_makes_an_unknown_place_known() -> None:
    found = resolved(
        [article("a", [], ["Sugar Hill"])],
        place_row("sugar-hill", name="Sugar Hill", kind="district", parent="shizuoka", lat=35.0,
                  lon=138.0, wikidata="Q1", geonames="7", native_name="S"),
    )  # fmt: skip
    hill = found.places["sugar-hill"]
    assert (hill.kind, hill.country, hill.lat, hill.lon) == ("district", "Japan", 35.0, 138.0)
    assert (hill.wikidata, hill.geonames, hill.native_name) == ("Q1", "7", "S")
    assert set(found.places) == {"sugar-hill", "shizuoka", "japan"}
    assert not found.problems


def test_a_row_with_an_id_of_its_own_takes_the_gazetteers_place_over() -> None:
    found = resolved([article("a")], place_row("nippon", name="Japan"), a=[place("Japan", "japan")])
    assert (found.places["nippon"].kind, found.places["nippon"].lat) == ("country", 36.0)
    assert ids(found.tags["a"].places) == ["nippon"]
    assert found.redirects == {"/places/japan/": "/places/nippon/"}


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        (["georgia", "georgia-united-states"], ["ga", "georgia-united-states"]),
        (["georgia-united-states"], ["ga"]),
    ],
)
def test_of_two_places_of_one_name_the_row_means_the_usual(
    keys: list[str], wanted: list[str]
) -> None:
    mentions = [place("Georgia", key, 10 * at) for at, key in enumerate(keys)]
    found = resolved([article("a")], place_row("ga", name="Georgia"), a=mentions)
    assert ids(found.tags["a"].places) == wanted


def test_a_hidden_place_has_no_page_and_is_around_nothing() -> None:
    found = resolved(
        [article("a")],
        place_row("shizuoka", status="hidden"),
        a=[place("Shizuoka", "shizuoka-japan"), place("Shizuoka Prefecture", "shizuoka")],
    )
    assert list(found.places) == ["japan", "shizuoka-japan"]
    assert found.places["shizuoka-japan"].parent == "japan"
    assert ids(found.tags["a"].places) == ["shizuoka-japan"]


def test_a_merged_place_moves_its_tags_and_what_it_contains() -> None:
    found = resolved(
        [article("a")],
        place_row("shizuoka", merged_into="japan"),
        a=[place("Shizuoka", "shizuoka-japan"), place("Shizuoka Prefecture", "shizuoka", 20)],
    )
    assert found.places["shizuoka-japan"].parent == "japan"
    assert ids(found.tags["a"].places) == ["shizuoka-japan", "japan"]
    assert found.redirects == {"/places/shizuoka/": "/places/japan/"}


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"kind": "planet"}, "authority-kind"),
        ({"parent": "nowhere"}, "authority-parent"),
        ({"parent": "japan"}, "authority-parent"),
    ],
)
def test_a_row_with_a_wrong_cell_is_reported_and_the_rest_of_it_used(
    more: dict[str, str], code: str
) -> None:
    found = resolved(
        [article("a")], place_row("japan", name="Nippon", **more), a=[place("Japan", "japan")]
    )
    assert codes(found) == [code]
    assert found.places["japan"].name == "Nippon"
    assert found.places["japan"].kind == "country"
    assert found.places["japan"].parent == ""
