"""Addresses: every page has one, and no two share one."""

from dataclasses import replace

import pytest
from archive_for_pages import make_articles, make_site

from site_builder.model.page import PageKind
from site_builder.model.site import StaticPage
from site_builder.pages.kinds import PAGE_KINDS
from site_builder.pages.routing import route


def kind(name: str, *urls: str, source: str = "") -> PageKind:
    return PageKind(
        name=name,
        template="page.html",
        keys=lambda _site: urls,
        url=lambda _site, key: key,
        view=lambda _site, _key, _routes: None,
        source=lambda _site, _key: source,
    )


def test_every_page_has_the_address_that_the_documentation_gives() -> None:
    routes = route(make_site(), PAGE_KINDS).routes
    assert routes.url("home") == "/"
    assert routes.url("article", "a1") == "/articles/a-meeting/"
    assert routes.url("tombstone", "a9") == "/articles/a-secret/"
    assert routes.url("person", "ada-lund") == "/people/ada-lund/"
    assert routes.url("place", "lund") == "/places/lund/"
    assert routes.url("section", "meetings") == "/sections/meetings/"
    assert routes.url("year", "2019") == "/2019/"
    assert routes.url("month", "2019-11") == "/2019/11/"
    assert routes.url("undated") == "/undated/"
    assert routes.url("page", "rights") == "/rights/"
    assert routes.url("about") == "/about/"
    assert routes.url("404") == "/404.html"
    assert routes.url("feed") == "/feed.xml"
    assert routes.url("person-feed", "bo-ek") == "/people/bo-ek/feed.xml"
    assert routes.url("sitemap") == "/sitemap.xml"
    assert routes.url("robots") == "/robots.txt"
    assert routes.url("redirect", "/people/b-ek/") == "/people/b-ek/"


def test_an_article_follows_the_pattern_of_the_settings() -> None:
    site = make_site(config=replace(make_site().config, permalink="/{year}/{month}/{slug}/"))
    assert route(site, PAGE_KINDS).routes.url("article", "a1") == "/2019/11/a-meeting/"


def test_two_articles_with_one_address_are_named_and_the_first_keeps_it() -> None:
    articles = make_articles()
    articles["a1"] = replace(articles["a1"], slug="a-flight")
    routed = route(make_site(articles=articles), PAGE_KINDS)
    assert routed.routes.url("article", "a2") == "/articles/a-flight/"
    assert routed.routes.url("article", "a1") is None
    (problem,) = [p for p in routed.problems if "articles" in p.message]
    assert (problem.code, problem.severity) == ("path-collision", "error")
    assert "content/articles/2019/a.md" in problem.message
    assert "content/articles/2020/b.md" in problem.message
    assert problem.location and problem.location.path == "content/articles/2019/a.md"


def test_an_editors_page_does_not_displace_a_page_of_the_archive() -> None:
    page = StaticPage(slug="people", title="Us", body="", path="content/pages/people.md")
    routed = route(make_site(pages={"people": page}), PAGE_KINDS)
    assert routed.routes.url("people") == "/people/"
    assert routed.routes.url("page", "people") is None
    assert "content/pages/people.md" in routed.problems[0].message


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("/a/", "/a/"),
        ("/a/", "/a/index.html"),
        ("/People/", "/people/"),
        ("/caf\u00e9/", "/cafe\u0301/"),
        ("/a", "/a/b/"),
        ("/a/b/", "/a"),
    ],
)
def test_addresses_collide_where_their_files_would(first: str, second: str) -> None:
    routed = route(make_site(), [kind("one", first, source="one.md"), kind("two", second)])
    assert routed.routes.by_kind == {"one": {first: first}, "two": {}}
    assert [problem.code for problem in routed.problems] == ["path-collision"]


def test_a_page_and_the_pages_below_it_do_not_collide() -> None:
    routed = route(make_site(), [kind("one", "/", "/a/", "/a/b/", "/a.html", "/a/feed.xml")])
    assert routed.problems == ()


def test_without_undated_articles_there_is_no_page_for_them() -> None:
    articles = {key: article for key, article in make_articles().items() if article.date}
    assert route(make_site(articles=articles, undated=()), PAGE_KINDS).routes.url("undated") is None
