"""Which of the places of one name an article means."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import cos, exp, log10, radians

from site_builder.entities.draft import Draft, Spot
from site_builder.entities.gazetteer import Gazetteer, Toponym
from site_builder.entities.spots import container_described, is_ambiguous, is_stuck
from site_builder.entities.trust import fits, is_sure, lies_in

# What each kind of evidence weighs against the others, on a scale of odds.
TYPED = 12.0
"""The word beside the name says its kind: Shizuoka Prefecture."""
EXACT = 2.0
"""Of that very kind: a province comes before a region where the word is Province."""
COMMA = 14.0
"""The place behind the comma contains it: Lexington, Massachusetts."""
COUNTRY = 4.0
"""Everything else in the article is of its country."""
DIVISION = 2.5
"""Another name of the article lies in its state or province, or is that; at most three times."""
NAMED = 3.0
"""The article names its state or province."""
NEAR = 2.0
"""Another place of the article is near; at most twice."""
FAMOUS = 6.0
"""A town is called like a state; a third of it, like a city with a hundred times the people."""
POPULATION = 0.3
"""Ten times the people."""
UNCOUNTED = 100_000
"""So many people stand for a sea, a mountain or a region that has none of its own."""
USUAL = 1.5
"""It is what the bare name means in the news; each place behind it counts less."""
LAST = 4
"""From the fourth place of a name on, all count the same."""
SETTLED = 0.7
"""So sure a choice is that the others may rest on it."""
_MOST = 12
"""So many places of one name are looked at, the most prominent first."""
_BIG = 500_000
_DIVISIONS = frozenset({"state", "province", "prefecture", "region"})
# Offices of a state or a province.
_OF_STATES = frozenset(
    {"governor", "gov", "senator", "sen", "congressman", "congresswoman", "rep", "lieutenant"}
)
_POINTS = frozenset({"city", "county", "island", "river", "place"})
_CLOSE = 1.5
"""So many degrees of latitude are near: about 161 km."""


_SAME_DIVISION = "other places of the article lie in the same division"
_NAMES = "the article names "
_NEARBY = "other places of the article are near"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What may be used to choose; without all three, the largest place of a name is chosen.

    `types` are the words for a kind beside a name, `comma` is the place behind a comma, `context`
    everything else in the article.
    """

    types: bool = True
    comma: bool = True
    context: bool = True


_ALL = Evidence()


def choose_places(draft: Draft, evidence: Evidence = _ALL) -> None:
    """Decide for each spot which place is meant, and drop the spots that mean none.

    In this order: the type written beside a name, here or at the same name elsewhere in the article
    (so that "Shizuoka Prefecture" and "Shizuoka" are one place, the prefecture, shown by its bare
    name); the container after a comma; the countries, states and provinces that the article speaks
    of, and what is near; what the bare name means in the news. Names that are still in doubt are
    chosen once more, beside those that are settled. The same name means the same place throughout
    an article.
    """
    draft.spots = [spot for spot in draft.spots if spot.numbers and not is_stuck(draft, spot)]
    context = _Context(draft)
    for spot in draft.spots:
        context.note(spot)
    draft.spots = [
        s
        for s in draft.spots
        if not s.within or s.typed or fitting(draft.gazetteer, s) or not _is_lesser(draft, s)
    ]
    choices: dict[str, _Choice] = {}
    if any(len(spot.numbers) > 1 for spot in draft.spots) and evidence.context:
        context.weigh_divisions(draft.spots)
    for spot in draft.spots:
        if spot.key not in choices:
            choices[spot.key] = _choose(context, spot, evidence)
    if evidence.context and context.settle(choices):
        for spot in draft.spots:
            if choices[spot.key].sure < SETTLED:
                choices[spot.key] = _choose(context, spot, evidence)
    for spot in draft.spots:
        choice = choices[spot.key]
        spot.chosen, spot.why, spot.choice = choice.number, choice.why, choice.sure
        spot.backed = choice.backed
    trusted = {spot.chosen for spot in draft.spots if is_sure(draft, spot, context.countries)}
    draft.spots = [spot for spot in draft.spots if spot.chosen in trusted]


