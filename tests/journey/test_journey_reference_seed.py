"""The one real seed, with a golden file at every station; `make golden` rewrites them."""

import datetime
import io
import json
from collections.abc import Callable
from pathlib import Path

import msgspec

from site_builder.content.article_file import new_article, write_article
from site_builder.disk.package_data import read_data
from site_builder.entities.gazetteer import Gazetteer
from site_builder.entities.mentions import find_mentions
from site_builder.entities.resolution import resolve
from site_builder.entities.tagging import tag_names
from site_builder.importers.text import read
from site_builder.model.article import ParsedSeed
from site_builder.model.entity import Document
from site_builder.model.seed import Seed
from site_builder.parsing.parse import parse
from small_site import SmallSite

REPOSITORY = Path(__file__).parent.parent.parent
NAME = "000_4d8f93ea2516cc24.txt"
BYTES = (REPOSITORY / "seeds" / NAME).read_bytes()
GOLDEN = Path(__file__).parent / "golden"
Golden = Callable[[Path, str], None]


def seed() -> Seed:
    (found,) = read(io.BytesIO(BYTES), f"seeds/{NAME}")
    assert isinstance(found, Seed)
    return found


def parsed() -> ParsedSeed:
    found, problems = parse(seed())
    assert found is not None
    assert problems == ()
    return found


def document() -> Document:
    source = parsed()
    return Document(
        id="x", title=source.title, text=source.text, dateline_place=source.dateline.place
    )


def as_json(value: object) -> str:
    return json.dumps(msgspec.to_builtins(value), ensure_ascii=False, indent=2) + "\n"


def gazetteer() -> Gazetteer:
    return Gazetteer.parse(read_data("gazetteer.bin"))


def test_the_seed_is_there_byte_for_byte() -> None:
    assert seed().sha256 == "8a353e876a81a246ae98013e09001e4451dc2b10bc78b538e492c20d02ab9bcd"
    assert BYTES.startswith("Home\u00a0>\u00a0Chinese Diplomatic News\n".encode())


def test_parsing_reads_section_title_dateline_and_paragraphs(golden: Golden) -> None:
    golden(GOLDEN / "parsed.json", as_json(parsed()))


def test_the_mentions_are_the_people_and_places_with_their_sentences(golden: Golden) -> None:
    golden(GOLDEN / "mentions.json", as_json(find_mentions(document(), gazetteer())))


def test_the_content_file_is_what_an_editor_finds(golden: Golden) -> None:
    names = tag_names(find_mentions(document(), gazetteer()))
    article = new_article(parsed(), seed(), *names, set(), datetime.date(2026, 1, 31))
    golden(GOLDEN / "content.md", write_article(article))


def test_resolution_knows_who_and_where_exactly() -> None:
    mentions = find_mentions(document(), gazetteer())
    names = tag_names(mentions)
    article = new_article(parsed(), seed(), *names, set(), datetime.date(2026, 1, 31))
    resolution = resolve(
        [article], {article.id: mentions}, {article.id: parsed().text}, [], gazetteer()
    )
    tags = resolution.tags[article.id]
    assert {resolution.people[tag.entity_id].name: tag.role for tag in tags.people} == {
        "Wang Yi": "State Councilor and Foreign Minister",
        "Heita Kawakatsu": "Governor of Shizuoka Prefecture",
        "Xi Jinping": "President",
    }
    assert all(tag.sentence for tag in (*tags.people, *tags.places))
    assert {
        place.name: (place.kind, place.country)
        for tag in tags.places
        for place in (resolution.places[tag.entity_id],)
    } == {
        "China": ("country", "China"),
        "Japan": ("country", "Japan"),
        "Shizuoka": ("prefecture", "Japan"),
        "Zhejiang": ("province", "China"),
    }
    assert resolution.problems == ()


def test_the_pages_are_what_a_reader_sees(tmp_path: Path, golden: Golden) -> None:
    site = SmallSite(tmp_path, {})
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / NAME).write_bytes(BYTES)
    report = site.build()
    assert report.problems == ()
    output = site.output()
    golden(GOLDEN / "pages.txt", "\n".join(sorted(output)) + "\n")
    for name, path in (
        ("article", f"articles/{site.article('wang-yi').rpartition('/')[2][:-3]}/index.html"),
        ("person", "people/heita-kawakatsu/index.html"),
        ("place", "places/shizuoka/index.html"),
        ("feed", "feed.xml"),
    ):
        golden(GOLDEN / f"{name}{Path(path).suffix}", output[path].decode())


def test_the_repository_is_a_site_whose_content_is_made_from_its_seed() -> None:
    (article,) = (REPOSITORY / "content" / "articles").glob("*/*.md")
    names = tag_names(find_mentions(document(), gazetteer()))
    text = article.read_text(encoding="utf-8")
    imported = text.split("\nimported: ")[1].split("\n")[0]
    made = new_article(parsed(), seed(), *names, set(), datetime.date.fromisoformat(imported))
    assert text == write_article(made)
