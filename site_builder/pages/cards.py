"""Articles and entities as lists show them."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from site_builder.model.entity import ArticleTags, Person, Place, Tag
from site_builder.model.page import Routes
from site_builder.model.site import Site
from site_builder.model.slug import fold
from site_builder.pages.lookup import containing, lookup
from site_builder.pages.parts import Card, Quote, Shelf, Sighting, SightingShelf, Tally
from site_builder.pages.wording import clipped, date_in_words, day_in_words, span

LONGEST_QUOTE = 420


def card(site: Site, key: str, routes: Routes) -> Card:
    """Return the card of an article, one for all lists."""
    answers = lookup(site)
    if key in answers.cards:
        return answers.cards[key]
    article = site.articles[key]
    section = answers.sections.get(key)
    answers.cards[key] = made = Card(
        title=article.title,
        url=routes.url("article", key) or "",
        date=date_in_words(article.date),
        day=day_in_words(article.date),
        section=section.name if section else "",
        summary=clipped(article.summary, 300),
        lang=article.lang if article.lang and article.lang != site.config.language else "",
    )
    return made


def cards(site: Site, keys: Iterable[str], routes: Routes) -> tuple[Card, ...]:
    """Make the cards of some articles."""
    return tuple(card(site, key, routes) for key in keys)


def by_year(site: Site, keys: Iterable[str], routes: Routes) -> tuple[Shelf, ...]:
    """Put articles on one shelf a year, in the order given; the undated come last."""
    return tuple(
        Shelf(label, anchor, _year_url(routes, label), cards(site, members, routes))
        for label, anchor, members in _years(site, keys)
    )


def _year_url(routes: Routes, label: str) -> str:
    return routes.url("year", label) or (routes.url("undated") if label == "Undated" else "") or ""


def _years(site: Site, keys: Iterable[str]) -> list[tuple[str, str, list[str]]]:
    shelves: dict[str, list[str]] = {}
    for key in keys:
        date = site.articles[key].date
        shelves.setdefault(f"{date.year:04}" if date else "", []).append(key)
    undated = shelves.pop("", [])
    found = [(year, f"y{year}", members) for year, members in shelves.items()]
    return [*found, ("Undated", "undated", undated)] if undated else found


def sightings(
    site: Site, keys: Iterable[str], routes: Routes, tag: Callable[[ArticleTags], Tag | None]
) -> tuple[SightingShelf, ...]:
    """Put the articles that name someone on one shelf a year, each with the sentence that does."""
    return tuple(
        SightingShelf(
            label,
            anchor,
            tuple(
                Sighting(card(site, key, routes), _quote(tag(site.tags[key]))) for key in members
            ),
        )
        for label, anchor, members in _years(site, keys)
    )


def _quote(tag: Tag | None) -> Quote | None:
    if tag is None or not tag.sentence:
        return None
    name = tag.surface if tag.start >= 0 else ""
    return quote(_on_one_line(tag.sentence), _on_one_line(name))


def _on_one_line(text: str) -> str:
    return text if text.isprintable() and "  " not in text else " ".join(text.split())


def quote(sentence: str, name: str) -> Quote:
    """Split a sentence at a name, and shorten it around the name where it is very long."""
    at = sentence.find(name) if name else -1
    if at < 0:
        return Quote(clipped(sentence, LONGEST_QUOTE))
    before, after = sentence[:at], sentence[at + len(name) :]
    if len(sentence) > LONGEST_QUOTE:
        room = max(LONGEST_QUOTE - len(name), 80)
        if len(before) > room // 2:
            kept = before[-room // 2 :]
            before = "…" + (kept.partition(" ")[2] or kept)
        if len(after) > room - len(before):
            kept = after[: max(room - len(before), 40)]
            after = (kept.rpartition(" ")[0] or kept).rstrip(" ,;:") + "…"
    return Quote(before, name, after)


def dates_of(site: Site, keys: Iterable[str]) -> str:
    """Write the span of years of some articles, which come in the archive's order."""
    keys = tuple(keys)
    first = site.articles[keys[0]].date if keys else None
    if first is None:
        return ""
    last = next(date for key in reversed(keys) if (date := site.articles[key].date))
    return span(str(last.year), str(first.year))


def person_tally(site: Site, person: Person, routes: Routes) -> Tally:
    """Count the articles that mention a person, with their years."""
    keys = site.by_person.get(person.id, ())
    url = routes.url("person", person.id) or ""
    return Tally(person.name, url, len(keys), dates_of(site, keys))


def place_tally(site: Site, place: Place, routes: Routes) -> Tally:
    """Count the articles that mention a place, with what contains it."""
    keys = site.by_place.get(place.id, ())
    return Tally(
        place.name, routes.url("place", place.id) or "", len(keys), containing(site, place)
    )


def most(counts: Counter[str], number: int, name: Callable[[str], str]) -> list[tuple[str, int]]:
    """Pick the keys with the highest counts, those of equal counts by name."""
    items: Iterable[tuple[str, int]] = counts.items()
    if len(counts) > number:
        # Names are compared of those alone that can be among them.
        least = sorted(counts.values(), reverse=True)[number - 1]
        items = [item for item in items if item[1] >= least]
    return sorted(items, key=lambda item: (-item[1], fold(name(item[0])), item[0]))[:number]


def mentioned_with(
    site: Site,
    keys: Sequence[str],
    routes: Routes,
    *,
    person: str = "",
    place: str = "",
    number: int = 8,
) -> tuple[tuple[Tally, ...], tuple[Tally, ...]]:
    """Count the people and the places of some articles, the most frequent first.

    `person` and `place` are left out: the ones whose articles they are.
    """
    people = _counted((site.tags[key].people for key in keys), site.people, person)
    places = _counted((site.tags[key].places for key in keys), site.places, place)
    return (
        tuple(
            Tally(site.people[key].name, routes.url("person", key) or "", count)
            for key, count in most(people, number, lambda key: site.people[key].name)
        ),
        tuple(
            Tally(site.places[key].name, routes.url("place", key) or "", count)
            for key, count in most(places, number, lambda key: site.places[key].name)
        ),
    )


def _counted(
    tags: Iterable[Iterable[Tag]], published: Mapping[str, object], left_out: str
) -> Counter[str]:
    """Count the articles of each published entity; an article has one tag of each."""
    counts = Counter(tag.entity_id for of_article in tags for tag in of_article)
    del counts[left_out]
    return Counter({key: count for key, count in counts.items() if key in published})


def most_mentioned(site: Site, routes: Routes, number: int) -> tuple[tuple[Tally, ...], ...]:
    """List the most-mentioned people, and the most-mentioned places, of the whole archive."""
    people = Counter({key: len(site.by_person.get(key, ())) for key in site.people})
    places = Counter({key: len(site.by_place.get(key, ())) for key in site.places})
    return (
        tuple(
            person_tally(site, site.people[key], routes)
            for key, count in most(people, number, lambda key: site.people[key].name)
            if count
        ),
        tuple(
            place_tally(site, site.places[key], routes)
            for key, count in most(places, number, lambda key: site.places[key].name)
            if count
        ),
    )
