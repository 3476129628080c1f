"""Whole pages as archives and agencies print them, with sentences written for the test."""

from textwrap import dedent

import pytest

from site_builder.model.article import Dateline, ParsedSeed
from site_builder.model.seed import Seed
from site_builder.parsing.parse import parse


def codes(text: str, name: str = "story.txt") -> list[str]:
    return [problem.code for problem in parse(Seed(f"seeds/{name}", text, ""))[1]]


def page(text: str, name: str = "story.txt") -> ParsedSeed:
    parsed, _ = parse(Seed(f"seeds/{name}", dedent(text).strip("\n"), ""))
    assert parsed is not None
    return parsed


def test_a_ministry_page_with_the_title_printed_thrice() -> None:
    parsed = page(
        """
        Spokesperson Ana Ruiz's Regular Press Conference on July 4, 2018

        Spokesperson Ana Ruiz's Regular Press Conference on July 4, 2018

        Missions Abroad and Representative Offices

        Home > Press Service > Spokesperson's Remarks > Regular Press Conference

        Spokesperson Ana Ruiz's Regular Press Conference on July 4, 2018

        On July 6, the foreign ministers will meet again in Vienna to talk about the river treaty.

        Q: Who will attend?

        A: Please keep following our announcements.

        Spokesperson Ana Ruiz's Regular Press Conference on July 3, 2018

        Spokesperson Ben Odo's Regular Press Conference on July 2

        Contact us Address: No. 2, Harbour Street
        """
    )
    assert parsed.title == "Spokesperson Ana Ruiz's Regular Press Conference on July 4, 2018"
    assert parsed.section == "Regular Press Conference"
    assert (str(parsed.date), parsed.date_from) == ("2018-07-04", "dateline")
    assert parsed.dateline == Dateline()
    assert len(parsed.paragraphs) == 3
    assert parsed.headings == frozenset()
    assert parsed.removed == (
        "Missions Abroad and Representative Offices",
        "Home > Press Service > Spokesperson's Remarks > Regular Press Conference",
        "Spokesperson Ana Ruiz's Regular Press Conference on July 3, 2018",
        "Spokesperson Ben Odo's Regular Press Conference on July 2",
        "Contact us Address: No. 2, Harbour Street",
    )


def test_a_year_is_never_invented() -> None:
    text = "Spokesperson's remarks on September 25\n\nThe ministry regrets the incident.\n"
    parsed = page(text)
    assert (parsed.date, parsed.date_from) == (None, "")
    assert codes(text) == ["date-incomplete"]


def test_a_month_stuck_to_its_day_is_read() -> None:
    assert str(page("Remarks on June13, 2018\n\nThe harbour is open.").date) == "2018-06-13"


def test_a_signed_notice_takes_the_date_of_its_file() -> None:
    parsed = page(
        """
        Notice on the Harbour Emergency

        On November 3, 1997, by Order 13067, the mayor declared an emergency in the harbour.

        JANE R. DOE

        THE TOWN HALL,

        October 28, 2021.
        """,
        "2021-10-29-notice-on-the-harbour-emergency.txt",
    )
    assert (str(parsed.date), parsed.date_from) == ("2021-10-29", "file name")
    assert parsed.paragraphs[-1] == "October 28, 2021."
    assert parsed.removed == ()


def test_a_month_that_opens_a_sentence_dates_nothing() -> None:
    text = "Fishing rights settled\n\nIn May 2022, the two states agreed on the western banks.\n"
    assert page(text).date is None
    assert codes(text) == ["date-missing"]


def test_an_abbreviated_title_before_a_name_does_not_end_a_headline() -> None:
    parsed = page(
        """
        Museum Announces Intent to Appoint Dr. John N. Moe as Keeper of the Collections and Chair of the Board of Trustees

        Dr. Moe has worked in the museum since 2003, most recently as a conservator of paintings.
        """  # noqa: E501
    )
    assert parsed.title.endswith("Chair of the Board of Trustees")
    assert len(parsed.paragraphs) == 1


