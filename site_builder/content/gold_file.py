"""Gold files: the people and the places that articles truly name, one article a line."""

import json
from dataclasses import dataclass
from typing import Any

from site_builder.content.front_matter import unknown_key
from site_builder.model.problem import Location, Problem
from site_builder.model.source_file import SourceFile

Names = tuple[tuple[str, ...], ...]
"""Entities, each as the forms of its name of which any one is right."""

_LISTS = ("people", "places", "optional_people", "optional_places")
KEYS = ("file", *_LISTS)
"""Every key of a line."""

_LEFT_OUT = "The line is left out until then."
_NOT_MEASURED = "They are not measured in this article until then."


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldArticle:
    """What an article names, as people say.

    `file` is the article's text, below the folder of the gold file. `people` and `places` are None
    where the line does not say. The optional ones may be found or not. `line` is where it stands.
    """

    file: str
    people: Names | None
    places: Names | None
    optional_people: Names = ()
    optional_places: Names = ()
    line: int = 0


def read_gold(source: SourceFile) -> tuple[tuple[GoldArticle, ...], tuple[Problem, ...]]:
    """Read the lines of a gold file, each by itself: a broken one is a problem, the rest are read.

    Every problem that keeps something from being measured is an error.
    """
    articles: dict[str, GoldArticle] = {}
    problems: list[Problem] = []
    for number, line in enumerate(source.text.removeprefix("\ufeff").split("\n"), 1):
        if not line.strip():
            continue
        article = _read_line(line, Location(source.path, number), problems)
        if article is None:
            continue
        first = articles.setdefault(article.file, article)
        if first is not article:
            problems.append(_repeated(article, first, source.path))
    if not articles and not problems:
        problems.append(
            Problem(
                "gold-empty",
                "This file names no article, so there is nothing to measure.",
                Location(source.path),
                'Write one line an article: {"file": "a.txt", "people": [], "places": []}',
            )
        )
    return tuple(articles.values()), tuple(problems)


def _read_line(line: str, at: Location, problems: list[Problem]) -> GoldArticle | None:
    try:
        values = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        column = error.colno if isinstance(error, json.JSONDecodeError) else None
        problems.append(_broken("This line is not JSON.", Location(at.path, at.line, column)))
        return None
    if not isinstance(values, dict):
        problems.append(_broken("This line is no JSON object.", at))
        return None
    file = values.get("file")
    if not isinstance(file, str) or not file.strip():
        problems.append(_broken("This line names no `file`.", at))
        return None
    problems += [unknown_key(key, KEYS, at, "key") for key in values if key not in KEYS]
    lists = {key: _names(values, key, at, problems) for key in _LISTS}
    people, optional_people = lists["people"], lists["optional_people"]
    places, optional_places = lists["places"], lists["optional_places"]
    return GoldArticle(
        file=file.strip(),
        people=None if optional_people is None else people,
        places=None if optional_places is None else places,
        optional_people=optional_people or (),
        optional_places=optional_places or (),
        line=at.line or 0,
    )


def _broken(message: str, at: Location) -> Problem:
    hint = 'Write {"file": "a.txt", "people": [["Wang Yi"]], "places": []} on one line.'
    return Problem("gold-line", message, at, f"{hint} {_LEFT_OUT}", "error")


def _names(values: dict[str, Any], key: str, at: Location, problems: list[Problem]) -> Names | None:
    """Read a list of entities; None where it is wanting, or cannot be used."""
    value = values.get(key, [] if key.startswith("optional_") else None)
    if value is None and key not in values:
        hint = f'Write "{key}": [] where the text names none. {_NOT_MEASURED}'
        message = f"This line says nothing about `{key}`."
        problems.append(Problem("gold-value", message, at, hint, "error"))
        return None
    if isinstance(value, list):
        read = [_forms(entity) for entity in value]
        if all(read):
            return tuple(read)
    problems.append(
        Problem(
            "gold-value",
            f"`{key}` should be a list of lists of names.",
            at,
            f'Write each with all names that are right for it: "{key}": [["Xi Jinping", "Xi"]]. '
            f"{_NOT_MEASURED}",
            "error",
        )
    )
    return None


def _forms(entity: Any) -> tuple[str, ...]:
    """Read the forms of one entity; a single name may stand without brackets."""
    forms = [entity] if isinstance(entity, str) else entity
    if not isinstance(forms, list) or not all(isinstance(form, str) for form in forms):
        return ()
    return tuple(form for form in forms if form.strip())


def _repeated(article: GoldArticle, first: GoldArticle, path: str) -> Problem:
    return Problem(
        "gold-repeated",
        f"{article.file} stands here and on line {first.line}.",
        Location(path, article.line),
        "Put the two lines together; the first is used until then.",
        "error",
    )
