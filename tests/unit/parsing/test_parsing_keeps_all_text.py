"""Whatever a seed holds, parsing does not raise and does not lose a line."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.model.seed import Seed
from site_builder.parsing.boilerplate import lines_of
from site_builder.parsing.lines import normalise
from site_builder.parsing.markup import clean_markup
from site_builder.parsing.parse import parse

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"

_PIECES = (
    "Home > News > Harbour",
    "首页 > 新闻",
    "Home | About us | Contact",
    "Council approves the cycle path",
    "Council approves the cycle path – The Gazette",
    "Council approves the path | The Gazette",
    "COUNCIL APPROVES",
    "Council approves",
    "# A heading",
    "==========",
    "----",
    "By Jane Roe",
    "Title: A title",
    "Section: Local",
    "Date: 24 November 2019",
    "Updated: 25 November 2019",
    "November 24, 2019",
    "LONDON, March 3, 2021 — The council met again on Monday and agreed.",
    "On November 24, 2019 local time, the two met in Oslo.",
    "The path will follow the old tramway, the council decided by eleven votes to four.",
    "The path will follow the old tramway, which was closed when the buses came and has been",
    "overgrown ever since, and it will be lit at night.",
    "Dear colleagues:",
    "THE MAYOR: Thank you.",
    "Q: When?",
    "- one thing",
    "1. first",
    "Sincerely,",
    "JANE ROE",
    "[Print]",
    "<Send To A Friend>",
    "Share this",
    "Related articles",
    "Advertisement",
    "© 2020 The Gazette. All rights reserved.",
    "Back to top",
    "<uA broken heading</u",
    "<td>cell</td><td>cell</td>",
    "&amp; so on",
    "问：今天有什么结果？",
    "新华社北京3月5日电 两国外长会谈。",
    "联系我们 地址：某街",
    "When: Friday",
    "",
    "",
    "   ",
    "\u200b",
    "\u3000\u3000段落。",
)
_LINES = st.one_of(st.sampled_from(_PIECES), st.text(max_size=40))
_SEEDS = st.lists(_LINES, max_size=14).map("\n".join)
_NAMES = st.sampled_from(
    ("a.txt", "2021-01-20-council-approves.txt", "20219999.txt", "é.txt#2", "")
)


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def _assert_nothing_is_lost(seed: Seed, repeated: frozenset[str]) -> None:
    parsed, problems = parse(seed, repeated)
    if parsed is None:
        assert [problem.code for problem in problems] == ["seed-without-text"]
        return
    assert parsed.title.strip()
    assert all(paragraph.strip() for paragraph in parsed.paragraphs)
    assert all(number < len(parsed.paragraphs) for number in parsed.headings)
    kept = "|".join(map(_letters, (parsed.title, parsed.section, parsed.text, *parsed.removed)))
    for line in clean_markup(normalise(seed.text))[0].split("\n"):
        assert _letters(line) in kept


@settings(deadline=None, max_examples=300)
@given(text=_SEEDS, name=_NAMES, data=st.data())
def test_no_line_of_a_generated_seed_is_lost(text: str, name: str, data: st.DataObject) -> None:
    own = sorted(lines_of(text))
    repeated = frozenset(data.draw(st.sets(st.sampled_from(own)))) if own else frozenset()
    _assert_nothing_is_lost(Seed(f"seeds/{name}", text, ""), repeated)


@settings(deadline=None, max_examples=200)
@given(text=st.text(max_size=200))
def test_any_text_at_all_is_parsed(text: str) -> None:
    _assert_nothing_is_lost(Seed("seeds/a.txt", text, ""), frozenset())


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")
def test_no_line_of_the_corpus_is_lost() -> None:
    for path in (*CORPUS.glob("whitehouse/*.txt"), *CORPUS.glob("mfa/*.txt")):
        text = path.read_text(encoding="utf-8")
        _assert_nothing_is_lost(Seed(f"seeds/{path.name}", text, ""), frozenset())
