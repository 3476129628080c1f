from pathlib import PurePosixPath

from hypothesis import given
from hypothesis import strategies as st
from pytest import mark

from site_builder.model.article import Article, Dateline
from site_builder.model.dates import PartialDate
from site_builder.model.page import output_path, relative_link
from site_builder.model.permalink import permalink
from site_builder.model.slug import fold, slugify

segments = st.lists(st.sampled_from(["a", "b", "people", "2019"]), max_size=4)


@mark.parametrize(
    ("source", "target", "link"),
    [
        ("/", "/", "index.html"),
        ("/2019/11/", "/people/wang-yi/#x", "../../people/wang-yi/index.html#x"),
        ("/a/", "/a/b/", "../a/b/index.html"),
        ("/a/b/", "/a/", "../../a/index.html"),
        ("/", "/assets/style.css", "assets/style.css"),
        ("/feed.xml", "/", "index.html"),
    ],
)
def test_a_link_is_relative_and_names_a_file(source: str, target: str, link: str) -> None:
    assert relative_link(source, target) == link


@given(segments, segments)
def test_a_relative_link_leads_to_its_target(source: list[str], target: list[str]) -> None:
    here = "/" + "".join(f"{part}/" for part in source)
    there = "/" + "".join(f"{part}/" for part in target)
    parts: list[str] = list(PurePosixPath(output_path(here)).parent.parts)
    for step in relative_link(here, there).split("/"):
        if step == "..":
            parts.pop()
        else:
            parts.append(step)
    assert "/".join(parts) == output_path(there)


@mark.parametrize(
    ("text", "slug"),
    [
        ("Wang Yi: Usher in a New Era", "wang-yi-usher-in-a-new-era"),
        ("Łódź & Ærø’s “café”", "lodz-and-aeros-cafe"),
        ("外交部发言人", "none"),
        ("", "none"),
    ],
)
def test_a_slug_is_ascii_and_never_empty(text: str, slug: str) -> None:
    assert slugify(text, fallback="none") == slug


def test_a_long_slug_is_cut_between_words() -> None:
    assert slugify("one two three", fallback="x", longest=9) == "one-two"
    assert slugify("a" * 20, fallback="x", longest=9) == "a" * 9


@given(st.text())
def test_every_text_gets_a_portable_slug(text: str) -> None:
    slug = slugify(text, fallback="id-1")
    assert slug.isascii()
    assert slug == slug.strip("-").lower()
    assert 1 < len(slug) <= 80


def test_folding_makes_spellings_comparable() -> None:
    assert fold("José") == fold("JOSE") == "jose"


def test_a_permalink_fills_its_pattern() -> None:
    article = Article(
        id="i1", title="T", slug="t", body="", path="content/articles/t.md",
        date=PartialDate(2019, 11), section="World News",
    )  # fmt: skip
    assert permalink(article, "/articles/{slug}/") == "/articles/t/"
    assert permalink(article, "{year}/{month}/{day}/{slug}") == "/2019/11/undated/t/"
    assert permalink(article, "/{section}/{id}/") == "/world-news/i1/"


@mark.parametrize("text", ["Shizuoka, local time", "Shizuoka", "local time", ""])
def test_a_dateline_reads_what_it_writes(text: str) -> None:
    assert str(Dateline.parse(text)) == text
