"""The review file: what is written for a spreadsheet, and what is read back from one."""

import csv
import io

from pytest import mark

from site_builder.content.authority_file import COLUMNS
from site_builder.content.review_file import (
    HEADER,
    Decision,
    doubt_row,
    read_review,
    write_review,
)
from site_builder.model.entity import Doubt, DoubtKind
from site_builder.model.problem import Problem
from site_builder.model.source_file import SourceFile

Row = dict[str, str]


def read(text: str) -> tuple[list[Decision], list[Problem]]:
    """Read a review file from its text."""
    decisions, problems = read_review(SourceFile("review.csv", text))
    return list(decisions), list(problems)


def decided(*rows: Row) -> list[Decision]:
    """Write rows as the program does, read them, and expect no problem."""
    decisions, problems = read(write_review(rows))
    assert problems == []
    return decisions


def refused(*rows: Row) -> list[tuple[str, int | None, str]]:
    """Write rows and read them: the problems, as code, line and message."""
    _, problems = read(write_review(rows))
    return [
        (one.code, one.location.line if one.location else None, one.message) for one in problems
    ]


def row(doubt: str, status: str, **cells: str) -> Row:
    """Make the row of a doubt about a person, decided."""
    return {
        "type": "person",
        "doubt": doubt,
        "id": "anna-sorel",
        "name": "Anna Sorel",
        "status": status,
        **cells,
    }


def doubt(kind: DoubtKind = "single", **said: object) -> Doubt:
    """Make a doubt about Anna Sorel."""
    values = {"type": "person", "id": "anna-sorel", "name": "Anna Sorel", "weight": 1.0, **said}
    return Doubt(kind=kind, evidence="In 1 article.", **values)  # type: ignore[arg-type]


def cells_of(text: str) -> list[list[str]]:
    """Read a CSV text as any program would."""
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


# What is written.


def test_the_columns_are_those_of_the_authority_files_between_what_is_in_doubt() -> None:
    assert HEADER[:2] == ("type", "doubt")
    assert HEADER[2 : 2 + len(COLUMNS)] == COLUMNS
    assert HEADER[2 + len(COLUMNS) :] == ("evidence", "sentence", "article")


def test_the_file_is_one_that_a_spreadsheet_opens() -> None:
    text = write_review([row("single", "", sentence='She said "no",\nand left.')])
    assert text.startswith("\ufefftype,doubt,id,")
    assert text.count("\r\n") == 2
    assert text.endswith("\r\n")
    assert cells_of(text)[1][-2] == 'She said "no",\nand left.'


def test_a_doubt_is_a_row_in_which_nothing_is_decided() -> None:
    one = doubt(sentence="Anna Sorel spoke.", article="a1", proposal={"status": "rejected"})
    found = doubt_row(one, {}, {"a1": "content/articles/2020/a1.md"})
    assert found == {
        "type": "person",
        "doubt": "single",
        "id": "anna-sorel",
        "name": "Anna Sorel",
        "status": "",
        "evidence": "In 1 article.",
        "sentence": "Anna Sorel spoke.",
        "article": "content/articles/2020/a1.md",
    }


def test_a_row_names_whom_the_pages_name() -> None:
    names = {("person", "anna-sorel"): "Dr. Anna Sorel"}
    assert doubt_row(doubt(), names, {})["name"] == "Dr. Anna Sorel"  # type: ignore[arg-type]


def test_the_row_of_a_surname_names_the_person_and_never_the_surname() -> None:
    one = doubt("surname", name="Sorel", proposal={"aliases": "Sorel", "articles": "a; b"})
    names = {("person", "anna-sorel"): "Anna Sorel"}
    found = doubt_row(one, names, {})  # type: ignore[arg-type]
    assert (found["name"], found["aliases"]) == ("Anna Sorel", "Sorel")
    assert found["articles"] == "a | b"
    assert doubt_row(one, {}, {})["name"] == ""


# Formulas.


@mark.parametrize(
    "cell", ["=1+1", "+49 30", "-Sorel", "@sorel", "\t=1", "  =1+1", "\n@x", "＝1+1", "'=1", "''=1"]
)
def test_a_cell_that_a_spreadsheet_would_compute_is_guarded(cell: str) -> None:
    text = write_review([row("single", "accepted", name=cell, sentence=cell)])
    _, (_, _, _, name, *_) = cells_of(text)
    assert name == "'" + cell
    ((read_back,), _) = read(text)
    assert read_back.cells["name"] == cell.strip()


