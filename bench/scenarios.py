"""What is measured: a build from nothing, one with nothing changed, and one after each edit."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bench.corpus import Article, people
from bench.tools import Tool

Prepare = Callable[[Tool, int], None]
"""Change the site of a tool before a round; the number of the round makes each change another."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """One thing to measure: what it is in words, and what is done to a site before its build.

    `clean` scenarios begin without output; the others with that of the build before.
    """

    name: str
    meaning: str
    prepare: Prepare
    clean: bool = False


def _middle(tool: Tool) -> Article:
    """Take an article of middle age."""
    ordered = sorted(tool.articles.values(), key=lambda one: (one.date, one.number))
    return ordered[len(ordered) // 2]


def _body(tool: Tool, number: int) -> None:
    article = _middle(tool)
    tool.change(replace(article, body=f"{article.body}\n\nCorrection number {number}."))


def _title(tool: Tool, number: int) -> None:
    article = _middle(tool)
    tool.change(replace(article, title=f"{article.title} corrected {number}"))


def _add(tool: Tool, number: int) -> None:
    article = _middle(tool)
    new = max(tool.articles) + 1
    tool.change(
        replace(
            article, number=new, title=f"An addition {number}", slug=f"an-addition-{number}-{new}"
        )
    )


def _remove(tool: Tool, number: int) -> None:  # noqa: ARG001
    tool.remove(_middle(tool))


def _merge(tool: Tool, number: int) -> None:
    names = people(len(tool.articles))
    # People of middling fame; each round another two.
    at = 20 + 2 * number
    tool.merge(names[at], names[at + 1])


def _template(tool: Tool, number: int) -> None:
    tool.edit_template(number)


def _style(tool: Tool, number: int) -> None:
    tool.append(tool.style, f"/* edit {number} */\n")


def _forget(name: str) -> Prepare:
    return lambda tool, _: tool.forget(name)


ALL: Mapping[str, Scenario] = {
    scenario.name: scenario
    for scenario in (
        Scenario(
            "clean", "a build without output; people and places known", _forget("clean"), True
        ),
        Scenario(
            "clean-memo", "the same, converted Markdown kept, too", _forget("clean-memo"), True
        ),
        Scenario("cold", "a build from ready content and nothing else", _forget("cold"), True),
        Scenario("seeds", "a build from raw texts alone, everything found", _forget("cold"), True),
        Scenario("unchanged", "nothing changed", lambda _tool, _number: None),
        Scenario("body", "the text of one article edited", _body),
        Scenario("title", "the title of one article edited", _title),
        Scenario("add", "one article added", _add),
        Scenario("remove", "one article removed", _remove),
        Scenario("merge", "two people made one", _merge),
        Scenario("template", "the template of articles edited", _template),
        Scenario("style", "the style sheet edited", _style),
    )
}
DEFAULT = tuple(name for name in ALL if name not in ("clean-memo", "cold"))
