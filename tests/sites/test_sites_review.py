"""Reviewing a site: what is in doubt is shown, decided in a spreadsheet, and carried out."""

import csv
import io
import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result
from pytest import MonkeyPatch, fixture, mark

from site_builder.cli import main
from small_site import SmallSite, codes, tree

SEEDS = {
    "seeds/geneva.txt": """\
Talks in Geneva End Early

GENEVA, March 3, 2021 - Foreign Minister Anna Sorel met Foreign Minister Bela Sorel in Geneva.
""",
    "seeds/bern.txt": """\
A Long Day in Bern

BERN, March 4, 2021 - Nobody came. In sorelish weather, Minister Sorel left Bern at noon.
""",
    "seeds/moscow.txt": """\
Talks in Moscow

MOSCOW, April 5, 2021 - Foreign Minister Sergey Lavrov met Foreign Minister Wang Yi in Moscow.
""",
    "seeds/beijing.txt": """\
Talks in Beijing

BEIJING, April 9, 2021 - Foreign Minister Sergei Lavrov met Foreign Minister Wang Yi in Beijing.
""",
    "seeds/vienna.txt": """\
A President in Vienna

VIENNA, May 1, 2021 - President Alexander Van der Bellen opened a library in Vienna.
""",
    "seeds/undated.txt": """\
A Library Opens

A library opened in Lima. It holds 40,000 books.
""",
}
PEOPLE = (
    "\ufeffid;Remark;name;sort_name\r\nwang-yi;mine;Wang Yi;\r\n"
    'sergei-lavrov;"as; in ""Tass""";Sergei Lavrov;\r\n'
)

Row = dict[str, str]


@fixture
def site(tmp_path: Path, monkeypatch: MonkeyPatch) -> SmallSite:
    """Build a site, and go there."""
    monkeypatch.chdir(tmp_path)
    site = SmallSite(tmp_path, SEEDS)
    assert site.build().problems is not None
    return site


def call(*options: str) -> Result:
    """Call `site-builder review` in the current folder."""
    return CliRunner().invoke(main, ["review", *options], catch_exceptions=False)


def found(*options: str) -> dict[str, Any]:
    """Call it, and read the JSON."""
    done = call("--json", *options)
    assert done.exit_code == 0, done.output
    values: dict[str, Any] = json.loads(done.stdout)
    return values


def doubts(*options: str) -> list[tuple[str, str]]:
    """List what is in doubt: the kinds and the names."""
    return [(one["kind"], one["name"]) for one in found(*options)["doubts"]]


def decide(choose: Callable[[Row], str], file: str = "review.csv") -> list[Row]:
    """Write a table, decide its rows, and save it as a spreadsheet does with semicolons."""
    assert call("--csv", file).exit_code == 0
    with Path(file).open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for row in rows:
        row["status"] = choose(row)
    save(rows, file)
    return rows


