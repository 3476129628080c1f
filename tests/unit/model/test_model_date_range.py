"""Spans of days, as an editor writes them."""

import pytest

from site_builder.model.date_range import DateRange
from site_builder.model.dates import PartialDate


@pytest.mark.parametrize(
    ("span", "date", "within"),
    [
        ("1989-01..1993-01-20", "1989-01-01", True),
        ("1989-01..1993-01-20", "1993-01-20", True),
        ("1989-01..1993-01-20", "1993-01-21", False),
        ("1989-01..1993-01-20", "1988-12-31", False),
        ("1989..", "2024-05-01", True),
        ("1989..", "1988", False),
        ("..1993-02", "1993-02-28", True),
        ("..1993-02", "1993-03", False),
        ("2001", "2001-07", True),
        (" 2001-02 .. 2001-03 ", "2001-03-31", True),
    ],
)
def test_a_date_lies_in_a_span_or_not(span: str, date: str, within: bool) -> None:
    assert DateRange.parse(span).covers(PartialDate.parse(date)) is within


def test_a_month_that_lies_in_a_span_in_part_is_not_within() -> None:
    assert not DateRange.parse("1989-01-15..").covers(PartialDate(1989, 1))


def test_an_undated_article_is_in_no_span() -> None:
    assert not DateRange.parse("1989..").covers(None)


@pytest.mark.parametrize("text", ["", "..", "1993..1989", "1989-1993", "1989-13..", "spring"])
def test_anything_else_is_no_span(text: str) -> None:
    with pytest.raises(ValueError):
        DateRange.parse(text)