@dataclass(frozen=True, slots=True)
class _Choice:
    number: int
    why: str
    sure: float
    backed: bool = False


@dataclass(slots=True)
class _Context:
    """What an article says of where it is: countries, divisions, and places that are certain."""

    draft: Draft
    countries: Counter[str] = field(default_factory=Counter)
    own: Counter[tuple[str, str]] = field(default_factory=Counter)
    """What a name of several places adds to a country; it is no evidence for the name itself."""
    divisions: dict[str, dict[str, float]] = field(default_factory=lambda: defaultdict(dict))
    """By a division's id the names that speak for it, each with the share of it that lies there."""
    named: dict[str, str] = field(default_factory=dict)
    """The divisions that the article names, by id."""
    positions: list[tuple[str, float, float]] = field(default_factory=list)
    """The name, latitude and longitude of places that are certain."""
    typed: dict[str, str] = field(default_factory=dict)
    within: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        gazetteer = self.draft.gazetteer
        for word in self.draft.words:
            if word.capital and (iso := gazetteer.demonyms.get(word.key)):
                self.countries[iso] += 1
        if home := self.draft.document.home:
            self.countries[home] += 1
        if self.draft.document.dateline_place:
            filed = gazetteer.by_name(self.draft.document.dateline_place.partition(",")[0])
            if filed:
                self.countries[filed.iso] += 1
        self.countries.pop("", None)

    def note(self, spot: Spot) -> None:
        """Note what a spot says by itself: by its name, its type, or the comma behind it."""
        gazetteer = self.draft.gazetteer
        if spot.typed and any(fits(gazetteer.place(n), spot.typed) for n in spot.numbers):
            self.typed.setdefault(spot.key, spot.typed)
        elif len(spot.numbers) > 1 and self._has_governor(spot):
            self.typed.setdefault(spot.key, "state")
        if spot.within:
            self.within.setdefault(spot.key, spot.within)
        elif len(spot.numbers) > 1 and (described := container_described(self.draft, spot.last)):
            places = [gazetteer.place(number) for number in spot.numbers]
            if any(lies_in(p, gazetteer.place(number)) for p in places for number in described):
                self.within.setdefault(spot.key, described)
        first = gazetteer.place(spot.numbers[0])
        if first.kind in ("country", "territory"):
            weight = 0 if is_ambiguous(gazetteer, spot.numbers) else 2
        else:
            weight = int(first.population > (1_000_000 if len(spot.numbers) == 1 else 5_000_000))
        if weight and first.iso:
            self.countries[first.iso] += weight
            if len(spot.numbers) > 1:
                self.own[spot.key, first.iso] += weight
        for container in fitting(gazetteer, spot):
            if container.iso:
                self.countries[container.iso] += 2

    def _has_governor(self, spot: Spot) -> bool:
        """Tell whether an office behind a name makes it a state's: "Delaware Governor Carney"."""
        words, gazetteer = self.draft.words, self.draft.gazetteer
        if not self.draft.close(spot.last) or words[spot.last].key not in _OF_STATES:
            return False
        return any(fits(gazetteer.place(number), "state") for number in spot.numbers)

    def weigh_divisions(self, spots: Sequence[Spot]) -> None:
        """Let every name speak for the divisions in which its places lie, by their prominence."""
        gazetteer = self.draft.gazetteer
        seen: set[str] = set()
        for spot in spots:
            if spot.key in seen:
                continue
            seen.add(spot.key)
            numbers = self.allowed(spot)
            shares = _shares(gazetteer, numbers)
            for number, share in zip(numbers, shares, strict=True):
                place = gazetteer.place(number)
                division = place.parent if place.kind in ("city", "county") else place.id
                known = self.divisions[division]
                known[spot.key] = max(known.get(spot.key, 0.0), share)
            lead = gazetteer.place(numbers[0])
            sure = shares[0] > 0.8
            if lead.kind in _DIVISIONS and sure:
                self.named[lead.id] = lead.name
            elif sure and lead.kind in _POINTS and lead.lat is not None and lead.lon is not None:
                self.positions.append((spot.key, lead.lat, lead.lon))
            for container in fitting(gazetteer, spot):
                self.named[container.id] = container.name

    def settle(self, choices: Mapping[str, "_Choice"]) -> bool:
        """Take what was chosen for certain as certain; tell whether there was anything new."""
        known = {key for key, _, _ in self.positions}
        for key, choice in choices.items():
            place = self.draft.gazetteer.place(choice.number)
            if key in known or choice.sure < SETTLED or place.kind not in _POINTS:
                continue
            if place.lat is not None and place.lon is not None:
                self.positions.append((key, place.lat, place.lon))
                division = self.divisions[place.parent]
                division[key] = max(division.get(key, 0.0), choice.sure)
        return len(self.positions) > len(known)

    def allowed(self, spot: Spot) -> tuple[int, ...]:
        """List the places of a spot's name that its type and its comma leave."""
        gazetteer = self.draft.gazetteer
        numbers = spot.numbers[:_MOST]
        typed, within = self.typed.get(spot.key, ""), self.within.get(spot.key, ())
        containers = [gazetteer.place(number) for number in within]
        kept = tuple(n for n in spot.numbers if typed and fits(gazetteer.place(n), typed))
        inside = tuple(
            n
            for n in kept or spot.numbers
            if any(lies_in(gazetteer.place(n), container) for container in containers)
        )
        return inside or kept or numbers


