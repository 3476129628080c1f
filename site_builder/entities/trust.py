"""Whether a possible place is one: what the words around it say."""

from collections.abc import Mapping

from site_builder.entities.draft import Draft, Spot
from site_builder.entities.gazetteer import Toponym
from site_builder.entities.lexicon import BEFORE_PLACE, FUNCTION, LANDSCAPE, SPEECH
from site_builder.entities.spots import is_acronym

_KNOWN_WELL = frozenset(
    {"country", "territory", "region", "sea", "state", "province", "prefecture"}
)
_BIG = 500_000
_MIDDLING = 100_000
# What may follow "the Pacific" where it is no adjective.
_AFTER_SEA = FUNCTION | SPEECH | {"region", "ocean", "coast", "area"}


def is_sure(draft: Draft, spot: Spot, mass: Mapping[str, float]) -> bool:
    """Tell whether a spot by itself is reason enough to believe in its place."""
    words, gazetteer = draft.words, draft.gazetteer
    place = gazetteer.place(spot.chosen)
    before = words[spot.first - 1] if spot.first else None
    near = before is not None and words[spot.first].glue in (" ", "\u00a0")
    prior = before.key if before is not None and near else ""
    if (
        spot.tagged
        or spot.backed
        or spot.rule == "dateline"
        or (spot.typed and fits(place, spot.typed))
    ):
        return True
    if any(lies_in(place, gazetteer.place(number)) for number in spot.within):
        return True
    parts = spot.key.split()
    doubtful = len(parts) == 1 and (
        spot.key in gazetteer.words
        or spot.key in gazetteer.given_names
        or spot.key in gazetteer.surnames
        or len(spot.key) < 4
    )
    if is_acronym(spot.key):
        return True
    if place.kind in ("country", "territory"):
        return not (spot.key in gazetteer.words and words[spot.first].opens)
    if place.kind == "city" and prior == "the" and parts[0] != "the":
        return False
    placed = prior in BEFORE_PLACE
    evidence = mass.get(place.iso, 0) > 0
    if place.kind == "city":
        if doubtful and place.population < 3_000_000:
            certain = prior in ("in", "from", "near", "outside") and place.population >= _MIDDLING
            return certain or (placed and (evidence or place.population > _BIG))
        if place.population >= _BIG:
            return placed or evidence or place.population > 750_000
        return placed and evidence if place.population < _MIDDLING else placed or evidence
    if place.kind in _KNOWN_WELL and place.geonames:
        if doubtful and place.iso != "US" and place.population < 10 * _BIG:
            return placed and evidence
        if spot.key in LANDSCAPE:
            return placed and evidence
        return evidence or placed or place.population > 10_000_000
    if place.kind in ("sea", "river") and len(parts) == 1:
        following = words[spot.last] if spot.last < len(words) else None
        adjective = (
            following is not None and following.glue == " " and following.key not in _AFTER_SEA
        )
        return (placed or prior == "the") and not adjective
    return not doubtful or placed or prior == "the"


def fits(place: Toponym, typed: str) -> bool:
    """Tell whether a place is of the kind that the words beside its name say."""
    if place.kind == typed:
        return True
    wide = {"province", "region", "state", "prefecture", "territory"}
    return place.kind in wide and typed in wide


def lies_in(place: Toponym, container: Toponym) -> bool:
    """Tell whether a place lies directly in another one, or anywhere in a country."""
    return container.id == place.parent or (
        container.kind == "country" and container.iso == place.iso
    )
