"""How much speaks for a name: what is published, and how sure the archive is of it.

The figures stand together, to be measured anew with annotated texts: of the entities with a
confidence of 0.8, four in five should be right.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import exp, log

from site_builder.entities.finds import Find
from site_builder.entities.role_words import courtesy, role_heads
from site_builder.model.entity import Mention

PRIORS = ((5, 0.93), (2, 0.78), (1, 0.67))
"""The share of right entities among those in so many articles or more, on 513 ministry pages."""
SCORE = 0.5
"""The weight of the tagger's own odds; they are not independent of the rest."""
MOST = 4.0
"""The odds (natural logarithm) beyond which a tagger is not believed, either way."""
TITLED = 1.5
"""What a title or a role printed beside a name adds to the odds."""
REPEATED = 1.0
"""What a second mention in one article adds."""
KNOWN_FORM = 0.7
"""What a known given name, or a family name in first place, adds to a person."""
IN_GAZETTEER = 1.5
"""What standing in the gazetteer adds to a place."""
UNKNOWN_PLACE = -2.0
"""What a place loses of which nothing is known but its name."""
LEAST = 0.4
"""The least confidence with which a name of one article, or an unknown place, has a page."""
DOUBTFUL = 0.6
"""Below this confidence, what is published stands in review as well."""


@dataclass(slots=True)
class Tally:
    """What the mentions of one name, or of several, add up to over the archive.

    `articles` counts them, and `listed` those whose front matter has the name. `total` is the sum
    of the best scores of each article. `titled` and `repeated` count articles with a title beside
    the name, and with two mentions. `heads` are the words that head its roles, `genders` what its
    courtesy titles say. `first` is its first mention in `article`, the first by id.
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

    def add(self, find: Find) -> None:
        """Count what one article says."""
        self.articles += 1
        self.listed += find.listed
        self.total += find.score
        self.titled += find.titled
        self.repeated += find.mentions > 1
        self.surfaces.update(find.surfaces)
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
    )


def confidence(tally: Tally, more: float = 0.0) -> float:
    """Return how sure it is that a name is what it is taken for, from 0 to 1.

    `more` are the odds that its kind of name adds: KNOWN_FORM, IN_GAZETTEER, UNKNOWN_PLACE.
    """
    prior = next((share for least, share in PRIORS if tally.articles >= least), PRIORS[-1][1])
    score = min(max(tally.total / max(tally.articles, 1), 0.0), 1.0)
    odds = _odds(prior) + SCORE * _odds(score) + more
    odds += TITLED * bool(tally.titled) + REPEATED * bool(tally.repeated)
    return round(1 / (1 + exp(-odds)), 2)


def _odds(share: float) -> float:
    low, high = 1 / (1 + exp(MOST)), 1 / (1 + exp(-MOST))
    share = min(max(share, low), high)
    return log(share / (1 - share))