def _shares(gazetteer: Gazetteer, numbers: Sequence[int]) -> list[float]:
    """Return how likely each place is meant by the bare name, before anything else is known."""
    if len(numbers) == 1:
        return [1.0]
    weights = [exp(_prior(gazetteer.place(number), at)) for at, number in enumerate(numbers)]
    total = sum(weights)
    return [weight / total for weight in weights]


def _prior(place: Toponym, position: int) -> float:
    value = -USUAL * position if position < 2 else -1.0 - min(position, LAST)
    people = place.population or (0 if place.kind in ("city", "county") else UNCOUNTED)
    return value + (POPULATION * log10(people) if people > 0 else 0.0)


def _choose(context: _Context, spot: Spot, evidence: Evidence) -> _Choice:
    gazetteer = context.draft.gazetteer
    numbers = spot.numbers
    if len(numbers) == 1:
        return _Choice(numbers[0], "the only place of this name", 1.0)
    if not evidence.context and not evidence.types and not evidence.comma:
        largest = max(numbers, key=lambda number: gazetteer.place(number).population)
        return _Choice(largest, f"the largest of {len(numbers)}", 0.0)
    typed = context.typed.get(spot.key, "") if evidence.types else ""
    containers = [
        gazetteer.place(number)
        for number in (context.within.get(spot.key, ()) if evidence.comma else ())
    ]
    kind = gazetteer.place(numbers[0]).kind
    is_large = kind in ("country", "territory", "region", "sea")
    wide = is_large and kind != "sea"
    if is_large and not (typed or containers or is_ambiguous(gazetteer, numbers)):
        return _Choice(numbers[0], _by_fame(gazetteer, numbers, 0), 1.0)
    total = sum(context.countries.values()) or 1
    scored = []
    for position, number in enumerate(numbers):
        place = gazetteer.place(number)
        value = _prior(place, position) - _obscurity(gazetteer.place(numbers[0]), place)
        reasons: list[tuple[float, str]] = []
        if typed and fits(place, typed):
            exact = EXACT if place.kind == typed else 0.0
            reasons.append((TYPED + exact, f"a {typed} of this name is in the same article"))
        for container in containers:
            if lies_in(place, container) and (container.kind != "country" or not wide):
                reasons.append((COMMA, f"{container.name} stands behind the name"))
            elif container.iso == place.iso and container.kind != "country":
                value += 1
        if evidence.context:
            reasons += _around(context, spot.key, place, total)
        value += sum(weight for weight, _ in reasons)
        scored.append((value, -position, reasons))
    best = max(scored, key=lambda one: one[:2])
    odds = sum(exp(min(value - best[0], 0.0)) for value, _, _ in scored)
    why = max(best[2])[1] if best[2] and max(best[2])[0] >= 1.0 else ""
    number = numbers[-best[1]]
    why = why or _by_fame(gazetteer, numbers, -best[1])
    backed = why in (_SAME_DIVISION, _NEARBY) or why.startswith(_NAMES)
    return _Choice(number, why, round(1 / odds, 2), backed)