@mark.parametrize("cell", ["Anna", "O'Hara", "'t Hooft", "a=b", "1+1", "'s-Hertogenbosch", "''a"])
def test_a_cell_that_is_only_text_is_written_as_it_is(cell: str) -> None:
    _, (_, _, _, name, *_) = cells_of(write_review([row("single", "accepted", name=cell)]))
    assert name == cell
    assert decided(row("single", "accepted", name=cell))[0].cells["name"] == cell


def test_degrees_below_zero_are_numbers() -> None:
    text = write_review([row("place", "accepted", type="place", lat="-1.29", lon="-36.8")])
    assert ",-1.29,-36.8," in text
    ((one,), problems) = read(text)
    assert (one.cells["lat"], one.cells["lon"], problems) == ("-1.29", "-36.8", [])


# What is decided.


def test_rows_without_a_status_are_not_decided() -> None:
    assert decided(row("single", ""), row("merge", "", merged_into="x"), {"type": "article"}) == []


def test_a_row_that_is_accepted_says_what_it_says() -> None:
    (one,) = decided(row("single", "accepted", wikidata="Q1"))
    assert one == Decision(
        "person",
        "anna-sorel",
        {"id": "anna-sorel", "name": "Anna Sorel", "wikidata": "Q1", "status": "accepted"},
        2,
    )


@mark.parametrize("status", ["Accepted", " HIDDEN ", "rejected"])
def test_capitals_and_blanks_around_a_status_are_no_matter(status: str) -> None:
    (one,) = decided(row("single", status))
    assert one.cells["status"] == status.strip().lower()


def test_a_merge_accepted_merges() -> None:
    (one,) = decided(row("merge", "accepted", merged_into="a-sorel"))
    assert one.cells == {"id": "anna-sorel", "name": "Anna Sorel", "merged_into": "a-sorel"}


def test_a_merge_rejected_keeps_the_two_apart() -> None:
    (one,) = decided(row("merge", "rejected", merged_into="a-sorel"))
    assert one.cells == {"id": "anna-sorel", "name": "Anna Sorel", "not_same": "a-sorel"}


def test_a_merge_cannot_be_hidden() -> None:
    ((code, line, message),) = refused(row("merge", "hidden", merged_into="a-sorel"))
    assert (code, line) == ("review-row", 2)
    assert "merge" in message


@mark.parametrize("status", ["accepted", "rejected"])
def test_a_merge_needs_the_other_one(status: str) -> None:
    ((code, line, message),) = refused(row("merge", status))
    assert (code, line) == ("review-row", 2)
    assert "merged_into" in message


@mark.parametrize("status", ["hidden", "rejected"])
def test_nobody_is_merged_and_hidden_at_once(status: str) -> None:
    ((code, _, _),) = refused(row("single", status, merged_into="a-sorel"))
    assert code == "review-row"


def test_whoever_is_accepted_as_somebody_else_is_merged() -> None:
    (one,) = decided(row("single", "accepted", merged_into="a-sorel"))
    assert "status" not in one.cells


def test_a_surname_accepted_is_an_alias_in_the_articles_of_the_row() -> None:
    (one,) = decided(row("surname", "accepted", aliases="Sorel", articles="a | b"))
    assert one.id == "anna-sorel"
    assert one.cells == {
        "id": "anna-sorel",
        "name": "Anna Sorel",
        "aliases": "Sorel",
        "articles": "a | b",
        "status": "accepted",
    }


def test_a_surname_given_to_somebody_else_does_not_rename_them() -> None:
    given = row("surname", "accepted", id="bela-sorel", aliases="Sorel")
    (one,) = decided(given)
    assert one.cells == {"id": "bela-sorel", "aliases": "Sorel", "status": "accepted"}


@mark.parametrize("status", ["hidden", "rejected"])
def test_a_surname_that_is_nobodys_says_nothing_of_the_person(status: str) -> None:
    (one,) = decided(row("surname", status, aliases="Sorel", articles="a | b"))
    assert (one.id, one.cells) == ("", {"name": "Sorel", "status": status})


def test_several_surnames_can_be_nobodys() -> None:
    sorel = row("surname", "rejected", aliases="Sorel")
    found = decided(sorel, {**sorel, "aliases": "Deng"}, {**sorel, "aliases": "王"}, sorel)
    assert [one.cells["name"] for one in found] == ["Sorel", "Deng", "王"]


def test_a_single_name_that_nobody_bears_in_full_is_decided_by_itself() -> None:
    jill = row("surname", "rejected", id="jill", name="Jill")
    (one,) = decided(jill)
    assert one.cells == {"id": "jill", "name": "Jill", "status": "rejected"}


def test_a_type_accepted_writes_the_row_as_it_stands() -> None:
    (one,) = decided(row("type", "accepted", kind="place"))
    assert (one.cells["kind"], one.cells["status"]) == ("place", "accepted")
    (stays,) = decided(row("type", "accepted"))
    assert "kind" not in stays.cells


