"""Articles and entities become one value: the archive."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from site_builder.model.article import Article
from site_builder.model.catalogue import Catalogue
from site_builder.model.config import SiteConfig
from site_builder.model.entity import ArticleTags, Person, Place, Resolution
from site_builder.model.permalink import permalink
from site_builder.model.problem import Location, Problem
from site_builder.model.site import ArticleBody, Site, StaticPage
from site_builder.site.grouping import by_entity, by_month, by_section, by_year, in_archive_order


def unique_by_id(articles: Sequence[Article]) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Keep the first article of each id, in the order of their files, and report the others."""
    first: dict[str, Article] = {}
    problems = []
    for article in sorted(articles, key=lambda article: article.path):
        kept = first.setdefault(article.id, article)
        if kept is not article:
            problems.append(
                Problem(
                    "duplicate-id",
                    f"This article has the id {article.id}, which {kept.path} has too.",
                    Location(article.path),
                    "If you copied that file, remove the id line from the copy. "
                    "The copy is left out until then.",
                )
            )
    return tuple(first.values()), tuple(problems)


def assemble(
    articles: Sequence[Article],
    bodies: Mapping[str, ArticleBody],
    resolution: Resolution,
    config: SiteConfig,
    pages: Mapping[str, StaticPage] | None = None,
    people_notes: Mapping[str, StaticPage] | None = None,
    place_notes: Mapping[str, StaticPage] | None = None,
    redirects: Mapping[str, str] | None = None,
) -> Site:
    """Assemble the archive from articles with unique ids.

    Withdrawn articles keep their tombstone and nothing else. Redirects come from `redirects`, from
    the aliases of articles, and from merged entities; the first named wins.
    """
    ordered = in_archive_order(article for article in articles if article.status == "published")
    tags = {article.id: resolution.tags.get(article.id, ArticleTags()) for article in ordered}
    dates = [(a.id, (a.date.year, a.date.month, a.date.day) if a.date else None) for a in ordered]
    aliases = {
        "/" + alias.strip("/") + ("/" if "." not in alias.rpartition("/")[2] else ""): permalink(
            article, config.permalink
        )
        for article in articles
        for alias in article.aliases
    }
    return Site(
        config=config,
        articles={article.id: article for article in ordered},
        bodies=bodies,
        people=resolution.people,
        places=resolution.places,
        tags=tags,
        by_person=by_entity((id, [tag.entity_id for tag in t.people]) for id, t in tags.items()),
        by_place=by_entity((id, [tag.entity_id for tag in t.places]) for id, t in tags.items()),
        sections=by_section((article.id, article.section) for article in ordered),
        years=by_year(dates),
        months=by_month(dates),
        undated=tuple(id for id, date in dates if not date),
        withdrawn=tuple(
            sorted((a for a in articles if a.status == "withdrawn"), key=lambda a: a.path)
        ),
        redirects={**resolution.redirects, **aliases, **(redirects or {})},
        pages=pages or {},
        people_notes=people_notes or {},
        place_notes=place_notes or {},
    )


def reassemble(
    before: Site,
    catalogue: Catalogue,
    tags: Mapping[str, ArticleTags],
    bodies: Mapping[str, ArticleBody],
    people: Mapping[str, Person],
    places: Mapping[str, Place],
    redirects: Mapping[str, str],
) -> Site:
    """Assemble an archive of which the published articles, the people and the places changed.

    All else is as it was `before`; `redirects` are all of them. The result is what `assemble` gives
    of all articles.
    """
    dates = catalogue.column("date").items()
    return replace(
        before,
        articles=catalogue,
        bodies=bodies,
        people=people,
        places=places,
        tags=tags,
        by_person=by_entity(catalogue.column("of_people").items()),
        by_place=by_entity(catalogue.column("of_places").items()),
        sections=by_section(catalogue.column("section").items()),
        years=by_year(dates),
        months=by_month(dates),
        undated=tuple(id for id, date in dates if not date),
        redirects=redirects,
    )
