"""What browsers are told after a build, and the page that they show where it failed."""

from site_builder.build import BuildReport
from site_builder.model.problem import Location, Problem
from site_builder.preview.error_page import error_page
from site_builder.preview.showing import Showing

ERROR = Problem("a", "A <b> mistake.", Location("templates/a.html", 2), "Mend & save.", "error")
WARNING = Problem("b", "A doubt.")


def test_a_page_that_was_written_or_removed_reloads_every_page() -> None:
    assert Showing().take(BuildReport(written=("index.html",))) == ("*",)
    assert Showing().take(BuildReport(removed=("a/index.html",))) == ("*",)


def test_a_style_sheet_alone_is_refreshed_alone() -> None:
    assert Showing().take(BuildReport(written=("assets/style.css",))) == ("assets/style.css",)
    assert Showing().take(BuildReport(written=("assets/style.css", "index.html"))) == ("*",)


def test_a_build_that_wrote_nothing_disturbs_no_browser() -> None:
    showing = Showing()
    version = showing.version
    assert showing.take(BuildReport(problems=(WARNING,))) == ()
    assert showing.version == version


def test_an_error_is_shown_once_and_so_is_its_end() -> None:
    showing = Showing()
    assert showing.take(BuildReport(problems=(WARNING, ERROR, ERROR))) == ("*",)
    assert showing.problems == (ERROR,)
    assert showing.take(BuildReport(problems=(ERROR,))) == ()
    assert showing.take(BuildReport()) == ("*",)
    assert not showing.problems


def test_a_style_sheet_that_ends_an_error_reloads_the_page() -> None:
    showing = Showing(problems=(ERROR,))
    assert showing.take(BuildReport(written=("assets/style.css",))) == ("*",)


def test_warnings_are_shown_only_where_they_are_fatal() -> None:
    showing = Showing()
    showing.take(BuildReport(problems=(WARNING,), strict=True))
    assert showing.problems == (WARNING,)


def test_every_change_and_every_start_has_a_version_of_its_own() -> None:
    showing, other = Showing("a"), Showing("b")
    seen = {showing.version, other.version}
    showing.take(BuildReport(written=("index.html",)))
    assert len(seen | {showing.version}) == 3


def nothing(_: str) -> None:
    """Read no file."""


def test_the_error_page_shows_place_message_lines_and_hint_escaped() -> None:
    page = error_page([ERROR], {"templates/a.html": "one\n<two>\nthree"}.get)
    for shown in ("templates/a.html:2", "A &lt;b&gt; mistake.", "Mend &amp; save.", "[a]"):
        assert shown in page
    assert '<mark><span class="line">2</span>&lt;two&gt;</mark>' in page
    assert "1 problem</h1>" in page and "color-scheme: light dark" in page


def test_the_error_page_shows_code_as_code() -> None:
    problem = Problem("a", "There is no `<x>` here, only a `.")
    assert "no <code>&lt;x&gt;</code> here, only a `." in error_page([problem], nothing)


def test_the_error_page_shows_the_lines_around_the_mistake_only() -> None:
    text = "\n".join(f"line {number}" for number in range(1, 100))
    problem = Problem("a", "Bad.", Location("a.md", 50))
    page = error_page([problem, WARNING], {"a.md": text}.get)
    assert "line 47<" in page and "line 53<" in page
    assert "line 46<" not in page and "line 54<" not in page
    assert "2 problems" in page


def test_the_error_page_does_without_a_place_or_a_file() -> None:
    assert "A doubt." in error_page([WARNING], nothing)
    assert "templates/a.html:2" in error_page([ERROR], nothing)
    past_the_end = Problem("a", "Bad.", Location("a.md", 9))
    assert "<pre" not in error_page([past_the_end], {"a.md": "x"}.get)
