from site_builder.messages import format_problem, summary
from site_builder.model.problem import Location, Problem

PROBLEM = Problem("some-code", "It is wrong.", Location("a.md", 2, 4), "Mend it.")


def test_a_message_shows_the_lines_around_and_marks_the_column() -> None:
    assert format_problem(PROBLEM, "one\ntwo2\nthree\nfour\n") == (
        "warning[some-code]: It is wrong.\n"
        " --> a.md:2:4\n"
        "  |\n"
        "1 | one\n"
        "2 | two2\n"
        "  |    ^\n"
        "3 | three\n"
        " help: Mend it."
    )


def test_a_message_without_its_file_shows_no_lines() -> None:
    assert format_problem(PROBLEM, None).split("\n")[1:] == [" --> a.md:2:4", " help: Mend it."]


def test_a_long_line_is_cut_around_the_column() -> None:
    problem = Problem("c", "M.", Location("a", 1, 500))
    shown = format_problem(problem, "x" * 499 + "!" + "y" * 500).split("\n")
    assert max(map(len, shown)) <= 110
    assert shown[3].index("!") == shown[4].index("^")


def test_colours_come_only_when_asked_for() -> None:
    assert "\x1b" not in format_problem(PROBLEM, None)
    assert "\x1b" in format_problem(PROBLEM, None, color=True)


def test_a_summary_counts_by_severity() -> None:
    error = Problem("c", "M.", severity="error")
    assert summary([PROBLEM, error, PROBLEM]) == "1 error, 2 warnings"
    assert summary([]) == ""
