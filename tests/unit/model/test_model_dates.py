from hypothesis import given
from hypothesis import strategies as st
from pytest import raises

from site_builder.model.dates import PartialDate


def test_a_date_says_only_what_is_known() -> None:
    assert str(PartialDate(2019, 11, 24)) == "2019-11-24"
    assert str(PartialDate(2019, 11)) == "2019-11"
    assert str(PartialDate(2019)) == "2019"


def test_a_day_that_is_in_no_calendar_is_refused() -> None:
    for wrong in ((2019, 2, 29), (2019, 13, None), (0, None, None), (2019, None, 3)):
        with raises(ValueError):
            PartialDate(*wrong)


@given(st.dates(), st.integers(0, 2))
def test_what_a_date_writes_it_reads(day: object, known: int) -> None:
    parts = str(day).split("-")[: known + 1]
    date = PartialDate(*map(int, parts))
    assert PartialDate.parse(str(date)) == date


def test_a_month_comes_before_its_days() -> None:
    days = [PartialDate(2019, 11, 1), PartialDate(2019, 11), PartialDate(2018, 12, 31)]
    assert [str(day) for day in sorted(days, key=lambda day: day.sort_key)] == [
        "2018-12-31",
        "2019-11",
        "2019-11-01",
    ]
