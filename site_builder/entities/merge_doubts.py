"""Two persons that may be one: what speaks for it, for an editor to decide."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from site_builder.entities.archive import Archive
from site_builder.entities.near_names import LIKELY, NearPair, NearRule, near_pairs
from site_builder.entities.sort_names import family_first
from site_builder.entities.surnames import name_parts
from site_builder.model.entity import ArticleTags, Doubt

SAME_ROLE = 0.15
"""What one role printed beside both names adds to the likelihood that they are one person's."""
SHARED_PEOPLE = 0.1
"""What it adds that others are named with both."""
TOGETHER = 0.3
"""What it takes away that one article names both."""
_LEAST_LIKELY, _MOST_LIKELY = 0.15, 0.95

_HOW: Mapping[NearRule, str] = {
    "nickname": "A short form of the given name",
    "spelling": "Nearly the same spelling",
    "order": "The same words in another order",
    "part": "The end of a longer name",
    "middle": "The same but for middle names or a suffix, which fit others as well",
}


def merge_doubts(
    archive: Archive, tags: Sequence[ArticleTags], lone: Mapping[str, int]
) -> Iterator[Doubt]:
    """List the persons that may be one with another, each once, with its likeliest other.

    `lone` counts the articles in which a surname waits by itself, by its letters: a merge may
    decide whose it is.
    """
    who, rulings = archive.who, archive.reader.people
    articles = {id: tally.articles for id, tally in who.tallies.items()}
    pairs = [
        pair
        for pair in near_pairs(who.names, articles, archive.gazetteer.given_names, family_first)
        if not (pair.id in rulings.rows and pair.other_id in rulings.rows)
        and pair.other_id not in rulings.not_of(pair.name)
        and pair.id not in rulings.not_of(pair.other)
        and pair.other_id in who.people
    ]
    company = _Company({id for pair in pairs for id in (pair.id, pair.other_id)}, tags)
    best: dict[str, tuple[float, NearPair, str]] = {}
    for pair in pairs:
        likely, evidence = _weigh(archive, pair, company)
        known = best.get(pair.id)
        if likely >= _LEAST_LIKELY and (known is None or (likely, articles[pair.other_id]) > (
            known[0], articles[known[1].other_id]
        )):  # fmt: skip
            best[pair.id] = likely, pair, evidence
    for id, (likely, pair, evidence) in best.items():
        tally = who.tallies[id]
        surname = name_parts(pair.name)[0]
        waiting = lone.get(surname, 0) if _decides(archive, pair, surname) else 0
        if waiting:
            count = "1 article" if waiting == 1 else f"{waiting} articles"
            evidence += f" It would decide who is meant by the surname alone in {count}."
        yield Doubt(
            kind="merge",
            type="person",
            id=id,
            name=who.people[id].name if id in who.people else pair.name,
            weight=round((tally.articles + waiting) * likely, 4),
            evidence=evidence,
            published=id in who.people,
            sentence=tally.first.sentence,
            article=tally.article,
            articles=tally.articles,
            proposal={"merged_into": pair.other_id},
        )


def _decides(archive: Archive, pair: NearPair, surname: str) -> bool:
    """Tell whether both persons are the first that a surname may mean."""
    bearers = archive.who.surnames.family.get(surname, ())
    return {bearer.id for bearer in bearers[:2]} == {pair.id, pair.other_id}


def _weigh(archive: Archive, pair: NearPair, company: "_Company") -> tuple[float, str]:
    """Return how likely two persons are one, and what speaks for it in a sentence."""
    who = archive.who
    one, other = who.tallies[pair.id], who.tallies[pair.other_id]
    name = who.people[pair.other_id].name
    likely = LIKELY[pair.rule]
    parts = [
        f"{_HOW[pair.rule]}: {pair.name!r} in {one.articles}, {name!r} in {other.articles} articles"
    ]
    if roles := sorted(one.heads & other.heads):
        likely += SAME_ROLE
        parts.append(f"both are printed as {roles[0]}")
    if shared := company.shared(pair.id, pair.other_id):
        likely += SHARED_PEOPLE
        others = "other person is" if shared == 1 else "other people are"
        parts.append(f"{shared} {others} named with both")
    if together := company.together(pair.id, pair.other_id):
        likely -= TOGETHER
        parts.append(f"{together} {'article names' if together == 1 else 'articles name'} both")
    return min(likely, _MOST_LIKELY), "; ".join(parts) + "."


class _Company:
    """Who is named in one article with some persons, and how often two of those are."""

    def __init__(self, ids: set[str], tags: Iterable[ArticleTags]) -> None:
        self._with: dict[str, set[str]] = {id: set() for id in ids}
        self._together: Counter[tuple[str, str]] = Counter()
        for each in tags if ids else ():
            people = {tag.entity_id for tag in each.people}
            asked = sorted(people & ids)
            for at, id in enumerate(asked):
                self._with[id] |= people
                self._together.update((id, other) for other in asked[at + 1 :])

    def shared(self, one: str, other: str) -> int:
        """Count the people who are named with each of two persons."""
        return len((self._with[one] & self._with[other]) - {one, other})

    def together(self, one: str, other: str) -> int:
        """Count the articles that name both."""
        return self._together[min(one, other), max(one, other)]
