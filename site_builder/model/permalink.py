"""Permalinks: the address of an article, from the pattern in `site.toml`."""

from site_builder.model.article import Article
from site_builder.model.slug import slugify


def permalink(article: Article, pattern: str) -> str:
    """Write an article's address by a pattern such as `/articles/{slug}/`.

    A part of the date that is not known is `undated`; a missing section is `articles`.
    """
    date = article.date
    filled = pattern.format(
        slug=article.slug,
        id=article.id,
        year=f"{date.year:04}" if date else "undated",
        month=f"{date.month:02}" if date and date.month else "undated",
        day=f"{date.day:02}" if date and date.day else "undated",
        section=slugify(article.section, fallback="articles"),
    )
    return "/" + filled.strip("/") + "/"
