"""Who is who across the archive."""

import time
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.entities.gazetteer import Toponym
from site_builder.entities.resolution import resolve
from site_builder.model.article import Article
from site_builder.model.entity import Judgement, Mention, Resolution, Tag
from site_builder.model.slug import fold


class FewPlaces:
    """A gazetteer of a handful of places."""

    given_names = frozenset({"henry", "james", "heita", "george"})

    def __init__(self) -> None:
        self._places = [
            Toponym("japan", "Japan", "country", "JP", "Japan", "", 36.0, 138.0, "1861060"),
            Toponym("shizuoka", "Shizuoka Prefecture", "prefecture", "JP", "Japan", "japan"),
            Toponym("shizuoka-japan", "Shizuoka", "city", "JP", "Japan", "shizuoka", 35.0, 138.4),
            Toponym("georgia", "Georgia", "country", "GE", "Georgia"),
            Toponym("georgia-united-states", "Georgia", "state", "US", "United States"),
            Toponym("the-hague", "The Hague", "city", "NL", "Netherlands"),
            Toponym("vietnam", "Vietnam", "country", "VN", "Vietnam"),
        ]

    def by_id(self, id: str) -> Toponym | None:
        return next((place for place in self._places if place.id == id), None)

    def by_name(self, name: str) -> Toponym | None:
        if name == "Viet Nam":
            return self.by_id("vietnam")
        return next((place for place in self._places if fold(place.name) == fold(name)), None)


GAZETTEER = FewPlaces()


def article(
    id: str, people: Sequence[str] | None = None, places: Sequence[str] | None = None
) -> Article:
    return Article(
        id=id,
        title="",
        slug=id,
        body="",
        path=f"content/articles/{id}.md",
        people=None if people is None else tuple(people),
        places=None if places is None else tuple(places),
    )


def person(name: str, start: int = 0, **more: Any) -> Mention:
    surface = more.pop("surface", name)
    return Mention(
        type="person",
        name=name,
        surface=surface,
        start=start,
        end=start + len(surface),
        sentence=f"Here is {surface}.",
        **more,
    )


def place(name: str, key: str, start: int = 0, **more: Any) -> Mention:
    return Mention(
        type="place",
        name=name,
        surface=more.pop("surface", name),
        start=start,
        end=start + len(name),
        sentence=f"In {name}.",
        gazetteer_id=key,
        **more,
    )


def row(id: str, **more: Any) -> Judgement:
    return Judgement(type="person", id=id, path="content/people.csv", line=2, **more)


def place_row(id: str, **more: Any) -> Judgement:
    return Judgement(type="place", id=id, path="content/places.csv", line=2, **more)


def resolved(
    articles: Sequence[Article], *judgements: Judgement, texts: dict[str, str] | None = None,
    **mentions: Sequence[Mention],
) -> Resolution:  # fmt: skip
    return resolve(articles, mentions, texts or {}, judgements, GAZETTEER)


def named(*names: str, judgements: Sequence[Judgement] = ()) -> list[set[str]]:
    """Resolve articles with one person each; return the names of each person of the archive."""
    articles = [article(f"a{i}", [name], []) for i, name in enumerate(names)]
    found = resolve(articles, {}, {}, judgements, GAZETTEER)
    by_id: dict[str, set[str]] = {}
    for each in articles:
        for tag in found.tags[each.id].people:
            by_id.setdefault(tag.entity_id, set()).update(each.people or ())
    return sorted(by_id.values(), key=sorted)


def codes(found: Resolution) -> list[str]:
    return [problem.code for problem in found.problems]


def ids(tags: Sequence[Tag]) -> list[str]:
    return [tag.entity_id for tag in tags]


# Tags


def test_without_a_list_the_mentions_are_the_tags() -> None:
    found = resolved(
        [article("a")],
        a=[
            place("Japan", "japan", 3),
            person("Heita Kawakatsu", 10),
            person("Heita Kawakatsu", 50, surface="Kawakatsu", role="Governor"),
            person("Wang", 70),
        ],
    )
    assert found.tags["a"].people == (
        Tag(
            entity_id="heita-kawakatsu",
            role="Governor",
            sentence="Here is Heita Kawakatsu.",
            start=10,
            end=25,
        ),
    )
    assert ids(found.tags["a"].places) == ["japan"]
    assert found.people["heita-kawakatsu"].sort_name == "Kawakatsu, Heita"


