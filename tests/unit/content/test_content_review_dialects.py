"""The review file says the same, whatever program saved it."""

import csv
import io
from collections.abc import Mapping

from hypothesis import assume, given
from hypothesis import strategies as st

from site_builder.content.authority_file import NUMBERS
from site_builder.content.review_file import Decision, read_review, write_review
from site_builder.importers.encoding import decode
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


def cells_of(text: str) -> list[list[str]]:
    """Read a CSV text as any program would."""
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


_PLAIN = st.characters(codec="cp1252", exclude_categories=["Cc", "Cf", "Zl", "Zp"])
_ANY = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"])


@st.composite
def doubts(draw: st.DrawFn, letters: st.SearchStrategy[str]) -> list[Row]:
    """Draw decided and undecided rows, each on somebody else."""
    text = st.text(letters, max_size=12)
    lead = st.sampled_from(["", "=", "+", "-", "@", "'", "''", '"', ";", ",", "sep="])
    rows = []
    for number in range(draw(st.integers(1, 4))):
        kind = draw(st.sampled_from(["single", "surname", "merge", "type", "place", "sort name"]))
        one = {
            "type": "place" if kind == "place" else "person",
            "doubt": kind,
            "id": f"somebody-{number}",
            "name": draw(lead) + draw(text),
            "status": draw(st.sampled_from(["", "accepted"])),
            "sentence": draw(lead) + draw(text) + draw(st.sampled_from(["", "\nand more", " "])),
            "note": draw(lead) + draw(text),
        }
        if kind == "merge":
            one["merged_into"] = "somebody-else"
        if kind == "surname":
            parts = draw(st.lists(text.map(lambda part: part.replace("|", "")), max_size=3))
            one["aliases"] = " | ".join(parts)
        if kind == "place":
            one["lat"] = draw(st.sampled_from(["", "-1.29", "48.85"]))
        rows.append(one)
    return rows


def saved(
    text: str, delimiter: str, line_end: str, encoding: str, sep: bool, quoting: int
) -> bytes:
    """Open a CSV file and save it again as some program does, degrees with a comma if it can."""
    header, *rows = cells_of(text)
    out = io.StringIO()
    # A type checker knows the four numbers that quoting may be, and draws are no such numbers.
    writer = csv.writer(out, delimiter=delimiter, lineterminator=line_end, quoting=quoting)  # type: ignore[arg-type]
    writer.writerow(header)
    at = header.index("lat")
    for cells in rows:
        if delimiter != ",":
            cells[at] = cells[at].replace(".", ",")
        while len(cells) > 2 and not cells[-1]:
            cells.pop()
        writer.writerow(cells)
    head = f"sep={delimiter}{line_end}" if sep else ""
    return (head + out.getvalue()).encode(encoding)


def meaning(decisions: list[Decision]) -> list[tuple[str, str, Mapping[str, str]]]:
    """Return what decisions say, without the lines they stand on."""
    return [(one.type, one.id, one.cells) for one in decisions]


@given(
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]).flatmap(
        lambda encoding: st.tuples(
            st.just(encoding), doubts(_PLAIN if encoding == "cp1252" else _ANY)
        )
    ),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["\r\n", "\n"]),
    st.booleans(),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_decisions_are_the_same_whatever_program_saved_the_file(
    drawn: tuple[str, list[Row]], delimiter: str, line_end: str, sep: bool, quoting: int
) -> None:
    encoding, rows = drawn
    text = write_review(rows)
    expected, problems = read(text)
    assert problems == []
    # With a semicolon between cells, one within a list parts nothing.
    assume(delimiter != ";" or not any(";" in one.get("aliases", "") for one in rows))
    data = saved(text, delimiter, line_end, encoding, sep, quoting)
    # A few letters of Windows Latin among many of ASCII, as in a file of a real archive.
    decoded = decode(data + b"\r\n" * 2 if encoding != "utf-16" else data)
    assume(encoding != "cp1252" or decoded.encoding in ("utf-8", "windows-1252"))
    assume(encoding != "cp1252" or decoded.text.startswith(data.decode("cp1252")))
    found, problems = read(decoded.text)
    assert problems == []
    assert meaning(found) == meaning(expected)


@given(doubts(_ANY))
def test_what_is_written_is_read_back_as_it_was(rows: list[Row]) -> None:
    for one, found in zip([one for one in rows if one["status"]], decided(*rows), strict=True):
        for column in ("note", *NUMBERS):
            assert found.cells.get(column, "") == one.get(column, "").strip()


def test_a_semicolon_parts_the_members_of_a_list_unless_it_parts_cells() -> None:
    for delimiter, expected in ((",", "A | S | B"), (";", "A; S | B"), ("\t", "A | S | B")):
        lines = "type,id,status,aliases\nperson,a-b,accepted,".replace(",", delimiter)
        ((one,), _) = read(f'{lines}"A; S | B"\n')
        assert one.cells["aliases"] == expected


def test_the_files_of_the_usual_programs_are_read() -> None:
    rows = [
        row("single", "accepted", name="Zoë Müller", note="“quoted”"),
        row("place", "accepted", type="place", id="nairobi", name="Nairobi", lat="-1.29"),
        row("surname", "", aliases="Sorel | Deng"),
    ]
    text = write_review(rows)
    expected = meaning(decided(*rows))
    for delimiter, line_end, encoding, sep in (
        (",", "\r\n", "utf-8-sig", False),  # Excel, "CSV UTF-8"
        (";", "\r\n", "cp1252", False),  # Excel in German, "CSV"
        (";", "\r\n", "utf-8", True),
        ("\t", "\r\n", "utf-16", False),  # Excel, "Unicode text"
        (",", "\n", "utf-8", False),  # LibreOffice
    ):
        data = saved(text, delimiter, line_end, encoding, sep, csv.QUOTE_MINIMAL)
        found, problems = read(decode(data).text)
        assert (meaning(found), problems) == (expected, []), (delimiter, encoding)
