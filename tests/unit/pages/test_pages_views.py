"""Views: complete, and dependent on nothing but what they show."""

from dataclasses import replace

import msgspec
from archive_for_pages import (
    CONFIG,
    body,
    changed,
    make_articles,
    make_pages,
    make_site,
    views,
)

from site_builder.model.dates import PartialDate
from site_builder.model.entity import ArticleTags
from site_builder.model.site import Site
from site_builder.pages.cards import quote

ARTICLE = "/articles/a-meeting/"


def retold() -> Site:
    """Change the text of an article, and none of its sentences with names."""
    site = make_site()
    text = site.bodies["a2"].text + " It rained."
    return replace(site, bodies={**site.bodies, "a2": body(text)})


def test_an_edited_text_changes_the_page_of_the_article_and_feeds_alone() -> None:
    assert changed(make_site(), retold()) == {
        "/articles/a-flight/",
        "/feed.xml",
        "/sections/travel/feed.xml",
        "/people/ada-lund/feed.xml",
        "/places/oslo/feed.xml",
    }


def test_a_new_title_changes_every_page_that_shows_it() -> None:
    articles = make_articles()
    articles["a1"] = replace(articles["a1"], title="An encounter")
    found = changed(make_site(), make_site(articles=articles))
    assert {ARTICLE, "/", "/people/ada-lund/", "/places/lund/", "/2019/11/"} <= found
    assert "/articles/a-flight/" in found  # its neighbour by date
    assert not found & {"/people/", "/places/", "/2019/", "/about/", "/2020/02/", "/sitemap.xml"}


def test_a_new_rights_line_of_one_article_changes_its_own_page_alone() -> None:
    articles = make_articles()
    articles["a1"] = replace(articles["a1"], rights="Free to use.")
    assert changed(make_site(), make_site(articles=articles)) == {ARTICLE}


def test_every_view_is_a_value_that_can_be_fingerprinted() -> None:
    for url, view in views(make_site()).items():
        assert msgspec.msgpack.encode(view), url


def test_equal_archives_give_equal_views() -> None:
    assert views(make_site()) == views(make_site())


def test_every_page_has_a_title_and_a_description_of_its_own() -> None:
    heads = [
        page.view.head
        for page in make_pages(make_site()).values()
        if page.kind not in ("404", "tombstone") and hasattr(page.view, "head")
    ]
    assert len({head.title for head in heads}) == len(heads)
    assert len({head.description for head in heads}) == len(heads)
    assert all(head.canonical.startswith("https://archive.example/news/") for head in heads)


def test_articles_with_one_title_are_told_apart_by_date_then_by_slug() -> None:
    articles = {key: replace(a, title="Briefing") for key, a in make_articles().items()}
    articles["a3"] = replace(articles["a3"], date=PartialDate(2019, 11, 24))
    found = views(make_site(articles=articles))
    titles = [found[f"/articles/{a.slug}/"].head.title for a in articles.values()]
    assert titles == [
        "Briefing, 1 February 2020 – The Harbour Archive",
        "Briefing, 24 November 2019 (a-meeting) – The Harbour Archive",
        "Briefing, 24 November 2019 (a-speech) – The Harbour Archive",
        "Briefing, undated – The Harbour Archive",
    ]


def test_an_article_links_the_first_mention_of_each_name() -> None:
    html = views(make_site())[ARTICLE].body
    assert '<a href="../../people/ada-lund/index.html">Ada Lund</a>' in html
    assert html.count("<a ") == 3


def test_of_two_names_in_one_place_the_longer_is_linked() -> None:
    site = make_site()
    ada, lund = site.tags["a2"].people[0], replace(site.tags["a2"].places[0], entity_id="lund")
    inside = replace(lund, start=ada.start, end=ada.start + 3)
    tags = {**site.tags, "a2": ArticleTags((ada,), (inside,))}
    html = views(replace(site, tags=tags))["/articles/a-flight/"].body
    assert html.count("<a ") == 1 and ">Ada Lund</a>" in html


def test_an_article_names_its_neighbours_by_date() -> None:
    view = views(make_site())[ARTICLE]
    assert view.later.title == "A flight"
    assert view.earlier.title == "A speech"
    assert views(make_site())["/articles/a-closure/"].earlier is None


def test_an_article_says_where_it_comes_from() -> None:
    view = views(make_site())[ARTICLE]
    assert view.provenance.source == "seeds/a.txt"
    assert view.provenance.removed == ("<Print>",)
    assert view.provenance.imported.text == "6 May 2021"
    assert view.report.startswith("mailto:desk@archive.example?subject=Error%20in%20")
    assert "https%3A%2F%2Farchive.example%2Fnews%2Farticles%2Fa-meeting%2F" in view.suggest


