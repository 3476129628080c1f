"""Layouts that news come in, each with sentences written for the test."""

from textwrap import dedent

from site_builder.model.article import Dateline, ParsedSeed
from site_builder.model.seed import Seed
from site_builder.parsing.parse import parse


def article(
    text: str, name: str = "story.txt", repeated: frozenset[str] = frozenset()
) -> ParsedSeed:
    parsed, _ = parse(Seed(f"seeds/{name}", dedent(text).strip("\n"), "0" * 64), repeated)
    assert parsed is not None
    return parsed


def test_an_agency_dispatch_has_its_place_and_date_before_the_dash() -> None:
    parsed = article(
        """
        Swiss voters back a new rail tunnel

        BERN, Switzerland, March 3, 2021 (Alpine News) -- Voters approved a loan for the tunnel on
        Sunday, the federal chancellery said.

        The work is to start in the autumn.
        """
    )
    assert parsed.title == "Swiss voters back a new rail tunnel"
    assert (str(parsed.date), parsed.date_from) == ("2021-03-03", "dateline")
    assert parsed.dateline == Dateline("Bern, Switzerland")
    assert parsed.paragraphs[0].startswith("BERN, Switzerland, March 3, 2021 (Alpine News) --")
    assert len(parsed.paragraphs) == 2


def test_a_wrapped_paragraph_becomes_one_line_and_an_address_keeps_its_lines() -> None:
    parsed = article(
        """
        Harbour library opens its doors in Oslo

        The new harbour library opened to readers on Saturday morning after a
        delay of two years, and several hundred people queued along the quay
        before the doors were unlocked by the mayor and the chief librarian.

        The library can be reached at:

        Harbour Library
        Quay Street 4
        0150 Oslo

        Readers may borrow up to twenty books at a time, which is twice as
        many as in the old building on the hill.
        """
    )
    assert parsed.paragraphs[0] == (
        "The new harbour library opened to readers on Saturday morning after a delay of two years, "
        "and several hundred people queued along the quay before the doors were unlocked by the "
        "mayor and the chief librarian."
    )
    assert parsed.paragraphs[2] == "Harbour Library\nQuay Street 4\n0150 Oslo"
    assert len(parsed.paragraphs) == 4


def test_a_wrapped_headline_is_one_title() -> None:
    parsed = article(
        """
        Ministers of five river states agree to publish daily water levels
        along the whole length of the Danube

        The agreement was signed in Vienna after three days of talks, and it
        takes effect as soon as all of the parliaments have approved it, which
        nobody expects to happen before the summer.
        """
    )
    assert parsed.title == (
        "Ministers of five river states agree to publish daily water levels along the whole length "
        "of the Danube"
    )
    assert len(parsed.paragraphs) == 1


def test_a_file_without_empty_lines_has_one_paragraph_a_line() -> None:
    parsed = article(
        """
        Ferry to Gotland resumes after storm
        Published: 24/11/2019
        By Karin Holm
        The ferry between Nynäshamn and Visby sailed again on Sunday after two days of storm.
        About nine hundred passengers had to wait.
        The operator will refund every ticket for the cancelled sailings, a spokeswoman said.
        """
    )
    assert parsed.title == "Ferry to Gotland resumes after storm"
    assert (str(parsed.date), parsed.date_from) == ("2019-11-24", "metadata")
    assert len(parsed.paragraphs) == 3
    assert parsed.removed == ("Published: 24/11/2019", "By Karin Holm")


def test_labelled_lines_above_the_text_are_metadata() -> None:
    parsed = article(
        """
        Title: Bridge at Kehl closed for repairs
        Date: 12 September 2018
        Section: Regional
        Source: Upper Rhine Press Office
        Place: Kehl

        The bridge will stay closed to cars for six weeks while its bearings are replaced.
        """
    )
    assert parsed.title == "Bridge at Kehl closed for repairs"
    assert parsed.section == "Regional"
    assert (str(parsed.date), parsed.date_from) == ("2018-09-12", "metadata")
    assert parsed.dateline.place == "Kehl"
    assert parsed.paragraphs == (
        "The bridge will stay closed to cars for six weeks while its bearings are replaced.",
    )
    assert len(parsed.removed) == 5


def test_subheads_are_found_and_speakers_signatures_and_times_are_not() -> None:
    parsed = article(
        """
        Report on the state of the forests

        2:20 P.M. EDT

        The forests have recovered from the drought of the last two summers, the report finds.

        Damage by Bark Beetles

        The beetles were fewer than feared, because the spring was cold and wet throughout.

        NEW PLANTING

        Two million oaks and limes were planted in the hills, most of them by volunteers.

        THE MINISTER: We will go on planting until the slopes are green again.

        Sincerely,

        Anna Berg
        """
    )
    heads = [parsed.paragraphs[number] for number in sorted(parsed.headings)]
    assert heads == ["Damage by Bark Beetles", "NEW PLANTING"]


def test_markdown_and_underlined_titles_lose_their_signs() -> None:
    hashed = article("# The mill turns again\n\nIt took nine years to mend the wheel.")
    assert hashed.title == "The mill turns again"
    underlined = article(
        "The mill turns again\n====================\n\nIt took nine years to mend it."
    )
    assert underlined.title == "The mill turns again"
    assert underlined.paragraphs == ("It took nine years to mend it.",)


