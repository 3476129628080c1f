"""Decisions written into authority files: cell by cell, and nothing else moves."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st
from pytest import mark

from site_builder.content.authority_edit import Edited, edit_authority
from site_builder.content.authority_file import COLUMNS, read_authority
from site_builder.content.review_file import Decision, joined
from site_builder.model.source_file import SourceFile

PEOPLE = "content/people.csv"


def decision(id: str, line: int = 2, **cells: str) -> Decision:
    """Decide on a person."""
    return Decision("person", id, ({"id": id} if id else {}) | cells, line)


def edit(text: str, *decisions: Decision) -> Edited:
    """Write decisions into a file of people."""
    return edit_authority(SourceFile(PEOPLE, text), decisions, "review.csv")


def edited(text: str, *decisions: Decision) -> str:
    """Write decisions into a file of people, and expect no problem."""
    done = edit(text, *decisions)
    assert done.problems == ()
    return done.text


HIDDEN = decision("anna-sorel", name="Anna Sorel", status="hidden")


# New rows, and new files.


@mark.parametrize("text", ["", "\n\n"])
def test_a_file_that_is_not_there_is_made_with_all_columns(text: str) -> None:
    first, row, *more = edited(text, HIDDEN).strip().split("\n")
    assert first == ",".join(COLUMNS)
    assert row.startswith("anna-sorel,Anna Sorel,")
    assert more == []


def test_a_mark_without_a_file_after_it_stays() -> None:
    assert edited("\ufeff", HIDDEN).startswith("\ufeffid,name,")


def test_a_new_row_stands_below_all_others() -> None:
    assert edited("name,id,status\nB,b-b,\n", HIDDEN) == (
        "name,id,status\nB,b-b,\nAnna Sorel,anna-sorel,hidden\n"
    )


def test_a_last_row_without_a_line_end_gets_one() -> None:
    text = "id,name,status\nb-b,B,"
    assert edited(text, HIDDEN) == f"{text}\nanna-sorel,Anna Sorel,hidden\n"


def test_each_change_is_said_in_a_sentence() -> None:
    done = edit("id,name,status\nb-b,B,\n", HIDDEN, decision("b-b", status="accepted"))
    assert done.changes == (
        "content/people.csv: new row for Anna Sorel: status hidden",
        "content/people.csv: b-b: status accepted",
    )


# Rows that are there.


def test_empty_cells_of_a_row_are_filled_and_the_others_stay() -> None:
    text = "id,name,sort_name,status,Remark\nanna-sorel,Anna Sorel,,,mine\n"
    found = edited(text, decision("anna-sorel", sort_name="Sorel, Anna", status="accepted"))
    assert found == text.replace(",,,mine", ',"Sorel, Anna",accepted,mine')


def test_a_column_that_is_missing_comes_last_and_the_header_stays_as_written() -> None:
    text = 'ID,"Name",Our Remark\nanna-sorel,Anna Sorel,mine\nb-b,"B",\n'
    assert edited(text, HIDDEN) == (
        'ID,Name,Our Remark,status\nanna-sorel,Anna Sorel,mine,hidden\nb-b,"B",\n'
    )
    text = 'ID, "Name" ,STATUS\n'
    assert edited(text, decision("b-b", status="hidden")) == f"{text}b-b,,hidden\n"


def test_names_are_added_to_a_list_each_once() -> None:
    text = "id,aliases\nanna-sorel,A. S.; Annie\n"
    found = edited(text, decision("anna-sorel", aliases="Sorel | Annie"))
    assert found == "id,aliases\nanna-sorel,A. S. | Annie | Sorel\n"
    assert edited(text, decision("anna-sorel", aliases="Annie | A. S.")) == text


def test_a_semicolon_within_a_name_parts_nothing_where_it_parts_cells() -> None:
    found = edited('id;aliases\nanna-sorel;"A; S"\n', decision("anna-sorel", aliases="Sorel"))
    assert found == 'id;aliases\nanna-sorel;"A; S | Sorel"\n'
    found = edited('id;aliases\nanna-sorel;"A; S"\n', decision("anna-sorel", aliases="A"))
    assert found == 'id;aliases\nanna-sorel;"A; S | A"\n'


@mark.parametrize(
    ("text", "row"),
    [
        ("id,name,status\nAnna Sorel,,\n", "Anna Sorel,,hidden"),
        ("name,status\nAnna Sorel,\n", "Anna Sorel,hidden"),
        ("id,name,status\n,Anna Sorel\n", ",Anna Sorel,hidden"),
    ],
)
def test_a_row_is_found_by_its_id_as_the_site_reads_it(text: str, row: str) -> None:
    found = edited(text, decision("anna-sorel", status="hidden"))
    assert found.splitlines()[1].startswith(row)
    assert len(found.splitlines()) == 2


def test_names_that_no_address_can_hold_are_told_apart() -> None:
    text = "name,status\n王毅,\n习近平,\n"
    assert edited(text, decision("", name="习近平", status="hidden")) == (
        "name,status\n王毅,\n习近平,hidden\n"
    )
    assert edited(text, decision("", name="王", status="rejected")).endswith("\n王,rejected\n")


def test_names_of_one_letter_are_told_apart() -> None:
    assert edited("id,name,status\nx,X,\n", decision("x", name="X", status="hidden")) == (
        "id,name,status\nx,X,hidden\n"
    )


@mark.parametrize("column", ["articles", "dates"])
def test_a_row_for_some_articles_is_another_row(column: str) -> None:
    text = f"id,name,{column},status\nanna-sorel,Anna Sorel,1989..1990,\n"
    assert edited(text, HIDDEN) == f"{text}anna-sorel,Anna Sorel,,hidden\n"
    cells = {column: "1989..1990", "status": "hidden"}
    same = decision("anna-sorel", **cells)  # type: ignore[arg-type]
    assert edited(text, same) == text.replace(",\n", ",hidden\n")


def test_articles_are_the_same_in_any_order() -> None:
    text = "id,aliases,articles\nanna-sorel,,b; a\n"
    assert edited(text, decision("anna-sorel", aliases="Sorel", articles="a | b")) == (
        "id,aliases,articles\nanna-sorel,Sorel,b; a\n"
    )


def test_a_surname_that_is_nobodys_never_renames_a_row() -> None:
    text = "id,name,status\nsorel,SOREL,\n"
    assert edited(text, decision("", name="Sorel", status="rejected")) == (
        "id,name,status\nsorel,SOREL,rejected\n"
    )


# Conflicts.


@mark.parametrize(
    "cells",
    [{"status": "rejected"}, {"sort_name": "Anna"}, {"name": "Anne Sorel"}, {"lat": "1.5"}],
)
def test_a_cell_that_an_editor_filled_is_not_changed(cells: dict[str, str]) -> None:
    text = "id,name,sort_name,status,lat\nanna-sorel,Anna Sorel,Sorel,hidden,1.25\n"
    done = edit(text, decision("b-b", name="B"), decision("anna-sorel", 7, **cells))
    assert (done.text, done.changes) == (text, ())
    (problem,) = done.problems
    assert (problem.code, str(problem.location)) == ("review-conflict", "review.csv:7")
    (column,) = cells
    assert f"says {column} " in problem.message


@mark.parametrize("there", ["-1,29", "-1.290", "-1.29"])
def test_degrees_are_compared_as_numbers(there: str) -> None:
    text = f"id;lat\nnairobi;{there}\n"
    assert edited(text, decision("nairobi", lat="-1.29")) == text


def test_a_file_that_cannot_be_read_whole_is_left_alone() -> None:
    text = 'id,name\na-a,"A\n'
    done = edit(text, HIDDEN)
    assert (done.text, [one.code for one in done.problems]) == (text, ["authority-row"])


def test_a_new_column_does_not_swallow_what_stands_beyond_the_last() -> None:
    text = "id,name\nh-k,Kawakatsu, Heita\n"
    done = edit(text, HIDDEN)
    assert done.text == text
    (problem,) = done.problems
    assert str(problem.location) == "content/people.csv:2"


# The manner of the file.


@mark.parametrize("delimiter", [",", ";", "\t"])
@mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@mark.parametrize("mark_", ["", "\ufeff"])
@mark.parametrize("sep", [False, True])
def test_the_manner_of_the_file_stays(delimiter: str, line_end: str, mark_: str, sep: bool) -> None:
    head = mark_ + (f"sep={delimiter}{line_end}" if sep else "")
    rows = [["name", "Remark", "id", "status"], ["B", '"b"', "b-b", ""]]
    text = head + "".join(delimiter.join(row) + line_end for row in rows)
    found = edited(text, HIDDEN, decision("c-c", name="C"))
    added = [["Anna Sorel", "", "anna-sorel", "hidden"], ["C", "", "c-c", ""]]
    assert found == text + "".join(delimiter.join(row) + line_end for row in added)


def test_stray_quotes_and_cells_of_several_lines_keep_rows_apart() -> None:
    text = 'id,name,status\na-a,12" gun,\nb-b,"B,\r\nb",\n\nc-c,C\n'
    assert edited(text, decision("c-c", status="hidden")) == text.replace("c-c,C", "c-c,C,hidden")
    assert edited(text, decision("b-b", status="hidden")) == text.replace('b",', 'b",hidden')


# Twice is once, and nothing else moves.

_NAMES = st.sampled_from(["Anna Sorel", "Bela Sorel", "Deng Xiaoping", "王毅", "Zoë; Müller", "X"])
_FOREIGN = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]) | st.sampled_from(',;\t"\n'),
    max_size=8,
)


@st.composite
def files(draw: st.DrawFn) -> str:
    """Draw a file of people with a column that is the editor's own."""
    line_end = draw(st.sampled_from(["\n", "\r\n"]))
    text = io.StringIO()
    writer = csv.writer(text, delimiter=draw(st.sampled_from(",;\t")), lineterminator=line_end)
    columns = draw(st.permutations(["name", "id", "My column", "aliases", "status"]))
    writer.writerow(columns)
    for name in draw(st.lists(_NAMES, unique=True, max_size=5)):
        cells = {
            "name": name,
            "id": draw(st.sampled_from(["", name])) if name[0] in "ABD" else "",
            "My column": draw(_FOREIGN),
            "aliases": draw(st.sampled_from(["", "A; B", "A | B"])),
        }
        writer.writerow([cells.get(column, "") for column in columns])
    mark = draw(st.sampled_from(["", "\ufeff"]))
    whole = text.getvalue()
    return mark + (whole if draw(st.booleans()) else whole.removesuffix(line_end))


