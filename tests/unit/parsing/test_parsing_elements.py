"""The single elements: dates, file names, languages, repeated lines."""

import pytest

from site_builder.model.dates import PartialDate
from site_builder.parsing.boilerplate import lines_of, repeated_lines
from site_builder.parsing.breadcrumb import read_breadcrumb, section_of
from site_builder.parsing.dates import find_date
from site_builder.parsing.dating import choose_date, title_date
from site_builder.parsing.filename_date import date_of_name, words_of_name
from site_builder.parsing.language import detect_language


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("November 24, 2019", "2019-11-24"),
        ("Nov. 24, 2019", "2019-11-24"),
        ("24th of November 2019", "2019-11-24"),
        ("24-Nov-2019", "2019-11-24"),
        ("2019/11/24", "2019-11-24"),
        ("11/24/2019", "2019-11-24"),
        ("3.4.2019", "2019-04-03"),
        ("1er mars 2021", "2021-03-01"),
        ("24 de noviembre de 2019", "2019-11-24"),
        ("24 ноября 2019 г.", "2019-11-24"),
        ("2019年11月24日", "2019-11-24"),
        ("2019년 11월 24일", "2019-11-24"),
        ("平成31年4月30日", "2019-04-30"),
        ("November 2019", "2019-11"),
        ("November 23-24, 2019", "2019-11"),
    ],
)
def test_dates_are_read_in_many_forms(text: str, date: str) -> None:
    found = find_date(f"x {text} y")
    assert found is not None
    assert str(found.date) == date


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("3/4/2019", "ambiguous"),
        ("September 25", "no year"),
        ("9月25日", "no year"),
        ("February 30, 2019", "impossible"),
        ("May 3, 1234", "impossible"),
        ("May 3, 9999", "impossible"),
    ],
)
def test_dates_that_cannot_be_used_say_why(text: str, precision: str) -> None:
    found = find_date(text)
    assert found is not None
    assert (found.date, found.precision) == (None, precision)


@pytest.mark.parametrize(
    "text", ["in 1944", "5 million in March", "the marble 5", "March 10.5", "2020-2021"]
)
def test_numbers_and_words_are_no_dates(text: str) -> None:
    assert find_date(text) is None


def test_day_and_month_are_read_by_the_custom_of_the_language() -> None:
    found = find_date("03/04/2019", "fr")
    assert found is not None
    assert found.date == PartialDate(2019, 4, 3)


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("seeds/2021-01-20-a-letter.txt", "2021-01-20"),
        ("seeds/20210120_x.txt", "2021-01-20"),
        ("seeds/20210120T103000.txt", "2021-01-20"),
        ("seeds/letter-20-01-2021.txt", "2021-01-20"),
        ("seeds/2021-01-letters.txt", "2021-01"),
        ("seeds/2021/1/20/letter.txt", "2021-01-20"),
        ("seeds/2021/01/letter.txt", "2021-01"),
        ("seeds/2021-01-20.txt#3", "2021-01-20"),
        ("seeds/000_4d8f93ea2516cc24.txt", "None"),
        ("seeds/02-03-2021.txt", "None"),
        ("seeds/coal-by-end-of-2021.txt", "None"),
        ("seeds/99999999.txt", "None"),
        ("seeds/a20210120b.txt", "None"),
    ],
)
def test_the_date_in_a_files_name(name: str, date: str) -> None:
    assert str(date_of_name(name)) == date


def test_the_words_of_a_files_name() -> None:
    assert words_of_name("seeds/2021-01-20-a-letter.txt") == "a-letter"


def test_a_title_dates_an_article_only_by_a_date_of_its_own() -> None:
    assert title_date("Press Conference on May 3, 2019", "en") is not None
    assert title_date("2019年5月3日例行记者会", "zh") is not None
    assert title_date("The May 3, 2019 Storm and Its Victims", "en") is None


def test_a_coarse_date_gives_way_to_a_finer_one_that_agrees() -> None:
    dating = choose_date(
        metadata=find_date("November 2019"),
        dateline=None,
        title=None,
        signed=None,
        name=PartialDate(2019, 11, 24),
    )
    assert (dating.date, dating.date_from) == (PartialDate(2019, 11, 24), "file name")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The minister said that she will not attend the meeting in the capital.", "en"),
        ("Le ministre a dit qu'il ne sera pas dans la capitale pour les fêtes.", "fr"),
        ("Der Minister hat gesagt, dass er nicht in die Hauptstadt kommt.", "de"),
        ("El ministro dijo que no estará en la capital para las fiestas.", "es"),
        ("O ministro disse que não estará na capital para as festas do ano.", "pt"),
        ("Il ministro ha detto che non sarà nella capitale per le feste.", "it"),
        ("外交部发言人主持例行记者会。", "zh"),
        ("外務大臣は記者会見で述べました。", "ja"),
        ("외교부 대변인은 말했다.", "ko"),
        ("Министр встретился с послом.", "ru"),
        ("التقى وزير الخارجية مع المحافظ", "ar"),
        ("", ""),
        ("12345", ""),
        ("Xyzzy plugh", ""),
    ],
)
def test_languages_are_told_by_script_and_common_words(text: str, lang: str) -> None:
    assert detect_language(text) == lang


def test_lines_of_three_percent_and_of_five_texts_are_repeated() -> None:
    texts = [f"Story {number}\n\nFollow us on the radio\n" for number in range(5)]
    assert repeated_lines(texts) == {"Follow us on the radio"}
    assert repeated_lines(texts[:4]) == frozenset()
    many = texts + [f"Another story {number}\n" for number in range(200)]
    assert repeated_lines(many) == frozenset()


def test_the_names_of_sites_after_a_title_are_repeated_lines() -> None:
    texts = [f"Story {number} – The Gazette\n\nText.\n" for number in range(6)]
    assert "– The Gazette" in repeated_lines(texts)


def test_the_lines_of_a_text_are_normalised() -> None:
    assert lines_of("Home\u00a0 >  News \n\n\u200b\n") == {"Home > News"}


@pytest.mark.parametrize(
    ("line", "elements"),
    [
        ("Home > News > Sea", ("Home", "News", "Sea")),
        ("Home » News", ("Home", "News")),
        ("Home / News / Sea", ("Home", "News", "Sea")),
        ("当前位置：首页 > 新闻", ("首页", "新闻")),
        ("Ships / Boats", ()),
        ("> quoted", ()),
        ("x > 3 and y > 4", ()),
        ("The ministry said that growth will be > 3 percent in the coming years", ()),
    ],
)
def test_breadcrumbs_are_told_from_other_lines(line: str, elements: tuple[str, ...]) -> None:
    assert read_breadcrumb(line) == elements


def test_the_section_is_the_most_specific_element() -> None:
    assert section_of(("Home", "Press", "Remarks", "Briefings"), "A title") == "Briefings"
    assert section_of(("Home", "Press", "Snow closes the…"), "Snow closes the pass") == "Press"
    assert section_of(("Home", "Snow closes the pass"), "Snow closes the pass") == ""
    assert section_of(("首页", "新闻", "正文"), "标题") == "新闻"
