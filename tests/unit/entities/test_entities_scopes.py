"""Rows that are for some articles only: `articles` and `dates`."""

from dataclasses import replace

import pytest
from few_places import article, codes, ids, person, place, place_row, resolved, row

from site_builder.entities.scopes import ScopedRows, is_scoped, names_ruled
from site_builder.model.article import Article
from site_builder.model.dates import PartialDate
from site_builder.model.entity import Judgement


def dated(id: str, date: str = "", people: list[str] | None = None) -> Article:
    return replace(article(id, people), date=PartialDate.parse(date) if date else None)


def rows_on(one: Article, *rows: Judgement) -> list[str]:
    return [each.id for each in ScopedRows.of(rows).on(one)]


@pytest.mark.parametrize(
    ("more", "scoped"),
    [({}, False), ({"articles": ("a",)}, True), ({"dates": "1990"}, True), ({"name": "A"}, False)],
)
def test_articles_or_dates_limit_a_row(more: dict[str, str], scoped: bool) -> None:
    assert is_scoped(row("anna", **more)) is scoped


@pytest.mark.parametrize(
    "name", ["2f3c", "the-storm", "content/articles/1990/storm.md", "storm.md", "storm"]
)
def test_an_article_is_named_by_id_slug_or_file(name: str) -> None:
    storm = replace(article("2f3c"), slug="the-storm", path="content/articles/1990/storm.md")
    assert rows_on(storm, row("anna", articles=("other", name))) == ["anna"]
    assert rows_on(article("b"), row("anna", articles=(name,))) == []


@pytest.mark.parametrize(
    ("dates", "date", "covered"),
    [
        ("1989-01..1993-01-20", "1993-01-20", True),
        ("1989-01..1993-01-20", "1993-01-21", False),
        ("1989-01..1993-01-20", "1989-01-01", True),
        ("1989-01..1993-01-20", "1988-12-31", False),
        ("1990..", "2020-01-01", True),
        ("..1990", "1990-12-31", True),
        ("..1990", "1991-01-01", False),
        ("1990-05", "1990-05", True),
        ("1990-05", "1990", False),
        ("..", "", False),
        ("..1990", "", False),
    ],
)
def test_dates_are_for_the_articles_whose_days_all_lie_within(
    dates: str, date: str, covered: bool
) -> None:
    found = rows_on(dated("a", date), row("anna", dates=dates))
    assert found == (["anna"] if covered else [])


def test_a_row_with_articles_and_dates_is_for_those_that_fit_both() -> None:
    both = row("anna", articles=("a", "b"), dates="1990")
    assert rows_on(dated("a", "1990-05-01"), both) == ["anna"]
    assert rows_on(dated("b", "1991-05-01"), both) == []
    assert rows_on(dated("c", "1990-05-01"), both) == []
    assert rows_on(dated("a"), both) == []


def test_rows_are_for_an_article_in_the_order_in_which_they_stand() -> None:
    rows = [
        row("z", articles=("a",)),
        row("y", dates="1990"),
        row("x", articles=("storm", "a")),
    ]
    assert rows_on(dated("a", "1990-01-01"), *rows) == ["z", "y", "x"]


def test_a_row_whose_dates_cannot_be_read_is_for_no_article() -> None:
    assert rows_on(dated("a", "1990-01-01"), row("anna", articles=("a",), dates="May")) == []


def test_of_two_rows_with_a_name_the_first_rules_and_names_go_before_aliases() -> None:
    rows = [
        row("anna", aliases=("Sorel",)),
        row("bela", name="SOREL"),
        row("carl", name="Sorel", native_name="索"),
    ]
    found = names_ruled(rows)
    assert found["sorel"].id == "bela"
    assert found["索"].id == "carl"
    assert set(found) == {"sorel", "anna", "bela", "carl", "索"}


# What a row for some articles does


def test_a_row_for_one_article_gives_a_name_to_another_person_there_only() -> None:
    found = resolved(
        [dated("a"), dated("b")],
        row("george-bush-senior", name="George Bush", articles=("a",)),
        a=[person("George Bush")],
        b=[person("George Bush")],
    )
    assert ids(found.tags["a"].people) == ["george-bush-senior"]
    assert ids(found.tags["b"].people) == ["george-bush"]
    assert not found.problems


def test_rows_for_spans_of_days_part_the_bearers_of_a_name() -> None:
    senior = row("bush-41", name="George Bush", dates="1989-01-20..1993-01-20")
    junior = row("bush-43", name="George Bush", dates="2001-01-20..2009-01-20")
    found = resolved(
        [dated("a", "1990-01-01"), dated("b", "2005"), dated("c", "1996"), dated("d")],
        senior,
        junior,
        a=[person("George Bush")],
        b=[person("George Bush")],
        c=[person("George Bush")],
        d=[person("George Bush")],
    )
    people = {id: ids(tags.people) for id, tags in found.tags.items()}
    assert people == {
        "a": ["bush-41"],
        "b": ["bush-43"],
        "c": ["george-bush"],
        "d": ["george-bush"],
    }
    assert not found.problems


@pytest.mark.parametrize("status", ["hidden", "rejected"])
def test_a_row_for_one_article_hides_a_name_there_only(status: str) -> None:
    found = resolved(
        [dated("a"), dated("b")],
        row("anna-sorel", status=status, articles=("a",)),
        a=[person("Anna Sorel")],
        b=[person("Anna Sorel")],
    )
    assert found.tags["a"].people == ()
    assert ids(found.tags["b"].people) == ["anna-sorel"]


