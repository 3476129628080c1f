"""Markdown without a mark in it: paragraphs, as Python-Markdown makes them, much sooner.

It gives up wherever a character could mean something; then Python-Markdown is asked.
"""

import re
from collections.abc import Sequence

from site_builder.model.site import ArticleBody

_SHORT = (
    "attr_list",
    "codehilite",
    "def_list",
    "fenced_code",
    "footnotes",
    "sane_lists",
    "tables",
    "toc",
)
HARMLESS = frozenset([*_SHORT, *(f"markdown.extensions.{short}" for short in _SHORT)])
"""The extensions of Python-Markdown that leave a text without any mark as it is."""

# Control characters, tabs, and what Markdown or HTML takes for a mark anywhere in a line.
_MARK = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\\`*_{}\[\]<>&|]").search
# What may be a mark at the start of a line.
_STARTS = frozenset("#+-=~:")
_ORDERED = re.compile(r"\d+\.").match


def is_harmless(extensions: Sequence[str]) -> bool:
    """Tell whether all extensions leave a text without any mark as it is."""
    return HARMLESS.issuperset(extensions)


def plain_body(markdown: str) -> ArticleBody | None:
    """Turn prose into paragraphs; None where it may be more than prose.

    The result is that of Python-Markdown with any of the harmless extensions.
    """
    if not markdown or _MARK(markdown):
        return None
    paragraphs: list[str] = []
    offsets: list[tuple[int, int, int]] = []
    text_at, html_at = 0, 3
    broken = False
    for paragraph in markdown.split("\n\n"):
        for line in paragraph.split("\n"):
            if (
                not line
                or line[0] in _STARTS
                or line[0].isspace()
                or line[-1].isspace()
                or (line[0].isdecimal() and _ORDERED(line))
            ):
                return None
            offsets.append((text_at, html_at, len(line)))
            text_at += len(line) + 1
            html_at += len(line) + 1
        broken = broken or "\n" in paragraph
        paragraphs.append(paragraph)
        text_at += 1
        html_at += 7
    text = markdown
    if broken:
        text = "\n\n".join([paragraph.replace("\n", " ") for paragraph in paragraphs])
    html = "<p>" + "</p>\n<p>".join(paragraphs) + "</p>"
    return ArticleBody(html=html, text=text, offsets=tuple(offsets))
