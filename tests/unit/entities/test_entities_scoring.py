"""Comparing finds with gold entities: which count as right, as wrong and as missed."""

from hypothesis import given
from hypothesis import strategies as st
from pytest import mark

from site_builder.entities.finds import Find
from site_builder.entities.scoring import compare, same_name
from site_builder.model.entity import Mention


def find(name: str, *surfaces: str) -> Find:
    """Make a find of a name, and of the other forms in which the article prints it."""
    first = Mention(type="person", name=name, surface=name, start=0, end=len(name), sentence="")
    return Find(name, first, surfaces=surfaces)


def outcome(
    found: list[Find], gold: list[list[str]], optional: list[list[str]] | None = None
) -> tuple[list[tuple[str, str]], list[str], list[str]]:
    """List what is right (with the entity's first name), what is wrong, what was missed."""
    result = compare(found, gold, optional or [])
    return (
        [(one.name, gold[at][0]) for one, at in result.right],
        [one.name for one, _ in result.wrong],
        [gold[at][0] for at in result.missed],
    )


def test_an_entity_is_right_by_its_name_or_by_a_form_that_the_article_prints() -> None:
    found = [find("Xi Jinping", "Xi"), find("Angela Merkel", "Merkel"), find("Al Gore")]
    assert outcome(found, [["Xi Jinping"], ["Merkel"], ["Macron"]]) == (
        [("Xi Jinping", "Xi Jinping"), ("Angela Merkel", "Merkel")],
        ["Al Gore"],
        ["Macron"],
    )


def test_any_of_the_names_of_a_gold_entity_will_do() -> None:
    assert outcome([find("Xi")], [["Xi Jinping", "Xi"]])[0] == [("Xi", "Xi Jinping")]


@mark.parametrize(
    ("one", "other"),
    [
        ("JOE BIDEN", "Joe Biden"),
        ("Josep Borrell Fontellés", "Josep Borrell Fontelles"),
        ("Guinea-Bissau", "Guinea Bissau"),
        ("Guinea\u2011Bissau", "Guinea-Bissau"),
        ("Washington, D.C.", "Washington DC"),
        ("J. D. Vance", "J.D. Vance"),
        ("U.S.", "US"),
        ("Xi  Jinping", "Xi Jinping"),
    ],
)
def test_case_accents_hyphens_dots_and_commas_do_not_count(one: str, other: str) -> None:
    assert same_name(one) == same_name(other)
    assert outcome([find(one)], [[other]]) == ([(one, other)], [], [])


def test_of_two_finds_of_one_entity_one_is_right_and_the_other_wrong() -> None:
    gold = [["Joe Biden", "Biden"]]
    right, wrong, missed = outcome([find("Biden"), find("Joe Biden")], gold)
    assert (right, wrong, missed) == ([("Biden", "Joe Biden")], ["Joe Biden"], [])
    assert [again for _, again in compare([find("Biden"), find("Joe Biden")], gold).wrong] == [True]
    assert [again for _, again in compare([find("Obama")], gold).wrong] == [False]


def test_a_find_by_its_name_comes_before_one_by_another_form() -> None:
    found = [find("George W. Bush", "Bush"), find("Bush")]
    assert outcome(found, [["Bush"]]) == ([("Bush", "Bush")], ["George W. Bush"], [])


def test_one_find_is_no_two_entities() -> None:
    found = [find("Georgia")]
    assert outcome(found, [["Georgia"], ["Georgia"]]) == (
        [("Georgia", "Georgia")],
        [],
        ["Georgia"],
    )


def test_finds_are_paired_so_that_as_many_as_can_be_are_right() -> None:
    found = [find("Korea"), find("North Korea")]
    gold = [["North Korea", "Korea"], ["South Korea", "Korea"]]
    assert outcome(found, gold)[1:] == ([], [])
    assert outcome(found[::-1], gold)[1:] == ([], [])


def test_optional_entities_count_neither_way() -> None:
    found = [find("China"), find("Asia")]
    assert outcome(found, [["China"]], [["Asia"], ["Europe"]]) == ([("China", "China")], [], [])


def test_a_second_find_of_an_entity_that_is_optional_too_is_not_wrong() -> None:
    found = [find("Korea"), find("South Korea", "Korea")]
    assert outcome(found, [["South Korea"]], [["Korea"]]) == (
        [("South Korea", "South Korea")],
        [],
        [],
    )


def test_nothing_is_like_a_name_of_dots() -> None:
    assert outcome([find("...")], [["."]]) == ([], ["..."], ["."])


NAMES = st.sampled_from(["Xi", "Xi Jinping", "Wang", "Wang Yi", "Merkel"])


@given(
    st.lists(st.tuples(NAMES, NAMES), max_size=6),
    st.lists(st.lists(NAMES, min_size=1, max_size=3), max_size=6),
)
def test_nothing_is_lost_and_nothing_counts_twice(
    names: list[tuple[str, str]], gold: list[list[str]]
) -> None:
    found = [find(*one) for one in names]
    result = compare(found, gold)
    assert len(result.right) + len(result.wrong) == len(found)
    paired = {at for _, at in result.right}
    assert sorted([*paired, *result.missed]) == list(range(len(gold)))
    for index in result.missed:
        free = [one for one, _ in result.wrong if {one.name, *one.surfaces} & set(gold[index])]
        assert free == []