def test_a_name_that_an_editor_removed_is_removed() -> None:
    mentions = [person("Wang Yi", 5), person("Xi Jinping", 20), place("Japan", "japan", 40)]
    found = resolved([article("a", ["Xi Jinping"], [])], a=mentions)
    assert ids(found.tags["a"].people) == ["xi-jinping"]
    assert found.tags["a"].places == ()
    assert "wang-yi" not in found.people


def test_a_name_that_an_editor_added_is_added_without_a_mention() -> None:
    found = resolved([article("a", ["Mark Carney"], ["Japan"])])
    assert found.tags["a"].people == (Tag(entity_id="mark-carney", rule="editor"),)
    assert ids(found.tags["a"].places) == ["japan"]


def test_an_added_name_stands_where_the_text_has_it() -> None:
    text = "It was hot.\n\nThe singer Adele sang there. It rained."
    found = resolved([article("a", ["Adele"], [])], texts={"a": text})
    tag = found.tags["a"].people[0]
    assert text[tag.start : tag.end] == "Adele"
    assert tag.sentence == "The singer Adele sang there."


@pytest.mark.parametrize(
    ("listed", "mentioned"),
    [
        ("Antonio Guterres", "António Guterres"),
        ("Guterres", "António Guterres"),
        ("António Manuel Guterres", "António Guterres"),
        ("António Guterres", "Guterres"),
        ("Kawakatsu Heita", "Heita Kawakatsu"),
        ("Xi", "Xi Jinping"),
    ],
)
def test_a_listed_name_meets_its_mention(listed: str, mentioned: str) -> None:
    found = resolved(
        [article("a", [listed], [])], a=[person("Mark Carney", 1), person(mentioned, 9, role="X")]
    )
    (tag,) = found.tags["a"].people
    assert (tag.start, tag.role) == (9, "X")
    assert "mark-carney" not in found.people


def test_a_listed_name_meets_a_mention_by_an_alias_of_its_row() -> None:
    found = resolved(
        [article("a", ["Mahmoud Abbas"], [])],
        row("mahmoud-abbas", name="Mahmoud Abbas", aliases=("Abu Mazen",)),
        a=[person("Abu Mazen", 7)],
    )
    assert [(tag.entity_id, tag.start) for tag in found.tags["a"].people] == [("mahmoud-abbas", 7)]


def test_two_listed_forms_of_one_person_are_one_tag() -> None:
    found = resolved(
        [article("a", ["Joe Biden", "Biden"], [])], a=[person("Joe Biden", 4, role="President")]
    )
    assert ids(found.tags["a"].people) == ["joe-biden"]


def test_tags_stand_in_the_order_of_the_text_and_unnamed_ones_last() -> None:
    found = resolved(
        [article("a", ["Mark Carney", "Xi Jinping", "Wang Yi"], [])],
        a=[person("Wang Yi", 5), person("Xi Jinping", 20)],
    )
    assert ids(found.tags["a"].people) == ["wang-yi", "xi-jinping", "mark-carney"]


# People across articles


@pytest.mark.parametrize(
    "names",
    [
        ("Moon Jae-in", "Moon Jae In", "MOON JAE-IN"),
        ("José Piñera", "Jose Pinera"),
        ("Heita Kawakatsu", "Kawakatsu Heita"),
        ("Joe Biden", "Joe R. Biden", "Joe Robinette Biden Jr."),
        ("Andrés Manuel López Obrador", "Andrés López Obrador"),
        ("Bashar al-Assad", "Bashar Assad"),
        ("John F. Kennedy", "John Fitzgerald Kennedy"),
    ],
)
def test_forms_of_one_name_are_one_person(names: tuple[str, ...]) -> None:
    assert named(*names) == [set(names)]


