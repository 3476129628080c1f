"""The tagger: a trained model that marks people, places and organisations in runs of words."""

import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from math import exp
from operator import add
from struct import Struct
from typing import TypeVar

from site_builder.entities.draft import Draft, Label, Name, Spot
from site_builder.entities.features import (
    Facts,
    Lists,
    RunKind,
    flag_features,
    flags,
    glue_feature,
    near_features,
    pair_features,
    placed,
    rule_features,
    run_kind_features,
    run_parts,
    word_features,
)
from site_builder.entities.gazetteer import Gazetteer
from site_builder.entities.runs import find_runs
from site_builder.entities.spots import match_place
from site_builder.model.entity import MentionType

LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG")
SCALE = 64.0
"""Weights are stored as whole numbers: so many make the weight 1."""

# A sum of weights is one whole number with a lane of so many bits for each label.
_LANE = 16
_MIDDLE = 1 << (_LANE - 1)
_ROW = Struct(f"<{len(LABELS)}H")
_unpack, _SIZE = _ROW.unpack, _ROW.size
_BIAS = sum(_MIDDLE << (_LANE * lane) for lane in range(len(LABELS)))
_MOST_KEPT = 200_000
_NEVER = -(10**9)
# The labels that may stand at the start of a run: none, and the beginnings of names.
_OPENING = (0, 1, 3, 5)

Key = TypeVar("Key")


class _Sums:
    """Sums of weights by what their features are made of, each made once."""

    def __init__(
        self,
        weigh: Callable[[Iterable[str]], int],
        weight: Callable[[str, int], int],
        lists: Lists,
    ) -> None:
        def one(where: str) -> "_Remembered[str]":
            return _Remembered(lambda key: weight(where + key, 0))

        def near(where: str, capital: bool) -> "_Remembered[str]":
            return _Remembered(lambda key: weigh(near_features(where, key, capital, lists)))

        self.word = _Remembered[tuple[str, str]](lambda word: weigh(word_features(*word, lists)))
        self.after_word, self.after_name = near("-1", False), near("-1", True)
        self.before_word, self.before_name = near("+1", False), near("+1", True)
        self.second = one("-2=")
        self.third = one("+2=")
        self.left = _Remembered[str](lambda glue: weigh([glue_feature("gp", glue)]))
        self.right = _Remembered[str](lambda glue: weigh([glue_feature("gn", glue)]))
        self.right_of_s = _Remembered[str](lambda glue: weigh([glue_feature("gn", glue, True)]))
        self.flags = _Remembered[int](lambda found: weigh(flag_features(found)))
        self.run = _Remembered[RunKind](lambda kind: weigh(run_kind_features(kind)))
        self.run_before = one("rp=")
        self.run_after = one("rn=")
        self.run_end = one("last=")
        self.rule = _Remembered[str](lambda rule: weigh(rule_features(rule)))


class _Remembered(dict[Key, int]):
    """The results of a function by its argument; forgets all when they become too many."""

    def __init__(self, work: Callable[[Key], int]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, key: Key) -> int:
        if len(self) > _MOST_KEPT:
            self.clear()
        self[key] = value = self._work(key)
        return value


