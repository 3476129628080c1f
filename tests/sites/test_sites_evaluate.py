"""Measuring on texts of one's own: the figures, the mistakes, and what cannot be measured."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result
from pytest import MonkeyPatch, approx, fixture, mark

from site_builder.cli import main
from small_site import SEEDS, SmallSite, tree

TEXTS = {path.removeprefix("seeds/"): text for path, text in SEEDS.items()}
GENEVA = {
    "file": "geneva.txt",
    "people": [["Ignazio Cassis", "Cassis"], ["Antony Blinken"]],
    "places": [["Geneva"], ["Switzerland"], ["Bern"]],
}
NAIROBI = {
    "file": "nairobi.txt",
    "people": [["Uhuru Kenyatta"], ["Antony Blinken"]],
    "places": [["Nairobi"], ["Kenya"]],
}
LIMA = {"file": "lima.txt", "people": [], "places": [["Lima"]]}


@fixture
def folder(tmp_path: Path, monkeypatch: MonkeyPatch) -> Path:
    """Go to a folder with three texts, and no site."""
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def evaluate(lines: Sequence[dict[str, Any] | str], *options: str) -> Result:
    """Write a gold file and call `site-builder evaluate` on it."""
    text = "".join((one if isinstance(one, str) else json.dumps(one)) + "\n" for one in lines)
    Path("gold.jsonl").write_text(text, "utf-8")
    return CliRunner().invoke(main, ["evaluate", "gold.jsonl", *options], catch_exceptions=False)


def figures(lines: Sequence[dict[str, Any] | str]) -> dict[str, Any]:
    """Evaluate, and read the JSON."""
    values: dict[str, Any] = json.loads(evaluate(lines, "--json").stdout)
    return values


@mark.usefixtures("folder")
def test_what_is_found_is_counted_and_compared() -> None:
    values = figures([GENEVA, NAIROBI, LIMA])
    assert values["articles"] == 3
    assert values["people"] == {
        "precision": 1.0, "recall": 1.0, "f1": 1.0,
        "gold": 4, "found": 4, "right": 4, "missed": 0, "wrong": 0,
    }  # fmt: skip
    assert values["places"]["gold"] == values["places"]["right"] == 6
    assert values["errors"] == []
    assert values["engine_ms"] > 0


@mark.usefixtures("folder")
def test_an_entity_that_is_not_found_is_missed_and_one_that_is_not_wanted_is_wrong() -> None:
    values = figures([{**GENEVA, "people": [["Antony Blinken"], ["Mr. Nobody"]]}])
    assert (values["people"]["precision"], values["people"]["recall"]) == (0.5, 0.5)
    missed, wrong = values["errors"]
    assert (missed["kind"], missed["type"], missed["name"]) == ("missed", "person", "Mr. Nobody")
    assert missed["note"] == "the text does not print this name"
    assert (wrong["kind"], wrong["name"], wrong["article"]) == (
        "wrong",
        "Ignazio Cassis",
        "geneva.txt",
    )
    assert wrong["sentence"].endswith("met Antony Blinken in Geneva.")
    assert wrong["rule"]


@mark.usefixtures("folder")
def test_a_missed_entity_is_shown_where_it_stands_with_what_was_found_there() -> None:
    values = figures([{**LIMA, "people": [["Lima"]], "places": []}])
    missed = values["errors"][0]
    assert missed["sentence"] == "A Library Opens in Lima"
    assert missed["note"] == "found there: the place Lima"


@mark.usefixtures("folder")
def test_figures_are_of_all_articles_together() -> None:
    values = figures([{**GENEVA, "people": []}, NAIROBI])
    assert values["people"]["precision"] == 0.5
    assert values["people"]["recall"] == 1.0
    assert values["people"]["f1"] == approx(2 / 3, abs=0.001)


@mark.usefixtures("folder")
def test_optional_entities_count_neither_way() -> None:
    optional = {**GENEVA, "people": [["Ignazio Cassis"]], "optional_people": [["Antony Blinken"]]}
    assert figures([optional])["people"]["found"] == 1
    assert figures([optional])["errors"] == []


@mark.usefixtures("folder")
def test_lines_that_many_texts_share_are_no_part_of_them() -> None:
    menu = "Office of Governor Heita Kawakatsu"
    for number in range(5):
        text = f"Title {number}\n\nIt rained in Bern on day {number}, and it went on.\n\n{menu}\n"
        Path(f"{number}.txt").write_text(text, "utf-8")
    lines = [{"file": f"{n}.txt", "people": [], "places": [["Bern"]]} for n in range(5)]
    assert figures(lines[:1])["people"]["found"] == 1
    assert figures(lines)["people"]["found"] == 0


@mark.usefixtures("folder")
@mark.parametrize("lines", [[], [{"file": "lima.txt", "people": [], "places": []}]])
def test_where_nothing_is_to_be_found_there_is_no_share(lines: list[dict[str, Any]]) -> None:
    done = evaluate(lines, "--json")
    people = json.loads(done.stdout)["people"]
    assert (people["precision"], people["recall"], people["f1"]) == (None, None, None)
    assert done.exit_code == 0
    assert evaluate(lines).exit_code == 0


@mark.usefixtures("folder")
def test_a_list_without_anything_to_find_makes_what_is_found_wrong() -> None:
    places = figures([{**LIMA, "places": []}])["places"]
    assert (places["precision"], places["recall"], places["f1"]) == (0.0, 0.0, 0.0)


def test_nothing_is_written(folder: Path) -> None:
    evaluate([GENEVA])
    before = tree(folder)
    evaluate([GENEVA])
    assert tree(folder) == before


@mark.usefixtures("folder")
def test_the_table_is_short_and_the_worst_article_is_first() -> None:
    done = evaluate([{**LIMA, "places": []}, {**GENEVA, "people": [], "places": []}])
    assert done.exit_code == 0
    assert "2 articles measured" in done.stdout
    assert done.stdout.index("\ngeneva.txt") < done.stdout.index("\nlima.txt")
    assert "  wrong place: Lima (rule" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


@mark.usefixtures("folder")
def test_so_many_mistakes_are_shown_as_are_asked_for() -> None:
    lines = [{**GENEVA, "people": [], "places": []}]
    assert "2 of 5 mistakes are shown" in evaluate(lines, "--limit", "2").stdout
    assert len(json.loads(evaluate(lines, "--json").stdout)["errors"]) == 5
    shown = json.loads(evaluate(lines, "--json", "--limit", "2").stdout)
    assert (len(shown["errors"]), shown["mistakes"]) == (2, 5)


@mark.usefixtures("folder")
def test_what_cannot_be_measured_is_said_with_its_line_and_the_rest_is_measured() -> None:
    Path("void.txt").write_bytes(b"")
    Path("picture.txt").write_bytes(b"\x89PNG\r\n")
    Path("a.xyz").write_text("A text.")
    lines: list[dict[str, Any] | str] = [
        LIMA,
        "{ no JSON",
        {**LIMA, "file": "nowhere.txt"},
        {**LIMA, "file": "a.xyz"},
        {**LIMA, "file": "void.txt"},
        {**LIMA, "file": "picture.txt"},
        {**LIMA, "file": "."},
    ]
    done = evaluate(lines)
    assert done.exit_code == 1
    assert "1 article measured" in done.stdout
    for number in range(2, 8):
        assert f"gold.jsonl:{number}" in done.stderr
    assert "There is no file nowhere.txt." in done.stderr
    assert "Traceback" not in done.stderr


@mark.usefixtures("folder")
def test_a_key_that_nobody_reads_is_said_and_all_is_measured() -> None:
    done = evaluate([{**LIMA, "place": []}])
    assert done.exit_code == 0
    assert "Did you mean `places`?" in done.stderr


@mark.usefixtures("folder")
def test_without_a_list_of_people_only_the_places_are_measured() -> None:
    done = evaluate([{"file": "geneva.txt", "places": [["Geneva"]]}], "--json")
    assert done.exit_code == 1
    assert json.loads(done.stdout)["people"]["found"] == 0
    assert json.loads(done.stdout)["places"]["found"] == 3


@mark.usefixtures("folder")
def test_a_gold_file_that_is_not_there_is_an_error() -> None:
    done = CliRunner().invoke(main, ["evaluate", "nowhere.jsonl"])
    assert done.exit_code == 1
    assert "nowhere.jsonl" in done.stderr
    assert "Traceback" not in done.stderr


def test_texts_are_looked_for_beside_the_gold_file(folder: Path, monkeypatch: MonkeyPatch) -> None:
    (folder / "gold.jsonl").write_text(json.dumps(LIMA))
    (folder / "elsewhere").mkdir()
    monkeypatch.chdir(folder / "elsewhere")
    done = CliRunner().invoke(main, ["evaluate", "../gold.jsonl", "--json"])
    assert (done.exit_code, json.loads(done.stdout)["articles"]) == (0, 1)


PLUGIN = """\
from site_builder.model.seed import Seed
from site_builder.plugins import Importer, Plugin

