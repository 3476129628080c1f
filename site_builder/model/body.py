"""Links set into a text that is HTML already, by the offsets of its plain text."""

from bisect import bisect_right
from collections.abc import Sequence
from html import escape

from site_builder.model.site import ArticleBody


def insert_links(body: ArticleBody, links: Sequence[tuple[int, int, str]]) -> str:
    """Return the HTML of a body with a link around each given stretch of its plain text.

    `links` are (start, end, address) in any order. A stretch that overlaps an earlier one, that
    crosses a tag, or that lies where no link may be (in another link, in code, in a heading) is
    left as it is.
    """
    html, done = body.html, 0
    parts: list[str] = []
    starts = [run[0] for run in body.offsets]
    for start, end, address in sorted(links):
        first = _position(body, starts, start, after=True)
        last = _position(body, starts, end, after=False)
        if first is None or last is None or not done <= first < last:
            continue
        inside = html[first:last]
        if "<" in inside:
            continue
        parts += (html[done:first], f'<a href="{escape(address, quote=True)}">', inside, "</a>")
        done = last
    return "".join(parts) + html[done:] if parts else html


def _position(body: ArticleBody, starts: list[int], offset: int, after: bool) -> int | None:
    """Find the HTML offset of the character after, or else before, an offset in the text."""
    character = offset if after else offset - 1
    index = bisect_right(starts, character) - 1
    if index < 0:
        return None
    text_start, html_start, length = body.offsets[index]
    if character - text_start >= length:
        return None
    return html_start + offset - text_start