@pytest.mark.parametrize(
    "names",
    [
        ("Mohammed bin Salman", "Salman bin Mohammed"),
        ("Henry James", "James Henry"),
        ("George W. Bush", "George H. W. Bush"),
        ("Martin Luther King Jr.", "Martin Luther King Sr."),
        ("Nguyen Xuan Phuc", "Nguyen Phuc"),
        ("Mohammed bin Rashid Al Maktoum", "Mohammed bin Zayed Al Maktoum"),
        ("Mohammed bin Rashid Maktoum", "Mohammed Maktoum"),
        ("J. Smith", "J. K. Smith"),
        ("Ronald Reagan", "Nancy Reagan"),
    ],
)
def test_different_names_are_different_people(names: tuple[str, ...]) -> None:
    assert named(*names) == sorted(({name} for name in names), key=sorted)


def test_a_name_that_fits_two_people_is_put_to_neither() -> None:
    names = ("George W. Bush", "George H. W. Bush", "George Bush")
    assert len(named(*names)) == 3


def test_the_most_frequent_form_is_shown_and_the_others_are_aliases() -> None:
    names = ["Mikhail Gorbachev", "Mikhail Gorbachev", "Mikhail S. Gorbachev", "GORBACHEV MIKHAIL"]
    found = resolved([article(f"a{i}", [name], []) for i, name in enumerate(names)])
    (shown,) = found.people.values()
    assert (shown.id, shown.name) == ("mikhail-gorbachev", "Mikhail Gorbachev")
    assert shown.aliases == ("Mikhail S. Gorbachev", "GORBACHEV MIKHAIL")


def test_a_form_in_capitals_is_shown_last() -> None:
    names = ["JOE BIDEN", "JOE BIDEN", "Joe Biden"]
    found = resolved([article(f"a{i}", [name], []) for i, name in enumerate(names)])
    assert [person.name for person in found.people.values()] == ["Joe Biden"]


def test_of_equally_frequent_forms_the_longer_is_shown_and_the_other_address_leads_to_it() -> None:
    found = resolved([article("a", ["Joe Biden"], []), article("b", ["Joe R. Biden"], [])])
    assert list(found.people) == ["joe-r-biden"]
    assert found.redirects == {"/people/joe-biden/": "/people/joe-r-biden/"}


def test_a_name_without_latin_letters_has_an_id() -> None:
    found = resolved([article("a", ["王毅"], [])])
    assert list(found.people) == ["person-738b-6bc5"]


def test_ids_are_unique() -> None:
    rows = [row("jose-garcia", name="José García", not_same=("Jose Garcia",))]
    found = resolved([article("a", ["José García"], []), article("b", ["Jose Garcia"], [])], *rows)
    assert {id: person.name for id, person in found.people.items()} == {
        "jose-garcia": "José García",
        "jose-garcia-2": "Jose Garcia",
    }


# An editor's word on people


def test_a_row_rules_by_id_and_a_rename_keeps_the_address() -> None:
    found = resolved(
        [article("a", ["Ngozi Okonjo-Iweala"], [])],
        row(
            "ngozi-okonjo-iweala",
            name="Dr Ngozi Okonjo-Iweala",
            sort_name="Okonjo-Iweala, N.",
            wikidata="Q257234",
            viaf="1",
            native_name="N",
        ),
    )
    shown = found.people["ngozi-okonjo-iweala"]
    assert (shown.name, shown.sort_name) == ("Dr Ngozi Okonjo-Iweala", "Okonjo-Iweala, N.")
    assert (shown.wikidata, shown.viaf, shown.native_name) == ("Q257234", "1", "N")
    assert shown.aliases == ("Ngozi Okonjo-Iweala",)
    assert not found.redirects
    assert not found.problems


def test_a_row_rules_by_name_and_the_old_address_leads_to_its_id() -> None:
    found = resolved([article("a", ["Jose Kast"], [])], row("kast", name="José Kast"))
    assert list(found.people) == ["kast"]
    assert found.redirects == {"/people/jose-kast/": "/people/kast/"}


