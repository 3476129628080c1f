"""Names that may be one person's: they are shown to an editor, and never merged."""

from functools import cache

import pytest
from few_places import article, named, resolved
from hypothesis import example, given, settings
from hypothesis import strategies as st

from site_builder.entities.near_names import NearPair, distance, near_pairs, near_rule
from site_builder.entities.nicknames import FULL_NAMES, given_forms
from site_builder.entities.sort_names import family_first

GIVEN = frozenset({"john", "joan", "maria", "marie", "mario", "martina", "martino", "kristina"})


def rule_of(name: str, other: str) -> str | None:
    """Say how two names are near; either order has to give the same answer."""
    found = near_rule(name, other, GIVEN, family_first)
    assert found == near_rule(other, name, GIVEN, family_first)
    return found


def pairs(*names: str) -> list[NearPair]:
    ids = {name.lower().replace(" ", "-"): [name] for name in names}
    articles = {id: 9 - at for at, id in enumerate(ids)}
    return list(near_pairs(ids, articles, GIVEN, family_first))


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Joe Biden", "Joseph Biden"),
        ("Bill Clinton", "William Clinton"),
        ("Bill Clinton", "Will Clinton"),
        ("Bob S. Dole", "Robert Dole"),
        ("Volodymyr Zelensky", "Vladimir Zelensky"),
    ],
)
def test_a_short_form_of_the_given_name_is_near(name: str, other: str) -> None:
    assert rule_of(name, other) == "nickname"


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Muammar Gaddafi", "Muammar Qaddafi"),
        ("Muammar Gaddafi", "Moammar Gaddafi"),
        ("Yasser Arafat", "Yasir Arafat"),
        ("Mohammed Mossadegh", "Muhammad Mosaddegh"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Boris Yeltsin", "Boris Yeltzin"),
        ("Mikhail Gorbachev", "Mikhail Gorbatchev"),
        ("Mikhail Gorbachev", "Mikhail Gorbochav"),
        ("Ruhollah Khomeini", "Ruholla Khomeini"),
    ],
)
def test_a_name_in_another_spelling_is_near(name: str, other: str) -> None:
    assert rule_of(name, other) == "spelling"


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Anna Sorenson", "Anna Sorensen"),
        ("Anna Lindgren", "Anna Lindgern"),
        ("Anna Lindgren", "Anna Lindgrn"),
        ("Clementine Sorel", "Clemetine Sorel"),
    ],
)
def test_a_slip_of_the_pen_is_near(name: str, other: str) -> None:
    assert rule_of(name, other) == "spelling"


@pytest.mark.parametrize(
    ("name", "other", "rule"),
    [
        ("Anna Maria Sorel", "Maria Anna Sorel", "order"),
        ("Herman Van Rompuy", "Van Rompuy", "part"),
        ("George W. Bush", "George Bush", "middle"),
    ],
)
def test_words_in_another_order_the_end_of_a_name_and_one_without_its_middle_are_near(
    name: str, other: str, rule: str
) -> None:
    assert rule_of(name, other) == rule


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("John Sorel", "Joan Sorel"),
        ("Maria Sorel", "Marie Sorel"),
        ("Martina Sorel", "Martino Sorel"),
        ("Anna Sorel", "Hanna Sorel"),
        ("Ron Reagan", "Nancy Reagan"),
        ("Joe A. Biden", "Joseph B. Biden"),
        ("Joe Smith Biden", "Joseph Jones Biden"),
        ("George Bush Jr.", "George Bush Sr."),
        ("Joe Biden Jr.", "Joseph Biden Sr."),
        ("John Major", "John Manor"),
        ("Anna Ruiz", "Anna Diaz"),
        ("George W. Bush", "George H. Bush"),
        ("Sorel", "Anna Sorel"),
        ("Sorel", "Sorrel"),
        ("Anna Sorel", "Anna Sorel"),
    ],
)
def test_other_names_are_not_near(name: str, other: str) -> None:
    assert rule_of(name, other) is None