@st.composite
def rulings(draw: st.DrawFn) -> list[Decision]:
    """Draw decisions on different people."""
    found = []
    for name in draw(st.lists(_NAMES, unique=True, max_size=4)):
        cells = {"name": name, "status": draw(st.sampled_from(["accepted", "hidden"]))}
        if aliases := draw(st.sampled_from(["", "A", "B | C", "=C"])):
            cells["aliases"] = aliases
        if articles := draw(st.sampled_from(["", "a | b"])):
            cells["articles"] = articles
        found.append(Decision("person", "", cells, 2))
    return found


def rows_of(text: str) -> list[str]:
    """Part a file that has quotes in pairs into its rows, as they stand."""
    rows, begun, quoted = [], 0, False
    for at, sign in enumerate(text):
        quoted ^= sign == '"'
        if sign == "\n" and not quoted:
            rows.append(text[begun : at + 1])
            begun = at + 1
    return [*rows, text[begun:]] if begun < len(text) else rows


@given(files(), rulings())
def test_applied_twice_is_applied_once(text: str, decisions: list[Decision]) -> None:
    once = edit(text, *decisions)
    assert once.problems == ()
    again = edit(once.text, *decisions)
    assert (again.text, again.changes, again.problems) == (once.text, (), ())


@given(files(), rulings())
def test_rows_that_are_not_decided_stay_to_the_letter(text: str, decisions: list[Decision]) -> None:
    before, after = rows_of(text), rows_of(edited(text, *decisions))
    decided = {one.cells["name"] for one in decisions if "articles" not in one.cells}
    assert len(after) >= len(before)
    for old, new in zip(before[1:], after[1:], strict=False):
        if not any(name in old for name in decided):
            assert new.rstrip("\r\n") == old.rstrip("\r\n")


@given(files(), rulings())
def test_the_columns_of_the_editor_stay_in_every_row(text: str, decisions: list[Decision]) -> None:
    def own(text: str) -> list[str]:
        text = text.removeprefix("\ufeff")
        delimiter = max(",;\t", key=text.splitlines()[0].count)
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))
        return [row["My column"] for row in rows]

    before = own(text)
    assert own(edited(text, *decisions))[: len(before)] == before


@given(files(), rulings())
def test_the_site_reads_what_was_decided(text: str, decisions: list[Decision]) -> None:
    source = SourceFile(PEOPLE, edited(text, *decisions).removeprefix("\ufeff"))
    rows, problems = read_authority(source, "person")
    assert not [one for one in problems if "stands here and on line" in one.message]
    for one in decisions:
        (row,) = [
            row
            for row in rows
            if row.name == one.cells["name"]
            and joined(" | ".join(row.articles), "") == one.cells.get("articles", "")
        ]
        assert row.status == one.cells["status"]
        assert {*one.cells.get("aliases", "").split(" | ")} - {""} <= {*row.aliases}
