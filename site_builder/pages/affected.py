"""Which pages a difference between two states of the archive can have changed.

Each function lists the keys of one kind of page, too many rather than too few: what was listed is
compared with the last build. A kind that is not here may show anything.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, islice

from site_builder.model.difference import Difference
from site_builder.model.page import Key
from site_builder.model.site import Site
from site_builder.pages.feeds import is_in_feeds
from site_builder.pages.lookup import containers, lookup

Affected = Callable[[Difference], Iterable[Key]]


def affected_keys(difference: Difference) -> Mapping[str, frozenset[Key]]:
    """List the keys that may show something new, by kind of page; any may, of a kind left out."""
    found = {kind: frozenset(keys(difference)) for kind, keys in _KINDS.items()}
    if _addresses_changed(difference):
        del found["sitemap"]
    return found


def _nothing(_: Difference) -> Iterable[Key]:
    return ()


def _overview(difference: Difference) -> Iterable[Key]:
    """Name the one page of a kind, if anything changed that lists and counts show."""
    shown = (
        difference.listed,
        difference.tagged,
        difference.people,
        difference.places,
        difference.renamed_people,
        difference.renamed_places,
    )
    return ("",) if any(shown) else ()


def _about(difference: Difference) -> Iterable[Key]:
    return ("",) if _overview(difference) or _any(difference, "date_from") else ()


def _any(difference: Difference, field: str) -> bool:
    """Tell whether a field of any article changed."""
    return any(
        (id in difference.before.articles and getattr(difference.before.articles[id], field))
        != (id in difference.after.articles and getattr(difference.after.articles[id], field))
        for id in difference.articles
    )


def _addresses_changed(difference: Difference) -> bool:
    """Tell whether sitemaps may list something else."""
    return any(
        (
            difference.listed,
            difference.dated,
            difference.machine,
            difference.renamed_people,
            difference.renamed_places,
        )
    )


def _articles(difference: Difference) -> Iterator[Key]:
    yield from difference.articles
    yield from _with_renamed(difference)
    titles = set()
    for site in difference.states:
        answers = lookup(site)
        for id in difference.listed & site.articles.keys():
            titles.add(site.articles[id].title)
            at = answers.position.get(id)
            if at is not None:
                yield from answers.dated[max(at - 1, 0) : at + 2]
    after = difference.after
    yield from (id for id, title in after.titles.items() if title in titles)
    yield from chain.from_iterable(
        section.articles
        for section in after.sections
        if section.slug in _renamed_sections(difference)
    )


def _with_renamed(difference: Difference) -> set[str]:
    """List the articles that name somebody or something of another name than before."""
    return {
        id
        for site in difference.states
        for index, entities in (
            (site.by_person, difference.renamed_people),
            (site.by_place, _with_those_within(difference)),
        )
        for entity in entities
        for id in index.get(entity, ())
    }


def _with_those_within(difference: Difference) -> set[str]:
    """List the places that changed, and those within: they are shown with what contains them."""
    renamed = difference.renamed_places
    if not renamed:
        return set()
    return {
        place.id
        for site in difference.states
        for place in site.places.values()
        if place.id in renamed or renamed.intersection(o.id for o in containers(site, place))
    }


def _renamed_sections(difference: Difference) -> set[str]:
    names = [{one.slug: one.name for one in site.sections} for site in difference.states]
    return {slug for slug in {*names[0], *names[1]} if names[0].get(slug) != names[1].get(slug)}


def _companions(difference: Difference) -> set[str]:
    """List the articles whose people and places are counted or named otherwise."""
    return {*difference.tagged, *difference.listed, *_with_renamed(difference)}


def _people(difference: Difference) -> set[Key]:
    found = {*difference.people, *difference.renamed_people}
    found.update(difference.people_of(_companions(difference)))
    found.update(_namesakes(difference, "people", "people_names"))
    return found


def _places(difference: Difference) -> set[Key]:
    found = {*difference.places, *_with_those_within(difference)}
    found.update(difference.places_of(_companions(difference)))
    found.update(_namesakes(difference, "places", "place_names"))
    for site in difference.states:
        found.update(
            outer.id
            for id in tuple(found)
            if id in site.places
            for outer in containers(site, site.places[id])
        )
    return found


def _namesakes(difference: Difference, kind: str, names: str) -> Iterator[Key]:
    """List those whose name is told from that of another otherwise than before."""
    before, after = (getattr(lookup(site), names) for site in difference.states)
    if difference.renamed_people or difference.renamed_places:
        yield from (id for id in getattr(difference.after, kind) if before.get(id) != after[id])


def _sections(difference: Difference) -> set[Key]:
    found = _renamed_sections(difference)
    for site in difference.states:
        sections = lookup(site).sections
        found.update(sections[id].slug for id in _companions(difference) if id in sections)
    return found


def _years(difference: Difference) -> Iterator[Key]:
    yield from _groups(difference, lambda site: [g.key for g in site.years], slice(0, 4))


def _months(difference: Difference) -> Iterator[Key]:
    yield from _groups(difference, lambda site: [g.key for g in site.months], slice(0, 7))


def _groups(
    difference: Difference, keys: Callable[[Site], Sequence[Key]], part: slice
) -> Iterator[Key]:
    """List the years or months of what changed in lists, and those beside one that came or went."""
    before, after = ({*keys(site)} for site in difference.states)
    for site in difference.states:
        order = keys(site)
        for id in difference.listed | difference.dated:
            if id in site.articles:
                yield str(site.articles[id].date or "")[part]
        for number, key in enumerate(order):
            if key not in before or key not in after:
                yield from order[max(number - 1, 0) : number + 2]


def _undated(difference: Difference) -> Iterable[Key]:
    undated = {*difference.before.undated, *difference.after.undated}
    return ("",) if undated & (difference.listed | difference.dated) else ()


def _redirects(difference: Difference) -> Iterable[Key]:
    before, after = difference.before.redirects, difference.after.redirects
    return () if before == after else (old for old in after if before.get(old) != after[old])


def _in_feed(difference: Difference, lists: Callable[[Site], Iterable[str]]) -> bool:
    """Tell whether a feed of these articles has something new in it."""
    changed = {*difference.articles, *_with_renamed(difference)}
    return any(
        not changed.isdisjoint(
            islice((id for id in lists(site) if is_in_feeds(site, id)), site.config.feed_items)
        )
        for site in difference.states
    )


def _feed(difference: Difference) -> Iterable[Key]:
    return ("",) if _in_feed(difference, lambda site: site.articles) else ()


def _section_feeds(difference: Difference) -> set[Key]:
    renamed = _renamed_sections(difference)
    found = _sections_of(difference)
    return {key for key in found if key in renamed or _in_feed(difference, partial(_section, key))}


def _sections_of(difference: Difference) -> set[Key]:
    found = _renamed_sections(difference)
    for site in difference.states:
        sections = lookup(site).sections
        changed = {*difference.articles, *_with_renamed(difference)}
        found.update(sections[id].slug for id in changed if id in sections)
    return found


def _section(key: Key, site: Site) -> Sequence[str]:
    return next((section.articles for section in site.sections if section.slug == key), ())


def _person_feeds(difference: Difference) -> set[Key]:
    changed = {*difference.articles, *_with_renamed(difference)}
    renamed = {*difference.renamed_people, *_namesakes(difference, "people", "people_names")}
    found = {*renamed, *difference.people_of(changed)}
    return {key for key in found if key in renamed or _in_feed(difference, partial(_person, key))}


def _person(key: Key, site: Site) -> Sequence[str]:
    return site.by_person.get(key, ())


def _place_feeds(difference: Difference) -> set[Key]:
    changed = {*difference.articles, *_with_renamed(difference)}
    renamed = {
        *_with_those_within(difference),
        *_namesakes(difference, "places", "place_names"),
    }
    found = {*renamed, *difference.places_of(changed)}
    return {key for key in found if key in renamed or _in_feed(difference, partial(_place, key))}


def _place(key: Key, site: Site) -> Sequence[str]:
    return site.by_place.get(key, ())


_KINDS: Mapping[str, Affected] = {
    "home": _overview,
    "people": _overview,
    "places": _overview,
    "dates": _overview,
    "sections": _overview,
    "about": _about,
    "undated": _undated,
    "404": _nothing,
    "robots": _nothing,
    "page": _nothing,
    "tombstone": _nothing,
    "redirect": _redirects,
    "sitemap": _nothing,
    "article": _articles,
    "person": _people,
    "place": _places,
    "section": _sections,
    "year": _years,
    "month": _months,
    "feed": _feed,
    "section-feed": _section_feeds,
    "person-feed": _person_feeds,
    "place-feed": _place_feeds,
}