def test_a_row_for_one_article_merges_a_name_there_only() -> None:
    found = resolved(
        [dated("a"), dated("b"), dated("c")],
        row("anna-sorel", merged_into="bela-sorel", articles=("a",)),
        a=[person("Anna Sorel")],
        b=[person("Anna Sorel")],
        c=[person("Bela Sorel")],
    )
    people = {id: ids(tags.people) for id, tags in found.tags.items()}
    assert people == {"a": ["bela-sorel"], "b": ["anna-sorel"], "c": ["bela-sorel"]}
    assert not found.redirects


def test_a_row_for_one_article_overrules_the_one_for_all() -> None:
    found = resolved(
        [dated("a"), dated("b")],
        row("anna-sorel", status="hidden"),
        row("hanna-sorel", name="Anna Sorel", articles=("a",)),
        a=[person("Anna Sorel")],
        b=[person("Anna Sorel")],
    )
    assert ids(found.tags["a"].people) == ["hanna-sorel"]
    assert found.tags["b"].people == ()


def test_a_row_for_one_article_gives_a_place_of_the_gazetteer_another_meaning_there() -> None:
    found = resolved(
        [dated("a"), dated("b")],
        place_row("georgia-united-states", name="Georgia", articles=("a",)),
        a=[place("Georgia", "georgia")],
        b=[place("Georgia", "georgia")],
    )
    assert ids(found.tags["a"].places) == ["georgia-united-states"]
    assert ids(found.tags["b"].places) == ["georgia"]


def test_the_id_of_a_row_for_one_article_is_that_of_the_person_who_has_it_elsewhere() -> None:
    found = resolved(
        [dated("a"), dated("b"), dated("c")],
        row("bela-sorel", name="Béla Sorel", aliases=("Sorel",), articles=("c",)),
        a=[person("Anna Sorel")],
        b=[person("Bela Sorel")],
        c=[person("Sorel")],
    )
    people = {id: ids(tags.people) for id, tags in found.tags.items()}
    assert people == {"a": ["anna-sorel"], "b": ["bela-sorel"], "c": ["bela-sorel"]}
    assert found.people["bela-sorel"].name == "Béla Sorel"


def test_a_row_for_one_article_that_denies_a_name_leaves_the_name_to_another() -> None:
    found = resolved(
        [dated("a"), dated("b")],
        row("bela-sorel", aliases=("Sorel",), articles=("b",), not_same=("Bela Sorel",)),
        a=[person("Bela Sorel")],
        b=[person("Sorel")],
    )
    assert ids(found.tags["a"].people) == ["bela-sorel-2"]
    assert ids(found.tags["b"].people) == ["bela-sorel"]


def test_a_row_that_rules_in_no_article_leaves_the_others_as_they_are() -> None:
    nowhere = row("anna-sorel", name="Dr Anna Sorel", articles=("storm",))
    found = resolved([dated("a")], nowhere, a=[person("Anna Sorel")])
    assert found.people["anna-sorel"].name == "Anna Sorel"
    assert found.people["anna-sorel"].confidence < 1


def test_two_rows_for_some_articles_that_lead_to_one_person_count_together() -> None:
    found = resolved(
        [dated("a"), dated("b"), dated("c")],
        row("anna", name="Anna Smith", articles=("a",)),
        row("hanna", name="Anna Smith", articles=("b",)),
        row("hanna", merged_into="anna"),
        a=[person("Anna Smith")],
        b=[person("Anna Smith")],
        c=[person("Smith")],
    )
    people = {id: ids(tags.people) for id, tags in found.tags.items()}
    assert people == {"a": ["anna"], "b": ["anna"], "c": ["anna"]}


def test_the_id_of_a_row_for_one_article_is_that_of_an_unknown_place_elsewhere() -> None:
    found = resolved(
        [dated("a"), dated("b")],
        place_row("oldport", name="Oldport", lat=1.0, lon=2.0, articles=("a",)),
        a=[place("Oldport", "")],
        b=[place("Oldport", "")],
    )
    assert list(found.places) == ["oldport"]
    assert [ids(tags.places) for tags in found.tags.values()] == [["oldport"]] * 2


def test_a_row_for_one_article_gives_a_single_name_a_page() -> None:
    found = resolved(
        [dated("a"), dated("b")],
        row("adele", name="Adele", articles=("a",)),
        a=[person("Adele")],
        b=[person("Adele")],
    )
    assert ids(found.tags["a"].people) == ["adele"]
    assert found.people["adele"].name == "Adele"


# What is noted


def test_an_article_that_is_not_there_is_noted() -> None:
    found = resolved(
        [dated("a", people=["Anna Sorel"])], row("anna-sorel", articles=("a", "storm"))
    )
    (problem,) = found.problems
    assert (problem.code, problem.severity) == ("authority-article", "note")
    assert "'storm'" in problem.message
    assert str(problem.location) == "content/people.csv:2"


def test_an_article_that_is_not_there_is_noted_of_places_too() -> None:
    found = resolved([dated("a")], place_row("oldport", articles=("storm",)))
    assert codes(found) == ["authority-article", "authority-unmatched"]
    assert str(found.problems[0].location) == "content/places.csv:2"


def test_a_row_that_rules_in_none_of_its_articles_is_noted() -> None:
    found = resolved(
        [dated("a", people=["Xi Jinping"]), dated("b", people=["Anna Sorel"])],
        row("anna", name="Anna Sorel", articles=("a",)),
    )
    assert codes(found) == ["authority-unmatched"]
