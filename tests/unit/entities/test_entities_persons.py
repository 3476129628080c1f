"""Who is who across the archive."""

import pytest
from few_places import GAZETTEER, article, codes, ids, named, person, resolved, row

from site_builder.entities.resolution import resolve


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
