import re

from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import mark

from site_builder.content.markdown_text import body, heading, paragraph
from site_builder.model.config import SiteConfig
from site_builder.rendering.markdown import to_body

EXTENSIONS = SiteConfig().markdown_extensions

pieces = st.sampled_from(
    [*"*_`#<>&[](){}|\\!+-=~:.1^\"'", "Word", "a", " ", " ", "1.", "&amp;", "[^1]", "](", "]: ",
     "http://x.example",
     "***", "---", "===", "~~~", "```", "<b>", "</p>", "<!--", "|--|", "é", "外"]
)  # fmt: skip
lines = st.lists(pieces, min_size=1, max_size=12).map(
    lambda parts: " ".join("".join(parts).split())
)
texts = st.lists(lines.filter(bool), min_size=1, max_size=3).map("\n".join)


@settings(max_examples=600, deadline=None)
@given(st.lists(texts, min_size=1, max_size=3))
def test_any_text_shows_literally(paragraphs: list[str]) -> None:
    shown = to_body(body(paragraphs), EXTENSIONS)
    assert shown.text == "\n\n".join(paragraphs)
    assert set(re.findall(r"</?(\w+)", shown.html)) <= {"p", "br"}


@settings(max_examples=200, deadline=None)
@given(lines.filter(bool))
def test_any_subheading_shows_literally(line: str) -> None:
    shown = to_body(heading(line), EXTENSIONS)
    assert shown.text == line
    assert shown.html.startswith("<h2")


@mark.parametrize(
    "text",
    [
        "Plain prose, with (brackets), dashes - and stops. It's 5 * 3 and a_b_c.",
        "He said [laughter] that 50% of A&B's #1 plan > nothing.",
        "See https://example.org/a_b?c=d&e=f for more!",
        "A 2.5 rise; 3.5 percent. U.S. and U.K. talks.",
    ],
)
def test_plain_prose_stays_free_of_backslashes(text: str) -> None:
    assert paragraph(text) == text


def test_a_line_break_is_a_hard_one() -> None:
    assert paragraph("one\ntwo") == "one  \ntwo"
    assert "<br" in to_body(paragraph("one\ntwo"), EXTENSIONS).html
