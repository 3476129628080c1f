"""How much speaks for a name, and what is published."""

from dataclasses import replace

import pytest
from few_places import GAZETTEER, article, codes, person, place, place_row, resolved, row

from site_builder.entities.evidence import (
    LEAST,
    Tally,
    has_common_word,
    has_small_word,
    person_confidence,
    place_confidence,
    together,
)
from site_builder.model.entity import Mention

NOBODY = person("Black Sorel", score=0.0)
"""A name that is a word as well, of which the tagger is not sure."""
NOWHERE = place("Black Rock", "", score=0.0)


def tally(
    articles: int = 1, total: float | None = None, titled: int = 0, repeated: int = 0
) -> Tally:
    score = articles * 0.9 if total is None else total
    return Tally("a", person("Anna Sorel"), articles, total=score, titled=titled, repeated=repeated)


def sure_of(*mentions: Mention) -> float:
    """Return the confidence of the one person of an article."""
    (entity,) = resolved([article("a")], a=mentions).people.values()
    return entity.confidence


def test_a_person_of_more_articles_is_surer() -> None:
    one, two, four, five = (person_confidence(tally(n), False, False) for n in (1, 2, 4, 5))
    assert one < two == four < five


@pytest.mark.parametrize("more", [tally(titled=1), tally(repeated=1), tally(total=0.99)])
def test_a_title_a_second_mention_and_a_sure_tagger_each_make_a_name_surer(more: Tally) -> None:
    assert person_confidence(more, False, False) > person_confidence(tally(), False, False)
    assert place_confidence(more, True, False) > place_confidence(tally(), True, False)


def test_the_tagger_counts_by_its_average() -> None:
    half = tally(4, total=2.0)
    assert person_confidence(half, False, False) < person_confidence(tally(4), False, False)
    assert person_confidence(half, False, False) > person_confidence(
        tally(4, total=1.0), False, False
    )


def test_a_known_form_makes_a_person_surer_and_a_common_word_less_sure() -> None:
    plain = person_confidence(tally(), False, False)
    assert person_confidence(tally(), True, False) > plain > person_confidence(tally(), False, True)


def test_a_place_of_the_gazetteer_is_surer_than_an_unknown_one() -> None:
    unknown = place_confidence(tally(), True, False)
    assert place_confidence(tally(), False, False) > unknown > place_confidence(tally(), True, True)


def test_more_articles_make_an_unknown_place_no_surer() -> None:
    assert place_confidence(tally(9), True, False) == place_confidence(tally(1), True, False)


@pytest.mark.parametrize("total", [0.0, 1.0, -3.0, 50.0])
def test_the_tagger_alone_decides_nothing(total: float) -> None:
    assert 0.0 < person_confidence(tally(total=total), False, False) < 1.0


@pytest.mark.parametrize(
    ("name", "common"),
    [
        ("Black Sorel", True),
        ("Anna Black", True),
        ("Sorel-Black", True),
        ("Anna Sorel", False),
        ("Blacker Sorel", False),
    ],
)
def test_a_word_that_is_written_small_as_well_makes_a_name_common(name: str, common: bool) -> None:
    assert has_common_word(name, GAZETTEER) is common


class _AllWords:
    given_names = frozenset({"rose"})
    surnames = frozenset({"bush"})
    words = frozenset({"rose", "bush", "de", "valley"})
    small = frozenset({"gold"})


@pytest.mark.parametrize(
    ("name", "common"),
    [("Rose Sorel", False), ("Anna Bush", False), ("Anna de Sorel", False), ("Valley Bush", True)],
)
def test_a_word_that_is_a_name_or_a_particle_makes_none_common(name: str, common: bool) -> None:
    assert has_common_word(name, _AllWords) is common


@pytest.mark.parametrize(
    ("name", "small"), [("Gold", True), ("Rose", True), ("Sorel", False), ("Gold-Sorel", True)]
)
def test_a_place_called_like_a_word_is_doubtful_though_people_are_called_so(
    name: str, small: bool
) -> None:
    assert has_small_word(name, _AllWords) is small


def test_the_mentions_of_an_article_add_up() -> None:
    once = person("Anna Sorel", score=0.6)
    again = replace(once, start=40, score=0.9, role="Minister")
    assert sure_of(once) < sure_of(once, replace(again, role="")) < sure_of(once, again)


