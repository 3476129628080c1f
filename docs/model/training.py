"""Teaching the model: from annotated texts to examples, to weights, to the file that ships."""

import random
import re
import tempfile
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from site_builder.entities.chunks import read_chunks
from site_builder.entities.draft import Draft, start_draft
from site_builder.entities.features import (
    Facts,
    Lists,
    flag_features,
    flags,
    glue_feature,
    near_features,
    neighbour_features,
    placed,
    rule_features,
    run_features,
    word_features,
)
from site_builder.entities.lexicon import word_set
from site_builder.entities.people import judge_names
from site_builder.entities.runs import find_runs
from site_builder.entities.tagger import LABELS, SCALE
from site_builder.model.entity import Document
from sources import Text

Example = tuple[list[list[str]], list[str]]

_SMALL = word_set("a an and as at but by for from in of on or the to vs with")
_KEPT = re.compile(r"(?:Jr|Sr|II|III|IV|[A-Z])\.?")


def examples(text: Text, lists: Lists) -> Iterator[Example]:
    """Turn a text into one example for each run of capitalised words: features and labels."""
    document = Document(id="", title=text.title, text=text.text)
    draft = start_draft(document, lists.gazetteer)
    read_chunks(draft)
    candidates, spots = list(draft.names), list(draft.spots)
    judge_names(draft)
    facts = Facts(draft, candidates, spots)
    labels = _labels(draft, text)
    words = draft.words
    for first, last in find_runs(draft):
        marks = placed(draft, first, last) if last - first > 1 else {}
        run = run_features(draft, first, last)
        rows = []
        for index in range(first, last):
            row = [*word_features(words[index].text, words[index].key, lists), *run]
            if index:
                before = words[index - 1]
                row += near_features("-1", before.key, before.capital, lists)
            right = "."
            if index + 1 < len(words):
                after = words[index + 1]
                right = after.glue
                row += near_features("+1", after.key, after.capital, lists)
            row.append(glue_feature("gp", words[index].glue))
            row.append(glue_feature("gn", right, words[index].possessive))
            row += flag_features(flags(words[index], facts, index, first, last))
            row += rule_features(facts.rules.get(index, ""))
            row += neighbour_features(words, index)
            if index in marks:
                row.append(marks[index])
            rows.append(row)
        yield rows, _opened(labels[first:last])


def _labels(draft: Draft, text: Text) -> list[str]:
    labels = ["O"] * len(draft.words)
    spans = iter(sorted(text.spans))
    span = next(spans, None)
    opened = False
    for index, word in enumerate(draft.words):
        while span and word.start >= span[1]:
            span, opened = next(spans, None), False
        if span and word.start >= span[0] and word.end <= span[1]:
            labels[index] = ("I-" if opened else "B-") + span[2]
            opened = True
    return labels


def _opened(labels: Sequence[str]) -> list[str]:
    """Let a name that starts before a run open with it."""
    before, found = "O", []
    for label in labels:
        if label[0] == "I" and before[1:] != label[1:]:
            label = "B" + label[1:]
        found.append(label)
        before = label
    return found


def in_capitals(text: Text) -> Text:
    """Return a copy of a text in capitals, as headlines and old telegrams are."""
    title, body = text.title.upper(), text.text.upper()
    same = len(title) == len(text.title) and len(body) == len(text.text)
    return replace(text, id=text.id + "^", title=title, text=body) if same else text


def in_title_case(text: Text) -> Text:
    """Return a copy of a text with Most of Its Words in Title Case."""

    def cased(match: re.Match[str]) -> str:
        word = match[0]
        return word if word in _SMALL else word[0].upper() + word[1:]

    pattern = re.compile(r"(?<![\w'’])[a-z]\w*")
    title, body = pattern.sub(cased, text.title), pattern.sub(cased, text.text)
    same = len(title) == len(text.title) and len(body) == len(text.text)
    return replace(text, id=text.id + "'", title=title, text=body) if same else text


