"""Links are set into a body by the offsets of its plain text."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.model.body import insert_links
from site_builder.model.site import ArticleBody
from site_builder.rendering.markdown import to_body


def linked(markdown: str, *names: str) -> str:
    """Link the first occurrence of each name to `/name/`."""
    body = to_body(markdown)
    links = [(body.text.index(name), body.text.index(name) + len(name), "/x/") for name in names]
    return insert_links(body, links)


def test_a_name_is_linked() -> None:
    assert linked("With Wang Yi.", "Wang Yi") == '<p>With <a href="/x/">Wang Yi</a>.</p>'


def test_a_text_without_links_stays_as_it_is() -> None:
    body = to_body("a")
    assert insert_links(body, []) is body.html


def test_several_names_are_linked_in_any_order() -> None:
    assert linked("A met B.", "B", "A").count("<a ") == 2


def test_an_address_is_escaped() -> None:
    assert 'href="/?a=1&amp;b=%22&quot;"' in insert_links(to_body("ab"), [(0, 2, '/?a=1&b=%22"')])


def test_a_name_with_an_entity_or_a_soft_line_break_inside_is_linked_whole() -> None:
    assert linked("AT&T.", "AT&T") == '<p><a href="/x/">AT&amp;T</a>.</p>'
    assert linked("Wang\nYi.", "Wang Yi") == '<p><a href="/x/">Wang\nYi</a>.</p>'


def test_a_name_in_one_element_is_linked_inside_it() -> None:
    assert linked("*Wang Yi*", "Wang Yi") == '<p><em><a href="/x/">Wang Yi</a></em></p>'


def test_a_name_that_crosses_a_tag_is_left() -> None:
    assert "<a " not in linked("Wang *Yi*", "Wang Yi")
    assert "<a " not in linked("Wang  \nYi", "Wang\nYi")


def test_names_in_links_code_and_headings_are_left() -> None:
    for text in ("[Lima](/l/)", "`Lima`", "    Lima", "# Lima", "## Lima", "<kbd>Lima</kbd>"):
        assert '"/x/"' not in linked(text, "Lima")


def test_overlapping_names_are_linked_once() -> None:
    body = to_body("Bank of China")
    assert insert_links(body, [(8, 13, "/c/"), (0, 13, "/b/")]).count("<a ") == 1


def test_offsets_outside_the_text_are_left() -> None:
    body = to_body("ab")
    for start, end in ((-1, -1), (-1, 1), (1, 9), (5, 6), (1, 1), (2, 1)):
        assert insert_links(body, [(start, end, "/x/")]) == body.html


def test_an_empty_body_takes_no_link() -> None:
    assert insert_links(ArticleBody(html="", text="", offsets=()), [(0, 1, "/x/")]) == ""


@settings(deadline=None, max_examples=150)
@given(
    st.text("ab *&`\n<#", max_size=40),
    st.lists(st.tuples(st.integers(-2, 40), st.integers(-2, 40), st.just("/x/"))),
)
def test_links_add_nothing_but_themselves(text: str, links: list[tuple[int, int, str]]) -> None:
    body = to_body(text)
    html = insert_links(body, links)
    assert re.sub('<a href="/x/">([^<]*)</a>', r"\1", html) == body.html
