import datetime
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import mark

from site_builder.content.article_file import (
    is_edited,
    make_id,
    new_article,
    read_article,
    write_article,
)
from site_builder.content.conflicts import Conflict, Keep, Write, plan_import
from site_builder.model.article import Article, Dateline, ParsedSeed
from site_builder.model.dates import PartialDate
from site_builder.model.seed import Seed
from site_builder.model.source_file import SourceFile

DAY = datetime.date(2026, 1, 31)
SEED = Seed("seeds/a.txt", "text", "1" * 64)
ARTICLE = Article(
    id="abcdefghij",
    title="Wang Yi: Usher in a New Era",
    slug="wang-yi",
    body="One.\n\nTwo.",
    path="content/articles/2019/wang-yi.md",
    date=PartialDate(2019, 11, 24),
    date_from="dateline",
    section="News",
    people=("Wang Yi",),
    places=(),
    dateline=Dateline("Shizuoka", True),
    source="seeds/a.txt",
    source_sha256="1" * 64,
    imported=DAY,
    removed=("<Suggest To A Friend>",),
)

one_line = st.text(min_size=1, max_size=30).map(lambda text: " ".join(text.split())).filter(bool)
dates = st.one_of(
    st.none(),
    st.builds(PartialDate, st.integers(1, 9999)),
    st.builds(PartialDate, st.integers(1, 9999), st.integers(1, 12)),
    st.dates().map(lambda day: PartialDate(day.year, day.month, day.day)),
)


def source(text: str, path: str = "content/articles/2019/wang-yi.md") -> SourceFile:
    return SourceFile(path, text)


@settings(max_examples=150, deadline=None)
@given(one_line, dates, one_line, st.none() | st.lists(one_line, unique=True).map(tuple), one_line)
def test_what_import_writes_it_reads_back(
    title: str,
    date: PartialDate | None,
    section: str,
    people: tuple[str, ...] | None,
    removed: str,
) -> None:
    article = replace(
        ARTICLE, title=title, date=date, section=section, people=people, removed=(removed,)
    )
    text = write_article(article)
    parsed = read_article(source(text))
    assert parsed.problems == ()
    assert parsed.article == article
    assert not is_edited(text)


def test_the_file_is_one_that_an_editor_can_read() -> None:
    assert write_article(ARTICLE) == (
        "---\n"
        "title: 'Wang Yi: Usher in a New Era'\n"
        "date: 2019-11-24\n"
        "slug: wang-yi\n"
        "section: News\n"
        "people:\n"
        "- Wang Yi\n"
        "places: []\n"
        "dateline: Shizuoka, local time\n"
        "id: abcdefghij\n"
        "source: seeds/a.txt\n"
        f"source_sha256: '{'1' * 64}'\n"
        "date_from: dateline\n"
        "imported: 2026-01-31\n"
        "removed:\n"
        "- <Suggest To A Friend>\n"
        "imported_sha256: sdde6c5aaea2fab6\n"
        "---\n"
        "\n"
        "One.\n"
        "\n"
        "Two.\n"
    )


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**6), st.characters(categories=["L", "N", "P", "Zs"]))
def test_any_edit_is_noticed(where: int, character: str) -> None:
    text = write_article(ARTICLE)
    at = where % len(text)
    assert is_edited(text[:at] + character + text[at:])


@mark.parametrize(
    ("line", "code"),
    [
        ("date: yesterday", "front-matter-value"),
        ("draft: perhaps", "front-matter-value"),
        ("title: [a, b]", "front-matter-value"),
        ("people: {a: b}", "front-matter-value"),
        ("status: gone", "front-matter-value"),
        ("autor: me", "unknown-key"),
    ],
)
def test_one_bad_value_leaves_the_rest_as_it_is(line: str, code: str) -> None:
    key = line.split(":")[0]
    head = "" if key == "title" else "title: T\n"
    parsed = read_article(source(f"---\n{head}{line}\n---\n\nText.\n"))
    assert parsed.article is not None
    assert parsed.article.body == "Text."
    codes = {problem.code: problem for problem in parsed.problems}
    assert code in codes
    place = codes[code].location
    assert place is not None
    assert place.line == (2 if key == "title" else 3)


def test_an_unknown_key_names_the_one_that_is_meant() -> None:
    (problem,) = read_article(source("---\ntitle: T\nsectoin: News\n---\n")).problems
    assert problem.hint == "Did you mean `section`?"