def test_what_looks_like_markdown_or_html_in_the_body_is_text() -> None:
    literal = (
        "# 1 is not a heading, he said.",
        "**Stars** and _lines_ and `ticks` stay.",
        "1. This is a sentence. <b>So</b> is this, with <br> and &amp; in it.",
        "<p>Tags that are whole are text.</p>",
        "> Quoted [x](https://x.example) ~~~ text.",
    )
    parsed = article("The Mill Turns Again\n\n" + "\n\n".join(literal))
    assert parsed.paragraphs == literal


def test_a_title_in_capitals_stays_as_printed() -> None:
    parsed = article(
        "FLOOD WARNING LIFTED\n\nThe river fell below the second mark on Monday night."
    )
    assert parsed.title == "FLOOD WARNING LIFTED"


def test_text_without_a_title_gets_one_from_its_first_sentence() -> None:
    text = (
        "The city of Ghent will let its canals freeze over this winter if the cold allows it, so "
        "that people can skate from the castle to the station. Police will test the ice daily."
    )
    parsed, problems = parse(Seed("seeds/a.txt", text, ""))
    assert parsed is not None
    assert parsed.title == (
        "The city of Ghent will let its canals freeze over this winter if the cold allows it, so…"
    )
    assert parsed.paragraphs == (text,)
    assert "title-made" in [problem.code for problem in problems]


def test_tags_that_lost_their_brackets_are_taken_out() -> None:
    parsed = article(
        "Board of the Maritime Museum\n\n"
        "<uCaptain Ellen Moe, Chair</u\n\n"
        "Captain Moe has sailed since she was nineteen, from the 21<supst</sup of May on.\n\n"
        "<!-- --\n\n"
        '<table <tbody <tr class="odd" <td<strongShip</strong</td <tdYear</td </tr '
        "<tr <tdFram</td <td1892</td </tr </tbody </table"
    )
    assert parsed.paragraphs == (
        "Captain Ellen Moe, Chair",
        "Captain Moe has sailed since she was nineteen, from the 21st of May on.",
        "Ship | Year\nFram | 1892",
    )
    assert parsed.headings == {0}


def test_an_event_announcement_keeps_its_lines() -> None:
    parsed = article(
        """
        Open day at the observatory

        When: Friday, 13 October 2023, 8 p.m.

        Where: Pic du Midi

        Contact: the press office

        Visitors will see the rings of Saturn if the sky is clear.
        """
    )
    assert parsed.date is None
    assert len(parsed.paragraphs) == 4


def test_chinese_pages_take_their_date_from_the_title() -> None:
    parsed = article(
        """
        2018年5月4日外交部发言人主持例行记者会 — 中华人民共和国外交部

        问：今天的会议有什么结果？

        答：双方同意继续磋商。

        联系我们 地址：北京市某街2号
        """
    )
    assert parsed.title == "2018年5月4日外交部发言人主持例行记者会"
    assert (str(parsed.date), parsed.lang) == ("2018-05-04", "zh")
    assert parsed.paragraphs == ("问：今天的会议有什么结果？", "答：双方同意继续磋商。")


def test_a_chinese_breadcrumb_and_dispatch() -> None:
    parsed = article(
        """
        首页 > 新闻 > 国际新闻

        两国外长在维也纳会谈

        新华社维也纳3月5日电（记者 李明）两国外长5日举行会谈，就双边关系交换意见。
        """
    )
    assert parsed.section == "国际新闻"
    assert parsed.title == "两国外长在维也纳会谈"
    assert parsed.dateline.place == "维也纳"
    assert parsed.date is None


def test_verse_keeps_its_line_breaks() -> None:
    parsed = article(
        """
        A song for the harvest

        Bring in the barley,
        Bring in the rye,
        Summer is over
        And autumn is nigh.
        """
    )
    assert parsed.paragraphs == (
        "Bring in the barley,\nBring in the rye,\nSummer is over\nAnd autumn is nigh.",
    )


def test_a_list_below_its_introduction_stays_together() -> None:
    parsed = article(
        """
        What the new timetable brings

        The railway will run these trains:
        - one to Bergen every hour
        - two to Oslo at night

        Tickets go on sale on Monday.
        """
    )
    assert parsed.paragraphs[0] == (
        "The railway will run these trains:\n- one to Bergen every hour\n- two to Oslo at night"
    )


def test_lines_that_go_on_are_no_subheads() -> None:
    parsed = article(
        """
        Report on the state of the forests

        The forests have recovered from the drought of the last two summers, the report finds.

        Norwegian Institute Of Forest Research,

        Two million oaks and limes were planted in the hills, most of them by volunteers.

        “A Very Good Year For Oaks”

        The beetles were fewer than feared, because the spring was cold and wet throughout.
        """
    )
    assert parsed.headings == frozenset()


def test_a_line_of_html_is_text_and_a_control_in_angle_brackets_is_not() -> None:
    parsed = article(
        "The Mill Turns Again\n\nIt took nine years.\n\n<svg/onload=x>\n\n<div>\n\n<B>\n\n"
        "<Suggest To A Friend>"
    )
    assert parsed.paragraphs[1:] == ("<svg/onload=x>", "<div>", "<B>")
    assert parsed.removed == ("<Suggest To A Friend>",)


def test_a_title_with_a_tag_in_it_is_no_breadcrumb() -> None:
    title = 'The mill "><img src=x> turns again'
    parsed = article(f"Home > News\n{title}\n\nIt took nine years to mend the wheel.")
    assert (parsed.title, parsed.section) == (title, "News")
