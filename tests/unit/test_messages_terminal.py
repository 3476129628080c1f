"""Messages on a terminal: what a file holds is shown, and steers nothing."""

from site_builder.messages import format_problem
from site_builder.model.problem import Location, Problem


def test_text_of_a_file_cannot_steer_the_terminal() -> None:
    problem = Problem("c", "Bad \x1b[31m.", Location("a\x1b[2J.md", 1, 1), "Not \x07 this.")
    shown = format_problem(problem, "x\x1b[2J\u202ey\x9b\n")
    assert [letter for letter in shown if letter != "\n" and not letter.isprintable()] == []
    assert "Bad ?[31m." in shown


def test_the_caret_stands_below_its_letter_in_wide_letters_too() -> None:
    shown = format_problem(Problem("c", "M.", Location("a", 1, 4)), "外交：x").split("\n")
    assert shown[4] == "  |       ^"


def test_a_tab_takes_one_place() -> None:
    shown = format_problem(Problem("c", "M.", Location("a", 1, 2)), "\tx").split("\n")
    assert shown[3:5] == ["1 |  x", "  |  ^"]
