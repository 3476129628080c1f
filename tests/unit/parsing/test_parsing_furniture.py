"""Lines of a page that are not of the article: menus, controls, footers, other headlines."""

from textwrap import dedent

from site_builder.model.article import ParsedSeed
from site_builder.model.seed import Seed
from site_builder.parsing.parse import parse


def article(
    text: str, name: str = "story.txt", repeated: frozenset[str] = frozenset()
) -> ParsedSeed:
    parsed, _ = parse(Seed(f"seeds/{name}", dedent(text).strip("\n"), "0" * 64), repeated)
    assert parsed is not None
    return parsed


def test_the_last_breadcrumb_element_that_is_not_the_title_is_the_section() -> None:
    parsed = article(
        """
        You are here: Home » News » Agriculture » Grain harvest falls short
        Grain harvest falls short

        Farmers brought in a tenth less wheat than in the year before, the ministry reported.
        """
    )
    assert parsed.section == "Agriculture"
    assert parsed.title == "Grain harvest falls short"
    assert parsed.removed == (
        "You are here: Home » News » Agriculture » Grain harvest falls short",
    )


def test_a_menu_is_no_breadcrumb() -> None:
    parsed = article(
        """
        Home | About us | News | Contact
        Council approves the cycle path

        The path will follow the old tramway, the council decided by eleven votes to four.

        Home | About us | News | Contact
        Copyright 2020 Borough Council
        """
    )
    assert parsed.section == ""
    assert parsed.title == "Council approves the cycle path"
    assert len(parsed.paragraphs) == 1
    assert len(parsed.removed) == 3


def test_the_site_before_the_breadcrumb_is_not_the_title() -> None:
    parsed = article(
        """
        Ministry of Transport
        Home > Newsroom > Announcements
        Night trains return to the northern line

        From December there will be a sleeper to Narvik on three nights a week.
        """
    )
    assert parsed.title == "Night trains return to the northern line"
    assert parsed.section == "Announcements"
    assert parsed.removed == ("Ministry of Transport", "Home > Newsroom > Announcements")


def test_a_title_with_its_site_is_cut_where_the_page_prints_it_alone() -> None:
    parsed = article(
        """
        Lighthouse keeper retires after forty years – The Coast Gazette

        Lighthouse keeper retires after forty years

        Nobody will follow him, as the lamp has been automatic since the spring.
        """
    )
    assert parsed.title == "Lighthouse keeper retires after forty years"
    assert parsed.removed == ("Lighthouse keeper retires after forty years – The Coast Gazette",)


def test_a_title_with_its_site_is_cut_where_the_source_repeats_the_site() -> None:
    text = """
        Glacier loses two metres in a year – The Coast Gazette

        Researchers measured the ice at forty stakes in September.
        """
    assert article(text).title.endswith("Gazette")
    repeated = frozenset({"– The Coast Gazette"})
    assert article(text, repeated=repeated).title == "Glacier loses two metres in a year"


def test_repeated_lines_at_the_edges_are_removed_and_signatures_are_not() -> None:
    repeated = frozenset(
        {"Embassies and Consulates", "Follow the ministry", "JANE R. DOE", "Sincerely,"}
    )
    parsed = article(
        """
        A letter on the fishing treaty

        Embassies and Consulates

        Dear colleagues:

        The treaty runs out in May, and we ask you to extend it.

        Sincerely,

        JANE R. DOE

        Follow the ministry
        """,
        repeated=repeated,
    )
    assert parsed.paragraphs[0] == "Dear colleagues:"
    assert parsed.paragraphs[-2:] == ("Sincerely,", "JANE R. DOE")
    assert parsed.removed == ("Embassies and Consulates", "Follow the ministry")


def test_a_title_that_the_source_repeats_stays_the_title() -> None:
    parsed = article(
        """
        Daily Briefing

        The spokesman opened the briefing with the results of the vote in the assembly.
        """,
        repeated=frozenset({"Daily Briefing"}),
    )
    assert parsed.title == "Daily Briefing"


def test_headlines_of_sister_pages_below_the_text_are_removed() -> None:
    parsed = article(
        """
        Minutes of the Harbour Board on May 3, 2019

        The board agreed to dredge the eastern channel before the winter.

        Minutes of the Harbour Board on April 5, 2019

        Minutes of the Harbour Board on March 1, 2019
        """
    )
    assert len(parsed.paragraphs) == 1
    assert len(parsed.removed) == 2
    assert (str(parsed.date), parsed.date_from) == ("2019-05-03", "dateline")


def test_a_block_of_related_articles_is_removed() -> None:
    parsed = article(
        """
        Storks return to the Elbe marshes

        Rangers counted eighty pairs this week, more than in any year since the counts began.

        Related articles
        Otters seen below the weir
        Why the frogs came early
        """
    )
    assert len(parsed.paragraphs) == 1
    assert parsed.removed[0] == "Related articles"


def test_controls_are_removed_as_whole_lines_only() -> None:
    parsed = article(
        """
        [Print] [E-mail]
        Print is not dead, say the booksellers of Turin

        Share this page if you like, the oldest of them joked, but buy a book first.

        Advertisement

        Sales rose for the third year in a row.

        <Send To A Friend>
        Back to top
        All rights reserved.
        """
    )
    assert parsed.title == "Print is not dead, say the booksellers of Turin"
    assert len(parsed.paragraphs) == 2
    assert parsed.removed == (
        "[Print] [E-mail]",
        "Advertisement",
        "<Send To A Friend>",
        "Back to top",
        "All rights reserved.",
    )


def test_stage_directions_are_text() -> None:
    parsed = article(
        """
        Remarks at the opening of the dam

        Thank you all for coming here on such a windy day.

        [Applause]

        Thank you.

        [Laughter.]
        """
    )
    assert parsed.paragraphs[-1] == "[Laughter.]"
    assert parsed.removed == ()


def test_the_line_that_is_printed_twice_above_the_text_is_the_title() -> None:
    parsed = article(
        """
        The Coast Gazette Online Edition

        Seals return to the estuary

        Choose Your Language Here

        Seals return to the estuary

        Wardens counted forty seals on the sandbanks on Monday morning.
        """
    )
    assert parsed.title == "Seals return to the estuary"
    assert len(parsed.paragraphs) == 1
    assert parsed.removed == ("The Coast Gazette Online Edition", "Choose Your Language Here")
