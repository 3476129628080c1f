"""Whether a name is a person's or a place's: a row says it, or most articles do."""

from collections import Counter
from dataclasses import replace

import pytest
from few_places import GAZETTEER, article, ids, person, place, place_row, resolved, row

from site_builder.entities.resolution import resolve
from site_builder.entities.retyping import SURE_PLACE, Form, count_votes, vote_forms
from site_builder.model.entity import Judgement, Mention, Resolution

PERSON, PLACE = person("Port Sorel"), place("Port Sorel", "")
PARTY = replace(PERSON, type="organisation")


def written(*mentions: Mention, rows: tuple[Judgement, ...] = ()) -> Resolution:
    """Resolve articles a0, a1, ... with one mention each."""
    by_id = {f"a{at}": [one] for at, one in enumerate(mentions)}
    articles = [article(id) for id in by_id]
    return resolve(articles, by_id, {}, rows, GAZETTEER, doubts=True)


def last(*mentions: Mention, rows: tuple[Judgement, ...] = ()) -> tuple[list[str], list[str]]:
    """Return the ids of the people and of the places of the last article."""
    tags = written(*mentions, rows=rows).tags
    return ids(tags[max(tags)].people), ids(tags[max(tags)].places)


def kinds(found: Resolution) -> list[str]:
    return [doubt.kind for doubt in found.doubts]


@pytest.mark.parametrize(
    ("others", "one", "read"),
    [
        ([PLACE] * 4, PERSON, ([], ["port-sorel"])),
        ([PERSON] * 4, PLACE, (["port-sorel"], [])),
        ([PLACE] * 3, PERSON, (["port-sorel"], [])),
        ([PERSON] * 3, PLACE, ([], ["port-sorel"])),
        ([PARTY] * 4, PERSON, ([], [])),
        ([PARTY] * 4, PLACE, ([], [])),
        ([PLACE] * 4, PARTY, ([], ["port-sorel"])),
        ([PARTY] * 3, PERSON, (["port-sorel"], [])),
    ],
)
def test_a_name_is_what_four_fifths_of_its_articles_say(
    others: list[Mention], one: Mention, read: tuple[list[str], list[str]]
) -> None:
    assert last(*others, one) == read


def test_the_tag_says_how_many_articles_decided() -> None:
    found = written(*[PLACE] * 4, PERSON)
    (tag,) = found.tags["a4"].places
    assert (tag.rule, tag.why) == ("archive", "a place in 4 of 5 articles")
    assert "type" not in kinds(found)


def test_a_name_of_several_types_that_none_wins_stays_and_is_in_doubt() -> None:
    assert "type" in kinds(written(*[PLACE] * 3, PERSON))


def test_a_name_of_two_articles_proves_nothing() -> None:
    found = written(PLACE, PERSON)
    assert ids(found.tags["a1"].people) == ["port-sorel"]
    assert "type" not in kinds(found)


def test_a_place_of_the_gazetteer_gets_its_id_and_its_name() -> None:
    japan = place("Japan", "japan", surface="JAPAN")
    found = written(*[japan] * 4, person("JAPAN"))
    (tag,) = found.tags["a4"].places
    assert (tag.entity_id, tag.name) == ("japan", "Japan")


def test_a_name_is_compared_by_its_letters() -> None:
    assert last(*[PLACE] * 4, person("Port-Sorel")) == ([], ["port-sorel"])


def forms(articles: list[list[Mention]]) -> Counter[Form]:
    """Count in how many articles each name is of which type."""
    return Counter(form for mentions in articles for form in vote_forms(mentions))


def test_each_article_has_one_vote() -> None:
    votes = count_votes(forms([[PLACE], [PLACE], [PLACE], [PERSON] * 9]), lambda _: False)
    assert votes.split == {"portsorel": {"person": 1, "place": 3}}


def test_the_people_of_a_country_do_not_vote_for_its_name() -> None:
    demonym = replace(PLACE, rule="demonym")
    assert not count_votes(forms([[demonym], [demonym], [PERSON]]), lambda _: False).split


@pytest.mark.parametrize(
    "titled",
    [replace(PERSON, role="Minister"), *(replace(PERSON, rule=r) for r in ("title", "courtesy"))],
)
def test_a_title_beside_a_name_outweighs_the_archive(titled: Mention) -> None:
    assert last(*[PLACE] * 4, titled) == (["port-sorel"], [])


def test_a_dateline_outweighs_an_organisation_and_no_person() -> None:
    dateline = replace(PLACE, rule="dateline")
    assert last(*[PARTY] * 4, dateline) == ([], ["port-sorel"])
    assert last(*[PERSON] * 4, dateline) == (["port-sorel"], [])


