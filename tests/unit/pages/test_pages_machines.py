"""Feeds, sitemap, robots.txt, redirects: what machines read."""

import datetime
from dataclasses import replace
from email.utils import parsedate_to_datetime

import pytest
from archive_for_pages import body, make_articles, make_site, views
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.model.dates import PartialDate
from site_builder.pages import sitemap
from site_builder.pages.addresses import (
    contact_link,
    is_web_address,
    with_absolute_links,
    with_relative_links,
)


def test_a_feed_holds_full_texts_without_links_to_entities() -> None:
    item = views(make_site())["/feed.xml"].items[1]
    assert item.title == "A meeting"
    assert item.body == f"<p>{make_site().bodies['a1'].text}</p>"
    assert item.description == "Two people met."
    assert item.url == "https://archive.example/news/articles/a-meeting/"
    assert item.categories == ("Meetings", "Ada Lund", "Bo Ek", "Lund")


def test_the_guid_outlives_the_title_the_slug_and_the_address_of_the_site() -> None:
    articles = make_articles()
    articles["a1"] = replace(articles["a1"], title="Other", slug="other")
    config = replace(make_site().config, base_url="https://elsewhere.example/")
    moved = views(make_site(articles=articles, config=config))["/feed.xml"]
    assert {item.guid for item in moved.items} == {"urn:site-builder:a1", "urn:site-builder:a2"}


def test_a_feed_holds_what_is_dated_to_the_day_newest_first() -> None:
    items = views(make_site())["/feed.xml"].items
    assert [item.title for item in items] == ["A flight", "A meeting"]
    assert "/places/sweden/feed.xml" not in views(make_site())


@given(st.dates(datetime.date(1000, 1, 1), datetime.date(9999, 12, 30)))
@settings(deadline=None, max_examples=50)
def test_a_day_is_the_same_day_in_every_time_zone_of_a_feed(day: datetime.date) -> None:
    articles = make_articles()
    articles["a1"] = replace(articles["a1"], date=PartialDate(day.year, day.month, day.day))
    view = views(make_site(articles=articles))["/feed.xml"]
    published = next(i.published for i in view.items if i.guid.endswith(":a1"))
    noon = parsedate_to_datetime(published)
    for hours in (-12, 11):
        zone = datetime.timezone(datetime.timedelta(hours=hours))
        assert noon.astimezone(zone).date() == day


def test_a_description_is_html_that_shows_the_plain_text() -> None:
    articles = make_articles()
    articles["a1"] = replace(articles["a1"], summary="Smith & Sons said <b>no</b>.")
    config = replace(make_site().config, description="News <img src=x>")
    view = views(make_site(articles=articles, config=config))["/feed.xml"]
    assert view.description == "News &lt;img src=x&gt;"
    shown = [item.description for item in view.items]
    assert "Smith &amp; Sons said &lt;b&gt;no&lt;/b&gt;." in shown


def test_control_characters_stay_out_of_a_feed() -> None:
    site = make_site()
    found = views(replace(site, bodies={**site.bodies, "a1": body("A\x00B\x0bC\ufffeD")}))
    assert "<p>ABCD</p>" in [item.body for item in found["/feed.xml"].items]


def test_links_in_a_feed_are_absolute() -> None:
    html = (
        '<p><a href="/about/">A</a> <a href="../a-flight/index.html">B</a> '
        '<a href="https://x.example/?a=1&amp;b=2">C</a> <a href="#fn:1">D</a> '
        "<img src='i.png'></p>"
    )
    found = with_absolute_links(html, make_site().config, "/articles/a-meeting/")
    assert 'href="https://archive.example/news/about/"' in found
    assert 'href="https://archive.example/news/articles/a-flight/index.html"' in found
    assert 'href="https://x.example/?a=1&amp;b=2"' in found
    assert 'href="https://archive.example/news/articles/a-meeting/#fn:1"' in found
    assert "src='https://archive.example/news/articles/a-meeting/i.png'" in found


def test_links_from_the_root_work_on_a_page_and_text_about_links_is_left_alone() -> None:
    html = '<a class="x" href="/about/#rights">A</a> href="/about/" <a href="//x.example/">B</a>'
    found = with_relative_links(html, "/rights/")
    assert '<a class="x" href="../about/index.html#rights">' in found
    assert ' href="/about/" <a href="//x.example/">' in found


@given(st.text(alphabet="<>a b=\"'/href#&;", max_size=60))
@settings(deadline=None, max_examples=100)
def test_rewriting_links_never_fails_and_happens_once(html: str) -> None:
    once = with_absolute_links(html, make_site().config, "/a/")
    assert with_absolute_links(once, make_site().config, "/a/") == once


def test_the_sitemap_lists_what_search_engines_may_show() -> None:
    entries = {e.address: e.lastmod for e in views(make_site())["/sitemap.xml"].entries}
    home = "https://archive.example/news/"
    assert entries[home] == ""
    assert entries[f"{home}articles/a-meeting/"] == "2021-05-06"
    assert f"{home}articles/a-secret/" not in entries
    assert not [address for address in entries if address.endswith((".html", ".xml", ".txt"))]
    assert f"{home}people/b-ek/" not in entries


def test_a_very_large_archive_has_an_index_of_sitemaps(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = views(make_site())["/sitemap.xml"].entries
    monkeypatch.setattr(sitemap, "PER_FILE", 7)
    found = views(make_site())
    index = found["/sitemap.xml"]
    assert index.is_index
    parts = [found["/" + entry.address.rpartition("/")[2]] for entry in index.entries]
    assert tuple(entry for part in parts for entry in part.entries) == whole


def test_a_redirect_leads_to_a_page_or_to_another_site() -> None:
    site = make_site(redirects={"/a/": "/about/", "/b/": "https://x.example/b", "/c/": "/c/"})
    found = views(site)
    assert (found["/a/"].target, found["/a/"].canonical) == (
        "/about/",
        "https://archive.example/news/about/",
    )
    assert (found["/b/"].target, found["/b/"].canonical) == ("", "https://x.example/b")
    assert "/c/" not in found


def test_the_404_page_knows_the_path_of_the_site() -> None:
    assert views(make_site())["/404.html"].chrome.root == "/news/"
    assert views(make_site())["/404.html"].head.canonical == ""


@pytest.mark.parametrize(
    ("contact", "start"),
    [
        ("desk@a.example", "mailto:desk@a.example?subject="),
        ("mailto:desk@a.example", "mailto:desk@a.example?subject="),
        ("https://a.example/form", "https://a.example/form"),
        ("Box 7, Lund", ""),
        ("javascript:alert(1)", ""),
        ("", ""),
    ],
)
def test_a_contact_is_linked_where_it_can_be(contact: str, start: str) -> None:
    link = contact_link(contact, "S", "B")
    assert link.startswith(start) and bool(link) == bool(start)


@pytest.mark.parametrize("text", ["seeds/a.txt", "javascript:1", "https://", "http://a b", "//a"])
def test_only_web_addresses_become_links(text: str) -> None:
    assert not is_web_address(text)
