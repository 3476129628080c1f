"""Rows that cannot all be right are named with their lines, and what is used until then."""

from dataclasses import replace

import pytest
from few_places import GAZETTEER, article, place_row, resolved, row

from site_builder.entities.contradictions import contradictions
from site_builder.model.entity import Judgement

TWICE = "authority-name-twice"
WRONG = "authority-contradiction"


def found_in(*rows: Judgement) -> list[tuple[str, str]]:
    """Put rows on the lines 2, 3, ... of their files; list the code and the place of problems."""
    lines = [replace(each, line=at) for at, each in enumerate(rows, 2)]
    return [(one.code, str(one.location)) for one in contradictions(lines, GAZETTEER)]


@pytest.mark.parametrize("status", ["hidden", "rejected"])
def test_a_row_that_is_merged_and_without_a_page_is_named(status: str) -> None:
    rows = [row("anna-sorel"), row("hanna-sorel", merged_into="anna-sorel", status=status)]
    assert found_in(*rows) == [(WRONG, "content/people.csv:3")]


def test_a_merge_that_is_accepted_is_well() -> None:
    assert found_in(row("hanna-sorel", merged_into="anna-sorel", status="accepted")) == []


@pytest.mark.parametrize(
    "more",
    [
        {"name": "Anna Sorel", "not_same": ("anna  SOREL",)},
        {"aliases": ("Sorel", "Anna B."), "not_same": ("Bela", "Anna B.")},
    ],
)
def test_a_row_that_denies_its_own_name_is_named(more: dict[str, tuple[str, ...]]) -> None:
    assert found_in(row("anna-sorel", **more)) == [(WRONG, "content/people.csv:2")]


@pytest.mark.parametrize(
    "rows",
    [
        (row("anna", name="Anna", merged_into="bela", not_same=("bela",)), row("bela")),
        (row("anna", merged_into="bela", not_same=("Bela B.",)), row("bela", name="Bela B.")),
        (row("anna", merged_into="bela"), row("bela", not_same=("anna",))),
        (row("anna", name="Anna A.", merged_into="bela"), row("bela", not_same=("anna a.",))),
        (row("anna", merged_into="bela", not_same=("bela",)), row("carl")),
        (row("anna", merged_into="bela", not_same=("bela",)), row("bela", not_same=("anna",))),
    ],
)
def test_a_merge_of_what_is_not_the_same_is_named_once(rows: tuple[Judgement, ...]) -> None:
    assert found_in(*rows) == [(WRONG, "content/people.csv:2")]


def test_the_message_names_the_line_that_says_otherwise() -> None:
    rows = [row("anna", merged_into="bela"), replace(row("bela", not_same=("anna",)), line=7)]
    (problem,) = contradictions(rows, GAZETTEER)
    assert "line 7" in problem.message
    assert problem.severity == "warning"


def test_what_is_not_the_same_as_a_third_may_be_merged() -> None:
    rows = [row("anna", merged_into="bela", not_same=("carl",)), row("bela", not_same=("dora",))]
    assert found_in(*rows) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"name": "Sorel"}, {"name": "sorel"}),
        ({"name": "Sorel"}, {"aliases": ("Sorel",)}),
        ({"aliases": ("Sorel",)}, {"aliases": ("Anna", "SOREL")}),
        ({"name": "Sorel", "articles": ("a", "b")}, {"name": "Sorel", "articles": ("b",)}),
        ({"name": "Sorel", "dates": "1989..1993"}, {"name": "Sorel", "dates": "1993.."}),
        ({"name": "Sorel", "dates": "..1990"}, {"name": "Sorel", "dates": "1985-03"}),
    ],
)
def test_a_name_that_two_rows_claim_is_named_at_the_second(
    one: dict[str, str], other: dict[str, str]
) -> None:
    assert found_in(row("anna", **one), row("bela", **other)) == [(TWICE, "content/people.csv:3")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"name": "Sorel"}, {"name": "Sorel", "articles": ("a",)}),
        ({"name": "Sorel"}, {"name": "Sorel", "dates": "1990"}),
        ({"name": "Sorel", "articles": ("a",)}, {"name": "Sorel", "articles": ("b",)}),
        ({"name": "Sorel", "dates": "..1989"}, {"name": "Sorel", "dates": "1990.."}),
        ({"name": "Sorel"}, {"name": "Sorel", "merged_into": "anna"}),
        ({"name": "Sorel", "merged_into": "carl"}, {"name": "Sorel", "merged_into": "carl"}),
        ({"name": "Sorel", "kind": "place"}, {"name": "Sorel", "kind": "place"}),
        ({"name": "Sorel"}, {"name": "Sorrel"}),
    ],
)
def test_a_name_that_two_rows_share_without_a_clash_is_well(
    one: dict[str, str], other: dict[str, str]
) -> None:
    assert found_in(row("anna", **one), row("bela", **other)) == []