@mark.parametrize(
    ("text", "line"),
    [
        ("---\ntitle: [\n---\nText\n", 2),
        ("---\ntitle: a: b\n---\nText\n", 2),
        ("---\ntitle: T\n", 1),
        ("---\ntitle: T\ntitle: U\n---\n", 3),
        ("---\n- a\n- b\n---\n", 2),
    ],
)
def test_broken_front_matter_is_named_with_its_line(text: str, line: int) -> None:
    parsed = read_article(source(text))
    assert parsed.article is None
    (problem,) = parsed.problems
    assert problem.code == "front-matter-broken"
    assert problem.location is not None
    assert problem.location.line == line


def test_a_file_without_front_matter_is_an_article_named_after_its_file() -> None:
    parsed = read_article(source("Just text.\n", "content/articles/some-text.md"))
    assert parsed.article is not None
    assert (parsed.article.title, parsed.article.slug) == ("some text", "some-text")
    assert parsed.article.people is None
    assert [problem.code for problem in parsed.problems] == ["title-missing"]


def test_a_time_of_day_never_shifts_the_date() -> None:
    for written in ("2019-11-24T23:30:00+09:00", "2019-11-24 00:10:00-11:00", "2019-11-24"):
        article = read_article(source(f"---\ntitle: T\ndate: {written}\n---\n")).article
        assert article is not None
        assert str(article.date) == "2019-11-24"


def test_a_single_name_is_a_list_of_one() -> None:
    article = read_article(source("---\ntitle: T\npeople: Wang Yi\nplaces:\n---\n")).article
    assert article is not None
    assert (article.people, article.places) == (("Wang Yi",), ())


def test_a_new_article_takes_a_free_slug_and_an_id_of_its_own() -> None:
    parsed = ParsedSeed(title="A Title", paragraphs=("Text.",), date=PartialDate(2019, 11))
    article = new_article(parsed, SEED, (), (), {"a-title", "a-title-2"}, DAY)
    assert article.slug == "a-title-3"
    assert article.path == "content/articles/2019/a-title-3.md"
    assert article.id == make_id("seeds/a.txt")


def test_a_title_without_latin_letters_gets_a_slug_too() -> None:
    parsed = ParsedSeed(title="外交部发言人", paragraphs=())
    assert new_article(parsed, SEED, (), (), set(), DAY).slug == f"article-{make_id('seeds/a.txt')}"


NEW_SEED = replace(
    ARTICLE, id="other", slug="other", path="content/articles/2020/other.md", title="New",
    source_sha256="2" * 64, imported=datetime.date(2027, 1, 1),
)  # fmt: skip


def test_import_writes_an_article_that_is_not_there() -> None:
    assert plan_import(ARTICLE, None) == Write(ARTICLE.path, write_article(ARTICLE))


def test_import_keeps_a_file_that_it_would_write_just_so() -> None:
    later = replace(ARTICLE, imported=datetime.date(2027, 1, 1))
    assert plan_import(later, source(write_article(ARTICLE))) == Keep(ARTICLE.path)


def test_import_follows_the_seed_of_an_unedited_file_and_keeps_what_is_permanent() -> None:
    decision = plan_import(NEW_SEED, source(write_article(ARTICLE)))
    assert isinstance(decision, Write)
    assert decision.path == ARTICLE.path
    article = read_article(source(decision.text)).article
    assert article is not None
    assert (article.id, article.slug, article.title) == (ARTICLE.id, ARTICLE.slug, "New")
    assert article.imported == datetime.date(2027, 1, 1)
    assert not is_edited(decision.text)


def test_import_keeps_an_edited_file_whose_seed_is_the_same() -> None:
    edited = write_article(ARTICLE).replace("One.", "1.")
    assert plan_import(ARTICLE, source(edited)) == Keep(ARTICLE.path)


def test_import_reports_an_edited_file_whose_seed_changed_and_names_both_versions() -> None:
    edited = write_article(ARTICLE).replace("One.", "1.")
    decision = plan_import(NEW_SEED, source(edited))
    assert isinstance(decision, Conflict)
    problem = decision.problem
    assert "1" * 12 in problem.message
    assert "2" * 12 in problem.message
    assert f"source_sha256: {'2' * 64}" in problem.hint


def test_a_conflict_is_over_once_the_editor_says_so() -> None:
    edited = write_article(ARTICLE).replace("One.", "1.").replace("1" * 64, "2" * 64)
    assert plan_import(NEW_SEED, source(edited)) == Keep(ARTICLE.path)


def test_the_digits_of_a_title_in_another_script_are_no_slug() -> None:
    parsed = ParsedSeed(
        title="2017年1月18日外交部发言人", paragraphs=(), date=PartialDate(2017, 1, 18)
    )
    article = new_article(parsed, SEED, (), (), set(), DAY)
    assert article.slug == f"2017-01-18-{make_id('seeds/a.txt')}"