@mark.parametrize("status", ["hidden", "rejected"])
def test_a_type_not_accepted_drops_the_kind(status: str) -> None:
    (one,) = decided(row("type", status, kind="place"))
    assert one.cells == {"id": "anna-sorel", "name": "Anna Sorel", "status": status}


def test_a_sort_name_accepted_is_written() -> None:
    (one,) = decided(row("sort name", "accepted", sort_name="Sorel, Anna"))
    assert one.cells["sort_name"] == "Sorel, Anna"


@mark.parametrize("status", ["hidden", "rejected"])
def test_a_sort_name_can_only_be_accepted(status: str) -> None:
    ((code, line, message),) = refused(row("sort name", status, sort_name="Anna"))
    assert (code, line, message) == ("review-row", 2, f"A sort name cannot be {status}.")


def test_two_rows_on_one_person_are_one_decision() -> None:
    (one,) = decided(
        row("single", "accepted", aliases="A. S."),
        row("sort name", "accepted", sort_name="Sorel, Anna", aliases="Annie | A. S."),
    )
    assert one.line == 2
    assert one.cells["sort_name"] == "Sorel, Anna"
    assert one.cells["aliases"] == "A. S. | Annie"


def test_rows_for_other_articles_or_days_are_decisions_of_their_own() -> None:
    found = decided(
        row("surname", "accepted", aliases="Sorel", articles="a | b"),
        row("surname", "accepted", aliases="Sorel", articles="c"),
        row("surname", "hidden", dates="1989..1990"),
        row("surname", "accepted", aliases="A.", articles="b | a"),
    )
    assert [one.cells.get("articles", "") for one in found] == ["a | b", "c", ""]
    assert found[0].cells["aliases"] == "Sorel | A."


# What is wrong.


def test_a_file_without_its_first_row_is_refused() -> None:
    for text in ("", "\ufeff", "anna-sorel,Anna Sorel\n", "id,name,status\na,A,hidden\n", "\n\nx"):
        decisions, (problem,) = read(text)
        assert (decisions, problem.code) == ([], "review-header")
        assert problem.location is not None
        assert problem.location.path == "review.csv"
        assert problem.location.line


def test_a_column_that_nobody_knows_is_noted_and_the_rest_is_read() -> None:
    ((one,), (problem,)) = read("type,id,status,Remark\nperson,a-b,hidden,?\n")
    assert one.cells == {"id": "a-b", "status": "hidden"}
    assert (problem.severity, str(problem.location)) == ("note", "review.csv:1")


@mark.parametrize(
    ("cells", "said"),
    [
        ({"status": "yes"}, "'yes'"),
        ({"type": "organisation"}, "'organisation'"),
        ({"type": ""}, "''"),
        ({"type": "article", "article": "content/articles/a.md"}, "article's file"),
        ({"id": "", "name": ""}, "neither an id nor a name"),
        ({"id": "../.."}, "'../..'"),
        ({"lat": "north"}, "'north'"),
        ({"lon": "181"}, "'181'"),
        ({"dates": "then"}, "'then'"),
    ],
)
def test_a_row_that_cannot_be_used_is_named_with_its_line(cells: Row, said: str) -> None:
    good = row("single", "accepted", id="bela-sorel", name="Bela Sorel", sentence="Two\nlines.")
    ((code, line, message),) = refused(good, {**row("single", "accepted"), **cells})
    assert (code, line) == ("review-row", 4)
    assert said in message


def test_the_rows_of_a_shifted_line_are_not_taken_for_what_they_say() -> None:
    head = "type,id,status,name\nperson,b-c,,Sorel, Bela\n"
    _, (problem,) = read(f"{head}person,a-b,accepted,Sorel, Anna\n")
    assert (problem.code, str(problem.location)) == ("review-row", "review.csv:3")


def test_a_quote_without_an_end_is_named() -> None:
    decisions, (problem,) = read('type,id,status\nperson,a-b,hidden\nperson,"c,hidden\n')
    assert (decisions, str(problem.location)) == ([], "review.csv:3")


def test_decisions_that_contradict_each_other_name_both_lines() -> None:
    ((code, line, message),) = refused(row("single", "accepted"), row("type", "rejected"))
    assert (code, line) == ("review-row", 3)
    assert "line 2" in message


def test_two_persons_are_not_merged_and_kept_apart() -> None:
    ((code, line, _),) = refused(
        row("merge", "rejected", merged_into="a-sorel"),
        row("single", "accepted", merged_into="a-sorel"),
    )
    assert (code, line) == ("review-row", 3)
