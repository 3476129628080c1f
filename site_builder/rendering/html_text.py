"""Reading HTML: well-formed again, with its plain text and where each run of that stands."""

import re
from dataclasses import dataclass, field
from html import unescape

from site_builder.model.site import ArticleBody

_TOKEN = re.compile(
    r"""(?P<hidden><!--.*?-->|<[?!][^<>]*>|<(?P<raw>script|style)\b[^<>]*>.*?</(?P=raw)\s*>)
    |<(?P<close>/?)(?P<tag>[a-zA-Z][^\s/<>]*)(?P<rest>(?:[^"'<>]|"[^"]*"|'[^']*')*)>
    |(?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)
    |(?P<text>[^<&]+)
    |(?P<stray>[<&])""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


_BLOCKS = _tags(
    "address article aside blockquote caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre "
    "section summary table tbody td tfoot th thead tr ul"
)
_VOID = _tags("area base br col embed hr img input link meta source track wbr")
_UNLINKED = _tags("a button code h1 h2 h3 h4 h5 h6 kbd pre samp summary")
_SILENT = _tags("template textarea title iframe svg math object")
_FOOTNOTE_MARK = re.compile(r"""\s(?:id=["']fnref|class=["']footnote-backref["'])""")
_HEADING = re.compile("h[1-6]")
_WHITESPACE = " \t\n\r\f"


def read_html(html: str) -> ArticleBody:
    """Read an HTML fragment: mend it, set its headings below a page's h1, and take its text.

    Blocks are parted by an empty line, `<br>` is a line feed, any other line feed a space, except
    in `<pre>`; footnote marks are left out. Every element is closed; a stray `<` or `&` is escaped;
    with an h1 in the text all headings go down by one; a table can be scrolled by keyboard.
    """
    reader = _Reader(lower_headings=re.search("<h1[\\s>]", html, re.IGNORECASE) is not None)
    for match in _TOKEN.finditer(html):
        reader.take(match)
    return reader.body()


@dataclass(slots=True)
class _Reader:
    lower_headings: bool
    html: list[str] = field(default_factory=list)
    length: int = 0
    open: list[str] = field(default_factory=list)
    silent: int = 0
    unlinked: int = 0
    preformatted: int = 0
    tables: int = 0
    after_break: bool = False
    # The text of the block at hand: each piece with its HTML offset, or None where they differ.
    block: list[tuple[str, int | None]] = field(default_factory=list)
    blocks: list[str] = field(default_factory=list)
    text_length: int = 0
    offsets: list[tuple[int, int, int]] = field(default_factory=list)

    def take(self, match: re.Match[str]) -> None:
        kind, token = match.lastgroup, match[0]
        if match["hidden"]:
            self._write(token)
        elif kind == "text":
            self._text(token)
        elif kind == "entity":
            self._say(unescape(token), None)
            self._write(token)
        elif kind == "stray":
            self._say(token, None)
            self._write("&lt;" if token == "<" else "&amp;")
        elif match["close"]:
            self._close(match["tag"].lower())
        else:
            self._open(match["tag"].lower(), match["rest"])

    def body(self) -> ArticleBody:
        while self.open:
            self._end(self.open[-1])
        self._part()
        return ArticleBody(
            html="".join(self.html), text="\n\n".join(self.blocks), offsets=tuple(self.offsets)
        )

    def _write(self, html: str) -> None:
        self.html.append(html)
        self.length += len(html)

    def _say(self, text: str, at: int | None) -> None:
        if not self.silent:
            self.block.append((text, None if self.unlinked else at))
        self.after_break = False

    def _text(self, text: str) -> None:
        at = self.length
        self._write(text)
        if self.after_break and text.startswith("\n"):
            text, at = text[1:], at + 1
        if self.preformatted:
            self._say(text, at)
            return
        for number, line in enumerate(text.split("\n")):
            if number:
                self._say(" ", None)
            if line:
                self._say(line, at)
            at += len(line) + 1

    def _open(self, tag: str, rest: str) -> None:
        tag = self._level(tag)
        if tag in _BLOCKS:
            self._part()
        if tag == "table" and not self.tables:
            self._write('<div class="table-scroll" role="group" aria-label="Table" tabindex="0">')
        if tag in _VOID:
            self._write(f"<{tag}{rest.rstrip(' /')} />")
            if tag == "br":
                self._say("\n", None)
                self.after_break = True
            return
        self._write(f"<{tag}{rest.rstrip('/') if rest.endswith(' /') else rest}>")
        self.open.append(self._opened(tag, rest))

    def _opened(self, tag: str, rest: str) -> str:
        mark = tag in ("sup", "a") and _FOOTNOTE_MARK.search(rest) is not None
        while mark and self.block and self.block[-1][0] == "\xa0":
            self.block.pop()
        self._count(tag, mark, 1)
        return f"{tag}*" if mark else tag

    def _count(self, tag: str, mark: bool, step: int) -> None:
        self.silent += step * (mark or tag in _SILENT)
        self.unlinked += step * (tag in _UNLINKED)
        self.preformatted += step * (tag == "pre")
        self.tables += step * (tag == "table")

    def _close(self, tag: str) -> None:
        tag = self._level(tag)
        if tag in _VOID or not any(name.rstrip("*") == tag for name in self.open):
            return
        while self.open[-1].rstrip("*") != tag:
            self._end(self.open[-1])
        self._end(self.open[-1])

    def _end(self, opened: str) -> None:
        tag = opened.rstrip("*")
        self.open.pop()
        self._write(f"</{tag}>")
        self._count(tag, opened.endswith("*"), -1)
        if tag == "table" and not self.tables:
            self._write("</div>")
        if tag in _BLOCKS:
            self._part()

    def _level(self, tag: str) -> str:
        if self.lower_headings and _HEADING.fullmatch(tag):
            return f"h{min(int(tag[1]) + 1, 6)}"
        return tag

    def _part(self) -> None:
        """Finish a block of text."""
        pieces, self.block, self.after_break = self.block, [], False
        whole = "".join(text for text, _ in pieces)
        text = whole.strip(_WHITESPACE)
        if not text:
            return
        first = len(whole) - len(whole.lstrip(_WHITESPACE))
        last = first + len(text)
        start = self.text_length + 2 if self.blocks else 0
        at = 0
        for piece, html in pieces:
            low, high = max(at, first), min(at + len(piece), last)
            if html is not None and low < high:
                self.offsets.append((start + low - first, html + low - at, high - low))
            at += len(piece)
        self.blocks.append(text)
        self.text_length = start + len(text)