class NameSwapper:
    """Gives the people of a text other names, the same word always the same other word."""

    def __init__(self, names: Mapping[str, tuple[Sequence[str], Sequence[str]]]) -> None:
        self._names = names
        self._places = sorted(names)

    def swap(self, text: Text, seed: str) -> Text:
        """Return a copy with other names for its people, chosen by the seed alone."""
        chance = random.Random(f"{seed} {text.source} {text.id}")
        full = f"{text.title}\n\n{text.text}"
        given, surnames = self._names[chance.choice(self._places)]
        other: dict[str, str] = {}
        made, spans, end, title_end = "", [], 0, len(text.title)
        for start, stop, label in sorted(text.spans):
            made += full[end:start]
            name = full[start:stop]
            if label == "PER":
                words = name.split(" ")
                if len(words) > 1 and chance.random() < 0.4:
                    given, surnames = self._names[chance.choice(self._places)]
                for at, word in enumerate(words):
                    if not word[:1].isupper() or len(word) < 3 or _KEPT.fullmatch(word):
                        continue
                    if word not in other:
                        pool = given if at == 0 and len(words) > 1 else surnames
                        chosen = chance.choice(pool)
                        other[word] = chosen.upper() if word.isupper() else chosen
                    words[at] = other[word]
                name = " ".join(words)
            spans.append((len(made), len(made) + len(name), label))
            made += name
            end = stop
            if end <= len(text.title):
                title_end = len(made) + len(text.title) - end
        made += full[end:]
        return Text(
            text.source,
            f"{text.id}~{seed}",
            made[:title_end],
            made[title_end + 2 :],
            tuple(spans),
        )


def train(
    found: Iterable[Example], c1: float, c2: float, rounds: int
) -> tuple[dict[tuple[str, str], float], dict[tuple[str, str], float]]:
    """Train a linear-chain CRF; returns the weights of (feature, label) and of (label, label)."""
    import pycrfsuite  # Only training needs it, and the tests read examples.

    trainer = pycrfsuite.Trainer("lbfgs", verbose=False)
    # CRFsuite's dump cannot be read back where a feature has odd characters, so it gets numbers.
    numbers: dict[str, str] = {}
    for rows, labels in found:
        trainer.append(
            [[numbers.setdefault(f, str(len(numbers))) for f in row] for row in rows], labels
        )
    trainer.set_params({"c1": c1, "c2": c2, "max_iterations": rounds, "feature.minfreq": 2})
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder, "model.crfsuite"))
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
    names = {number: feature for feature, number in numbers.items()}
    weights = {(names[number], label): w for (number, label), w in info.state_features.items()}
    return weights, dict(info.transitions)


def packed(
    weights: Mapping[tuple[str, str], float],
    moves: Mapping[tuple[str, str], float],
    given: Iterable[str],
    surnames: Iterable[str],
    least: float = 0.0,
) -> bytes:
    """Write the file that ships: whole numbers, sorted; weights below `least` are cut."""
    lanes = {label: lane for lane, label in enumerate(LABELS)}
    by_feature: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for (feature, label), weight in weights.items():
        value = round(weight * SCALE)
        if value and abs(weight) >= least and not set("\t\n\f") & set(feature):
            by_feature[feature].append((lanes[label], value))
    rows = [
        " ".join(str(round(moves.get((before, label), 0.0) * SCALE)) for label in LABELS)
        for before in LABELS
    ]
    lines = [
        feature + "\t" + " ".join(f"{lane}{value:+d}" for lane, value in sorted(cells))
        for feature, cells in sorted(by_feature.items())
    ]
    sections = {
        "transitions": rows,
        "given": sorted(given),
        "surnames": sorted(surnames),
        "weights": lines,
    }
    text = "\f".join("\n".join([name, *body]) for name, body in sections.items())
    return zlib.compress(text.encode(), 9)
