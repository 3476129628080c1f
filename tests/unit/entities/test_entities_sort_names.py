"""How people are filed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.entities.sort_names import doubtful_sort_name, sort_name


@pytest.mark.parametrize(
    ("name", "filed"),
    [
        ("Heita Kawakatsu", "Kawakatsu, Heita"),
        ("Xóchitl Gálvez", "Gálvez, Xóchitl"),
        ("José Antonio Kast", "Kast, José Antonio"),
        ("N.V. Ramana", "Ramana, N.V."),
        ("Ngozi Okonjo-Iweala", "Okonjo-Iweala, Ngozi"),
        ("Van Cliburn", "Cliburn, Van"),
        ("Jack Ma", "Ma, Jack"),
        ("Lee Anderson", "Anderson, Lee"),
    ],
)
def test_the_family_name_comes_first(name: str, filed: str) -> None:
    assert sort_name(name) == filed


@pytest.mark.parametrize(
    "name",
    [
        "Wang Yi", "Xi Jinping", "Ma Ying", "Nguyen Xuan Phuc", "Vo Thi Anh Xuan", "Kim Jong Un",
        "Moon Jae-in", "Ban Ki-moon", "Yoo Myung-hee", "Peng Liyuan",
    ],
)  # fmt: skip
def test_a_name_that_puts_the_family_first_stays(name: str) -> None:
    assert sort_name(name) == name


@pytest.mark.parametrize(
    "name",
    ["王毅", "Pelé", "Suharto", "Hun Sen", "López Obrador", "Aung San Suu Kyi", "潘基文 秘书长"],
)
def test_a_name_without_a_family_name_to_move_stays(name: str) -> None:
    assert sort_name(name) == name


@pytest.mark.parametrize("name", ["Mohammed bin Salman", "Musaed bin Mohammed Al-Aiban"])
def test_a_name_with_the_fathers_name_stays(name: str) -> None:
    assert sort_name(name) == name


@pytest.mark.parametrize(
    ("name", "filed"),
    [
        ("Sheikh Mohammed bin Zayed", "Mohammed bin Zayed, Sheikh"),
        ("Crown Prince Mohammed bin Salman", "Mohammed bin Salman, Crown Prince"),
    ],
)
def test_titles_stand_after_a_name_with_the_fathers_name(name: str, filed: str) -> None:
    assert sort_name(name) == filed


@pytest.mark.parametrize(
    ("name", "filed"),
    [
        ("Ursula von der Leyen", "von der Leyen, Ursula"),
        ("Charles de Gaulle", "de Gaulle, Charles"),
        ("Marine Le Pen", "Le Pen, Marine"),
        ("Bashar al-Assad", "Assad, Bashar al-"),
        ("Andrés Manuel López Obrador", "López Obrador, Andrés Manuel"),
        ("Cristina Fernández de Kirchner", "Fernández de Kirchner, Cristina"),
    ],
)
def test_particles_and_double_names_stand_with_the_family_name(name: str, filed: str) -> None:
    assert sort_name(name) == filed


@pytest.mark.parametrize(
    ("name", "filed"),
    [
        ("Joseph R. Biden Jr.", "Biden, Joseph R., Jr."),
        ("Joseph R. Biden, Jr.", "Biden, Joseph R., Jr."),
        ("Ferdinand R. Marcos Jr.", "Marcos, Ferdinand R., Jr."),
        ("Monica Bertagnolli, M.D.", "Bertagnolli, Monica, M.D."),
        ("Bashir Jr.", "Bashir Jr."),
    ],
)
def test_a_suffix_stands_last(name: str, filed: str) -> None:
    assert sort_name(name) == filed


@pytest.mark.parametrize(
    ("name", "filed"),
    [
        ("Pope Francis", "Francis, Pope"),
        ("King Charles III", "Charles III, King"),
        ("Pope John Paul II", "John Paul II, Pope"),
        ("King Harald V", "Harald V, King"),
        ("King Mohammed VI", "Mohammed VI, King"),
        ("King Larry Smith", "Smith, King Larry"),
    ],
)
def test_a_monarch_is_filed_by_name(name: str, filed: str) -> None:
    assert sort_name(name) == filed


GIVEN = frozenset({"anna", "maria", "lee", "antonio"})


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Adele", "A single name: it may be a family name, or the whole name."),
        ("Sammy Jr.", "A single name: it may be a family name, or the whole name."),
        ("Charles de Gaulle", "The family name may start with 'de', or after it."),
        ("Ursula von der Leyen", "The family name may start with 'von', or after it."),
        ("Charles de Gaulle Jr.", "The family name may start with 'de', or after it."),
        ("Park Geunhye Anders", "'Park' may be the family name."),
        ("Hun Many Sorel", "'Hun' may be the family name."),
        ("Anna Ruiz Sorel", "The family name may be two words, from 'Ruiz' on."),
        ("Anna Ruiz Sorel, Jr.", "The family name may be two words, from 'Ruiz' on."),
    ],
)
def test_a_sort_name_that_may_be_wrong_says_why(name: str, reason: str) -> None:
    assert doubtful_sort_name(name, GIVEN) == reason


@pytest.mark.parametrize(
    "name",
    [
        "Heita Kawakatsu",
        "Lee Anderson",
        "Anna Maria Sorel",
        "Anna B. Sorel",
        "Joseph R. Biden Jr.",
        "Wang Yi",
        "Kim Jong Un",
        "王毅",
        "王",
        "Hun Sen",
        "Aung San Suu Kyi",
        "Mohammed bin Salman",
        "Sheikh Mohammed bin Zayed",
        "Pope John Paul II",
        "King Charles III",
    ],
)
def test_a_sort_name_that_the_rules_are_sure_of_is_not_doubtful(name: str) -> None:
    assert doubtful_sort_name(name, GIVEN) == ""


def test_a_first_word_that_is_a_known_given_name_is_no_family_name() -> None:
    assert doubtful_sort_name("Lee Anderson", frozenset()) == "'Lee' may be the family name."


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=30))
def test_every_text_has_a_form_that_keeps_its_letters(name: str) -> None:
    def letters(text: str) -> list[str]:
        return sorted(c for c in text if not c.isspace() and c != ",")

    assert letters(sort_name(name)) == letters(name)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=30))
def test_of_every_text_it_can_be_said_whether_its_form_is_doubtful(name: str) -> None:
    assert isinstance(doubtful_sort_name(name, GIVEN), str)
