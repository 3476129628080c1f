"""Markdown becomes well-formed HTML, and plain text that knows where it stands in it."""

from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import mark, raises

from site_builder.model.site import ArticleBody
from site_builder.rendering.html_text import read_html
from site_builder.rendering.markdown import MarkdownExtensionError, to_body, unknown_extensions

USUAL = ("tables", "footnotes", "fenced_code", "sane_lists")


def linkable(body: ArticleBody) -> list[str]:
    """List the runs of text that a link may stand in."""
    return [body.text[start : start + length] for start, _, length in body.offsets]


def test_paragraphs_are_parted_by_an_empty_line() -> None:
    body = to_body("One.\n\nTwo.", USUAL)
    assert body.html == "<p>One.</p>\n<p>Two.</p>"
    assert body.text == "One.\n\nTwo."
    assert body.offsets == ((0, 3, 4), (6, 15, 4))


def test_a_hard_line_break_is_one_line_feed() -> None:
    assert to_body("Tokyo  \n1 May", USUAL).text == "Tokyo\n1 May"


def test_a_soft_line_break_is_a_space_as_in_a_browser() -> None:
    assert to_body("Wang\nYi", USUAL).text == "Wang Yi"


def test_text_keeps_its_own_spaces() -> None:
    assert to_body("a  b\u00a0c\u3000d", USUAL).text == "a  b\u00a0c\u3000d"


def test_entities_are_decoded_and_end_a_run() -> None:
    body = to_body("AT&T &lt;b&gt; &eacute;", USUAL)
    assert body.text == "AT&T <b> é"
    assert linkable(body) == ["AT", "T ", "b", " "]


def test_inline_elements_do_not_part_words() -> None:
    assert to_body("**Wa**ng *Yi*", USUAL).text == "Wang Yi"


def test_cells_and_items_are_blocks() -> None:
    body = to_body("| a | b |\n|---|---|\n| c | d |\n\n- e\n- f", USUAL)
    assert body.text == "a\n\nb\n\nc\n\nd\n\ne\n\nf"


def test_a_table_scrolls_by_keyboard_and_has_a_name() -> None:
    html = to_body("| a |\n|---|\n| b |", USUAL).html
    assert html.startswith(
        '<div class="table-scroll" role="group" aria-label="Table" tabindex="0">'
    )
    assert html.endswith("</table></div>")


def test_code_keeps_its_lines_and_cannot_be_linked() -> None:
    body = to_body("Say `Paris`.\n\n```\nif Paris:\n    go\n```", USUAL)
    assert body.text == "Say Paris.\n\nif Paris:\n    go"
    assert linkable(body) == ["Say ", "."]


def test_headings_and_links_cannot_be_linked() -> None:
    body = to_body("## Paris\n\nIn [Paris](https://x.example/) and Lyon", USUAL)
    assert linkable(body) == ["In ", " and Lyon"]


def test_a_heading_of_the_first_level_moves_all_down() -> None:
    html = to_body("# One\n\n## Two\n\n###### Six", USUAL).html
    assert "<h2>One</h2>" in html and "<h3>Two</h3>" in html and "<h6>Six</h6>" in html


def test_headings_stay_where_there_is_none_of_the_first_level() -> None:
    assert "<h2>Two</h2>" in to_body("## Two", USUAL).html


def test_footnote_marks_are_no_text() -> None:
    body = to_body("Wang Yi[^a] spoke.\n\n[^a]: In Tokyo.", USUAL)
    assert body.text == "Wang Yi spoke.\n\nIn Tokyo."


def test_comments_scripts_and_styles_are_no_text() -> None:
    body = read_html("<p>a<!-- b < c --></p><script>if (a < b) {}</script><style>p > a {}</style>")
    assert body.text == "a"
    assert "if (a < b) {}" in body.html


@mark.parametrize(
    ("broken", "mended"),
    [
        ("<div><b>a", "<div><b>a</b></div>"),
        ("a</div>b", "ab"),
        ("<b><i>a</b></i>", "<b><i>a</i></b>"),
        ("a < b & c", "a &lt; b &amp; c"),
        ("<!-- open", "&lt;!-- open"),
        ('<img alt="a > b">', '<img alt="a > b" />'),
        ("<br>", "<br />"),
        ("<B>a</B>", "<b>a</b>"),
    ],
)
def test_broken_html_is_mended(broken: str, mended: str) -> None:
    assert read_html(broken).html == mended


def test_one_text_leaves_no_trace_in_the_next() -> None:
    to_body("a[^1] [b]\n\n[^1]: note\n[b]: https://b.example/", USUAL)
    assert to_body("[b]", USUAL).html == "<p>[b]</p>"
    assert to_body("c[^1]\n\n[^1]: d", USUAL).html.count("<li") == 1


def test_an_extension_that_cannot_be_loaded_is_named() -> None:
    assert unknown_extensions(("tables", "no_such_extension")) == ("no_such_extension",)
    with raises(MarkdownExtensionError) as caught:
        to_body("a", ("no_such_extension",))
    assert caught.value.name == "no_such_extension"


@settings(deadline=None, max_examples=150)
@given(st.text("ab <>&;/\"'*_`#!-[]()\n1.|=ph", max_size=60))
def test_every_run_stands_where_it_says_and_mending_twice_changes_nothing(text: str) -> None:
    body = to_body(text, USUAL)
    for start, at, length in body.offsets:
        assert body.text[start : start + length] == body.html[at : at + length]
        assert "<" not in body.html[at : at + length]
    again = read_html(body.html.replace('<div class="table-scroll" role="group"', "<div"))
    assert again.text == body.text


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(["<p>", "</p>", "<b>", "</b>", "<br>", "a", " ", "\n", "&amp;"])))
def test_every_element_that_is_opened_is_closed(pieces: list[str]) -> None:
    html = read_html("".join(pieces)).html
    for tag in ("p", "b"):
        assert html.count(f"<{tag}>") == html.count(f"</{tag}>")
