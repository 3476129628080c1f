"""The names that import writes into front matter."""

import pytest

from site_builder.entities.tagging import is_full_name, tag_names
from site_builder.model.entity import EntityType, Mention


def mention(type: EntityType, name: str, surface: str = "") -> Mention:
    return Mention(type=type, name=name, surface=surface or name, start=0, end=0, sentence="")


def test_names_stand_once_in_the_order_of_their_first_mention() -> None:
    found = tag_names(
        [
            mention("place", "Shizuoka Prefecture", "Shizuoka"),
            mention("person", "Wang Yi"),
            mention("person", "Heita Kawakatsu"),
            mention("person", "Wang Yi", "Wang"),
            mention("place", "Japan"),
            mention("place", "Shizuoka Prefecture"),
        ]
    )
    assert found == (("Wang Yi", "Heita Kawakatsu"), ("Shizuoka Prefecture", "Japan"))


def test_a_surname_alone_is_no_tag() -> None:
    assert tag_names([mention("person", "Wang"), mention("place", "Japan")]) == ((), ("Japan",))


@pytest.mark.parametrize(
    ("name", "full"),
    [("Wang Yi", True), ("Wang", False), ("王毅", True), (" Wang ", False), ("", False),
     ("Müller", False), ("Ngozi Okonjo-Iweala", True)],
)  # fmt: skip
def test_a_full_name_has_two_words_or_is_in_han_characters(name: str, full: bool) -> None:
    assert is_full_name(name) is full
