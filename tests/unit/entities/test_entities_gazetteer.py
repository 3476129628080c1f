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


@pytest.mark.parametrize(
    ("names", "iso"),
    [
        ("Ivory Coast|Côte d'Ivoire|Cote d’Ivoire", "CI"),
        ("Burma|Myanmar|Rangoon|Rakhine|Karen State", "MM"),
        ("DRC|DR Congo|Democratic Republic of Congo|North Kivu|Katanga", "CD"),
        ("Swaziland|Eswatini", "SZ"),
        ("Turkiye|Türkiye|Anatolia|Bosporus", "TR"),
        ("Czechia|Czech Republic|Bohemia|South Moravia", "CZ"),
        ("England|Scotland|Wales|Northern Ireland|Kent|Yorkshire|County Antrim|Hull", "GB"),
        ("Kiev|Kyiv|Odessa|Odesa|Donbas|Crimea|Kryvyi Rih|Kharkiv Oblast", "UA"),
        ("Bombay|Mumbai|Calcutta|Pondicherry|Jammu and Kashmir", "IN"),
        ("Saigon|Haiphong|Ha Long|Mekong Delta|Central Highlands", "VN"),
        ("Peking|Xi'an|Xinjiang|Yangtze River Delta|Inner Mongolia", "CN"),
        ("Aarhus|Jutland", "DK"),
        ("Darfur|South Kordofan|El Fasher|Geneina", "SD"),
        ("Tigray|Oromia|Gambella|Axum", "ET"),
        ("Gaza Strip|West Bank|Khan Younis|Nuseirat|Bethlehem", "PS"),
        ("North Gyeongsang|South Jeolla|Jeju Island", "KR"),
        ("Free State|KwaZulu-Natal|Gqeberha", "ZA"),
        ("State of Mexico|Yucatan Peninsula|Cancun", "MX"),
        ("Dagestan|Buryatia|Tuva|Kalmykia|North Ossetia", "RU"),
        ("Portland|Charlotte|Savannah|Saint Paul|Bronx|Bar Harbor", "US"),
    ],
)
def test_names_of_the_news_mean_places_of_their_country(names: str, iso: str) -> None:
    found = {name: GAZETTEER.by_name(name) for name in names.split("|")}
    assert {name: place.iso if place else None for name, place in found.items()} == dict.fromkeys(
        found, iso
    )


@pytest.mark.parametrize(
    ("name", "lat", "lon"),
    [
        ("Kashmir", 34, 75), ("Sahel", 15, 10), ("Horn of Africa", 8, 45), ("Ceylon", 7, 80),
        ("Nagorno-Karabakh", 40, 47), ("Gulf of Tonkin", 20, 107), ("Red River", 21, 106),
        ("Ferghana Valley", 41, 71), ("Fergana Valley", 41, 71), ("East Pakistan", 24, 90),
        ("Lake Superior", 48, -87), ("Mount Kilimanjaro", -3, 37), ("Venice", 45, 12),
        ("Contra Costa County", 38, -122), ("Manchester", 53, -2), ("Nis", 43, 22),
    ],
)  # fmt: skip
def test_a_name_of_the_news_lies_where_it_should(name: str, lat: float, lon: float) -> None:
    place = GAZETTEER.by_name(name)
    assert place is not None and place.lat is not None and place.lon is not None
    assert abs(place.lat - lat) < 2 and abs(place.lon - lon) < 2


@pytest.mark.parametrize("id", ["norfolk", "kent", "arkhangelsk", "lexington", "raqqa-governorate"])
def test_a_place_that_came_later_takes_no_id_away(id: str) -> None:
    place = GAZETTEER.by_id(id)
    assert place is not None and place.kind in ("city", "province") and place.iso != "GB"


@pytest.mark.parametrize(
    ("word", "count"), [("democratic", 5), ("kyiv", 1), ("saint", 5), ("nowhere", 0)]
)
def test_the_longest_name_of_a_word_is_counted(word: str, count: int) -> None:
    assert GAZETTEER.starts(word) >= count
    assert bool(GAZETTEER.starts(word)) == bool(count)


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
    assert len(DATA) < 2_000_000


def test_names_are_folded_for_looking_up() -> None:
    assert key_of("  São  Paulo ") == "sao paulo"
    assert key_of("U.S.") == "u.s"


@pytest.mark.parametrize("data", [b"", b"no", zlib.compress(b"places\nx"), zlib.compress(b"\xff")])
def test_other_data_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="not a gazetteer"):
        Gazetteer.parse(data)