def test_a_letter_without_a_title_is_named_by_its_first_sentence() -> None:
    parsed = page(
        """
        Dear Ms. Roe,

        Thank you for your letter about the bridge at Kehl. We have read it with interest.

        Yours sincerely,

        John Doe
        """
    )
    assert parsed.title == "Thank you for your letter about the bridge at Kehl"
    assert len(parsed.paragraphs) == 4


def test_a_title_made_of_the_text_leaves_out_the_dateline() -> None:
    parsed = page(
        "MADRID, 4 de mayo de 2020.- El ministro se reunió con su homólogo. Hablaron de comercio."
    )
    assert parsed.title == "El ministro se reunió con su homólogo"
    assert parsed.dateline.place == "Madrid"
    assert str(parsed.date) == "2020-05-04"


def test_a_news_site_with_kicker_time_stamp_and_byline() -> None:
    parsed = page(
        """
        WORLD NEWS
        March 3, 2021 / 10:15 AM / Updated 2 years ago
        Peru opens a new port at Chancay
        By Staff Writer
        3 Min Read
        LIMA (Newswire) - Peru opened a port that can take the largest ships, officials said.
        It cost three billion dollars.
        """
    )
    assert parsed.title == "Peru opens a new port at Chancay"
    assert (str(parsed.date), parsed.date_from) == ("2021-03-03", "metadata")
    assert parsed.dateline.place == "Lima"
    assert len(parsed.paragraphs) == 2
    assert len(parsed.removed) == 4


def test_a_labelled_date_on_two_lines_below_a_deck() -> None:
    parsed = page(
        """
        Press release

        Minister visits the Baltic states

        The minister travelled to Riga to talk about energy.

        Published
        3 March 2021

        The minister arrived in Riga in the morning and was met by her colleague.
        """
    )
    assert parsed.title == "Minister visits the Baltic states"
    assert (str(parsed.date), parsed.date_from) == ("2021-03-03", "metadata")
    assert len(parsed.paragraphs) == 2


def test_today_with_a_date_in_brackets_dates_the_article() -> None:
    parsed = page(
        "Minister in Riga\n\nThe minister today (3 March 2021) arrived in Riga for talks."
    )
    assert (str(parsed.date), parsed.date_from) == ("2021-03-03", "dateline")


def test_the_event_of_the_first_sentence_dates_an_article_that_has_no_other_date() -> None:
    text = "New mayor of Riga\n\nThe party won the election on 3 March 2021. It will rule alone.\n"
    assert (str(page(text).date), page(text).date_from) == ("2021-03-03", "dateline")
    assert codes(text) == ["date-of-event"]
    assert str(page(text, "2021-03-04-x.txt").date) == "2021-03-04"


@pytest.mark.parametrize(
    "lead",
    [
        "The treaty was signed in Riga on 3 March 1921 and never broken.",
        "The town remembered those who died in the storm on 3 March 2015.",
        "The storm hit the town on 3 March 2015. The dyke was rebuilt in 2019.",
        "The two ministers will meet in Riga on 3 March 2021.",
        "He was born in Riga in the winter of 1990.",
        "The law, in force since 3 March 2015, was repealed.",
        "The court met on 3 March 2021 and again on 5 March 2021.",
        "RIGA, March 4 (Newswire) - The party won the election on 3 March 2021.",
    ],
)
def test_a_date_that_may_be_of_another_event_dates_nothing(lead: str) -> None:
    assert page(f"A look back\n\n{lead}\n").date is None


def test_the_title_of_an_anniversary_is_no_date() -> None:
    parsed = page("Remembering the Storm of May 3, 2019\n\nThe town will light candles tonight.")
    assert parsed.date is None


