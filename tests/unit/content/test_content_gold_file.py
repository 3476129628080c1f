"""Gold files: what each line says, and what is wrong with it."""

import json

from hypothesis import given
from hypothesis import strategies as st
from pytest import mark

from site_builder.content.gold_file import GoldArticle, read_gold
from site_builder.model.problem import Problem
from site_builder.model.source_file import SourceFile


def read(*lines: str) -> tuple[tuple[GoldArticle, ...], tuple[Problem, ...]]:
    """Read a gold file of these lines."""
    return read_gold(SourceFile("gold.jsonl", "\n".join(lines)))


def said(*lines: str) -> list[tuple[str, str, str]]:
    """List the problems of a gold file: code, severity, place."""
    return [(one.code, one.severity, str(one.location)) for one in read(*lines)[1]]


FULL = (
    '{"file": "a.txt", "people": [["Xi Jinping", "Xi"], ["Wang Yi"]], "places": [["China"]],'
    ' "optional_people": [["Mao"]], "optional_places": [["Asia"]]}'
)
OTHER = '{"file": "b.txt", "people": [], "places": []}'


def test_a_line_names_a_file_and_each_entity_with_the_names_that_are_right() -> None:
    articles, problems = read(FULL)
    assert problems == ()
    assert articles == (
        GoldArticle(
            file="a.txt",
            people=(("Xi Jinping", "Xi"), ("Wang Yi",)),
            places=(("China",),),
            optional_people=(("Mao",),),
            optional_places=(("Asia",),),
            line=1,
        ),
    )


def test_empty_lines_are_passed_over_and_counted() -> None:
    articles, problems = read("", FULL, "  ", OTHER, "")
    assert [(article.file, article.line) for article in articles] == [("a.txt", 2), ("b.txt", 4)]
    assert problems == ()


def test_a_single_name_may_stand_without_brackets() -> None:
    articles, problems = read('{"file": "a.txt", "people": ["Wang Yi"], "places": []}')
    assert (articles[0].people, problems) == ((("Wang Yi",),), ())


@mark.parametrize(
    "line", ["{", "[1, 2]", "null", '{"people": [], "places": []}', '{"file": 3}', '{"file": " "}']
)
def test_a_line_that_is_none_is_an_error_and_the_others_are_read(line: str) -> None:
    articles, _ = read(FULL, line, OTHER)
    assert [article.file for article in articles] == ["a.txt", "b.txt"]
    assert [(code, severity) for code, severity, _ in said(FULL, line, OTHER)] == [
        ("gold-line", "error")
    ]
    assert said(FULL, line, OTHER)[0][2].startswith("gold.jsonl:2")


def test_a_line_nested_without_end_is_an_error_like_any_other() -> None:
    assert said("[" * 100_000)[0][0] == "gold-line"


def test_a_key_that_nobody_reads_is_a_warning_with_the_one_that_was_meant() -> None:
    line = '{"file": "a.txt", "people": [], "places": [], "optional_place": []}'
    articles, problems = read(line)
    assert said(line) == [("unknown-key", "warning", "gold.jsonl:1")]
    assert "optional_places" in problems[0].hint
    assert articles[0].places == ()


def test_without_a_list_of_people_they_are_not_measured_and_that_is_an_error() -> None:
    line = '{"file": "a.txt", "places": [["China"]]}'
    articles, problems = read(line)
    assert (articles[0].people, articles[0].places) == (None, (("China",),))
    assert said(line) == [("gold-value", "error", "gold.jsonl:1")]
    assert "`people`" in problems[0].message


@mark.parametrize("value", ['"Wang Yi"', "[[]]", "[3]", '[["Wang Yi", 3]]', "null", '{"a": 1}'])
def test_a_list_that_is_none_is_an_error_and_not_measured(value: str) -> None:
    line = f'{{"file": "a.txt", "people": {value}, "places": [["China"]]}}'
    articles, _ = read(line)
    assert (articles[0].people, articles[0].places) == (None, (("China",),))
    assert said(line) == [("gold-value", "error", "gold.jsonl:1")]


@mark.parametrize(("key", "left"), [("people", (None, ())), ("places", ((), None))])
def test_where_the_optional_ones_cannot_be_read_the_others_are_not_measured_either(
    key: str, left: tuple[tuple[()] | None, tuple[()] | None]
) -> None:
    line = f'{{"file": "a.txt", "people": [], "places": [], "optional_{key}": 3}}'
    articles, _ = read(line)
    assert (articles[0].people, articles[0].places) == left
    assert said(line) == [("gold-value", "error", "gold.jsonl:1")]


def test_a_file_that_is_named_twice_is_measured_once_and_said() -> None:
    again = '{"file": "a.txt", "people": [], "places": []}'
    articles, problems = read(FULL, again)
    assert [article.line for article in articles] == [1]
    assert said(FULL, again) == [("gold-repeated", "error", "gold.jsonl:2")]
    assert "line 1" in problems[0].message


def test_an_empty_file_is_a_warning() -> None:
    assert said("", " ") == [("gold-empty", "warning", "gold.jsonl")]


@given(st.lists(st.lists(st.text('Xi Wang,é王"\\'), min_size=1), max_size=4))
def test_what_is_written_as_json_is_read_as_it_was(people: list[list[str]]) -> None:
    kept = [tuple(form for form in forms if form.strip()) for forms in people]
    articles, _ = read(json.dumps({"file": "a.txt", "people": people, "places": []}))
    assert articles[0].people == (tuple(kept) if all(kept) else None)
