from site_builder.model.article import Article
from site_builder.model.config import SiteConfig
from site_builder.model.dates import PartialDate
from site_builder.model.entity import ArticleTags, Resolution, Tag
from site_builder.site.assembly import assemble, unique_by_id
from site_builder.site.grouping import Parts, by_month, by_section, by_year, in_archive_order


def article(id: str, date: str = "", title: str = "", section: str = "", **more: object) -> Article:
    return Article(
        id=id,
        title=title or id,
        slug=id,
        body="",
        path=f"content/articles/{id}.md",
        date=PartialDate.parse(date) if date else None,
        section=section,
        **more,  # type: ignore[arg-type]
    )


def dates(articles: list[Article]) -> list[tuple[str, Parts | None]]:
    """List the ids and the dates of articles."""
    found = ((one.id, one.date) for one in articles)
    return [(id, (date.year, date.month, date.day) if date else None) for id, date in found]


def test_articles_come_newest_first_and_the_undated_last() -> None:
    articles = [article("a"), article("b", "2019-11"), article("c", "2019-11-24"), article("d")]
    assert [one.id for one in in_archive_order(articles)] == ["c", "b", "a", "d"]


def test_articles_of_one_day_come_by_title_without_regard_to_diacritics() -> None:
    articles = [
        article("1", "2020", "Über"),
        article("2", "2020", "zebra"),
        article("3", "2020", "A"),
    ]
    assert [one.title for one in in_archive_order(articles)] == ["A", "Über", "zebra"]


def test_an_article_dated_to_the_year_is_in_no_month() -> None:
    articles = [article("a", "2019"), article("b", "2019-11"), article("c", "2018-01-02")]
    assert [(group.key, group.articles) for group in by_year(dates(articles))] == [
        ("2019", ("a", "b")),
        ("2018", ("c",)),
    ]
    assert [group.key for group in by_month(dates(articles))] == ["2019-11", "2018-01"]


def test_spellings_of_one_section_are_one_section_under_the_most_frequent() -> None:
    articles = [
        article("a", section="World News"),
        article("b", section="World news"),
        article("c", section="World news"),
        article("d", section="外交"),
        article("e"),
    ]
    sections = by_section((one.id, one.section) for one in articles)
    assert [(one.slug, one.name, one.articles) for one in sections] == [
        ("world-news", "World news", ("a", "b", "c")),
        ("section-5916-4ea4", "外交", ("d",)),
    ]


def test_of_two_articles_with_one_id_the_first_file_is_kept_and_the_other_named() -> None:
    one, copy = article("a"), article("a", title="Copy")
    copy = article("a", title="Copy")
    copy = type(copy)(
        **{**{f: getattr(copy, f) for f in copy.__dataclass_fields__}, "path": "z.md"}
    )
    kept, problems = unique_by_id([copy, one])
    assert kept == (one,)
    assert [(p.code, str(p.location)) for p in problems] == [("duplicate-id", "z.md")]
    assert one.path in problems[0].message


def test_a_withdrawn_article_is_in_no_list() -> None:
    tags = {id: ArticleTags(people=(Tag(entity_id="wang-yi"),)) for id in ("a", "b")}
    site = assemble(
        [article("a", "2019"), article("b", "2019", section="X", status="withdrawn")],
        {},
        Resolution(tags=tags),
        SiteConfig(),
    )
    assert list(site.articles) == ["a"]
    assert site.by_person == {"wang-yi": ("a",)}
    assert site.sections == ()
    assert [one.id for one in site.withdrawn] == ["b"]


def test_redirects_come_from_aliases_and_merges_and_the_editors_file_wins() -> None:
    site = assemble(
        [article("a", aliases=("/old/", "news/1.html"))],
        {},
        Resolution(redirects={"/people/x/": "/people/y/", "/gone/": "/1/"}),
        SiteConfig(),
        redirects={"/gone/": "/2/"},
    )
    assert site.redirects == {
        "/old/": "/articles/a/",
        "/news/1.html": "/articles/a/",
        "/people/x/": "/people/y/",
        "/gone/": "/2/",
    }
