"""All tools get the same articles and the same edits, and what they built is looked at."""

import subprocess
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from pytest import MonkeyPatch, fixture, mark, raises

from bench import __main__ as command
from bench.checking import (
    DifferentError,
    IncompleteError,
    check_equal,
    check_pages,
    check_shown,
)
from bench.corpus import corpus
from bench.ours import SiteBuilder
from bench.peers import eleventy, hugo, pelican, zola
from bench.scenarios import ALL, middle
from bench.tools import CannotRunError, Tool

Make = Callable[[str], Tool]
EDITS = [name for name, scenario in ALL.items() if not scenario.clean]


@fixture
def make(tmp_path: Path, monkeypatch: MonkeyPatch) -> Iterator[Make]:
    """Write the site of a tool, without installing the tool."""
    for module, name in (
        (hugo, "_install"),
        (pelican, "_install"),
        (eleventy, "npm_install"),
        (zola, "npm_install"),
        (zola, "_version"),
    ):
        monkeypatch.setattr(module, name, lambda *_: Path("nowhere"))

    def write(name: str) -> Tool:
        articles = list(corpus(40, 30))
        made: Tool
        if name == "site-builder":
            made = SiteBuilder(tmp_path / name, articles)
        else:
            made = command.PEERS[name](tmp_path / name, articles, tmp_path)
        made.folder.mkdir()
        made.make()
        return made

    yield write


def build(tool: Tool) -> None:
    subprocess.run(tool.command(), cwd=tool.folder, check=True, capture_output=True)


@mark.parametrize("name", [*command.PEERS, "site-builder"])
def test_a_tool_gets_every_article_with_its_title_people_places_and_text(
    name: str, make: Make
) -> None:
    tool = make(name)
    for article in tool.articles.values():
        text = (tool.folder / tool.article_file(article)).read_text("utf-8")
        wanted = (article.title, article.date, *article.people, *article.places, article.body)
        assert [part for part in wanted if part not in text] == []


@mark.parametrize("name", [*command.PEERS, "site-builder"])
@mark.parametrize("scenario", EDITS)
def test_an_edit_changes_other_files_in_each_round(name: str, scenario: str, make: Make) -> None:
    tool = make(name)

    def files() -> dict[Path, str]:
        return {path: path.read_text("utf-8") for path in tool.folder.rglob("*") if path.is_file()}

    seen = [files()]
    for number in range(3):
        ALL[scenario].prepare(tool, number)
        seen.append(files())
    changes = [one != other for one, other in pairwise(seen)]
    assert changes == [scenario != "unchanged"] * 3


def test_all_tools_get_the_same_edits(make: Make) -> None:
    tools = [make(name) for name in ("hugo", "pelican", "eleventy", "zola")]
    for scenario in EDITS:
        assert len({ALL[scenario].prepare(tool, 1) for tool in tools}) == 1
    assert all(tool.articles == tools[0].articles for tool in tools)


def test_a_build_that_lacks_pages_or_articles_in_lists_is_no_match(make: Make) -> None:
    tool = make("site-builder")
    build(tool)
    assert check_pages(tool) > 40
    check_shown(tool, middle(tool).slug, middle(tool).title)
    with raises(IncompleteError, match="does not show"):
        check_shown(tool, middle(tool).slug, "what was never written")

    output = tool.folder / tool.output
    person = max(output.glob("people/*/index.html"), key=lambda path: path.stat().st_size)
    person.write_text("<h1>Somebody, and no articles</h1>")
    with raises(IncompleteError, match=r"site-builder did not build: \d+ articles on person pages"):
        check_pages(tool)
    person.unlink()
    with raises(IncompleteError, match=r"1 of \d+ person pages"):
        check_pages(tool)


def test_output_that_a_clean_build_would_not_write_fails_the_run(
    make: Make, tmp_path: Path
) -> None:
    tool = make("site-builder")
    assert isinstance(tool, SiteBuilder)
    build(tool)
    ALL["title"].prepare(tool, 0)
    build(tool)
    assert check_equal(tool, "title", tmp_path) > 40

    page = tool.folder / tool.output / "index.html"
    page.write_text(page.read_text("utf-8") + "\n", "utf-8")
    with raises(DifferentError, match=r"After merge, 1 files .*: index\.html"):
        check_equal(tool, "merge", tmp_path)


def test_a_peer_that_does_not_run_here_is_left_out_with_the_reason(
    make: Make, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    make("hugo")

    def missing(*_: object) -> Path:
        raise CannotRunError("it needs GLIBC_2.39")

    monkeypatch.setattr(zola, "npm_install", missing)
    left_out: dict[str, str] = {}
    tools = command.peers_that_run(["hugo", "zola"], [], tmp_path, left_out)
    assert [tool.name for tool in tools] == ["hugo"]
    assert left_out == {"zola": "it needs GLIBC_2.39"}
