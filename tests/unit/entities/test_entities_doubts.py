"""What is in doubt: how it is shown to an editor, and that a row which decides ends it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from few_places import GAZETTEER, article, ids, person, place, place_row, resolved, row

from site_builder.entities import doubts as module
from site_builder.entities.resolution import resolve
from site_builder.model.entity import Doubt, Judgement, Mention

WEAK = person("Black Sorel", score=0.0)
NOWHERE = place("Black Rock", "", score=0.0)
ADELE = person("Adele", 30)
PERSON, PLACE = person("Port Sorel"), place("Port Sorel", "")


def doubts(*articles: Sequence[Mention], rows: Sequence[Judgement] = ()) -> list[Doubt]:
    """List the doubts of articles a0, a1, ... that nobody tagged."""
    mentions = {f"a{at}": names for at, names in enumerate(articles)}
    read = [replace(article(id), slug=f"slug-{id}") for id in mentions]
    return list(resolve(read, mentions, {}, rows, GAZETTEER, doubts=True).doubts)


def named(*names: str, rows: Sequence[Judgement] = ()) -> list[Doubt]:
    """List the doubts of articles with one person each."""
    return doubts(*([person(name)] for name in names), rows=rows)


def decided(doubt: Doubt, **more: str) -> Judgement:
    """Make the row that a doubt proposes, with other cells in place of some."""
    cells: Mapping[str, str] = {**doubt.proposal, **more}
    lists = {
        column: tuple(part.strip() for part in text.split(";"))
        for column, text in cells.items()
        if column in ("aliases", "articles", "not_same")
    }
    make = row if doubt.type == "person" else place_row
    name = "" if "aliases" in cells else doubt.name
    return make(doubt.id, **{"name": name, **cells, **lists})


def test_nothing_is_collected_unless_it_is_asked_for() -> None:
    found = resolve([article("a")], {"a": [WEAK]}, {}, [], GAZETTEER)
    assert found.doubts == ()


def test_what_is_clear_is_not_in_doubt() -> None:
    assert doubts([person("Anna Sorel"), place("Japan", "japan")], [person("Sorel")]) == []


# Surnames


def test_a_surname_that_several_share_is_proposed_for_the_one_with_most_articles() -> None:
    (doubt,) = named("Anna Sorel", "Anna Sorel", "Bela Sorel", "Carl Sorel", "Sorel", "Sorel")
    assert (doubt.kind, doubt.type, doubt.id, doubt.name) == (
        "surname",
        "person",
        "anna-sorel",
        "Sorel",
    )
    assert doubt.proposal == {"aliases": "Sorel", "articles": "slug-a4; slug-a5"}
    assert doubt.evidence == "It may be Anna Sorel (2 articles), Bela Sorel (1) and 1 more."
    assert (doubt.article, doubt.articles, doubt.published) == ("a4", 2, False)
    assert doubt.sentence == "Here is Sorel."


def test_a_surname_of_one_person_is_proposed_for_all_articles() -> None:
    (doubt,) = named("Anna Smith", "Smith")
    assert doubt.proposal == {"aliases": "Smith"}
    assert doubt.evidence == "It may be Anna Smith, named in full in 1 article only."


def test_a_surname_in_very_many_articles_is_proposed_without_them() -> None:
    (doubt,) = named("Anna Sorel", "Bela Sorel", *["Sorel"] * 21)
    assert doubt.proposal == {"aliases": "Sorel"}
    (doubt,) = named("Anna Sorel", "Bela Sorel", *["Sorel"] * 20)
    assert doubt.proposal["articles"].count("slug") == 20


def test_a_surname_with_a_strange_role_says_so() -> None:
    minister, coach = person("Anna Sorel", role="Minister"), person("Sorel", role="Coach")
    (doubt,) = doubts([minister], [coach])
    assert doubt.evidence == (
        "It may be Anna Sorel, but 'Coach' stands beside it here and never elsewhere."
    )


def test_a_surname_of_a_person_who_waits_says_so() -> None:
    (doubt,) = [one for one in doubts([WEAK], [person("Sorel")]) if one.kind == "surname"]
    assert doubt.evidence == "It may be Black Sorel, who waits in review as well."


def test_a_surname_of_a_hidden_person_is_in_doubt_only_where_others_have_it() -> None:
    hidden = row("anna-sorel", name="Anna Sorel", status="hidden")
    assert named("Anna Sorel", "Sorel", rows=[hidden]) == []
    (doubt,) = named("Anna Sorel", "Bela Sorel", "Sorel", rows=[hidden])
    assert doubt.evidence == "It may be Anna Sorel (1 article), Bela Sorel (1)."


def test_a_single_name_that_no_full_name_has_is_a_doubt_of_little_weight() -> None:
    nobody, other = named("Adele", "Anna Smith", "Smith")[::-1]
    assert (nobody.kind, nobody.id, nobody.proposal) == ("surname", "adele", {})
    assert "no full name" in nobody.evidence
    assert nobody.weight < other.weight


@pytest.mark.parametrize(
    "rows",
    [
        [row("anna-sorel", name="Anna Sorel", aliases=("Sorel",))],
        [row("anna-sorel", aliases=("Sorel",), articles=("a2", "a3"))],
        [row("anna-sorel", aliases=("Sorel",), articles=("slug-a2", "slug-a3"))],
        [row("sorel", status="rejected")],
        [row("sorel", name="Sorel")],
        [row("bela-sorel", merged_into="anna-sorel")],
    ],
)
def test_a_row_that_says_whose_a_surname_is_ends_the_doubt(rows: list[Judgement]) -> None:
    names = ("Anna Sorel", "Bela Sorel", "Sorel", "Sorel")
    assert [doubt.kind for doubt in named(*names)] == ["surname"]
    assert [doubt.kind for doubt in named(*names, rows=rows) if doubt.kind == "surname"] == []


# Types


@pytest.mark.parametrize(
    ("mentions", "type", "proposal"),
    [
        ([PLACE, PLACE, PLACE, PERSON], "person", {"kind": "place"}),
        ([PERSON, PERSON, PERSON, PLACE], "place", {"kind": "person"}),
        ([PLACE, PLACE, PERSON, PERSON], "person", {"kind": "place"}),
        ([replace(PERSON, type="organisation"), PERSON, PERSON], "person", {"status": "rejected"}),
        ([replace(PLACE, type="organisation"), PLACE, PLACE], "place", {"status": "rejected"}),
    ],
)
def test_a_name_of_several_types_is_proposed_as_the_more_frequent(
    mentions: list[Mention], type: str, proposal: dict[str, str]
) -> None:
    (doubt,) = [one for one in doubts(*([one] for one in mentions)) if one.kind == "type"]
    assert (doubt.type, doubt.id, doubt.proposal) == (type, "port-sorel", proposal)
    assert doubt.articles == len(mentions)
    assert doubt.published


def test_a_doubtful_type_says_how_often_each_was_read() -> None:
    (doubt,) = [one for one in doubts([PLACE], [PLACE], [PERSON]) if one.kind == "type"]
    assert doubt.evidence == "It reads as a person in 1, a place in 2 articles."


@pytest.mark.parametrize(
    "rule",
    [row("port-sorel"), row("port-sorel", kind="place"), row("port-sorel", status="rejected"),
     place_row("port-sorel"), place_row("port-sorel", kind="person")],
)  # fmt: skip
def test_a_row_on_a_name_of_several_types_ends_the_doubt(rule: Judgement) -> None:
    found = doubts([PLACE], [PLACE], [PERSON], rows=[rule])
    assert [one for one in found if one.kind == "type"] == []


# Places


def test_an_unknown_place_that_waits_and_one_that_is_published_are_doubts() -> None:
    waiting, published = sorted(
        doubts([NOWHERE], [place("Oldport", "", score=0.5)]), key=lambda doubt: doubt.published
    )
    assert (waiting.kind, waiting.type, waiting.id) == ("place", "place", "black-rock")
    assert (published.kind, published.id, published.published) == ("place", "oldport", True)
    assert "gazetteer has no such place" in waiting.evidence


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("the largest of 4", "chosen as the largest of 4"),
        ("the article names Ohio", "chosen because the article names Ohio"),
        ("other places of the article are near", "chosen because other places of the article"),
    ],
)
def test_a_place_chosen_on_little_evidence_is_a_doubt(why: str, said: str) -> None:
    (doubt,) = doubts([place("Georgia", "georgia", choice=0.5, why=why)])
    assert (doubt.kind, doubt.id, doubt.published) == ("place", "georgia", True)
    assert said in doubt.evidence


def test_a_place_chosen_on_good_evidence_is_none() -> None:
    assert doubts([place("Georgia", "georgia", choice=0.8, why="the largest of 4")]) == []


@pytest.mark.parametrize(
    "rule",
    [
        place_row("black-rock"),
        place_row("rock", name="Black Rock"),
        place_row("black-rock", status="rejected"),
        place_row("black-rock", status="accepted", lat=1.0, lon=2.0),
        place_row("black-rock", merged_into="japan"),
        place_row("black-rock", status="rejected", articles=("a0",)),
    ],
)
def test_a_row_on_an_unknown_place_ends_the_doubt(rule: Judgement) -> None:
    mentions = [NOWHERE, place("Japan", "japan", 40)]
    assert [doubt.kind for doubt in doubts(mentions)] == ["place"]
    assert doubts(mentions, rows=[rule]) == []


# Names of one article


def test_a_weak_name_is_a_doubt_that_says_what_there_is() -> None:
    (doubt,) = doubts([replace(WEAK, score=0.02)])
    assert (doubt.kind, doubt.id, doubt.published) == ("single", "black-sorel", False)
    assert doubt.evidence == (
        "In 1 article, without a title or a role; the finder is 2% sure of it."
    )


def test_a_name_of_one_article_that_is_published_on_little_evidence_is_a_doubt(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "DOUBTFUL", 1.0)
    (doubt,) = doubts([person("Anna Sorel")])
    assert (doubt.kind, doubt.id, doubt.published) == ("single", "anna-sorel", True)
    assert doubts([person("Anna Sorel")], [person("Anna Sorel")]) == []
    assert doubts([person("Anna Sorel")], rows=[row("anna-sorel")]) == []


def test_a_name_that_import_left_out_of_a_list_is_a_doubt() -> None:
    one = article("a", ["Xi Jinping"], ["Japan"])
    mentions = [person("Xi Jinping"), person("Anna Sorel", 30), place("Oldport", "", 60)]
    found = resolved([one], a=mentions)
    assert {(doubt.kind, doubt.id) for doubt in found.doubts} == {
        ("single", "anna-sorel"),
        ("place", "oldport"),
    }
    assert resolved([replace(one, edited=True)], a=mentions).doubts == ()


@pytest.mark.parametrize(
    "rule",
    [
        row("black-sorel"),
        row("black-sorel", status="accepted"),
        row("black-sorel", status="hidden"),
        row("black-sorel", status="rejected"),
        row("b", name="Black Sorel"),
        row("black-sorel", status="rejected", articles=("a0",)),
        row("black-sorel", kind="place", merged_into="japan"),
    ],
)
def test_a_row_on_a_weak_name_ends_the_doubt(rule: Judgement) -> None:
    assert doubts([WEAK], rows=[rule]) == []


@pytest.mark.parametrize("status", ["accepted", "hidden", "rejected"])
def test_a_row_on_a_name_that_import_left_out_ends_the_doubt(status: str) -> None:
    one = article("a", ["Xi Jinping"], ["Japan"])
    mentions = [person("Xi Jinping"), person("Anna Sorel", 30), place("Oldport", "", 60)]
    rows = [row("anna-sorel", status=status), place_row("oldport", status=status)]
    assert resolved([one], *rows, a=mentions).doubts == ()


def test_a_row_for_one_article_on_a_name_that_import_left_out_ends_the_doubt() -> None:
    one = article("a", ["Xi Jinping"], ["Japan"])
    mentions = [person("Xi Jinping"), person("Anna Sorel", 30), place("Oldport", "", 60)]
    rows = [
        row("anna-sorel", status="rejected", articles=("a",)),
        place_row("oldport", status="rejected", articles=("a",)),
    ]
    assert resolved([one], *rows, a=mentions).doubts == ()


@pytest.mark.parametrize(("status", "tagged"), [("rejected", []), ("accepted", ["adele"])])
def test_a_row_on_a_single_name_ends_the_doubt_where_import_wrote_a_list(
    status: str, tagged: list[str]
) -> None:
    one = article("a", ["Xi Jinping"], [])
    found = resolved([one], row("adele", status=status), a=[person("Xi Jinping"), ADELE])
    assert "surname" not in {doubt.kind for doubt in found.doubts}
    assert ids(found.tags["a"].people)[1:] == tagged


def test_a_surname_is_not_anothers_beside_a_full_name_that_is_rejected() -> None:
    articles = [article("a", ["Anna Sorel"], []), article("b", ["Xi Jinping"], [])]
    mentions = [person("Xi Jinping"), person("Bela Sorel", 20), person("Sorel", 40)]
    rule = row("bela-sorel", status="rejected")
    found = resolved(articles, rule, a=[person("Anna Sorel")], b=mentions)
    assert ids(found.tags["b"].people) == ["xi-jinping"]


# Sort names


def test_a_guessed_sort_name_is_a_doubt_with_the_guess() -> None:
    (doubt,) = named("Charles de Gaulle", "Charles de Gaulle")
    assert (doubt.kind, doubt.id) == ("sort name", "charles-de-gaulle")
    assert doubt.proposal == {"sort_name": "de Gaulle, Charles"}
    assert doubt.published


def test_a_row_with_a_sort_name_ends_the_doubt() -> None:
    names = ("Charles de Gaulle", "Charles de Gaulle")
    (doubt,) = named(*names)
    assert named(*names, rows=[decided(doubt)]) == []
    assert named(*names, rows=[row("charles-de-gaulle")]) == [doubt]


# The order


def test_doubts_stand_in_the_order_of_their_weight_and_sort_names_last() -> None:
    found = doubts(
        [person("Charles de Gaulle")],
        [WEAK],
        [person("Joseph Biden")],
        [person("Joseph Biden")],
        [person("Joe Biden")],
        [person("Joe Biden")],
        [person("Anna Smith"), person("Bela Smith", 40)],
        [person("Smith")],
    )
    weights = [doubt.weight for doubt in found]
    assert weights == sorted(weights, reverse=True)
    assert [doubt.kind for doubt in found][::3] == ["merge", "sort name"]


def test_a_doubt_in_more_articles_weighs_more() -> None:
    often, seldom = doubts([NOWHERE], [NOWHERE], [replace(NOWHERE, name="Black Hill")])
    assert [often.id, seldom.id] == ["black-rock", "black-hill"]


def test_doubts_of_equal_weight_stand_in_the_order_of_their_ids() -> None:
    names = [replace(WEAK, name=name) for name in ("Black Ruiz", "Black Adele", "Black Oduya")]
    found = doubts(*([one] for one in names))
    assert [doubt.id for doubt in found] == ["black-adele", "black-oduya", "black-ruiz"]


# What is proposed, taken over as it stands


@pytest.mark.parametrize(
    "articles",
    [
        [[person("Anna Sorel")], [person("Bela Sorel")], [person("Sorel")]],
        [[person("Anna Smith")], [person("Smith")]],
        [[person("Joseph Biden")], [person("Joe Biden")]],
        [[PLACE], [PLACE], [PLACE], [PERSON]],
        [[PERSON], [PERSON], [PERSON], [PLACE]],
        [[replace(PERSON, type="organisation")], [PERSON], [PERSON]],
        [[WEAK]],
        [[NOWHERE]],
        [[person("Charles de Gaulle")]],
        [[person("Adele")]],
    ],
)
def test_a_proposal_that_is_accepted_as_it_stands_ends_its_doubt(
    articles: list[list[Mention]],
) -> None:
    (doubt, *_) = doubts(*articles)
    left = doubts(*articles, rows=[decided(doubt)])
    assert [one for one in left if (one.kind, one.name) == (doubt.kind, doubt.name)] == []
