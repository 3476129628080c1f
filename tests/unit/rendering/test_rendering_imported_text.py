"""Imported text, written as Markdown and read again, comes back to the letter."""

from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import mark

from site_builder.content.markdown_text import body
from site_builder.model.config import SiteConfig
from site_builder.rendering.markdown import to_body

EXTENSIONS = SiteConfig().markdown_extensions

LINES = st.text("ab 12.*_`#<>&;[]()!|~:-+=\\\"'^$\u00a0、é{}@/", min_size=1, max_size=25)
PARAGRAPHS = st.lists(
    st.lists(LINES.map(str.strip).filter(bool), min_size=1, max_size=3).map("\n".join),
    min_size=1,
    max_size=4,
)


@settings(deadline=None, max_examples=300)
@given(PARAGRAPHS)
def test_text_that_looks_like_markdown_or_html_comes_back_as_it_was(paragraphs: list[str]) -> None:
    assert to_body(body(paragraphs), EXTENSIONS).text == "\n\n".join(paragraphs)


@mark.parametrize(
    "text",
    [
        "<Suggest To A Friend>",
        "1. First\n2. Second",
        "# No heading",
        "*** stars *** and __lines__",
        "AT&T &amp; &copy; R&D;",
        "[1] [a](b) [^1]: note",
        "C:\\new\\*.txt",
        "| a | b |\n|---|---|",
        "SHIZUOKA, Nov 24\nBy a reporter",
    ],
)
def test_these_come_back_as_they_were(text: str) -> None:
    assert to_body(body([text]), EXTENSIONS).text == text
