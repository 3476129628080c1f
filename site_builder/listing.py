"""What `list` lists: one row a thing, with the same keys in every row."""

from collections.abc import Mapping
from typing import Any

from site_builder.build import Prepared
from site_builder.model.entity import Person, Place
from site_builder.model.slug import fold


def list_rows(prepared: Prepared, what: str) -> list[dict[str, Any]]:
    """List `articles`, `undated`, `people`, `places` or `pages`."""
    site = prepared.site
    if what == "pages":
        edition = prepared.publication.edition
        return [{"path": path, "kind": edition.kind(path)} for path in sorted(edition.paths)]
    if what == "people":
        return _entities({**site.people}, site.by_person)
    if what == "places":
        return _entities({**site.places}, site.by_place)
    ids = site.undated if what == "undated" else tuple(site.articles)
    found = (site.articles[id] for id in ids)
    return [
        {"date": str(a.date or "undated"), "path": a.path, "section": a.section, "title": a.title}
        for a in found
    ]


def _entities(
    entities: Mapping[str, Person | Place], articles: Mapping[str, tuple[str, ...]]
) -> list[dict[str, Any]]:
    return [
        {"articles": len(articles.get(one.id, ())), "id": one.id, "name": one.name}
        for one in sorted(entities.values(), key=lambda one: (fold(one.sort_name), one.id))
    ]
