"""The articles before and after each article, as the plugin pelican-neighbors finds them."""

from typing import Any

from pelican import signals


def _find(generator: Any) -> None:
    articles = generator.articles
    for newer, older in zip(articles, articles[1:], strict=False):
        newer.prev_article, older.next_article = older, newer


def register() -> None:
    """Be asked when all articles are known."""
    signals.article_generator_finalized.connect(_find)