def test_an_electronic_mail_is_an_article() -> None:
    parsed = page(
        """
        From: press@museum.example
        Subject: Museum of Toys reopens in Sonneberg
        Date: Tue, 4 May 2021 09:12:00 +0200

        The museum opens its doors on Friday after two years of building work.

        Best regards,
        Eva Klein
        """
    )
    assert parsed.title == "Museum of Toys reopens in Sonneberg"
    assert str(parsed.date) == "2021-05-04"
    assert parsed.paragraphs[-1] == "Best regards,\nEva Klein"


def test_a_japanese_page_with_the_year_of_the_era() -> None:
    parsed = page(
        """
        ホーム > 会見・発表 > 報道発表

        日・エストニア外相会談

        令和2年5月4日

        5月4日、外務大臣は、東京でエストニア外務大臣と会談を行いました。
        """
    )
    assert (parsed.title, parsed.section, parsed.lang) == (
        "日・エストニア外相会談",
        "報道発表",
        "ja",
    )
    assert str(parsed.date) == "2020-05-04"


def test_a_chinese_news_page_without_empty_lines() -> None:
    parsed = page(
        """
        首页>新闻中心>时政
        国务委员会见爱沙尼亚外长
        2020-05-04 15:30
        来源：某报
        　　2020年5月4日，国务委员在北京会见爱沙尼亚外长。
        　　双方表示愿深化合作。
        【打印】【关闭】
        相关新闻
        国务委员会见拉脱维亚外长
        """
    )
    assert parsed.title == "国务委员会见爱沙尼亚外长"
    assert parsed.section == "时政"
    assert parsed.dateline.place == "北京"
    assert parsed.paragraphs == (
        "2020年5月4日，国务委员在北京会见爱沙尼亚外长。",
        "双方表示愿深化合作。",
    )


def test_a_breadcrumb_over_several_lines_is_one() -> None:
    parsed = page(
        """
        Home
        >
        News
        >
        Regional
        Snow closes the pass
        The road is shut until further notice, the canton of Uri said on Monday.
        """
    )
    assert (parsed.title, parsed.section) == ("Snow closes the pass", "Regional")
    assert parsed.removed == ("Home > News > Regional",)


def test_menu_entries_on_lines_of_their_own_are_no_title() -> None:
    parsed = page(
        """
        Home
        News
        Weather
        Storm closes schools in Tasmania
        Tuesday 5 May 2020
        All schools in the south of the island stay closed until Thursday, the government said.
        """
    )
    assert parsed.title == "Storm closes schools in Tasmania"
    assert parsed.removed == ("Home", "News", "Weather", "Tuesday 5 May 2020")


def test_invisible_characters_are_gone_and_letters_are_composed() -> None:
    parsed = page(
        "Cafe\u0301s reopen\u200b in Bia\u00adrritz\n\nThe\u00a0owners\u2009are glad of\u00a0it. "
    )
    assert parsed.title == "Cafés reopen in Biarritz"
    assert parsed.paragraphs == ("The owners are glad of it.",)


def test_a_file_of_controls_only_is_no_article() -> None:
    parsed, problems = parse(Seed("seeds/a.txt", "[Print]\n\nBack to top\n", ""))
    assert parsed is None
    assert [(problem.code, problem.severity) for problem in problems] == [
        ("seed-without-text", "warning")
    ]


def test_a_title_alone_is_an_article_and_noted() -> None:
    parsed, problems = parse(Seed("seeds/2020-05-04-x.txt", "Snow closes the pass\n", ""))
    assert parsed is not None
    assert (parsed.title, parsed.paragraphs) == ("Snow closes the pass", ())
    assert [problem.code for problem in problems] == ["text-missing"]


def test_a_picture_that_lost_its_bracket_is_taken_out() -> None:
    parsed = page(
        "Formula lands in Ohio\n\nThe plane landed at noon.\n\n"
        '<figure <img src="https://a.example/b.jpg" class="wide" / </figure'
    )
    assert parsed.paragraphs == ("The plane landed at noon.",)
