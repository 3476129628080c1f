"""What is measured: a build from nothing, one with nothing changed, and one after each edit."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bench.corpus import Article, people
from bench.tools import Tool

Shown = tuple[str, str] | None
"""The article, by its slug, whose page has to show a text after the build."""

Prepare = Callable[[Tool, int], Shown]
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


def middle(tool: Tool) -> Article:
    """Take an article of middle age."""
    ordered = sorted(tool.articles.values(), key=lambda one: (one.date, one.number))
    return ordered[len(ordered) // 2]


def edit_body(tool: Tool, number: int) -> str:
    """Add a paragraph to an article of middle age; returns it."""
    article = middle(tool)
    added = f"Correction {number}, the text of {len(article.body)} letters before."
    tool.change(replace(article, body=f"{article.body}\n\n{added}"))
    return added


def _body(tool: Tool, number: int) -> Shown:
    return middle(tool).slug, edit_body(tool, number)


def _title(tool: Tool, number: int) -> Shown:
    article = middle(tool)
    title = f"{article.title} corrected {number}"
    tool.change(replace(article, title=title))
    return article.slug, title


def _add(tool: Tool, number: int) -> Shown:
    new = max(tool.articles) + 1
    title, slug = f"An addition {number}", f"an-addition-{number}-{new}"
    tool.change(replace(middle(tool), number=new, title=title, slug=slug))
    return slug, title


def _remove(tool: Tool, number: int) -> Shown:  # noqa: ARG001
    tool.remove(middle(tool))
    return None


def _merge(tool: Tool, number: int) -> Shown:
    articles = tool.articles.values()
    known = [
        name
        for name in people(len(articles))
        if any(name in article.people for article in articles)
    ]
    # People of middling fame; each round another two.
    at = min(20, len(known) // 4) + 2 * number
    old, new = known[at : at + 2]
    changed = next(article.slug for article in articles if old in article.people)
    tool.merge(old, new)
    return changed, new


def _template(tool: Tool, number: int) -> Shown:
    tool.edit_template(number)
    return middle(tool).slug, f"Edition {number}"


def _style(tool: Tool, number: int) -> Shown:
    tool.append(tool.style, f"/* edit {number} */\n")
    return None


def _forget(name: str) -> Prepare:
    def forget(tool: Tool, _: int) -> Shown:
        tool.forget(name)
        return None

    return forget


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
        Scenario("serve", "from saving an article until a browser shows it", _body),
    )
}
DEFAULT = tuple(name for name in ALL if name not in ("clean-memo", "cold"))