def save(rows: list[Row], file: str = "review.csv") -> None:
    """Save a table as a spreadsheet does where a comma is part of a number."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    Path(file).write_bytes(text.getvalue().encode("utf-8-sig"))


def of(kind: str, status: str, name: str = "") -> Callable[[Row], str]:
    """Decide the rows of one kind, or of one name, and no others."""
    return lambda row: status if row["doubt"] == kind and name in str(row) else ""


# What is shown.


@mark.usefixtures("site")
def test_the_table_shows_what_is_in_doubt_and_how_to_decide() -> None:
    done = call()
    assert done.exit_code == 0
    assert done.stdout.startswith("KIND ")
    for kind in ("surname", "merge", "sort name", "date"):
        assert f"\n{kind}" in done.stdout
    assert "site-builder review --apply review.csv" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


@mark.usefixtures("site")
def test_json_has_all_fields_and_the_row_that_would_decide() -> None:
    weights = [one["weight"] for one in found()["doubts"]]
    assert len(weights) >= 3
    assert weights == sorted(weights, reverse=True)
    (merge,) = found("--kind", "merge")["doubts"]
    assert merge["id"] in ("sergei-lavrov", "sergey-lavrov")
    assert merge["row"]["merged_into"] == merge["proposal"]["merged_into"]
    assert "status" not in merge["row"]
    assert merge["row"]["article"].startswith("content/articles/2021/")


@mark.usefixtures("site")
def test_kinds_and_a_limit_choose() -> None:
    kinds = {kind for kind, _ in doubts("--kind", "surname", "--kind", "sort name")}
    assert kinds == {"surname", "sort name"}
    assert [len(part) for part in found("--limit", "1").values()] == [1, 0]
    assert [one["kind"] for one in found("--kind", "date")["guesses"]] == ["date"]
    assert found("--kind", "date")["doubts"] == []
    assert "... and" not in call("--kind", "date").stdout


@mark.usefixtures("site")
def test_the_table_for_a_spreadsheet_goes_into_a_file_or_to_standard_output() -> None:
    done = call("--csv", "review.csv")
    assert re.fullmatch(r"\d+ rows are in review.csv\n", done.stdout)
    text = Path("review.csv").read_bytes().decode("utf-8")
    assert text.startswith("\ufefftype,doubt,id,name,")
    assert call("--csv", "-").stdout_bytes.decode("utf-8") == text.removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert {row["status"] for row in rows} == {""}
    assert [row["id"] for row in rows][:-1] == [one["id"] for one in found()["doubts"]]
    assert rows[-1]["article"] == "content/articles/undated/a-library-opens.md"


@mark.usefixtures("site")
def test_what_programs_read_is_not_mixed_with_messages() -> None:
    done = call("--json", "--csv", "a.csv", "--html", "a.html")
    assert json.loads(done.stdout)["doubts"]
    assert "a.csv" in done.stderr
    assert "a.html" in done.stderr


def test_the_page_stands_by_itself_and_marks_the_name(site: SmallSite) -> None:
    done = call("--html")
    assert ".site-builder/review.html" in done.stdout
    page = site.read(".site-builder/review.html")
    assert "<script" not in page
    assert not re.search(r"(src|srcset)=|@import|url\(|<link", page)
    assert "prefers-color-scheme: dark" in page
    assert 'name="viewport"' in page
    assert "sorelish weather, Minister <mark>Sorel</mark>" in page
    assert re.search("<mark>Serge[iy] Lavrov</mark>", page)
    for link in re.findall(r'href="([^"#]+)"', page):
        assert (site.root / ".site-builder" / unescape(link)).resolve().is_file(), link
    for anchor in re.findall(r'href="#([^"]+)"', page):
        assert f'id="{anchor}"' in page


def test_the_page_can_be_elsewhere_and_shows_text_as_text(site: SmallSite) -> None:
    site.edit("site.toml", "Small archive", "<b>Small</b>")
    assert call("--html", "a/b/page.html").exit_code == 0
    page = site.read("a/b/page.html")
    assert "&lt;b&gt;Small" in page
    assert "<b>" not in page
    (link, *_) = re.findall(r'href="([^"#]+)"', page)
    assert link.startswith("../../output/")


def test_showing_writes_nothing(site: SmallSite) -> None:
    before = tree(site.root)
    call()
    found()
    call("--csv", "-")
    assert tree(site.root) == before


def test_where_nothing_is_in_doubt_it_is_said(tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    SmallSite(tmp_path, {})
    assert call().stdout.startswith("Nothing waits for you")
    assert call("--html", "page.html").exit_code == 0
    assert "Nothing waits for you" in Path("page.html").read_text("utf-8")


# What is decided.


def test_a_merge_accepted_moves_the_page(site: SmallSite) -> None:
    (row,) = [one for one in decide(of("merge", "accepted")) if one["status"]]
    gone, stays = row["id"], row["merged_into"]
    done = call("--apply", "review.csv")
    assert done.exit_code == 0, done.output
    assert f"merged_into {stays}" in done.stdout
    assert codes(site.build()) == []
    output = site.output()
    assert f"/people/{stays}/" in output[f"people/{gone}/index.html"].decode()
    assert b"Talks in Moscow" in output[f"people/{stays}/index.html"]
    assert b"Talks in Beijing" in output[f"people/{stays}/index.html"]
    assert doubts("--kind", "merge") == []


def test_a_merge_rejected_keeps_two_pages_for_good(site: SmallSite) -> None:
    before = site.output()
    decide(of("merge", "rejected"))
    assert call("--apply", "review.csv").exit_code == 0
    assert "sergey-lavrov" in site.read("content/people.csv")
    assert codes(site.build()) == []
    assert {*site.output()} == {*before}
    assert doubts("--kind", "merge") == []


def test_a_surname_accepted_names_the_person_in_those_articles_only(site: SmallSite) -> None:
    assert b"Long Day" not in site.output()["people/anna-sorel/index.html"]
    decide(of("surname", "accepted"))
    assert call("--apply", "review.csv").exit_code == 0
    assert codes(site.build()) == []
    assert b"Long Day" in site.output()["people/anna-sorel/index.html"]
    assert b"Long Day" not in site.output()["people/bela-sorel/index.html"]
    site.write("seeds/bern2.txt", "Back in Bern\n\nBERN, June 4, 2021 - Minister Sorel is back.\n")
    assert codes(site.build()) == []
    assert b"Back in Bern" not in site.output()["people/anna-sorel/index.html"]
    ((_, name),) = doubts("--kind", "surname")
    assert name == "Sorel"


def test_a_surname_can_be_given_to_somebody_else(site: SmallSite) -> None:
    rows = decide(of("surname", "accepted"))
    for row in rows:
        row["id"] = "bela-sorel" if row["doubt"] == "surname" else row["id"]
    save(rows)
    assert call("--apply", "review.csv").exit_code == 0
    assert codes(site.build()) == []
    page = site.output()["people/bela-sorel/index.html"].decode()
    assert "Long Day" in page
    assert "<h1>Bela Sorel</h1>" in re.sub(r"<h1[^>]*>\s*", "<h1>", page)
    assert doubts("--kind", "surname") == []


def test_a_surname_rejected_is_nobodys(site: SmallSite) -> None:
    decide(of("surname", "rejected"))
    assert call("--apply", "review.csv").exit_code == 0
    assert codes(site.build()) == []
    assert b"Long Day" not in site.output()["people/anna-sorel/index.html"]
    assert "people/sorel/index.html" not in site.output()
    assert "people/bela-sorel/index.html" in site.output()
    assert doubts("--kind", "surname") == []


def test_a_sort_name_accepted_files_the_person(site: SmallSite) -> None:
    rows = decide(of("sort name", "accepted"))
    for row in rows:
        row["sort_name"] = "Bellen, Alexander Van der" if row["status"] else row["sort_name"]
    save(rows)
    assert call("--apply", "review.csv").exit_code == 0
    assert codes(site.build()) == []
    assert '"Bellen, Alexander Van der"' in site.read("content/people.csv")
    assert doubts("--kind", "sort name") == []


def test_all_that_is_accepted_at_once_is_gone_and_applying_again_changes_nothing(
    site: SmallSite,
) -> None:
    decide(lambda row: "" if row["type"] == "article" else "accepted")
    assert call("--apply", "review.csv").exit_code == 0
    assert codes(site.build()) == []
    assert doubts() == []
    after = tree(site.root / "content")
    again = call("--apply", "review.csv")
    assert (again.exit_code, again.stdout[:17]) == (0, "Nothing to change")
    assert tree(site.root / "content") == after


def test_a_dry_run_says_what_would_change_and_writes_nothing(site: SmallSite) -> None:
    decide(of("no kind", "accepted"))
    assert call("--apply", "review.csv").stdout.startswith("Nothing to change")
    decide(of("surname", "accepted"))
    before = tree(site.root / "content")
    done = call("--apply", "review.csv", "--dry-run")
    assert done.exit_code == 0
    assert "would change content/people.csv: new row for Anna Sorel" in done.stdout
    assert tree(site.root / "content") == before


def test_a_file_that_is_there_keeps_its_manner(site: SmallSite) -> None:
    (site.root / "content/people.csv").write_bytes(PEOPLE.encode("utf-8"))
    site.build()
    decide(of("merge", "accepted"))
    assert call("--apply", "review.csv").exit_code == 0
    header, wang, lavrov, *more = (
        (site.root / "content/people.csv").read_bytes().decode("utf-8").split("\r\n")
    )
    assert header == "\ufeffid;Remark;name;sort_name;merged_into"
    assert wang == "wang-yi;mine;Wang Yi;"
    assert 'as; in ""Tass""' in lavrov + "".join(more)
    assert codes(site.build()) == ["unknown-column"]
    assert doubts("--kind", "merge") == []


# What is wrong.


@mark.parametrize(
    ("break_it", "said"),
    [
        (lambda rows: rows[0].update(status="maybe"), "review.csv:2"),
        (lambda rows: rows[-1].update(status="accepted"), "article's file"),
        (lambda rows: rows[0].update(type="thing", status="hidden"), "'thing'"),
        (lambda rows: rows[0].update(lat="north"), "'north'"),
        (lambda rows: rows.append({**rows[0], "status": "hidden"}), "review-row"),
        (lambda rows: [row.pop("type") for row in rows], "review-header"),
    ],
)
def test_a_broken_file_is_not_applied_at_all(
    site: SmallSite, break_it: Callable[[list[Row]], object], said: str
) -> None:
    site.write("content/people.csv", "id,name\nwang-yi,Wang Yi")
    site.write("content/places.csv", "id,name\r\nbern,Bern\r\n")
    before = tree(site.root / "content")
    rows = decide(lambda row: "" if row["type"] == "article" else "accepted")
    break_it(rows)
    save(rows)
    done = call("--apply", "review.csv")
    assert done.exit_code == 1
    assert said in done.stderr
    assert done.stdout == ""
    assert tree(site.root / "content") == before


def test_a_conflict_in_one_file_leaves_both_alone(site: SmallSite) -> None:
    site.write("content/people.csv", "id,name,status\nanna-sorel,Anna Sorel,hidden\n")
    before = tree(site.root / "content")
    lines = ["type,id,name,status", "place,bern,Bern,hidden", "person,anna-sorel,,accepted", ""]
    site.write("review.csv", "\n".join(lines))
    done = call("--apply", "review.csv")
    assert done.exit_code == 1
    assert "review-conflict" in done.stderr
    assert "review.csv:3" in done.stderr
    assert tree(site.root / "content") == before
    site.edit("content/people.csv", "hidden", "accepted")
    assert call("--apply", "review.csv").exit_code == 0
    assert site.read("content/places.csv").count("bern,Bern") == 1


@mark.parametrize("name", ["nowhere.csv", "."])
def test_a_file_that_cannot_be_read_is_said(site: SmallSite, name: str) -> None:
    done = call("--apply", name)
    assert done.exit_code == 1
    assert "file-unreadable" in done.stderr
    assert "UTF-8" not in done.stderr
    assert not (site.root / "content/people.csv").exists()


def test_an_authority_file_in_another_encoding_is_left_alone(site: SmallSite) -> None:
    file = site.root / "content/people.csv"
    file.write_bytes("id,name\nzoe,Zoë\n".encode("cp1252"))
    site.write("review.csv", "type,id,status\nperson,anna-sorel,hidden\n")
    done = call("--apply", "review.csv")
    assert (done.exit_code, "people.csv" in done.stderr) == (1, True)
    assert file.read_bytes() == "id,name\nzoe,Zoë\n".encode("cp1252")


@mark.usefixtures("site")
@mark.parametrize(
    "options",
    ["--dry-run", "--limit 0", "--kind nothing", "--apply a --json", "--apply a --csv b"],
)
def test_options_that_make_no_sense_are_refused(options: str) -> None:
    assert call(*options.split()).exit_code == 2


@mark.usefixtures("site")
@mark.parametrize("option", ["--csv", "--html"])
def test_a_file_that_cannot_be_written_is_said(option: str) -> None:
    done = call(option, "site.toml/review")
    assert done.exit_code == 1
    assert "cannot be written" in done.stderr
