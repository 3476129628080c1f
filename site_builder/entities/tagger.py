"""The tagger: a trained model that marks people, places and organisations in runs of words."""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from math import exp

from site_builder.entities.draft import Draft, Label, Name, Spot
from site_builder.entities.features import (
    Facts,
    Lists,
    flag_features,
    flags,
    glue_features,
    near_features,
    neighbour_features,
    placed,
    rule_features,
    run_features,
    word_features,
)
from site_builder.entities.gazetteer import Gazetteer
from site_builder.entities.runs import find_runs
from site_builder.model.entity import MentionType

LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG")
SCALE = 64.0
"""Weights are stored as whole numbers: so many make the weight 1."""

# A sum of weights is one whole number with a lane of so many bits for each label.
_LANE = 20
_MIDDLE = 1 << (_LANE - 1)
_MASK = (1 << _LANE) - 1
_BIAS = sum(_MIDDLE << (_LANE * lane) for lane in range(len(LABELS)))
_MOST_KEPT = 200_000
_NEVER = -(10**9)


class ModelTagger:
    """A trained model and the lists that its features ask.

    Sums of weights are remembered by word; nothing else changes after `parse`.
    """

    def __init__(self, sections: Mapping[str, Sequence[str]], gazetteer: Gazetteer) -> None:
        self._lines = sections["weights"]
        moves = [[int(cell) for cell in row.split()] for row in sections["transitions"]]
        self._moves_to = [list(column) for column in zip(*moves, strict=True)]
        self.lists = Lists(gazetteer, frozenset(sections["given"]), frozenset(sections["surnames"]))
        self._words: dict[str, int] = {}
        self._near: dict[tuple[str, str, bool], int] = {}
        self._glues: dict[tuple[str, str, bool], int] = {}
        self._flag_sums: dict[int, int] = {}
        self._rule_sums: dict[str, int] = {}

    @classmethod
    def parse(cls, data: bytes, gazetteer: Gazetteer) -> "ModelTagger":
        """Read the form that `docs/model/` writes; raises ValueError for anything else."""
        try:
            parts = zlib.decompress(data).decode().split("\f")
            sections = {
                name: text.split("\n") for name, _, text in (p.partition("\n") for p in parts)
            }
            return cls(sections, gazetteer)
        except (zlib.error, UnicodeDecodeError, KeyError, ValueError) as error:
            raise ValueError(f"not a model: {error}") from error

    @cached_property
    def _weights(self) -> Mapping[str, int]:
        packed: dict[str, int] = {}
        known: dict[str, int] = {}
        for line in self._lines:
            feature, _, text = line.partition("\t")
            value = known.get(text)
            if value is None:
                value = 0
                for cell in text.split():
                    value += int(cell[1:]) << (_LANE * int(cell[0]))
                known[text] = value
            packed[feature] = value
        return packed

    def tag(
        self, draft: Draft, candidates: Sequence[Name] = (), spots: Sequence[Spot] = ()
    ) -> list[Label]:
        """Mark the names of an article; `candidates` and `spots` are what rules found before."""
        facts = Facts(draft, candidates, spots)
        labels: list[Label] = []
        for first, last in find_runs(draft):
            rows = self._rows(draft, facts, first, last)
            labels += _spans(first, rows, self._best(rows))
        return labels

    def _rows(self, draft: Draft, facts: Facts, first: int, last: int) -> list[list[int]]:
        """Weigh the labels of each word of a run."""
        words, count, weigh = draft.words, len(draft.words), self._weigh
        base = weigh(run_features(draft, first, last)) + _BIAS
        marks = placed(draft, first, last) if last - first > 1 else {}
        get, rules = self._weights.get, facts.rules
        rows = []
        for index in range(first, last):
            word = words[index]
            total = base + self._word(word.text, word.key)
            if index:
                before = words[index - 1]
                total += self._beside("-1", before.key, before.capital)
            right = "."
            if index + 1 < count:
                after = words[index + 1]
                right = after.glue
                total += self._beside("+1", after.key, after.capital)
            total += self._around(word.glue, right, word.possessive)
            total += self._flagged(flags(word, facts, index, first, last))
            total += self._ruled(rules.get(index, ""))
            for feature in neighbour_features(words, index):
                total += get(feature, 0)
            if index in marks:
                total += get(marks[index], 0)
            rows.append([((total >> shift) & _MASK) - _MIDDLE for shift in _SHIFTS])
        return rows

    def _weigh(self, features: Iterable[str]) -> int:
        get = self._weights.get
        return sum([get(feature, 0) for feature in features])

    def _word(self, text: str, key: str) -> int:
        found = self._words.get(text)
        if found is None:
            if len(self._words) > _MOST_KEPT:
                self._words.clear()
            found = self._words[text] = self._weigh(word_features(text, key, self.lists))
        return found

    def _beside(self, where: str, key: str, capital: bool) -> int:
        handle = (where, key, capital)
        found = self._near.get(handle)
        if found is None:
            if len(self._near) > _MOST_KEPT:
                self._near.clear()
            found = self._near[handle] = self._weigh(near_features(where, key, capital, self.lists))
        return found

    def _around(self, left: str, right: str, possessive: bool) -> int:
        handle = (left, right, possessive)
        found = self._glues.get(handle)
        if found is None:
            if len(self._glues) > _MOST_KEPT:
                self._glues.clear()
            found = self._glues[handle] = self._weigh(glue_features(left, right, possessive))
        return found

    def _flagged(self, found: int) -> int:
        sums = self._flag_sums
        if found not in sums:
            sums[found] = self._weigh(flag_features(found))
        return sums[found]

    def _ruled(self, rule: str) -> int:
        sums = self._rule_sums
        if rule not in sums:
            sums[rule] = self._weigh(rule_features(rule))
        return sums[rule]

    def _best(self, rows: Sequence[list[int]]) -> list[int]:
        """Find the best sequence of labels (Viterbi)."""
        first = rows[0]
        if len(rows) == 1:
            single = (first[0], first[1], first[3], first[5])
            return [(0, 1, 3, 5)[single.index(max(single))]]
        totals = [first[0], first[1], _NEVER, first[3], _NEVER, first[5], _NEVER]
        back: list[list[int]] = []
        for row in rows[1:]:
            chosen, sums = [], []
            for lane, moves in enumerate(self._moves_to):
                if lane in _INNER:
                    # The inside of a name follows its beginning or its inside only.
                    one, two = totals[lane - 1] + moves[lane - 1], totals[lane] + moves[lane]
                    best, at = (one, lane - 1) if one >= two else (two, lane)
                else:
                    options = [total + move for total, move in zip(totals, moves, strict=True)]
                    best = max(options)
                    at = options.index(best)
                chosen.append(at)
                sums.append(best + row[lane])
            back.append(chosen)
            totals = sums
        lane = totals.index(max(totals))
        path = [lane]
        for chosen in reversed(back):
            lane = chosen[lane]
            path.append(lane)
        return path[::-1]


_SHIFTS = tuple(_LANE * lane for lane in range(len(LABELS)))
_INNER = frozenset({2, 4, 6})
_TYPES: Mapping[int, MentionType] = {
    1: "person",
    3: "place",
    5: "organisation",
    2: "person",
    4: "place",
    6: "organisation",
}


def _spans(first: int, rows: Sequence[list[int]], path: Sequence[int]) -> list[Label]:
    found: list[Label] = []
    at = 0
    while at < len(path):
        lane = path[at]
        if lane == 0:
            at += 1
            continue
        end = at + 1
        inner = lane if lane % 2 == 0 else lane + 1
        while end < len(path) and path[end] == inner:
            end += 1
        score = min(_share(rows[index], path[index]) for index in range(at, end))
        found.append(Label(first + at, first + end, _TYPES[lane], score))
        at = end
    return found


def _share(row: Sequence[int], lane: int) -> float:
    """Return the share of one label's type among all types, as a probability."""
    own = (lane + 1) // 2
    best = row[lane]
    total = within = 0.0
    for index, value in enumerate(row):
        weight = exp(min((value - best) / SCALE, 50.0))
        total += weight
        if (index + 1) // 2 == own:
            within += weight
    return within / total