def test_machines_read_a_news_article_without_what_is_not_known() -> None:
    news, trail = views(make_site())[ARTICLE].head.json_ld
    assert news["@type"] == "NewsArticle"
    assert news["datePublished"] == "2019-11-24"
    assert news["dateline"] == "Lund, local time"
    assert [thing["@id"] for thing in news["mentions"]] == [
        "https://archive.example/news/people/ada-lund/",
        "https://archive.example/news/people/bo-ek/",
        "https://archive.example/news/places/lund/",
    ]
    assert trail["@type"] == "BreadcrumbList"
    undated = views(make_site())["/articles/a-closure/"].head.json_ld[0]
    assert not {"datePublished", "dateModified", "articleSection", "isBasedOn"} & set(undated)


def test_reference_managers_read_a_newspaper_article() -> None:
    head = views(make_site())[ARTICLE].head
    assert ("DC.type", "newspaperArticle") in head.names
    assert ("article:published_time", "2019-11-24") in head.properties
    assert ("og:type", "article") in head.properties
    assert not [name for name, _ in head.names if name.startswith("citation_")]


def test_a_person_has_roles_with_dates_and_sentences_by_year() -> None:
    view = views(make_site())["/people/bo-ek/"]
    assert [(role.text, role.seen) for role in view.roles] == [("Governor", "November 2019")]
    assert (view.total, view.span, view.native_language) == (2, "2019", "und-Cyrl")
    (shelf,) = view.shelves
    assert shelf.label == "2019"
    first = shelf.sightings[0].quote
    assert (first.before[-4:], first.name) == ("met ", "Bo Ek")
    assert [row.text for row in view.people] == ["Ada Lund"]
    assert [(row.text, row.count) for row in view.places] == [("Lund", 2)]


def test_a_place_counts_the_articles_of_the_places_within() -> None:
    sweden = views(make_site())["/places/sweden/"]
    assert (sweden.total, sweden.reach, sweden.feed) == (0, 2, "")
    assert [row.text for row in sweden.within] == ["Lund"]
    lund = views(make_site())["/places/lund/"]
    assert [crumb.text for crumb in lund.crumbs] == ["Home", "Places", "Sweden", "Lund"]
    assert lund.coordinates == "55.70° N, 13.20° E"


def test_places_that_contain_each_other_end_the_trail() -> None:
    site = make_site()
    sweden = replace(site.places["sweden"], parent="lund")
    found = views(replace(site, places={**site.places, "sweden": sweden}))
    assert len(found["/places/lund/"].crumbs) == 4


def test_people_are_filed_by_sort_name_and_found_by_their_other_names() -> None:
    letters = views(make_site())["/people/"].letters
    assert [(letter.letter, [row.text for row in letter.rows]) for letter in letters] == [
        ("C", ["Contessa"]),
        ("E", ["Ek, Bo"]),
        ("L", ["Lund, Ada"]),
    ]
    assert letters[0].rows[0].see == "Lund, Ada"


def test_a_month_lists_its_days_newest_first_and_what_has_no_day_last() -> None:
    days = views(make_site())["/2019/11/"].days
    assert [(day.id, day.weekday) for day in days] == [("d24", "Sunday"), ("month-only", "")]


def test_a_year_links_its_days_to_the_month() -> None:
    view = views(make_site())["/2019/"]
    linked = [d.url for m in view.months for week in m.weeks for d in week if d.url]
    assert linked == ["/2019/11/#d24"]
    assert (view.later.text, view.earlier) == ("2020", None)


def test_an_article_dated_to_the_year_is_listed_on_the_page_of_the_year() -> None:
    articles = make_articles()
    articles["a3"] = replace(articles["a3"], date=PartialDate(2019))
    assert [c.title for c in views(make_site(articles=articles))["/2019/"].loose] == ["A speech"]


def test_a_withdrawn_article_leaves_no_word_of_itself() -> None:
    tombstone = repr(views(make_site())["/articles/a-secret/"])
    assert "A secret" not in tombstone
    others = {url: v for url, v in views(make_site()).items() if url != "/articles/a-secret/"}
    assert "secret" not in repr(others)


def test_tags_of_people_without_a_page_are_not_shown() -> None:
    site = make_site()
    found = views(replace(site, people={}, by_person={}))
    assert found[ARTICLE].people == ()
    assert found["/people/"].total == 0
    assert [row.text for row in found["/places/lund/"].people] == []


def test_an_empty_archive_still_has_its_pages() -> None:
    found = views(Site(config=CONFIG, articles={}, bodies={}))
    assert found["/"].latest == ()
    assert found["/about/"].articles_total == 0
    assert found["/feed.xml"].items == ()


def test_an_article_tagged_by_hand_has_no_sentence() -> None:
    site = make_site()
    by_hand = replace(site.tags["a2"].people[0], sentence="", start=-1, end=-1)
    tags = {**site.tags, "a2": ArticleTags((by_hand,), ())}
    found = views(replace(site, tags=tags))
    assert found["/people/ada-lund/"].shelves[0].sightings[0].quote is None
    assert "<a " not in found["/articles/a-flight/"].body


def test_a_very_long_sentence_is_shortened_around_the_name() -> None:
    words = "word " * 200
    short = quote(f"{words}Ada Lund {words}", "Ada Lund")
    assert short.name == "Ada Lund"
    assert short.before.startswith("…") and short.after.endswith("…")
    assert len(short.before + short.name + short.after) < 500
