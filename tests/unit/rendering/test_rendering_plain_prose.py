"""The quick way from prose to paragraphs gives what Python-Markdown gives, or gives up."""

from unittest.mock import patch

from hypothesis import example, given, settings
from hypothesis import strategies as st
from pytest import mark

from site_builder.model.site import ArticleBody
from site_builder.rendering import markdown
from site_builder.rendering.markdown import to_body
from site_builder.rendering.plain_prose import HARMLESS, is_harmless, plain_body

DEFAULT = ("tables", "footnotes", "fenced_code", "sane_lists")
ALL = tuple(sorted(name for name in HARMLESS if "." not in name))


def by_markdown(text: str, extensions: tuple[str, ...]) -> ArticleBody:
    """Convert a text the long way."""
    with patch.object(markdown, "plain_body", lambda _: None):
        return to_body(text, extensions)


def agrees(text: str) -> bool:
    """Tell whether the quick way took a text, and check that it made what Markdown makes."""
    quick = plain_body(text)
    if quick is None:
        return False
    for extensions in (DEFAULT, ALL):
        assert quick == by_markdown(text, extensions)
    return True


pieces = st.sampled_from(
    [
        "Wang", "met", " ", " ", "  ", "\n", "\n\n", "\n\n\n", "\n ", "    ", "\t", ".", ",", ":",
        "1", "2019", "1.", "1)", "٣. ", "-", "- ", "–", "+", "*", "**", "_", "#", "# ", "=", "===",
        "---", "~", "~~~", "`", "|", ">", "<", "<b>", "&", "&amp;", "\\", "[", "]", "[^1]", "(",
        ")", "!", "!!! note", "{", "}", "{: .a}", "^", "$", "%", "/", '"', "'", "“", "”", "é", "外",
        "@",
        "http://a.example", "\x02", "\x03", "\x0b", "\x0c", "\x1c", "\x85", "\xa0", "\u2028",
        "\u3000", "\r", "\r\n", ": ", "?", "[TOC]", "*[A]: b", "klzzwxh:0001", "\ufeff", "\x7f",
    ]
)  # fmt: skip


@settings(max_examples=2000, deadline=None)
@given(st.lists(pieces, max_size=14).map("".join))
@example("One.\n\nTwo.")
@example("One\ntwo.\n\nThree")
@example("1990 was\n\n2019. The")
@example("a\n\n\nb")
def test_any_text_becomes_what_markdown_makes_of_it(text: str) -> None:
    agrees(text)


words = st.text(
    st.sampled_from("abcXYZ0189 .,;:'\"!?()%/$–—“”é外-+=#~@^\n"), min_size=1, max_size=60
)


@settings(max_examples=1000, deadline=None)
@given(st.lists(words, min_size=1, max_size=5).map("\n\n".join))
def test_prose_becomes_what_markdown_makes_of_it(text: str) -> None:
    agrees(text)


@mark.parametrize(
    "text",
    [
        "One paragraph.",
        "“We agreed,” he said – in 2019: 5 % more (or $3/kg)!\n\n1990 was another year, no. 7.",
        "A line\nand another one.\n\nThe end?",
        "外交部发言人说。\n\nМосква, 3 мая.",
        "non-aligned countries; a.b@example.com; #4",
    ],
)
def test_ordinary_prose_needs_no_markdown(text: str) -> None:
    assert agrees(text)


MARKED = (
    "", "a *b*", "# A", "- a", "1. a", "a  \nb", " a", "a\n---", "a & b", "<b>", "[a](b)", "a_b",
    "a | b", "\ta", "a\n", "~~~\na", "a\\b", ": a", "+ a", "a\n===",
)  # fmt: skip


@mark.parametrize("text", MARKED)
def test_it_gives_up_on_what_may_be_a_mark(text: str) -> None:
    assert not agrees(text)


def test_other_extensions_switch_it_off() -> None:
    assert is_harmless(DEFAULT)
    assert not is_harmless((*DEFAULT, "nl2br"))
    assert to_body("a\nb", (*DEFAULT, "nl2br")).html == "<p>a<br />\nb</p>"


def test_the_text_of_prose_is_kept_once() -> None:
    text = "One.\n\nTwo."
    body = plain_body(text)
    assert body
    assert body.text is text
