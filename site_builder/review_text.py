"""How a review looks: lines on a terminal, a page of its own, JSON for programs."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from site_builder.content.review_file import doubt_row
from site_builder.disk.package_data import read_data
from site_builder.model.entity import Doubt
from site_builder.reviewing import Guess, Review
from site_builder.terminal import WIDTH, wrapped

KINDS: Mapping[str, tuple[str, str]] = {
    "surname": (
        "Surnames that may be several people's",
        "Accepted, the surname is the named person's: in the articles of the row, or in all. "
        "Rejected, it is nobody's.",
    ),
    "merge": (
        "Two names that may be one person's",
        "Accepted, the row's person is merged into the other. Rejected, they stay two for good.",
    ),
    "type": (
        "Names that read now as a person, now as a place, now as something else",
        "Accepted, the row counts as it stands: with a kind, the name is of that type; with the "
        "kind emptied, it stays what it is. Rejected, it is neither person nor place.",
    ),
    "place": (
        "Places that the gazetteer does not have, or that were chosen on little evidence",
        "Accepted, it is a place, with the parent and coordinates that you give it. Rejected, it "
        "is none.",
    ),
    "single": (
        "People of whom one article says little",
        "Accepted, the person has a page. Hidden, there is none; rejected, it is no person.",
    ),
    "sort name": (
        "Names filed by a guess",
        "Accepted, the person is filed under the sort_name of the row.",
    ),
    "date": ("Dates that are missing or guessed", "Write the date into the article's file."),
    "boilerplate": (
        "Lines that were left out as boilerplate",
        "Put back what belongs to the text in the article's file.",
    ),
}
"""The kinds of doubt, in words, and what an editor's word does."""

_SHOWN = 20


def review_as_json(review: Review) -> str:
    """Write all that is in doubt, with the names of the fields and the row that would decide."""
    doubts = [
        {**asdict(doubt), "row": {k: v for k, v in _row(review, doubt).items() if v}}
        for doubt in review.doubts
    ]
    guesses = [asdict(guess) for guess in review.guesses]
    return json.dumps({"doubts": doubts, "guesses": guesses}, ensure_ascii=False, indent=2)


def review_as_text(review: Review, limit: int | None = None) -> str:
    """Write what is in doubt as a table: 20 of it, or as much as is asked for."""
    total = len(review.doubts) + len(review.guesses)
    if not total:
        return "Nothing waits for you: whatever was found is clear, or decided."
    rows = [*map(_doubt_line, review.doubts), *map(_guess_line, review.guesses)]
    shown = rows[: _SHOWN if limit is None else limit]
    lines = [f"{'KIND':11} {'NAME':50} {'ARTICLES':>8}"]
    for kind, name, count, evidence in shown:
        lines.append(f"{kind:11} {_cut(name, 50):50} {count:>8}")
        lines += wrapped(evidence, f"{'':12}")
    if total > len(shown):
        lines += ["", f"... and {total - len(shown)} more; --limit {total} shows all."]
    lines += [
        "",
        "To decide: site-builder review --csv review.csv, open it in a spreadsheet, write",
        "accepted, hidden or rejected into the column status, and hand it back:",
        "site-builder review --apply review.csv",
    ]
    return "\n".join(lines)


def _doubt_line(doubt: Doubt) -> tuple[str, str, str, str]:
    meanwhile = "" if doubt.published else " Not published."
    return doubt.kind, doubt.name, str(doubt.articles), doubt.evidence + meanwhile


def _guess_line(guess: Guess) -> tuple[str, str, str, str]:
    return guess.kind, guess.title, "", guess.evidence


def _cut(text: str, width: int) -> str:
    line = next(wrapped(text[: WIDTH * 2]), "")
    return line if len(line) <= width else line[: width - 3] + "..."


def _row(review: Review, doubt: Doubt) -> Mapping[str, str]:
    return doubt_row(doubt, review.names, review.files)


@dataclass(frozen=True, slots=True)
class _Item:
    """One doubt as the page shows it; `before` and `after` are the sentence around the name."""

    name: str
    evidence: str
    article: str
    link: str
    published: bool | None
    articles: int
    before: str
    marked: str
    after: str
    lines: tuple[str, ...]
    cells: tuple[tuple[str, str], ...]


def review_as_html(review: Review, title: str, output: str) -> str:
    """Write a page that stands by itself: no script, light and dark.

    `output` is the way from the page's folder to the built site's.
    """
    from jinja2 import Environment

    template = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(
        read_data("review.html").decode("utf-8")
    )
    groups: dict[str, list[_Item]] = {}
    for doubt in review.doubts:
        groups.setdefault(doubt.kind, []).append(_doubt_item(review, doubt, output))
    for guess in review.guesses:
        groups.setdefault(guess.kind, []).append(_guess_item(review, guess, output))
    shown = [
        {"id": kind.replace(" ", "-"), "title": KINDS[kind][0], "hint": KINDS[kind][1], "items": of}
        for kind, of in groups.items()
    ]
    return template.render(title=title, groups=shown)


def _doubt_item(review: Review, doubt: Doubt, output: str) -> _Item:
    before, marked, after = _marked(doubt.sentence, (doubt.name, *doubt.name.split()[-1:]))
    said: Iterable[tuple[str, Any]] = _row(review, doubt).items()
    hidden = {"doubt", "evidence", "sentence", "article"}
    return _Item(
        doubt.name,
        doubt.evidence,
        review.titles.get(doubt.article, ""),
        _link(review, doubt.article, output),
        doubt.published,
        doubt.articles,
        before,
        marked,
        after,
        (),
        tuple((column, text) for column, text in said if text and column not in hidden),
    )


def _guess_item(review: Review, guess: Guess, output: str) -> _Item:
    link = _link(review, guess.article, output)
    file = (("file", review.files[guess.article]),)
    return _Item(guess.title, guess.evidence, "", link, None, 1, "", "", "", guess.lines, file)


def _link(review: Review, article: str, output: str) -> str:
    page = review.pages.get(article, "")
    return quote(f"{output}/{page}") if page else ""


def _marked(sentence: str, names: Iterable[str]) -> tuple[str, str, str]:
    """Part a sentence into what stands before a name, the name, and what stands after it."""
    for name in names:
        # A name is a word of its own, except where the script has no blanks between words.
        pattern = rf"(?<!\w){re.escape(name)}(?!\w)" if name.isascii() else re.escape(name)
        if found := re.search(pattern, sentence, re.IGNORECASE):
            return sentence[: found.start()], found[0], sentence[found.end() :]
    return sentence, "", ""


def way_to(output: Path, page: Path) -> Iterator[str]:
    """Write the way from a page's folder to another folder, part by part."""
    here, there = page.absolute().parent.parts, output.absolute().parts
    common = 0
    while common < min(len(here), len(there)) and here[common] == there[common]:
        common += 1
    yield from [".."] * (len(here) - common)
    yield from there[common:]