def test_a_row_gives_a_single_name_a_page() -> None:
    mentions = {"a": [person("Pelé", 3)]}
    assert not resolve([article("a")], mentions, {}, [], GAZETTEER).people
    found = resolve([article("a")], mentions, {}, [row("pele", name="Pelé")], GAZETTEER)
    assert ids(found.tags["a"].people) == ["pele"]


@pytest.mark.parametrize("status", ["hidden", "rejected"])
def test_a_hidden_person_has_neither_page_nor_tag(status: str) -> None:
    found = resolved([article("a", ["Jane Doe", "Xi Jinping"], [])], row("jane-doe", status=status))
    assert list(found.people) == ["xi-jinping"]
    assert ids(found.tags["a"].people) == ["xi-jinping"]
    assert not found.redirects


def test_a_merge_moves_tags_names_and_address() -> None:
    found = resolved(
        [article("a", ["Abu Mazen"], []), article("b", ["Mahmoud Abbas", "Abu Mazen"], [])],
        row("abu-mazen", merged_into="mahmoud-abbas"),
    )
    assert list(found.people) == ["mahmoud-abbas"]
    assert found.people["mahmoud-abbas"].name == "Mahmoud Abbas"
    assert [ids(found.tags[id].people) for id in "ab"] == [["mahmoud-abbas"]] * 2
    assert found.redirects == {"/people/abu-mazen/": "/people/mahmoud-abbas/"}
    assert not found.problems


def test_merges_are_followed_to_their_end() -> None:
    found = resolved(
        [article("a", ["First Name"], [])],
        row("first-name", merged_into="second-name"),
        row("second-name", merged_into="third-name"),
        row("third-name", name="Third Name"),
    )
    assert [person.name for person in found.people.values()] == ["Third Name"]
    assert found.redirects == {
        "/people/first-name/": "/people/third-name/",
        "/people/second-name/": "/people/third-name/",
    }


def test_a_merge_into_nobody_is_left_out_and_reported() -> None:
    found = resolved([article("a", ["Abu Mazen"], [])], row("abu-mazen", merged_into="nobody"))
    assert list(found.people) == ["abu-mazen"]
    (problem,) = found.problems
    assert (problem.code, problem.severity) == ("authority-merge-unknown", "warning")
    assert str(problem.location) == "content/people.csv:2"


def test_merges_in_a_circle_are_ignored_and_each_is_reported() -> None:
    found = resolved(
        [article("a", ["Jane Doe", "Jane Roe"], [])],
        row("jane-doe", merged_into="jane-roe"),
        row("jane-roe", merged_into="jane-doe"),
    )
    assert list(found.people) == ["jane-doe", "jane-roe"]
    assert codes(found) == ["authority-merge-circle"] * 2


def test_a_row_that_is_merged_into_a_circle_keeps_its_page() -> None:
    found = resolved(
        [article("a", ["Jane Poe"], [])],
        row("jane-poe", merged_into="jane-doe"),
        row("jane-doe", merged_into="jane-roe"),
        row("jane-roe", merged_into="jane-doe"),
    )
    assert list(found.people) == ["jane-poe"]
    assert sorted(codes(found)) == ["authority-merge-circle"] * 2 + ["authority-merge-unknown"]


def test_a_merge_keeps_an_address_alive_that_no_article_leads_to() -> None:
    found = resolved([article("a", ["Xi Jinping"], [])], row("xi", merged_into="xi-jinping"))
    assert found.redirects == {"/people/xi/": "/people/xi-jinping/"}
    assert not found.problems


def test_two_tags_that_are_merged_in_one_article_are_one_with_the_first_role() -> None:
    found = resolved(
        [article("a")],
        row("abu-mazen-senior", merged_into="mahmoud-abbas"),
        a=[person("Mahmoud Abbas", 3), person("Abu Mazen Senior", 30, role="President")],
    )
    assert [(tag.start, tag.role) for tag in found.tags["a"].people] == [(3, "President")]


def test_a_row_that_rules_on_nobody_is_noted() -> None:
    found = resolved([article("a", ["Xi Jinping"], [])], row("nobody", name="No Body"))
    (problem,) = found.problems
    assert (problem.code, problem.severity) == ("authority-unmatched", "note")