def test_one_id_may_have_its_name_in_several_rows() -> None:
    rows = [row("anna", name="Sorel", articles=(one,)) for one in ("a", "a b")]
    assert found_in(*rows) == []
    merged = row("anna", name="Sorel", articles=("a",), merged_into="bela")
    assert found_in(rows[0], merged) == []


def test_the_third_row_with_a_name_is_named_too() -> None:
    rows = [row(id, name="Sorel") for id in ("anna", "bela", "carl")]
    assert found_in(*rows) == [(TWICE, "content/people.csv:3"), (TWICE, "content/people.csv:4")]


def test_places_of_the_gazetteer_may_share_a_name() -> None:
    known = [place_row(id, name="Georgia") for id in ("georgia", "georgia-united-states")]
    assert found_in(*known) == []
    own = [place_row(id, name="Oldport") for id in ("oldport", "oldport-2")]
    assert found_in(*own) == [(TWICE, "content/places.csv:3")]


def test_a_person_and_a_place_may_share_a_name() -> None:
    assert found_in(row("jordan", name="Jordan"), place_row("jordan", name="Jordan")) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (row("paris", kind="place"), place_row("paris", kind="person")),
        (
            row("p", name="Paris", kind="place"),
            place_row("q", aliases=("PARIS",), kind="person"),
        ),
    ],
)
def test_a_name_that_each_file_gives_to_the_other_is_named(
    one: Judgement, other: Judgement
) -> None:
    assert found_in(one, other) == [(WRONG, "content/people.csv:2")]
    (problem,) = contradictions([one, replace(other, line=8)], GAZETTEER)
    assert "content/places.csv:8" in problem.message


def test_a_name_that_only_some_articles_give_to_the_other_file_is_well() -> None:
    one, other = row("paris", kind="place"), place_row("paris", kind="person", articles=("a",))
    assert found_in(one, other) == []
    assert found_in(row("paris", kind="place"), place_row("paris", kind="city")) == []
    assert found_in(row("paris"), place_row("paris", kind="person")) == []


# What the messages say is used until then


def test_a_contradiction_stands_among_the_problems_of_the_archive() -> None:
    found = resolved(
        [article("a", ["Sorel"], [])], row("anna", name="Sorel"), row("bela", aliases=("Sorel",))
    )
    assert [one.code for one in found.problems if one.severity == "warning"] == [TWICE]
    assert list(found.people) == ["anna"]


@pytest.mark.parametrize("more", [{"status": "hidden"}, {"not_same": ("Bela Sorel",)}])
def test_a_merge_is_used_though_another_cell_speaks_against_it(more: dict[str, str]) -> None:
    found = resolved(
        [article("a", ["Anna Sorel"], []), article("b", ["Bela Sorel"], [])],
        row("anna-sorel", merged_into="bela-sorel", **more),
    )
    assert list(found.people) == ["bela-sorel"]
    assert found.tags["a"].people[0].entity_id == "bela-sorel"


def test_a_name_is_used_though_the_row_denies_it() -> None:
    found = resolved(
        [article("a", ["Bela Sorel"], [])],
        row("anna", name="Anna Sorel", aliases=("Bela Sorel",), not_same=("Bela Sorel",)),
    )
    assert list(found.people) == ["anna"]