def test_a_sure_place_of_the_gazetteer_is_not_taken_for_a_single_name() -> None:
    sure = place("Georgia", "georgia", score=SURE_PLACE)
    assert last(*[person("Georgia")] * 4, sure) == ([], ["georgia"])
    assert last(*[person("Georgia")] * 4, replace(sure, score=SURE_PLACE - 0.1)) == ([], [])


@pytest.mark.parametrize("rule", [row("port-sorel"), place_row("port", name="Port Sorel")])
def test_a_name_with_a_row_is_left_to_the_row(rule: Judgement) -> None:
    people, places = last(*[PLACE] * 4, PERSON, rows=(rule,))
    assert (len(people), len(places)) == (1, 0)


def test_what_an_article_lists_outweighs_the_archive() -> None:
    articles = [article(id) for id in "abcd"] + [article("e", ["Port Sorel"], [])]
    found = resolved(articles, a=[PLACE], b=[PLACE], c=[PLACE], d=[PLACE], e=[PERSON])
    assert ids(found.tags["e"].people) == ["port-sorel"]


# Rows


def test_a_row_turns_a_person_into_a_place_and_the_old_address_leads_there() -> None:
    found = written(PERSON, rows=(row("port-sorel", kind="place"),))
    assert (list(found.people), list(found.places)) == ([], ["port-sorel"])
    (tag,) = found.tags["a0"].places
    assert (tag.rule, tag.why, tag.role) == ("row", "content/people.csv:2", "")
    assert found.redirects == {"/people/port-sorel/": "/places/port-sorel/"}
    assert not found.problems


def test_a_row_turns_a_place_into_a_person_and_the_old_address_leads_there() -> None:
    found = written(PLACE, rows=(place_row("port-sorel", kind="person"),))
    assert (list(found.people), list(found.places)) == (["port-sorel"], [])
    (tag,) = found.tags["a0"].people
    assert (tag.rule, tag.why) == ("row", "content/places.csv:2")
    assert found.redirects == {"/places/port-sorel/": "/people/port-sorel/"}
    assert not found.problems


def test_a_row_turns_a_person_into_the_place_of_the_gazetteer() -> None:
    rule = row("japan-black", name="Japan", kind="place")
    found = written(person("Japan Black"), rows=(rule,))
    assert found.redirects == {"/people/japan-black/": "/places/japan/"}
    rule = row("viet-nam", kind="place", aliases=("Nam Viet",), name="Viet Nam")
    found = written(person("Nam Viet"), rows=(rule,))
    assert {id: one.name for id, one in found.places.items()} == {"vietnam": "Vietnam"}
    assert found.redirects == {"/people/viet-nam/": "/places/vietnam/"}


def test_a_row_turns_a_person_into_the_place_that_it_names() -> None:
    rule = row("shizu-oka", name="Shizu Oka", kind="place", merged_into="shizuoka-japan")
    found = written(person("Shizu Oka"), rows=(rule,))
    assert ids(found.tags["a0"].places) == ["shizuoka-japan"]
    assert found.redirects == {"/people/shizu-oka/": "/places/shizuoka-japan/"}


def test_a_row_turns_a_place_of_the_gazetteer_into_a_person() -> None:
    rule = place_row("georgia", name="Georgia Sorel", kind="person")
    found = written(place("Georgia", "georgia"), rows=(rule,))
    assert {id: one.name for id, one in found.people.items()} == {"georgia": "Georgia Sorel"}
    assert not found.places
    merged = replace(rule, merged_into="anna-sorel")
    found = written(place("Georgia", "georgia"), person("Anna Sorel"), rows=(merged,))
    assert list(found.people) == ["anna-sorel"]
    assert ids(found.tags["a0"].people) == ["anna-sorel"]


def test_a_row_for_one_article_turns_a_name_there_only() -> None:
    rule = row("port-sorel", kind="place", articles=("a1",))
    found = written(PERSON, PERSON, rows=(rule,))
    assert ids(found.tags["a0"].people) == ["port-sorel"]
    assert found.tags["a1"].people == ()
    assert ids(found.tags["a1"].places) == ["port-sorel"]
    assert not found.redirects


def test_a_row_for_one_article_that_keeps_a_name_overrules_the_one_for_all() -> None:
    general = row("port-sorel", kind="place")
    here = row("mr-sorel", name="Port Sorel", articles=("a1",))
    found = written(PERSON, PERSON, rows=(general, here))
    assert ids(found.tags["a0"].places) == ["port-sorel"]
    assert ids(found.tags["a1"].people) == ["mr-sorel"]