def test_two_rows_are_two_people_whatever_their_names() -> None:
    rows = [row("kawakatsu-heita"), row("heita-kawakatsu")]
    assert len(named("Heita Kawakatsu", "Kawakatsu Heita", judgements=rows)) == 2


def test_names_that_are_not_the_same_are_kept_apart() -> None:
    rows = [row("joe-biden", name="Joe Biden", not_same=("Joe R. Biden",))]
    assert len(named("Joe Biden", "Joe R. Biden")) == 1
    assert len(named("Joe Biden", "Joe R. Biden", judgements=rows)) == 2


# Places


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


# All inputs

_NAMES = st.sampled_from(
    [
        "Joe Biden", "Joe R. Biden", "Biden Joe", "JOE BIDEN", "Joe Biden Jr.", "Joe Biden Sr.",
        "Biden", "Moon Jae-in", "Moon Jae In", "Jae-in Moon", "George Bush", "George W. Bush",
        "George H. W. Bush", "王毅", "Wang Yi", "Yi Wang",
    ]
)  # fmt: skip
_PLACES = st.sampled_from(["Japan", "Georgia", "Viet Nam", "Atlantis", "atlantis", "Shizuoka"])
_ROWS = st.lists(
    st.builds(
        row,
        st.sampled_from(["joe-biden", "moon-jae-in", "wang-yi", "george-bush", "biden"]),
        name=st.one_of(st.just(""), _NAMES),
        status=st.sampled_from(["", "hidden"]),
        merged_into=st.sampled_from(["", "", "joe-biden", "wang-yi", "nobody"]),
        not_same=st.lists(_NAMES, max_size=1).map(tuple),
    ),
    max_size=3,
)
_ARTICLES = st.lists(
    st.tuples(st.none() | st.lists(_NAMES, max_size=3), st.lists(_PLACES, max_size=3),
              st.lists(_NAMES, max_size=3)),
    max_size=6,
)  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(_ARTICLES, _ROWS, st.randoms(use_true_random=False))
def test_the_order_of_the_articles_changes_nothing(
    parts: list[tuple[list[str] | None, list[str], list[str]]], rows: list[Judgement], random: Any
) -> None:
    articles = [article(f"a{i}", people, places) for i, (people, places, _) in enumerate(parts)]
    mentions = {
        f"a{i}": [person(name, 30 * at) for at, name in enumerate(names)]
        for i, (_, _, names) in enumerate(parts)
    }
    shuffled = list(articles)
    random.shuffle(shuffled)
    one, other = (resolve(order, mentions, {}, rows, GAZETTEER) for order in (articles, shuffled))
    assert one == other
    assert list(one.people) == list(other.people)
    assert list(one.tags) == list(other.tags)
    tagged = {tag.entity_id for tags in one.tags.values() for tag in tags.people}
    assert tagged == set(one.people)
    assert all(place.parent in ("", *one.places) for place in one.places.values())
    for old, new in one.redirects.items():
        assert old.split("/")[2] not in getattr(one, old.split("/")[1])
        assert new.split("/")[2] in getattr(one, new.split("/")[1])


def test_ten_thousand_articles_take_less_than_a_second() -> None:
    def letters(number: int) -> str:
        return "".join(chr(97 + int(digit)) for digit in f"{number:05}")

    articles = []
    mentions = {}
    for i in range(10_000):
        names = [f"Anna {letters(i).title()}", f"{letters(i).title()} Smith", "Xi Jinping"]
        articles.append(article(f"a{i}", names, ["Japan", "Shizuoka"]))
        mentions[f"a{i}"] = [
            *(person(name, 20 * at) for at, name in enumerate(names)),
            place("Japan", "japan", 80),
            place("Shizuoka", "shizuoka-japan", 90),
        ]
    start = time.process_time()
    found = resolve(articles, mentions, {}, [], GAZETTEER)
    seconds = time.process_time() - start
    assert len(found.people) == 20_001
    assert seconds < 3, "slow beyond what a busy machine explains"