def _around(context: _Context, key: str, place: Toponym, total: float) -> list[tuple[float, str]]:
    """Weigh what stands around a name: its country, its division, what is near."""
    reasons = []
    own = context.countries[place.iso] - context.own[key, place.iso]
    if own > 0:
        said = f"most of the article is about {place.country or place.name}"
        reasons.append((COUNTRY * own / total * _weight(place), said))
    division = place.parent if place.kind in ("city", "county") else place.id
    if division in context.named and place.id != division:
        # Where many are named, as in a table of states, one says little.
        weight = NAMED * min(1.0, 3 / len(context.named))
        reasons.append((weight, f"{_NAMES}{context.named[division]}"))
    speaking = context.divisions.get(division, {}) if division else {}
    support = sum(share for name, share in speaking.items() if name != key)
    if support > 0.05:
        reasons.append((DIVISION * min(support, 3.0), _SAME_DIVISION))
    if place.lat is not None and place.lon is not None:
        near = sum(
            1
            for name, lat, lon in context.positions
            if name != key
            and abs(lat - place.lat) < _CLOSE
            and abs(lon - place.lon) * cos(radians(lat)) < _CLOSE
        )
        if near:
            reasons.append((NEAR * min(near, 2), _NEARBY))
    return reasons


def _weight(place: Toponym) -> float:
    """Return how far a country speaks for a place of it: for a large one fully.

    An article on America that names Geneva does not mean the one of 20,000 in Illinois.
    """
    if place.kind != "city":
        return 1.0
    return min(max((log10(max(place.population, 1)) - 3.5) / 2, 0.2), 1.0)


def _obscurity(usual: Toponym, place: Toponym) -> float:
    """Return what speaks against a town that is called like a state or a much larger city."""
    if place.kind != "city" or usual is place:
        return 0.0
    if usual.kind in _DIVISIONS and usual.population > 20 * place.population:
        return FAMOUS
    return FAMOUS / 3 if usual.population > 100 * place.population else 0.0


def _by_fame(gazetteer: Gazetteer, numbers: Sequence[int], position: int) -> str:
    """Say that nothing but its size or its fame speaks for a place."""
    chosen = gazetteer.place(numbers[position])
    if all(gazetteer.place(n).population <= chosen.population for n in numbers):
        return f"the largest of {len(numbers)}"
    return f"the best known of {len(numbers)}"


def _is_lesser(draft: Draft, spot: Spot) -> bool:
    """Tell whether a name before a comma is a city's that lies elsewhere than the comma says."""
    gazetteer = draft.gazetteer
    containers = [gazetteer.place(number) for number in spot.within]
    lists = any(c.kind == "city" for c in containers[:1])
    return (
        gazetteer.place(spot.numbers[0]).kind == "city"
        and gazetteer.place(spot.numbers[0]).population < _BIG
        and not lists
    )


def fitting(gazetteer: Gazetteer, spot: Spot) -> list[Toponym]:
    """Return the meaning of the place after the comma that one of the name's places lies in."""
    if not spot.within:
        return []
    candidates = [gazetteer.place(number) for number in spot.numbers]
    containers = [gazetteer.place(number) for number in spot.within]
    return [c for c in containers if any(lies_in(place, c) for place in candidates)][:1]
