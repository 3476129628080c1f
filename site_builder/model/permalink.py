"""Permalinks: the address of an article, from the pattern in `site.toml`."""

from site_builder.model.article import Article
from site_builder.model.site import Site
from site_builder.model.slug import slugify


def permalinks(site: Site) -> dict[str, str]:
    """Write the addresses of all articles, by id."""
    before, slug, after = site.config.permalink.partition("{slug}")
    if slug and "{" not in before + after:
        before, after = f"/{before.lstrip('/')}", f"{after.rstrip('/')}/"
        return {id: f"{before}{name}{after}" for id, name in site.slugs.items()}
    return {id: permalink(article, site.config.permalink) for id, article in site.articles.items()}


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