@pytest.mark.parametrize(
    ("name", "other", "rule"),
    [
        ("Li Peng", "Li Ping", None),
        ("Wang Yi", "Wang Yu", None),
        ("Zhang Dejiang", "Zhang Dejian", None),
        ("Nguyen Xuan Phuc", "Nguyen Xuan Phu", "spelling"),
        ("Nguyen Xuan Phuc", "Nguyen Xuan Thu", None),
        ("Le An Hu", "Le An Ho", None),
        ("Wang Yi", "Wanda Yi", None),
    ],
)
def test_in_east_asia_a_letter_more_is_another_name(
    name: str, other: str, rule: str | None
) -> None:
    assert rule_of(name, other) == rule


def test_the_first_of_a_pair_has_fewer_articles() -> None:
    assert pairs("Joseph Biden", "Joe Biden") == [
        NearPair("joe-biden", "joseph-biden", "Joe Biden", "Joseph Biden", "nickname")
    ]


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Joe Biden", "Joseph Biden"),
        ("Bill Clinton", "Will Clinton"),
        ("Bob Dole", "Robert Dole"),
        ("Clementine Sorel", "Clementime Sorel"),
        ("Moammar Gaddafi", "Muammar Gaddafi"),
        ("Muammar Gaddafi", "Muammar Qaddafi"),
        ("Mohammed Mossadegh", "Muhammad Mosaddegh"),
        ("Evgeny Prigozhin", "Yevgeny Prigozhin"),
        ("Mikhail Gorbachev", "Mikhail Gorbachet"),
        ("Anna Maria Sorel", "Maria Anna Sorel"),
        ("Herman Van Rompuy", "Van Rompuy"),
        ("George W. Bush", "George Bush"),
    ],
)
def test_a_near_name_is_found_among_many_and_once(name: str, other: str) -> None:
    (pair,) = pairs(name, "Xi Jinping", "Anna Ruiz", "Boris Adele", "Clemens Oduya", other)
    assert {pair.name, pair.other} == {name, other}


def test_several_names_of_one_person_are_no_pair() -> None:
    names = {"joe-biden": ["Joe Biden", "Joseph Biden"]}
    assert list(near_pairs(names, {"joe-biden": 1}, GIVEN, family_first)) == []


@pytest.mark.parametrize(
    "names",
    [
        ("Joe Biden", "Joseph Biden"),
        ("Muammar Gaddafi", "Muammar Qaddafi"),
        ("Anna Sorenson", "Anna Sorensen"),
    ],
)
def test_near_names_are_never_merged(names: tuple[str, ...]) -> None:
    assert named(*names) == sorted(({name} for name in names), key=sorted)
    found = resolved([article(f"a{i}", [name], []) for i, name in enumerate(names)])
    assert [doubt.kind for doubt in found.doubts] == ["merge"]


def test_a_given_name_is_a_form_of_itself() -> None:
    assert given_forms("bill") == {"bill", "william"}
    assert given_forms("wilhelmina") == {"wilhelmina"}


def test_short_forms_are_folded_words_and_none_stands_for_itself_alone() -> None:
    assert all(word.isalpha() and word.islower() for word in FULL_NAMES)
    assert [short for short, full in FULL_NAMES.items() if full <= {short}] == []


def naive(one: str, other: str) -> int:
    """Count the letters to change, add, leave out or swap, the slow way."""

    @cache
    def left(i: int, j: int) -> int:
        if not i or not j:
            return i + j
        ways = [
            left(i - 1, j) + 1,
            left(i, j - 1) + 1,
            left(i - 1, j - 1) + (one[i - 1] != other[j - 1]),
        ]
        if i > 1 and j > 1 and one[i - 2 : i] == other[j - 2 : j][::-1]:
            ways.append(left(i - 2, j - 2) + 1)
        return min(ways)

    return left(len(one), len(other))


_WORD = st.text("abc", max_size=7)


@settings(deadline=None, max_examples=300)
@given(_WORD, _WORD, st.integers(0, 4))
@example("ab", "ba", 0)
@example("abc", "bca", 1)
@example("cab", "acb", 1)
def test_the_distance_is_counted_right_as_far_as_it_is_asked(
    one: str, other: str, most: int
) -> None:
    wanted = naive(one, other)
    found = distance(one, other, most)
    assert found == wanted if wanted <= most else found > most
