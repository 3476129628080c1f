"""Where an article's date and place are printed, in many forms."""

from textwrap import dedent

import pytest

from site_builder.model.article import Dateline, ParsedSeed
from site_builder.model.seed import Seed
from site_builder.parsing.parse import parse


def article(text: str) -> ParsedSeed:
    parsed, _ = parse(Seed("seeds/story.txt", dedent(text).strip("\n"), ""))
    assert parsed is not None
    return parsed


@pytest.mark.parametrize(
    ("lead", "place", "local"),
    [
        ("On May 4, 2020, the two ministers met in Tartu.", "Tartu", False),
        (
            "On 4 May 2020 local time, the two ministers met in The Hague for talks.",
            "The Hague",
            True,
        ),
        ("On May 4, 2020, the ministry said that prices rose in Tartu.", "", False),
        ("On May 4, 2020, the act was debated in Parliament.", "", False),
        ("2020年5月4日，国务委员在塔尔图会见爱沙尼亚外长。", "塔尔图", False),
        ("当地时间2020年5月4日，国务委员在塔尔图会见爱沙尼亚外长。", "塔尔图", True),
        ("Le 4 mai 2020, les deux ministres ont signé un accord.", "", False),
    ],
)
def test_the_date_that_opens_the_first_sentence(lead: str, place: str, local: bool) -> None:
    parsed = article(f"Two ministers meet\n\n{lead}\n\nThey spoke about the border.")
    assert (str(parsed.date), parsed.date_from) == ("2020-05-04", "dateline")
    assert parsed.dateline == Dateline(place, local)
    assert parsed.paragraphs[0] == lead


@pytest.mark.parametrize(
    ("opening", "place", "date"),
    [
        ("LONDON, March 3, 2021 —", "London", "2021-03-03"),
        ("GENEVA, 12 Sept. 2018 (Newswire) --", "Geneva", "2018-09-12"),
        ("Paris, le 3 mars 2021 –", "Paris", "2021-03-03"),
        ("TOKYO (Newswire) -", "Tokyo", "None"),
        ("WASHINGTON –", "Washington", "None"),
        ("WASHINGTON, D.C. —", "Washington, D.C.", "None"),
        ("NEW YORK, Nov. 24 (Newswire) --", "New York", "None"),
        ("ST. PETERSBURG, Russia, 7 June 2019 —", "St. Petersburg, Russia", "2019-06-07"),
        ("Geneva, 12 September 2018.", "Geneva", "2018-09-12"),
        ("(Nairobi, 1 March 2022) –", "Nairobi", "2022-03-01"),
        ("RIO DE JANEIRO, June 3, 2012 (ABC) -", "Rio de Janeiro", "2012-06-03"),
        ("Berlin, 3. März 2021 –", "Berlin", "2021-03-03"),
        ("BRUSSELS/GENEVA, 3 March 2021 -", "Brussels/Geneva", "2021-03-03"),
        ("FACT SHEET –", "", "None"),
        ("NATO —", "", "None"),
    ],
)
def test_datelines_before_a_dash(opening: str, place: str, date: str) -> None:
    parsed = article(f"Talks go on\n\n{opening} Delegates met again after a night of bargaining.")
    assert (parsed.dateline.place, str(parsed.date)) == (place, date)


def test_a_dateline_alone_on_its_line_is_removed() -> None:
    parsed = article(
        """
        Vaccines reach the islands

        Suva, 9 March 2021

        The first boxes were flown in from Nadi and taken to the hospital at once.
        """
    )
    assert parsed.dateline.place == "Suva"
    assert str(parsed.date) == "2021-03-09"
    assert parsed.removed == ("Suva, 9 March 2021",)


@pytest.mark.parametrize(
    "line",
    [
        "(2019-11-24)",
        "November 24, 2019",
        "Published: 24/11/2019",
        "Posted on Sunday, 24 November 2019 at 10:31",
        "2019-11-24T10:31:00+09:00",
        "Nov 24 2019 10:31",
        "2019-11-24 22:15:03 Source: Newswire Editor: lin",
        "Source: Newswire | 2019-11-24 22:15:03 | Editor: lin",
        "By Jane Roe | November 24, 2019 | 5 min read",
        "FOR IMMEDIATE RELEASE November 24, 2019",
        "2019年11月24日 10:31 来源：新华社",
        "发布时间：2019-11-24",
        "Date: Sun, 24 Nov 2019 10:31:00 +0900",
        "Publié le 24 novembre 2019 à 10h31",
        "Veröffentlicht am 24.11.2019",
    ],
)
def test_lines_that_date_an_article(line: str) -> None:
    parsed = article(
        f"Snow closes the pass\n\n{line}\n\nThe road was shut at noon, the canton said."
    )
    assert (str(parsed.date), parsed.date_from) == ("2019-11-24", "metadata")
    assert parsed.removed == (line,)
    assert len(parsed.paragraphs) == 1


@pytest.mark.parametrize(
    "line",
    ["Updated: 24 November 2019", "Updated 24 November 2019 at 10:31", "更新时间：2019-11-24"],
)
def test_an_update_is_not_the_date(line: str) -> None:
    parsed = article(f"Snow closes the pass\n{line}\n\nThe road was shut at noon.")
    assert parsed.date is None
    assert parsed.removed == (line,)


def test_the_first_publication_counts_and_not_the_update_beside_it() -> None:
    line = "Published 3 March 2021, updated 4 March 2021"
    assert str(article(f"Snow closes the pass\n{line}\n\nThe road is shut.").date) == "2021-03-03"
