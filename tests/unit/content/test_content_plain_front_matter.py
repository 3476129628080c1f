"""The quick reader of front matter gives what YAML gives, or gives up."""

import datetime
from unittest.mock import patch

from hypothesis import example, given, settings
from hypothesis import strategies as st
from pytest import mark

from site_builder.content import front_matter
from site_builder.content.article_file import write_article
from site_builder.content.front_matter import FrontMatter, read_front_matter
from site_builder.content.plain_front_matter import plain_values
from site_builder.model.article import Article, Dateline
from site_builder.model.dates import PartialDate
from site_builder.model.problem import Problem
from site_builder.model.source_file import SourceFile


def by_yaml(text: str) -> FrontMatter | Problem:
    """Read a file the long way."""
    with patch.object(front_matter, "plain_values", lambda _: None):
        return read_front_matter(SourceFile("a.md", text))


def agrees(text: str) -> bool:
    """Tell whether the quick reader read a file, and check that it read what YAML reads."""
    quick = read_front_matter(SourceFile("a.md", text))
    assert quick == by_yaml(text)
    inside = text.removeprefix("---\n").partition("\n---\n")[0]
    return plain_values(inside) is not None


texts = st.text(
    st.one_of(
        st.sampled_from("aZ9 -:#'\"\\[]{},&*!|>%@`?~=\u00e9\u2013\u201c\u00a0\u4e2d\x85\u2028"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=12,
)
names = st.lists(texts, max_size=3).map(tuple)
articles = st.builds(
    Article,
    id=st.just("abc"),
    title=texts,
    slug=st.just("a"),
    body=texts,
    path=st.just("content/articles/a.md"),
    date=st.sampled_from([None, PartialDate(2019), PartialDate(2019, 11), PartialDate(33, 1, 2)]),
    section=texts,
    people=st.none() | names,
    places=st.none() | names,
    summary=texts,
    aliases=names,
    draft=st.booleans(),
    dateline=st.builds(Dateline, texts, st.booleans()),
    source=texts,
    imported=st.just(datetime.date(2026, 1, 31)),
    removed=names,
)


@settings(max_examples=300, deadline=None)
@given(articles)
def test_what_import_writes_is_read_as_yaml_reads_it(article: Article) -> None:
    agrees(write_article(article))


pieces = st.sampled_from(
    [
        "a", "b:", "key: ", "k: v", "- ", "-", "  ", " ", "\n", "\n", "\n", ": ", " #", "#", "'",
        '"', "''", "\\", "[", "]", "[]", "{", "}", ",", "&x", "*x", "!t", "|", ">", "%", "@", "`",
        "?", "~", "null", "Null", "---", "...", "\t", "\x85", "\u2028", "\xa0", "\ufeff", "\x00",
        "yes", "2019-11-24", "0x1", "1_0", "<<", "=", "\u00e9", "title", "\r",
    ]
)  # fmt: skip


@settings(max_examples=1500, deadline=None)
@given(st.lists(pieces, max_size=14).map("".join))
@example("a: b\n- c")
@example("a:\n- b\nc:\nd: []")
@example("a: 'it''s'\nb: \"x\"")
def test_whatever_stands_there_is_read_as_yaml_reads_it(inside: str) -> None:
    agrees(f"---\n{inside}\n---\n\nText.\n")


@mark.parametrize(
    "inside",
    [
        "title: Talks in Geneva\ndate: 2019-11-24\npeople:\n- Wang Yi\nplaces: []\nsummary:",
        "title: 'A: B'\nrights: \"© 2019\"\nsource: https://a.example/?x=1#y",
        "title: Über “alles” – 外交\nslug: a-b",
    ],
)
def test_ordinary_front_matter_needs_no_yaml(inside: str) -> None:
    assert agrees(f"---\n{inside}\n---\n\nText.\n")
    assert agrees(f"---\n{inside}\n---\nText.\n")


@mark.parametrize(
    "inside",
    ["a: [b]", "a: |\n  b", "a: b\n  c", "a: b # c", "a: &x b", "a: b\na: c", "# c\na: b", "a:  b"],
)
def test_it_gives_up_on_what_it_does_not_know(inside: str) -> None:
    assert not agrees(f"---\n{inside}\n---\n")
