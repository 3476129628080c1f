"""A small archive in memory, on which the page tests look."""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from site_builder.model.article import Article, Dateline
from site_builder.model.config import SiteConfig
from site_builder.model.dates import PartialDate
from site_builder.model.entity import ArticleTags, Person, Place, Tag
from site_builder.model.page import Page
from site_builder.model.site import ArticleBody, Group, Section, Site, StaticPage
from site_builder.pages.kinds import PAGE_KINDS
from site_builder.pages.routing import route

TEXT = {
    "a1": "On 24 November, Minister Ada Lund met Bo Ek in Lund. They spoke of trade.",
    "a2": "Ada Lund flew to Oslo.",
    "a3": "Governor Bo Ek spoke in Lund about the harbour.",
    "a4": "The harbour of Oslo is closed.",
}
CONFIG = SiteConfig(
    title="The Harbour Archive",
    description="News of harbours.",
    base_url="https://archive.example/news/",
    publisher="Harbour Press",
    rights="All rights with the harbours.",
    contact="desk@archive.example",
)


def tag(article: str, entity: str, name: str, role: str = "") -> Tag:
    """Tag a mention of a name in an article, with its sentence."""
    text = TEXT[article]
    start = text.rindex(name)
    sentence = next(part for part in text.split(". ") if name in part)
    end = start + len(name)
    return Tag(entity_id=entity, surface=name, role=role, sentence=sentence, start=start, end=end)


def body(text: str) -> ArticleBody:
    """Set a text of one paragraph as HTML."""
    return ArticleBody(html=f"<p>{text}</p>", text=text, offsets=((0, 3, len(text)),))


def make_articles() -> dict[str, Article]:
    """Write four articles: two dated to the day, one to the month, one undated."""
    return {
        "a2": Article(
            id="a2", title="A flight", slug="a-flight", body="", path="content/articles/2020/b.md",
            date=PartialDate(2020, 2, 1), section="Travel",
        ),
        "a1": Article(
            id="a1", title="A meeting", slug="a-meeting", body="",
            path="content/articles/2019/a.md", date=PartialDate(2019, 11, 24),
            date_from="dateline", section="Meetings", summary="Two people met.",
            dateline=Dateline("Lund", True), source="seeds/a.txt", source_sha256="ab" * 32,
            imported=datetime.date(2021, 5, 6), removed=("<Print>",), aliases=("old/meeting",),
        ),
        "a3": Article(
            id="a3", title="A speech", slug="a-speech", body="",
            path="content/articles/2019/c.md", date=PartialDate(2019, 11), section="Meetings",
        ),
        "a4": Article(
            id="a4", title="A closure", slug="a-closure", body="",
            path="content/articles/undated/d.md",
        ),
    }  # fmt: skip


def make_site(**changes: Any) -> Site:
    """Assemble the archive; `changes` replace whole fields of it."""
    site = Site(
        config=CONFIG,
        articles=make_articles(),
        bodies={key: body(text) for key, text in TEXT.items()},
        people={
            "ada-lund": Person(
                id="ada-lund", name="Ada Lund", sort_name="Lund, Ada",
                aliases=("Contessa", "Ada M. Lund"),
            ),
            "bo-ek": Person(id="bo-ek", name="Bo Ek", sort_name="Ek, Bo", native_name="Бо Эк"),
        },
        places={
            "sweden": Place(
                id="sweden", name="Sweden", sort_name="Sweden", kind="country", country="Sweden"
            ),
            "lund": Place(
                id="lund", name="Lund", sort_name="Lund", kind="city", country="Sweden",
                parent="sweden", lat=55.7, lon=13.2,
            ),
            "oslo": Place(
                id="oslo", name="Oslo", sort_name="Oslo", kind="city", country="Norway"
            ),
        },
        tags={
            "a1": ArticleTags(
                (tag("a1", "ada-lund", "Ada Lund", "Minister"), tag("a1", "bo-ek", "Bo Ek")),
                (tag("a1", "lund", "Lund"),),
            ),
            "a2": ArticleTags((tag("a2", "ada-lund", "Ada Lund"),), (tag("a2", "oslo", "Oslo"),)),
            "a3": ArticleTags(
                (tag("a3", "bo-ek", "Bo Ek", "Governor"),), (tag("a3", "lund", "Lund"),)
            ),
            "a4": ArticleTags((), (tag("a4", "oslo", "Oslo"),)),
        },
        by_person={"ada-lund": ("a2", "a1"), "bo-ek": ("a1", "a3")},
        by_place={"lund": ("a1", "a3"), "oslo": ("a2", "a4")},
        sections=(
            Section("meetings", "Meetings", ("a1", "a3")),
            Section("travel", "Travel", ("a2",)),
        ),
        years=(Group("2020", ("a2",)), Group("2019", ("a1", "a3"))),
        months=(Group("2020-02", ("a2",)), Group("2019-11", ("a1", "a3"))),
        undated=("a4",),
        withdrawn=(
            Article(
                id="a9", title="A secret", slug="a-secret", body="", status="withdrawn",
                path="content/articles/2019/z.md",
            ),
        ),
        redirects={"/people/b-ek/": "/people/bo-ek/", "/old/meeting/": "/articles/a-meeting/"},
        pages={
            "rights": StaticPage(
                slug="rights", title="Rights", body="Ours.", path="content/pages/rights.md",
                html='<p>Ours. <a href="/about/">About</a></p>',
            )
        },
    )  # fmt: skip
    return replace(site, **changes)


def make_pages(site: Site) -> dict[str, Page]:
    """Make all pages of an archive, by address."""
    routed = route(site, PAGE_KINDS)
    assert routed.problems == ()
    return {
        url: Page(url, kind.template, kind.view(site, key, routed.routes), kind.name)
        for kind in PAGE_KINDS
        for key, url in routed.routes.by_kind[kind.name].items()
    }


def views(site: Site) -> Mapping[str, Any]:
    """Make the views of all pages of an archive, by address."""
    return {url: page.view for url, page in make_pages(site).items()}


def changed(before: Site, after: Site) -> set[str]:
    """List the addresses whose views differ between two archives, or are in one of them only."""
    first, second = views(before), views(after)
    return {url for url in {*first, *second} if first.get(url) != second.get(url)}
