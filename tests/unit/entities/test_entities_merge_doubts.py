"""Two persons that may be one: what speaks for it, and the rows that end the doubt."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from few_places import GAZETTEER, article, person, row

from site_builder.entities.resolution import resolve
from site_builder.model.entity import Doubt, Judgement, Mention


def doubts(*articles: Sequence[Mention], rows: Sequence[Judgement] = ()) -> list[Doubt]:
    """List the doubts of articles a0, a1, ... that nobody tagged."""
    mentions = {f"a{at}": names for at, names in enumerate(articles)}
    read = [replace(article(id), slug=f"slug-{id}") for id in mentions]
    return list(resolve(read, mentions, {}, rows, GAZETTEER, doubts=True).doubts)


def named(*names: str, rows: Sequence[Judgement] = ()) -> list[Doubt]:
    """List the doubts of articles with one person each."""
    return doubts(*([person(name)] for name in names), rows=rows)


def test_near_names_are_proposed_as_one_person() -> None:
    (doubt,) = named("Joseph Biden", "Joseph Biden", "Joe Biden")
    assert (doubt.kind, doubt.type, doubt.id, doubt.name) == (
        "merge",
        "person",
        "joe-biden",
        "Joe Biden",
    )
    assert doubt.proposal == {"merged_into": "joseph-biden"}
    assert doubt.published
    assert "short form" in doubt.evidence
    assert (doubt.article, doubt.articles) == ("a2", 1)


def test_a_role_and_company_make_a_merge_likelier_and_one_article_with_both_less_likely() -> None:
    one, other, wang = person("Joseph Biden"), person("Joe Biden"), person("Wang Yi")
    (plain,) = doubts([one], [other])
    (titled,) = doubts([replace(one, role="Senator")], [replace(other, role="Senator")])
    (company,) = doubts([one, wang], [other, wang])
    (both,) = doubts([one, replace(other, start=50)])
    assert both.weight < plain.weight < company.weight < titled.weight
    assert "both are printed as senator" in titled.evidence
    assert "1 other person is named with both" in company.evidence
    assert "1 article names both" in both.evidence


def test_a_merge_that_would_decide_a_surname_weighs_more() -> None:
    found = named("Joseph Biden", "Joe Biden", "Biden", "Biden")
    (merge,) = [doubt for doubt in found if doubt.kind == "merge"]
    assert merge.weight > named("Joseph Biden", "Joe Biden")[0].weight
    assert "meant by the surname alone in 2 articles" in merge.evidence
    assert found[0] == merge


@pytest.mark.parametrize(
    "rows",
    [
        [row("joe-biden", merged_into="joseph-biden")],
        [row("joe-biden", not_same=("joseph-biden",))],
        [row("joe-biden", not_same=("Joseph Biden",))],
        [row("joseph-biden", not_same=("Joe Biden",))],
        [row("joe-biden"), row("joseph-biden")],
        [row("joe-biden", status="rejected")],
        [row("joseph-biden", status="hidden")],
    ],
)
def test_a_row_that_merges_or_parts_two_persons_ends_the_doubt(rows: list[Judgement]) -> None:
    names = ("Joseph Biden", "Joseph Biden", "Joe Biden")
    assert [doubt.kind for doubt in named(*names)] == ["merge"]
    assert named(*names, rows=rows) == []


def test_nobody_is_proposed_who_has_no_page() -> None:
    found = doubts([person("Joseph Black", score=0.0)], [person("Joe Black", score=0.0)])
    assert [doubt.kind for doubt in found] == ["single", "single"]
