"""An editor's words, dates and decisions are read as they are written."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import mark

from site_builder.content.article_file import is_edited, read_article, write_article
from site_builder.content.conflicts import Conflict, Keep, plan_import, seed_missing
from site_builder.content.front_matter import read_front_matter
from site_builder.model.article import Article
from site_builder.model.dates import PartialDate
from site_builder.model.problem import Problem
from site_builder.model.source_file import SourceFile

PATH = "content/articles/a.md"
ARTICLE = Article(
    id="abcdefghij", title="Talks: the second day", slug="talks", body="One.\n\nTwo.", path=PATH
)


def read(*lines: str) -> tuple[Article, tuple[Problem, ...]]:
    """Read an article with a title and the given lines of front matter."""
    text = "\n".join(("---", "title: Talks", *lines, "---", "", "Text.", ""))
    parsed = read_article(SourceFile(PATH, text))
    assert parsed.article is not None
    return parsed.article, parsed.problems


@mark.parametrize("word", ["no", "9:11", "010", "1_000", "0x1F", "1e3", "On", "2019-11-24", "Yes"])
def test_a_word_that_yaml_would_change_is_kept(word: str) -> None:
    article, problems = read(f"section: {word}", f"people: [{word}]")
    assert problems == ()
    assert (article.section, article.people) == (word, (word,))


def test_nothing_written_is_nothing_but_null_between_quotes_is_a_name() -> None:
    article, problems = read("section: null", "summary: ~", "people: [Null, 'Null']", "places:")
    assert problems == ()
    assert (article.section, article.summary) == ("", "")
    assert (article.people, article.places) == (("Null",), ())


@mark.parametrize("date", ["2019-13-45", "2019-02-30", "12:30", "24 Nov 2019", "2019-02-30 10:00"])
def test_a_date_in_no_calendar_leaves_the_article_undated_and_in_the_archive(date: str) -> None:
    article, (problem,) = read(f"date: {date}")
    assert article.date is None
    assert article.body == "Text."
    assert (problem.code, str(problem.location)) == ("front-matter-value", f"{PATH}:3")


def test_spaces_that_are_typography_stay_in_a_title() -> None:
    title = "Prix\u202f: 10\xa0km, 外交部\u3000声明"
    parsed = read_article(SourceFile(PATH, write_article(replace(ARTICLE, title=title))))
    assert parsed.article is not None
    assert parsed.article.title == title


@mark.parametrize(
    "line", ["status: withdrwan", "status: [withdrawn]", "draft: perhaps", "draft: [x]"]
)
def test_a_slip_in_what_is_held_back_never_publishes_it(line: str) -> None:
    article, problems = read(line)
    assert article.draft
    assert {problem.code for problem in problems} == {"front-matter-value"}
    assert "kept back" in problems[0].hint


@mark.parametrize("line", ["draft: yes", "draft: 'true'", "draft: True", "draft: on"])
def test_a_draft_may_be_written_in_many_ways(line: str) -> None:
    article, problems = read(line)
    assert (article.draft, problems) == (True, ())


def test_a_status_may_be_written_with_a_capital() -> None:
    article, problems = read("status: Withdrawn", "draft: no")
    assert (article.status, article.draft, problems) == ("withdrawn", False, ())


def test_one_bad_name_leaves_the_others_tagged() -> None:
    article, (problem,) = read("people:", "- Wang: minister", "- Xi Jinping")
    assert article.people == ("Xi Jinping",)
    assert "between quotes" in problem.hint


def test_tags_that_cannot_be_read_are_not_replaced_by_guesses() -> None:
    article, _ = read("people: {a: b}")
    assert article.people == ()


def test_a_slug_that_cannot_stand_in_an_address_is_reported_once() -> None:
    article, (problem,) = read("slug: Talks in Lima")
    assert article.slug == "talks-in-lima"
    assert (problem.code, str(problem.location)) == ("front-matter-value", f"{PATH}:3")


def test_the_line_ends_of_windows_are_line_ends() -> None:
    source = SourceFile(PATH, "---\r\ntitle: T\r\nautor: me\r\n---\r\nOne.\r\nTwo.\r\n")
    parsed = read_article(source)
    assert parsed.article is not None
    assert (parsed.article.title, parsed.article.body) == ("T", "One.\nTwo.")
    assert [str(problem.location) for problem in parsed.problems] == [f"{PATH}:3"]


@mark.parametrize(
    ("inside", "place"),
    [
        ('title: "Talks\nsection: News', "2:8"),
        ("title: Talks\nsection: Ne\x08ws", "3:12"),
        ("title: 'T'\n\"title\": U", "3"),
        ("a: &x [*x]", "2:4"),
        ("[" * 5000, None),
        ("date: !!timestamp x\nslug: !!int y\nlang: !!python/object:os.system z", ""),
    ],
)
def test_front_matter_that_cannot_be_is_named_where_it_begins(
    inside: str, place: str | None
) -> None:
    matter = read_front_matter(SourceFile(PATH, f"---\n{inside}\n---\nText\n"))
    if place == "":
        assert not isinstance(matter, Problem)
        assert matter.values == {"date": "x", "slug": "y", "lang": "z"}
        return
    assert isinstance(matter, Problem)
    assert matter.code == "front-matter-broken"
    if place:
        assert str(matter.location) == f"{PATH}:{place}"


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 9999))
def test_a_year_alone_reads_back_as_a_year(year: int) -> None:
    article = replace(ARTICLE, date=PartialDate(year))
    assert read_article(SourceFile(PATH, write_article(article))).article == article


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**6), st.characters(exclude_categories=["Cs"]), st.booleans())
def test_a_letter_replaced_or_deleted_is_an_edit(where: int, letter: str, delete: bool) -> None:
    text = write_article(ARTICLE)
    at = where % len(text)
    changed = text[:at] + ("" if delete else letter) + text[at + 1 :]
    assert is_edited(changed) == (changed != text)


@mark.parametrize(
    ("inside", "place", "message", "hint"),
    [
        ("title: Talks: day two", "2:13", "a value has a colon", "between quotes"),
        ("title: T\n  section: N", "3:10", "a key is indented", "start of its line"),
        ("title:T\nsection: N", "2:8", "not a `key: value`", "space after the colon"),
        ("\ttitle: T", "2:1", "a tab", "spaces"),
        ("people:\n\t- Wang Yi", "3:1", "a tab", "spaces"),
        ("title: @home", "2:8", "special character", "between quotes"),
        ("title: *Talks*", "2:8", "begins with a star", "between quotes"),
        ("title: - Talks", "2:8", "begins with a hyphen", "between quotes"),
        ("title: 'it's late'", "2:12", "text follows the end of a quote", "twice"),
        ('title: "a\\q"', "2:10", "a backslash", "twice"),
        ("title: T\npeople: [Wang Yi", "3:9", "a bracket is opened", "Close the bracket"),
        ("title: T\nsection", "3:1", "not a `key: value`", "one `key: value` a line"),
    ],
)
def test_the_usual_slips_are_named_in_plain_words(
    inside: str, place: str, message: str, hint: str
) -> None:
    matter = read_front_matter(SourceFile(PATH, f"---\n{inside}\n---\nText\n"))
    assert isinstance(matter, Problem)
    assert str(matter.location) == f"{PATH}:{place}"
    assert message in matter.message
    assert hint in matter.hint


@mark.parametrize("digest", ["1" * 64, "0" * 63 + "7", "0x" + "a" * 62, "b" * 64])
def test_the_digest_that_a_conflict_tells_to_paste_ends_it_without_quotes(digest: str) -> None:
    new = replace(ARTICLE, source="seeds/a.txt", source_sha256=digest, title="New")
    old = write_article(replace(new, source_sha256="c" * 64)).replace("One.", "Mine.")
    conflict = plan_import(new, SourceFile(PATH, old))
    assert isinstance(conflict, Conflict)
    assert f"`source_sha256: {digest}`" in conflict.problem.hint
    pasted = old.replace("c" * 64, digest)
    assert plan_import(new, SourceFile(PATH, pasted)) == Keep(PATH)


def test_an_article_whose_seed_is_gone_is_noted_and_kept() -> None:
    problem = seed_missing(replace(ARTICLE, source="seeds/a.txt"))
    assert (problem.code, problem.severity) == ("seed-missing", "note")
    assert "seeds/a.txt" in problem.message
    assert str(problem.location) == PATH