class ModelTagger:
    """A trained model and the lists that its features ask.

    Sums of weights are remembered by word; nothing else changes after `parse`.
    """

    languages = frozenset({"en"})

    def __init__(self, sections: Mapping[str, Sequence[str]], gazetteer: Gazetteer) -> None:
        self._lines = sections["weights"]
        moves = [[int(cell) for cell in row.split()] for row in sections["transitions"]]
        self._moves_to = [list(column) for column in zip(*moves, strict=True)]
        self._clear = [
            max(max(self._moves_to[at]) - self._moves_to[at][lead] for at in _OPENING)
            for lead in range(len(LABELS))
        ]
        """By how much a label has to lead for no other to come before the next word's."""
        self.lists = Lists(gazetteer, frozenset(sections["given"]), frozenset(sections["surnames"]))

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
    def _sums(self) -> "_Sums":
        return _Sums(self._weigh, self._weights.get, self.lists)

    @cached_property
    def _paired(self) -> frozenset[str]:
        """The words of which a pair with a neighbour has a weight."""
        before, after = (pair.partition("=")[0] + "=" for pair in pair_features("", "", ""))
        found = set()
        for line in self._lines:
            if line.startswith(before):
                found.add(line.partition("\t")[0].rpartition("|")[2])
            elif line.startswith(after):
                found.add(line[len(after) :].partition("|")[0])
        return frozenset(found)

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
            if last - first == 1 and _is_country(draft, first):
                # A third of the runs in the news, and the weights never say otherwise.
                labels.append(Label(first, last, "place", 1.0))
                continue
            rows = self._rows(draft, facts, first, last)
            labels += _spans(first, rows, self._best(rows))
        return labels

    def _rows(self, draft: Draft, facts: Facts, first: int, last: int) -> list[tuple[int, ...]]:
        """Weigh the labels of each word of a run; a word's weights share one unknown summand."""
        words, count = draft.words, len(draft.words)
        kind, outside, behind, end = run_parts(draft, first, last)
        base = _BIAS + self._sums.run[kind] + self._sums.run_before[outside]
        base += self._sums.run_after[behind] + self._sums.run_end[end]
        marks = placed(draft, first, last) if last - first > 1 else {}
        get, sums, rules, paired = self._weights.get, self._sums, facts.rules, self._paired
        rows = []
        for index in range(first, last):
            word = words[index]
            key = word.key
            before_it = after_it = "_"
            total = base + sums.word[word.text, key] + sums.left[word.glue]
            right = sums.right_of_s if word.possessive else sums.right
            if index:
                before = words[index - 1]
                before_it = before.key
                total += (sums.after_name if before.capital else sums.after_word)[before_it]
            if index + 1 < count:
                after = words[index + 1]
                after_it = after.key
                total += (sums.before_name if after.capital else sums.before_word)[after_it]
                total += right[after.glue]
            else:
                total += right["."]
            total += (
                sums.second[words[index - 2].key if index > 1 else "_"]
                + sums.third[words[index + 2].key if index + 2 < count else "_"]
                + sums.flags[flags(word, facts, index, first, last)]
                + sums.rule[rules.get(index, "")]
            )
            if key in paired:
                one, two = pair_features(before_it, key, after_it)
                total += get(one, 0) + get(two, 0)
            if index in marks:
                total += get(marks[index], 0)
            rows.append(_unpack(total.to_bytes(_SIZE, "little")))
        return rows

    def _weigh(self, features: Iterable[str]) -> int:
        get = self._weights.get
        return sum([get(feature, 0) for feature in features])

    def _best(self, rows: Sequence[tuple[int, ...]]) -> list[int]:
        """Find the best sequence of labels (Viterbi)."""
        first = rows[0]
        if len(rows) == 1:
            single = (first[0], first[1], first[3], first[5])
            return [(0, 1, 3, 5)[single.index(max(single))]]
        totals = [first[0], first[1], _NEVER, first[3], _NEVER, first[5], _NEVER]
        back: list[list[int]] = []
        moves_to = self._moves_to
        for row in rows[1:]:
            second, top = sorted(totals)[-2:]
            lead = totals.index(top)
            chosen, sums = [lead] * 7, [0] * 7
            if top - second > self._clear[lead]:
                for lane in _OPENING:
                    sums[lane] = top + moves_to[lane][lead] + row[lane]
            else:
                for lane in _OPENING:
                    options = list(map(add, totals, moves_to[lane]))
                    best = max(options)
                    chosen[lane] = options.index(best)
                    sums[lane] = best + row[lane]
            # The inside of a name follows its beginning or its inside only.
            for lane in (2, 4, 6):
                moves = moves_to[lane]
                one, two = totals[lane - 1] + moves[lane - 1], totals[lane] + moves[lane]
                if one >= two:
                    chosen[lane], sums[lane] = lane - 1, one + row[lane]
                else:
                    chosen[lane], sums[lane] = lane, two + row[lane]
            back.append(chosen)
            totals = sums
        lane = totals.index(max(totals))
        path = [lane]
        for chosen in reversed(back):
            lane = chosen[lane]
            path.append(lane)
        return path[::-1]


# Countries that the lists of names have too, though hardly anybody is called so.
_HARDLY_NAMES = frozenset({"argentina", "brazil", "burma", "canada", "china", "germany", "us"})


def _is_country(draft: Draft, index: int) -> bool:
    """Tell whether a word by itself is the name of a country, and nobody's name."""
    length, key = match_place(draft, index)
    if length != 1:
        return False
    gazetteer = draft.gazetteer
    named = key in gazetteer.surnames or key in gazetteer.given_names or key in gazetteer.words
    if named and key not in _HARDLY_NAMES:
        return False
    return gazetteer.place(gazetteer.find(key)[0]).kind in ("country", "territory")


_TYPES: Mapping[int, MentionType] = {
    1: "person",
    3: "place",
    5: "organisation",
    2: "person",
    4: "place",
    6: "organisation",
}


def _spans(first: int, rows: Sequence[tuple[int, ...]], path: Sequence[int]) -> list[Label]:
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


_FAR = 1024
_WEIGHTS = [exp(-below / SCALE) for below in range(_FAR)]


def _share(row: Sequence[int], lane: int) -> float:
    """Return the share of one label's type among all types, as a probability."""
    own = (lane + 1) // 2
    best = row[lane]
    total = within = 0.0
    for index, value in enumerate(row):
        below = best - value
        weight = _WEIGHTS[below] if 0 <= below < _FAR else exp(min(-below / SCALE, 50.0))
        total += weight
        if (index + 1) // 2 == own:
            within += weight
    return within / total
