"""The articles before and after each article, as the plugin pelican-neighbors finds them."""

from itertools import pairwise
from typing import Any

from pelican import signals  # type: ignore[import-not-found]


def _find(generator: Any) -> None:
    articles = generator.articles
    for newer, older in pairwise(articles):
        newer.prev_article, older.next_article = older, newer


def register() -> None:
    """Be asked when all articles are known."""
    signals.article_generator_finalized.connect(_find)
