"""The columns of people.csv and places.csv that limit a row: `articles` and `dates`."""

import pytest

from site_builder.content.authority_file import COLUMNS, read_authority
from site_builder.model.entity import Judgement
from site_builder.model.source_file import SourceFile


def read(text: str) -> tuple[tuple[Judgement, ...], list[tuple[str, int | None, str]]]:
    """Read people.csv: its rows, and the code, the line and the message of its problems."""
    rows, problems = read_authority(SourceFile("content/people.csv", text), "person")
    return rows, [
        (one.code, one.location.line if one.location else None, one.message) for one in problems
    ]


@pytest.mark.parametrize(
    ("cell", "articles"),
    [
        ("a", ("a",)),
        ("a; content/articles/b.md ;the-storm", ("a", "content/articles/b.md", "the-storm")),
        ("a | b", ("a", "b")),
        ("a;a; ;b;", ("a", "b")),
        ("", ()),
    ],
)
def test_articles_are_parted_by_semicolons_or_bars(cell: str, articles: tuple[str, ...]) -> None:
    ((row,), problems) = read(f"id,articles\nanna,{cell}\n")
    assert (row.articles, problems) == (articles, [])


def test_articles_in_a_file_of_semicolons_are_parted_by_bars() -> None:
    (row,), problems = read("id;articles\nanna;a | b\n")
    assert (row.articles, problems) == (("a", "b"), [])


@pytest.mark.parametrize("dates", ["1989-01..1993-01-20", "1990..", "..1990", "1990-05", ""])
def test_dates_are_kept_as_they_are_written(dates: str) -> None:
    (row,), problems = read(f"id,dates\nanna,{dates}\n")
    assert (row.dates, problems) == (dates, [])


@pytest.mark.parametrize("dates", ["May", "1993..1989", "..", "1990-13", "1990-01-01-02"])
def test_a_row_whose_dates_mean_nothing_is_left_out_and_named(dates: str) -> None:
    rows, ((code, line, message),) = read(f"id,dates\nanna,{dates}\nbela,\n")
    assert [row.id for row in rows] == ["bela"]
    assert (code, line) == ("authority-row", 2)
    assert repr(dates) in message


def test_an_id_may_stand_in_several_rows_for_other_articles_or_dates() -> None:
    text = "id,articles,dates\nanna,,\nanna,a,\nanna,b,\nanna,a,1990\nanna,,1990\n"
    rows, problems = read(text)
    assert [row.line for row in rows] == [2, 3, 4, 5, 6]
    assert problems == []


@pytest.mark.parametrize("scope", [",", "a;b,", "b; a,", ",1990"])
def test_an_id_in_two_rows_for_the_same_articles_is_named_and_the_first_is_used(scope: str) -> None:
    first = scope.replace("b; a", "a;b")
    rows, ((code, line, message),) = read(
        f"id,name,articles,dates\nanna,A,{first}\nanna,B,{scope}\n"
    )
    assert [row.name for row in rows] == ["A"]
    assert (code, line) == ("authority-row", 3)
    assert "line 2" in message


def test_every_column_is_read() -> None:
    numbers = {"lat": "1", "lon": "2", "dates": "1990", "status": "hidden"}
    cells = [numbers.get(column, f"{column.replace('_', '-')}-x") for column in COLUMNS]
    (row,), problems = read(f"{','.join(COLUMNS)}\n{','.join(cells)}\n")
    assert problems == []
    assert all(getattr(row, column) for column in COLUMNS)


def test_a_row_with_too_many_cells_is_named_whatever_parts_them() -> None:
    rows, ((code, line, message),) = read("sep=|\nid|name\nanna|A|B\n")
    assert [row.name for row in rows] == ["A"]
    assert (code, line) == ("authority-row", 3)
    assert "more cells" in message