def read(stream, origin):
    for number, text in enumerate(stream.read().decode().split("===")):
        yield Seed(f"{origin}#{number + 1}", text.strip(), f"{origin}{number}")

plugin = Plugin(name="books", version="1", importers=(Importer("book", (".book",), read),))
"""


def test_the_plugins_of_the_site_are_used(folder: Path, monkeypatch: MonkeyPatch) -> None:
    site = SmallSite(folder, {})
    site.edit("site.toml", "title", 'plugins = ["books_for_evaluate"]\ntitle')
    (folder / "books_for_evaluate.py").write_text(PLUGIN)
    monkeypatch.syspath_prepend(folder)
    (folder / "a.book").write_text(f"{TEXTS['lima.txt']}\n===\n{TEXTS['geneva.txt']}")
    assert figures([{**LIMA, "file": "a.book#1"}])["places"]["right"] == 1
    whole = evaluate([{**LIMA, "file": "a.book"}])
    assert whole.exit_code == 1
    assert "a.book holds 2 articles." in whole.stderr
    assert not (folder / ".site-builder").exists()


@mark.usefixtures("folder")
def test_settings_that_are_named_must_be_there_and_be_right() -> None:
    done = evaluate([LIMA], "-c", "nowhere.toml")
    assert (done.exit_code, "nowhere.toml" in done.stderr) == (1, True)
    Path("site.toml").write_text("= broken")
    broken = evaluate([LIMA])
    assert (broken.exit_code, "0 articles measured" in broken.stdout) == (1, True)


GOLD = Path(__file__).parent.parent.parent.parent / "shared" / "corpus" / "gold" / "gold.jsonl"


@mark.skipif(not GOLD.is_file(), reason="the annotated texts are not at hand")
def test_on_annotated_texts_nearly_all_is_found_and_right() -> None:
    values = json.loads(CliRunner().invoke(main, ["evaluate", str(GOLD), "--json"]).stdout)
    assert values["articles"] == 30
    assert values["people"]["f1"] > 0.95
    assert values["places"]["f1"] > 0.95
