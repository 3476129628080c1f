"""How much speaks for a name: what is published, and how sure the archive is of it.

The figures stand together. They are fitted (logistic regression) to the names that the engine found
in the texts of `docs/model/annotated`, each with a model that had not seen its text, and rounded:
of the entities with a confidence of 0.8, four in five should be right.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from math import exp, log
from typing import Protocol

from site_builder.entities.finds import Find
from site_builder.entities.role_words import courtesy, role_heads
from site_builder.entities.sort_names import PARTICLES
from site_builder.model.entity import Mention
from site_builder.model.slug import fold

PRIORS = ((5, 0.97), (2, 0.94), (1, 0.88))
"""The share of right people among those in so many articles or more."""
PLACE_PRIOR = 0.75
"""The share of right places among those of which nothing is known but the name.

More articles make it no surer: what is mistaken for a place once is so again.
"""
SCORE = 0.35
"""The weight of the tagger's own odds; they are not independent of the rest."""
MOST = 4.0
"""The odds (natural logarithm) beyond which a tagger is not believed, either way."""
TITLED = 1.2
"""What a title or a role printed beside a name adds to the odds."""
REPEATED = 0.3
"""What a second mention in one article adds."""
KNOWN_FORM = 0.7
"""What a known given name, or a family name in first place, adds to a person."""
COMMON_WORD = -2.0
"""What a name loses that has a word in it which is written with small letters as well."""
IN_GAZETTEER = 1.0
"""What standing in the gazetteer adds to a place."""
LEAST = 0.5
"""The least confidence with which a name of one article, or an unknown place, has a page."""
DOUBTFUL = 0.7
"""Below this confidence, what is published stands in review as well."""

_WORD_ENDS = re.compile(r"[\s-]+")


@dataclass(slots=True)
class Tally:
    """What the mentions of one name, or of several, add up to over the archive.

    `articles` counts them, and `listed` those whose front matter has the name. `total` is the sum
    of the best scores of each article. `titled` and `repeated` count articles with a title beside
    the name, and with two mentions. `heads` are the words that head its roles, `genders` what its
    courtesy titles say. `choice` is the surest choice of a place among those of its name. `first`
    is its first mention in `article`, the first by id.
    """

    article: str
    first: Mention
    articles: int = 0
    listed: int = 0
    total: float = 0.0
    titled: int = 0
    repeated: int = 0
    heads: frozenset[str] = frozenset()
    genders: frozenset[str] = frozenset()
    surfaces: set[str] = field(default_factory=set)
    choice: float = 1.0

    def add(self, find: Find) -> None:
        """Count what one article says."""
        self.articles += 1
        self.listed += find.listed
        self.total += find.score
        self.titled += find.titled
        self.repeated += find.mentions > 1
        self.surfaces.update(find.surfaces)
        choice = find.first.choice
        self.choice = choice if self.articles == 1 else max(choice, self.choice)
        if find.role and not self.heads.issuperset(heads := role_heads(find.role)):
            self.heads |= heads
        if (gender := courtesy(find.first)) and gender not in self.genders:
            self.genders |= {gender}


def together(tallies: Iterable[Tally]) -> Tally:
    """Add tallies up; the first of the earliest article leads."""
    tallies = sorted(tallies, key=lambda tally: (tally.article, tally.first.start))
    lead = tallies[0]
    if len(tallies) == 1:
        return lead
    return Tally(
        lead.article,
        lead.first,
        sum(tally.articles for tally in tallies),
        sum(tally.listed for tally in tallies),
        sum(tally.total for tally in tallies),
        sum(tally.titled for tally in tallies),
        sum(tally.repeated for tally in tallies),
        frozenset().union(*(tally.heads for tally in tallies)),
        frozenset().union(*(tally.genders for tally in tallies)),
        set().union(*(tally.surfaces for tally in tallies)),
        max(tally.choice for tally in tallies),
    )


class CommonWords(Protocol):
    """What is asked of the gazetteer about the words of names; all words are folded."""

    @property
    def given_names(self) -> Collection[str]:
        """Given names."""

    @property
    def surnames(self) -> Collection[str]:
        """Surnames that many people have."""

    @property
    def words(self) -> Collection[str]:
        """Words that are hardly ever written with a capital."""

    @property
    def small(self) -> Collection[str]:
        """Words beyond those that are written with small letters as well."""


def has_common_word(name: str, known: CommonWords) -> bool:
    """Tell whether a word of a name is written with small letters as well, and names nobody."""
    return any(
        word in known.words
        and word not in known.given_names
        and word not in known.surnames
        and word not in PARTICLES
        for word in _WORD_ENDS.split(fold(name))
    )


def has_small_word(name: str, known: CommonWords) -> bool:
    """Tell whether a word of a place's name stands in small letters elsewhere, if only at times."""
    return any(
        (word in known.words or word in known.small) and word not in PARTICLES
        for word in _WORD_ENDS.split(fold(name))
    )


def person_confidence(tally: Tally, known_form: bool, common: bool) -> float:
    """Return how sure it is that a name is a person's, from 0 to 1.

    `known_form` says that it has a known given name, or a family name in first place; `common`
    that a word of it is no name.
    """
    prior = next((share for least, share in PRIORS if tally.articles >= least), PRIORS[-1][1])
    return _confidence(tally, prior, KNOWN_FORM * known_form + COMMON_WORD * common)


def place_confidence(tally: Tally, unknown: bool, common: bool) -> float:
    """Return how sure it is that a name is a place's, and this one's, from 0 to 1.

    `common` is as for people. A place that is chosen on little evidence is published all the same.
    """
    if unknown:
        return _confidence(tally, PLACE_PRIOR, COMMON_WORD * common)
    return min(_confidence(tally, PRIORS[-1][1], IN_GAZETTEER), max(tally.choice, LEAST))


def _confidence(tally: Tally, prior: float, more: float) -> float:
    score = min(max(tally.total / max(tally.articles, 1), 0.0), 1.0)
    odds = _odds(prior) + SCORE * _odds(score) + more
    odds += TITLED * bool(tally.titled) + REPEATED * bool(tally.repeated)
    return round(1 / (1 + exp(-odds)), 2)


def _odds(share: float) -> float:
    low, high = 1 / (1 + exp(MOST)), 1 / (1 + exp(-MOST))
    share = min(max(share, low), high)
    return log(share / (1 - share))
