"""Checks that a comparison is fair: all tools built the same pages, and ours are right."""

import filecmp
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench.ours import SiteBuilder
from bench.tools import Tool

FEED_ITEMS = 20
_IN_ARTICLES = (b"application/ld+json", b"og:title", b'rel="canonical"', b'name="description"')


class IncompleteError(Exception):
    """A tool did not build all that it is compared for."""


class DifferentError(Exception):
    """An incremental build did not write what a clean one writes."""


def check_pages(tool: Tool) -> int:
    """Check that a tool built all pages, and that they show what they should; returns their number.

    Every article has its metadata and a neighbour; lists name each article, feeds its whole text.
    Raises IncompleteError.
    """
    wanted = _wanted(tool)
    found = {kind: tool.count(kind) for kind in tool.pages}
    # A tool may make more: ours has pages of the places that contain the places mentioned.
    missing = [
        f"{wanted[kind] - found[kind]} of {wanted[kind]} {kind} pages"
        for kind in found
        if found[kind] < wanted[kind]
    ]
    texts = {kind: list(_texts(tool, kind)) for kind in ("article", "person", "place", "section")}
    missing += [
        f"{mark.decode()} in {count} articles"
        for mark in _IN_ARTICLES
        if (count := sum(mark not in text for text in texts["article"]))
    ]
    if alone := sum(not _has_neighbour(text) for text in texts["article"]):
        missing.append(f"the article before or after in {alone} articles")
    for kind, pages in texts.items():
        if kind != "article" and (got := _count(pages, b"<time")) < wanted[f"on {kind} pages"]:
            missing.append(f"{wanted[f'on {kind} pages'] - got} articles on {kind} pages")
    feeds = list(_texts(tool, "feed"))
    if (got := _count(feeds, b"<item>")) < wanted["items"]:
        missing.append(f"{wanted['items'] - got} articles in feeds")
    if (got := _count(feeds, b"&lt;/p&gt;")) < wanted["paragraphs"]:
        missing.append(f"{wanted['paragraphs'] - got} paragraphs in feeds")
    if missing:
        raise IncompleteError(f"{tool.name} did not build: {'; '.join(missing)}")
    return sum(found.values())


def _wanted(tool: Tool) -> Counter[str]:
    """Count what the articles need: pages by kind, articles in lists and in feeds."""
    articles = list(tool.articles.values())
    named = {
        "person": Counter(name for article in articles for name in article.people),
        "place": Counter(name for article in articles for name in article.places),
        "section": Counter(article.section for article in articles),
    }
    wanted = Counter({kind: len(counts) for kind, counts in named.items()})
    wanted.update({f"on {kind} pages": counts.total() for kind, counts in named.items()})
    wanted["article"] = len(articles)
    wanted["feed"] = 1 + sum(len(counts) for counts in named.values())
    wanted["index"] = len(tool.pages["index"].split())
    wanted["items"] = min(len(articles), FEED_ITEMS) + sum(
        min(count, FEED_ITEMS) for counts in named.values() for count in counts.values()
    )
    wanted["paragraphs"] = 4 * wanted["items"]
    return wanted


def _texts(tool: Tool, kind: str) -> Iterator[bytes]:
    for pattern in tool.pages[kind].split():
        for path in (tool.folder / tool.output).glob(pattern):
            yield path.read_bytes()


def _count(texts: list[bytes], mark: bytes) -> int:
    return sum(text.count(mark) for text in texts)


def _has_neighbour(text: bytes) -> bool:
    return b'rel="prev"' in text or b'rel="next"' in text


def check_shown(tool: Tool, slug: str, text: str) -> None:
    """Check that the page of an article shows a text; raises IncompleteError."""
    output = tool.folder / tool.output
    pages = [output / pattern.replace("*", slug) for pattern in tool.pages["article"].split()]
    if not any(text in page.read_text("utf-8") for page in pages if page.exists()):
        raise IncompleteError(f"{tool.name} does not show {text!r} in {slug} after building again")


def check_equal(tool: SiteBuilder, scenario: str, folder: Path) -> int:
    """Build the same inputs from nothing, and compare; returns how many files there are.

    Nothing that was kept of builds before helps the clean one. Raises DifferentError.
    """
    copy = folder / f"check-{tool.name}-{scenario}"
    shutil.copytree(tool.folder, copy, ignore=shutil.ignore_patterns(tool.output, ".site-builder"))
    subprocess.run(tool.command(), cwd=copy, check=True, capture_output=True)
    return compare_trees(tool.folder / tool.output, copy / tool.output, scenario)


def compare_trees(one: Path, other: Path, scenario: str) -> int:
    """Compare two folders byte by byte; raises DifferentError."""
    files, others = ({p.relative_to(f) for p in f.rglob("*") if p.is_file()} for f in (one, other))
    wrong = [
        path
        for path in sorted(files | others)
        if path not in files
        or path not in others
        or not filecmp.cmp(one / path, other / path, shallow=False)
    ]
    if wrong:
        named = ", ".join(str(path) for path in wrong[:5])
        raise DifferentError(
            f"After {scenario}, {len(wrong)} files are not those of a clean build: {named}"
        )
    return len(files)
