"""Tables and settings that editors write: nothing is lost in silence or leads out of the site."""

from pytest import mark

from site_builder.content.authority_file import read_authority
from site_builder.content.config_file import read_config
from site_builder.content.redirects_file import read_redirects
from site_builder.model.config import SiteConfig
from site_builder.model.problem import Problem
from site_builder.model.source_file import SourceFile


def people(text: str) -> tuple[list[tuple[str, str, int]], list[tuple[str, int | None]]]:
    """Read people.csv: its rows as (id, name, line), its problems as (message, line)."""
    rows, problems = read_authority(SourceFile("content/people.csv", text), "person")
    return [(row.id, row.name, row.line) for row in rows], _shown(problems)


def redirects(text: str) -> tuple[dict[str, str], list[tuple[str, int | None]]]:
    """Read redirects.csv: its rows, its problems as (message, line)."""
    found, problems = read_redirects(SourceFile("content/redirects.csv", text))
    return found, _shown(problems)


def _shown(problems: tuple[Problem, ...]) -> list[tuple[str, int | None]]:
    return [(one.message, one.location.line if one.location else None) for one in problems]


@mark.parametrize("length", [3, 140_000])
def test_a_quote_without_an_end_is_named_and_the_rows_above_are_read(length: int) -> None:
    rows, problems = people(f'id,name\na,A\nb,"{"x" * length}\nc,C\n')
    assert rows == [("a", "A", 2)]
    assert problems == [("A double quote in this row has no end.", 3)]


def test_a_stray_quote_in_a_cell_is_only_a_letter() -> None:
    assert people('id,name\na,12" gun\nb,B\n') == ([("a", '12" gun', 2), ("b", "B", 3)], [])


def test_a_last_cell_of_several_lines_is_read() -> None:
    assert people('id,name\na,"A\nB"') == ([("a", "A\nB", 2)], [])


def test_a_comma_in_a_name_without_quotes_is_noticed() -> None:
    _, ((message, line),) = people("id,name\nh,Kawakatsu, Heita\n")
    assert ("more cells" in message, line) == (True, 2)


def test_empty_cells_at_the_end_of_a_row_are_no_matter() -> None:
    assert people("id,name\na,A,,,\n") == ([("a", "A", 2)], [])


def test_an_id_that_cannot_stand_in_an_address_never_reaches_one() -> None:
    rows, problems = people("id,name\nWang Yi,W\n../..,X\nfoo/../bar,Y\n")
    assert rows == [("wang-yi", "W", 2), ("foo-bar", "Y", 4)]
    assert [line for _, line in problems] == [2, 3, 4]


def test_a_column_that_is_there_twice_is_named() -> None:
    assert people("id,name,Name\na,A,B\n")[1] == [("The column `name` is there twice.", 1)]


def test_the_line_that_excel_writes_to_itself_is_no_header() -> None:
    assert people("sep=;\r\nid;name\r\na;A\r\n") == ([("a", "A", 3)], [])


@mark.parametrize("text", ["old;new\n/a/;/b/\n", "\ufeffold\tnew\r\n/a/\t/b/\r\n", "/a/,/b/"])
def test_redirects_are_read_as_spreadsheets_save_them(text: str) -> None:
    assert redirects(text) == ({"/a/": "/b/"}, [])


@mark.parametrize(
    "row", ["a/b,/new/", "/../x/,/b/", "/a/../../x,/b/", "/a/,httpfoo", "/a/,//x.example/",
            "/a/,javascript:alert(1)", "/a/,/b/../../x", "/a/,/a/", "/a\\..\\b,/b/", "/a/"],
)  # fmt: skip
def test_a_redirect_from_or_to_nowhere_is_left_out_and_named(row: str) -> None:
    found, problems = redirects(f"{row}\n/c/,/d/#part\n")
    assert found == {"/c/": "/d/#part"}
    assert [line for _, line in problems] == [1]


def test_an_old_path_that_is_there_twice_names_both_lines() -> None:
    found, problems = redirects("old,new\n/a/,/b/\n/a/,/c/\n")
    assert found == {"/a/": "/b/"}
    assert problems == [("The old path /a/ stands here and on line 2.", 3)]


@mark.parametrize(
    "line",
    [
        'base_url = "https://[::1"',
        'base_url = "https://a.example/?x=1"',
        'base_url = "https:///path"',
        'permalink = "/{slug}}/"',
        'permalink = "/../{slug}/"',
        'permalink = "/a?{slug}"',
        'permalink = "/{slug!r}/"',
        'permalink = "/{{slug}}/"',
        'permalink = "//{slug}/"',
        "feeds = 3",
        "feeds.items = 'x'",
        "feeds = { items = 'x' }",
    ],
)
def test_a_setting_that_could_not_be_used_is_named_with_its_line(line: str) -> None:
    config, problems = read_config(SourceFile("site.toml", f"# settings\n{line}\n"))
    assert config == SiteConfig()
    assert [(one.code, str(one.location)) for one in problems] == [("setting-value", "site.toml:2")]


@mark.parametrize("text", ['title = "A"\ntitle = "B"\n', "[home]\n[home]\n"])
def test_a_setting_that_is_there_twice_is_said_so_plainly(text: str) -> None:
    _, (problem,) = read_config(SourceFile("site.toml", text))
    assert "a second time" in problem.message
    assert problem.location is not None
    assert problem.location.line == 2
