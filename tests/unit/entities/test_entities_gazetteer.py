"""The gazetteer that ships: one entry a place, with a stable id, its kind and what contains it."""

import zlib

import pytest

from site_builder.disk.package_data import read_data
from site_builder.entities.gazetteer import Gazetteer, key_of

DATA = read_data("gazetteer.bin")
GAZETTEER = Gazetteer.parse(DATA)
LINES = [part.split("\n") for part in zlib.decompress(DATA).decode().split("\f")]
ALL = [GAZETTEER.place(number) for number in range(len(LINES[0]) - 1)]


@pytest.mark.parametrize(
    ("id", "name", "kind", "country", "parent"),
    [
        ("china", "China", "country", "China", ""),
        ("japan", "Japan", "country", "Japan", ""),
        ("shizuoka", "Shizuoka", "prefecture", "Japan", "japan"),
        ("shizuoka-japan", "Shizuoka", "city", "Japan", "shizuoka"),
        ("zhejiang", "Zhejiang", "province", "China", "china"),
        ("beijing", "Beijing", "city", "China", "china"),
        ("hong-kong", "Hong Kong", "territory", "China", "china"),
        ("georgia-united-states", "Georgia", "state", "United States", "united-states"),
        ("south-china-sea", "South China Sea", "sea", "", ""),
        ("soviet-union", "Soviet Union", "country", "Soviet Union", ""),
    ],
)
def test_a_place_has_its_kind_country_and_parent(
    id: str, name: str, kind: str, country: str, parent: str
) -> None:
    place = GAZETTEER.by_id(id)
    assert place is not None
    assert (place.name, place.kind, place.country, place.parent) == (name, kind, country, parent)


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("People's Republic of China", "china"),
        ("U.S.", "united-states"),
        ("Viet Nam", "vietnam"),
        ("Türkiye", "turkey"),
        ("New York City", "new-york-united-states"),
        ("Washington", "washington-united-states"),
        ("São Paulo", "sao-paulo-brazil"),
        ("Georgia", "georgia"),
        ("Kiev", "kyiv-ukraine"),
        ("北京", "beijing"),
    ],
)
def test_a_bare_name_means_what_it_means_in_the_news(name: str, id: str) -> None:
    place = GAZETTEER.by_name(name)
    assert place is not None and place.id == id


def test_every_id_is_unique_and_leads_to_its_place() -> None:
    ids = [place.id for place in ALL]
    assert len(ids) == len(set(ids)) > 40_000
    assert all(GAZETTEER.by_id(place.id) is place for place in ALL[::37])


def test_every_container_exists_and_none_contains_itself() -> None:
    by_id = {place.id: place for place in ALL}
    for place in ALL:
        seen = {place.id}
        while place.parent:
            place = by_id[place.parent]
            assert place.id not in seen
            seen.add(place.id)


def test_every_position_is_on_the_earth() -> None:
    assert all(-90 <= place.lat <= 90 for place in ALL if place.lat is not None)
    assert all(-180 <= place.lon <= 180 for place in ALL if place.lon is not None)


def test_an_unknown_name_and_an_unknown_id_give_nothing() -> None:
    assert GAZETTEER.find("nowhere at all") == ()
    assert GAZETTEER.by_name("Nowhere at All") is None
    assert GAZETTEER.by_id("nowhere-at-all") is None


def test_the_data_is_small() -> None:
    assert len(DATA) < 1_500_000


def test_names_are_folded_for_looking_up() -> None:
    assert key_of("  São  Paulo ") == "sao paulo"
    assert key_of("U.S.") == "u.s"


@pytest.mark.parametrize("data", [b"", b"no", zlib.compress(b"places\nx"), zlib.compress(b"\xff")])
def test_other_data_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="not a gazetteer"):
        Gazetteer.parse(data)