@pytest.mark.parametrize("rule", ["title", "courtesy", "office of", "office of place"])
def test_a_title_beside_a_name_counts_without_its_words(rule: str) -> None:
    bare = person("Anna Sorel", score=0.6)
    assert sure_of(replace(bare, rule=rule)) > sure_of(bare)


@pytest.mark.parametrize("name", ["Heita Sorel", "Deng Xiaoping"])
def test_a_given_name_or_a_family_name_in_first_place_counts(name: str) -> None:
    assert sure_of(person(name, score=0.6)) > sure_of(person("Anna Sorel", score=0.6))


def test_forms_of_one_person_are_counted_together() -> None:
    first = Tally("a", person("Anna Sorel", 9), 2, 1, 1.5, 1, 0, frozenset({"minister"}))
    later = Tally("b", person("A. Sorel", 3), 1, 0, 0.5, 0, 1, frozenset({"coach"}))
    both = together([later, first])
    assert (both.article, both.first.name) == ("a", "Anna Sorel")
    assert (both.articles, both.listed, both.total) == (3, 1, 2.0)
    assert (both.titled, both.repeated, both.heads) == (1, 1, frozenset({"minister", "coach"}))


# What is published


def test_a_weak_name_of_one_article_waits() -> None:
    found = resolved([article("a")], a=[NOBODY])
    assert not found.people
    assert found.tags["a"].people == ()
    (doubt,) = found.doubts
    assert (doubt.kind, doubt.id, doubt.published) == ("single", "black-sorel", False)


def test_a_weak_name_of_two_articles_is_published() -> None:
    found = resolved([article("a"), article("b")], a=[NOBODY], b=[NOBODY])
    assert list(found.people) == ["black-sorel"]
    assert found.people["black-sorel"].confidence < 1


def test_a_weak_name_with_a_title_is_published() -> None:
    titled = replace(NOBODY, role="Minister", score=1.0)
    assert list(resolved([article("a")], a=[titled]).people) == ["black-sorel"]


def test_a_weak_name_that_an_article_lists_is_published() -> None:
    found = resolved([article("a", ["Black Sorel"], [])], a=[NOBODY])
    assert list(found.people) == ["black-sorel"]
    assert found.people["black-sorel"].confidence < LEAST


def test_a_weak_name_that_has_a_row_is_published_and_certain() -> None:
    found = resolved([article("a")], row("black-sorel"), a=[NOBODY])
    assert found.people["black-sorel"].confidence == 1.0
    assert not found.doubts


def test_a_place_of_the_gazetteer_is_published() -> None:
    found = resolved([article("a")], a=[place("Japan", "japan", score=0.1)])
    assert list(found.places) == ["japan"]


def test_a_place_around_another_is_published_without_a_mention() -> None:
    found = resolved([article("a")], a=[place("Shizuoka", "shizuoka-japan")])
    assert list(found.places) == ["japan", "shizuoka", "shizuoka-japan"]


def test_an_unknown_place_with_little_evidence_waits() -> None:
    articles = [article("a"), article("b"), article("c")]
    found = resolved(articles, a=[NOWHERE], b=[NOWHERE], c=[NOWHERE])
    assert not found.places
    (doubt,) = found.doubts
    assert (doubt.kind, doubt.id, doubt.published) == ("place", "black-rock", False)
    assert doubt.articles == 3


def test_an_unknown_place_with_much_evidence_is_published() -> None:
    found = resolved([article("a")], a=[place("Oldport", "")])
    assert list(found.places) == ["oldport"]
    assert codes(found) == []


def test_an_unknown_place_that_an_editor_lists_is_published_and_noted() -> None:
    found = resolved([article("a", [], ["Black Rock"])])
    assert list(found.places) == ["black-rock"]
    assert list(resolved([article("a", [], ["Black Rock"])], a=[NOWHERE]).places) == ["black-rock"]
    (problem,) = found.problems
    assert (problem.code, problem.severity) == ("place-unknown", "note")


def test_an_unknown_place_that_has_a_row_is_published_and_certain() -> None:
    found = resolved([article("a")], place_row("black-rock", name="Black Rock"), a=[NOWHERE])
    assert found.places["black-rock"].confidence == 1.0
    assert not found.doubts
