"""The archive as a whole: nothing depends on the order, and every row can be taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random

import pytest
from few_places import GAZETTEER, article, codes, ids, person, place, place_row, resolved, row
from hypothesis import given, settings
from hypothesis import strategies as st
from random_archives import PLACE_ROW, ROW, ROWS, archives

from site_builder.entities.resolution import resolve
from site_builder.entities.tagging import people_named, tag_archive
from site_builder.model.article import Article
from site_builder.model.entity import Judgement, Mention, Resolution


def resolution(
    archive: tuple[list[Article], Mapping[str, Sequence[Mention]]], rows: Sequence[Judgement]
) -> Resolution:
    articles, mentions = archive
    return resolve(articles, mentions, {}, rows, GAZETTEER, doubts=True)


def pages_of(found: Resolution) -> list[object]:
    """List everything that pages and review show, with its order."""
    return [
        list(found.people.items()),
        list(found.places.items()),
        list(found.tags.items()),
        list(found.redirects.items()),
        list(found.merges.items()),
        found.doubts,
        found.problems,
    ]


@settings(deadline=None, max_examples=200)
@given(archives(), ROWS, st.randoms(use_true_random=False))
def test_the_order_of_the_articles_changes_nothing(
    archive: tuple[list[Article], Mapping[str, Sequence[Mention]]],
    rows: list[Judgement],
    random: Random,
) -> None:
    articles, mentions = archive
    shuffled = random.sample(articles, len(articles))
    turned = dict(reversed(list(mentions.items())))
    assert pages_of(resolution((shuffled, turned), rows)) == pages_of(resolution(archive, rows))


@settings(deadline=None, max_examples=100)
@given(archives(), ROWS, st.one_of(ROW, PLACE_ROW))
def test_a_row_that_is_taken_back_leaves_nothing_behind(
    archive: tuple[list[Article], Mapping[str, Sequence[Mention]]],
    rows: list[Judgement],
    more: Judgement,
) -> None:
    before = pages_of(resolution(archive, rows))
    resolution(archive, [*rows, more])
    assert pages_of(resolution(archive, rows)) == before


@settings(deadline=None, max_examples=200)
@given(archives(), ROWS)
def test_every_tag_has_a_page_and_every_redirect_leads_to_one(
    archive: tuple[list[Article], Mapping[str, Sequence[Mention]]], rows: list[Judgement]
) -> None:
    found = resolution(archive, rows)
    pages = {f"/people/{id}/" for id in found.people} | {f"/places/{id}/" for id in found.places}
    for tags in found.tags.values():
        people, places = ids(tags.people), ids(tags.places)
        assert set(people) <= set(found.people)
        assert set(places) <= set(found.places)
        assert len(people) == len(set(people))
        assert len(places) == len(set(places))
    assert {tag.entity_id for tags in found.tags.values() for tag in tags.people} == set(
        found.people
    )
    assert set(found.redirects.values()) <= pages
    assert not pages & set(found.redirects)
    for doubt in found.doubts:
        published = found.people if doubt.type == "person" else found.places
        if doubt.published:
            assert doubt.id in published


@settings(deadline=None, max_examples=100)
@given(archives(), ROWS)
def test_the_names_that_import_writes_give_the_same_tags_when_they_are_read(
    archive: tuple[list[Article], Mapping[str, Sequence[Mention]]], rows: list[Judgement]
) -> None:
    articles, mentions = archive
    names = tag_archive(articles, mentions, rows, GAZETTEER)
    again = [
        one if one.edited else replace(one, people=names[one.id][0], places=names[one.id][1])
        for one in articles
    ]
    assert tag_archive(again, mentions, rows, GAZETTEER) == names


# The names that import writes


def named(
    articles: Sequence[Article], *rows: Judgement, **mentions: list[Mention]
) -> dict[str, tuple[str, ...]]:
    """Tag articles; return the people of each."""
    found = tag_archive(articles, mentions, rows, GAZETTEER)
    return {id: people for id, (people, _) in found.items()}


def test_the_tags_of_an_edited_article_stay() -> None:
    edited = replace(article("a", ["Mark Carney"], ["Oldport"]), edited=True)
    found = tag_archive([edited], {"a": [person("Anna Sorel")]}, [], GAZETTEER)
    assert found == {"a": (("Mark Carney",), ("Oldport",))}


def test_the_tags_of_another_article_are_found_anew() -> None:
    before = article("a", ["Mark Carney"], ["Oldport"])
    mentions = {"a": [person("Anna Sorel"), place("Japan", "japan", 30)]}
    assert tag_archive([before], mentions, [], GAZETTEER) == {"a": (("Anna Sorel",), ("Japan",))}


def test_the_tags_of_an_edited_article_are_evidence_for_others() -> None:
    edited = replace(article("a", ["Black Sorel"], []), edited=True)
    weak = person("Black Sorel", score=0.0)
    assert named([article("b")], b=[weak]) == {"b": ()}
    assert named([edited, article("b")], b=[weak]) == {"a": ("Black Sorel",), "b": ("Black Sorel",)}


def test_a_surname_is_written_with_the_full_name_of_its_owner() -> None:
    articles = [article("a"), article("b")]
    found = named(articles, a=[person("Anna Sorel")], b=[person("Sorel")])
    assert found["b"] == ("Anna Sorel",)


@pytest.mark.parametrize(
    "left_out",
    [person("Black Sorel", score=0.0), person("Adele"), person("Jane Doe"), person("Port Sorel")],
)
def test_what_is_weak_rejected_or_of_another_type_elsewhere_is_left_out(left_out: Mention) -> None:
    articles = [article(id) for id in "abcde"]
    port = place("Port Sorel", "")
    rejected = row("jane-doe", status="rejected")
    found = named(articles, rejected, a=[left_out], b=[port], c=[port], d=[port], e=[port])
    assert found["a"] == ()


def test_the_names_of_rows_on_people_are_looked_for() -> None:
    rows = [
        row("pele", name="Pelé", aliases=("Edson Arantes",), native_name="P"),
        row("port", name="Port Sorel", kind="place"),
        place_row("japan", name="Japan"),
    ]
    assert people_named(rows) == {"Pelé", "Edson Arantes", "P"}


# An edited article has the last word


@pytest.mark.parametrize("scope", [(), ("a",)])
def test_an_edited_article_keeps_a_name_that_a_row_rejects(scope: tuple[str, ...]) -> None:
    edited = replace(article("a", ["Anna Sorel"], []), edited=True)
    rule = row("anna-sorel", status="rejected", articles=scope)
    found = resolved([edited], rule)
    assert ids(found.tags["a"].people) == ["anna-sorel"]
    (problem,) = found.problems
    assert (problem.code, problem.severity) == ("authority-overruled", "note")
    assert str(problem.location) == "content/articles/a.md"
    assert "content/people.csv:2" in problem.message


def test_an_article_that_nobody_edited_does_not_keep_a_name_that_a_row_rejects() -> None:
    listing, rejected = article("a", ["Anna Sorel"], []), row("anna-sorel", status="rejected")
    found = resolved([listing], rejected)
    assert not found.people
    assert codes(found) == []
    assert not resolved([listing], rejected, row("bela-sorel", articles=("a",))).people


def test_a_name_that_an_edited_article_keeps_is_in_no_other_article() -> None:
    edited = replace(article("a", ["Anna Sorel"], []), edited=True)
    rule = row("anna-sorel", status="rejected")
    found = resolved([edited, article("b")], rule, b=[person("Anna Sorel")])
    assert ids(found.tags["a"].people) == ["anna-sorel"]
    assert found.tags["b"].people == ()


def test_an_edited_article_has_no_word_on_a_page_that_is_hidden() -> None:
    edited = replace(article("a", ["Anna Sorel"], []), edited=True)
    assert not resolved([edited], row("anna-sorel", status="hidden")).people
