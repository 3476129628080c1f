"""The generated archive is the same everywhere, and is read without a complaint."""

from hashlib import sha256
from pathlib import Path

from pytest import mark

from bench.checking import check_pages
from bench.corpus import corpus, people
from bench.ours import COMPARABLE, SiteBuilder, SiteBuilderFromSeeds, content_of, seed_of
from site_builder.pages.kinds import PAGE_KINDS
from site_builder.rendering.plain_prose import plain_body
from small_site import SmallSite, codes


def test_the_same_articles_come_out_every_time() -> None:
    text = "".join(content_of(article) + seed_of(article) for article in corpus(40, 30))
    assert sha256(text.encode()).hexdigest()[:16] == "078b974621da154b"


def test_a_smaller_archive_has_the_same_articles_but_for_their_people() -> None:
    few, many = [*corpus(5)], [*corpus(400)][:5]
    assert [one.date for one in few] == [one.date for one in many]


@mark.parametrize("percent", [0, 30, 100])
def test_so_many_articles_in_a_hundred_have_markdown(percent: int) -> None:
    marked = sum(plain_body(article.body) is None for article in corpus(100, percent))
    assert marked == percent


def test_a_body_without_markdown_has_no_sign_that_markdown_reads() -> None:
    for article in corpus(100):
        assert not set("*_`#<>[]|\\~=+&") & set(article.body)
        assert not [
            line for line in article.body.splitlines() if line[:1] in "- 0123456789" and line
        ]


def test_every_person_and_place_of_an_article_is_named_in_its_text() -> None:
    for article in corpus(100, 30):
        assert [name for name in article.people + article.places if name not in article.body] == []


def test_people_are_all_different_and_a_twentieth_of_the_articles() -> None:
    assert len(set(people(1000))) == 50


def test_the_kinds_that_peers_do_not_have_exist() -> None:
    assert {*COMPARABLE} <= {kind.name for kind in PAGE_KINDS}


@mark.parametrize("tool", [SiteBuilder, SiteBuilderFromSeeds])
def test_our_forms_of_the_archive_are_read_without_a_complaint(
    tool: type[SiteBuilder], tmp_path: Path
) -> None:
    made = tool(tmp_path, list(corpus(40, 30)))
    made.make()
    site = SmallSite(tmp_path, {})
    site.write("site.toml", (tmp_path / "site.toml").read_text())
    report = site.build()
    assert codes(report) == []
    assert check_pages(made) > 40
    assert len([path for path in report.written if path.startswith("articles/")]) == 40
