"""The tagger: sums of weights, the best sequence of labels, the same features as in training."""

import zlib
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.disk.package_data import read_data
from site_builder.entities.chunks import read_chunks
from site_builder.entities.draft import Draft, start_draft
from site_builder.entities.features import Facts, Lists
from site_builder.entities.gazetteer import Gazetteer
from site_builder.entities.people import judge_names
from site_builder.entities.runs import find_runs
from site_builder.entities.tagger import LABELS, SCALE, ModelTagger
from site_builder.model.entity import Document
from sources import Text
from training import examples, packed

GAZETTEER = Gazetteer.parse(read_data("gazetteer.bin"))
ARTICLE = (
    "NAIROBI, March 12 — Amina Okello, who heads the Kenya Wildlife Service, told Reuters that "
    "Okello's rangers had crossed into Tanzania.\n\nThe U.S.-UK talks in Rio de Janeiro with "
    "Ursula von der Leyen and Robert F. Kennedy, Jr. were “good”. MEXICO CITY FLOODED"
)


def draft_of(text: str, title: str = "") -> Draft:
    """Read a text as far as the tagger needs it."""
    draft = start_draft(Document(id="", title=title, text=text), GAZETTEER)
    read_chunks(draft)
    return draft


def tagger_of(
    weights: Mapping[tuple[str, str], float], moves: Mapping[tuple[str, str], float] | None = None
) -> ModelTagger:
    """Make a tagger of a few weights."""
    return ModelTagger.parse(packed(weights, moves or {}, [], []), GAZETTEER)


def tagged(tagger: ModelTagger, text: str) -> list[tuple[str, str]]:
    """Return the names that a tagger marks in a text."""
    draft = draft_of(text)
    return [(label.type, draft.surface(label.first, label.last)) for label in tagger.tag(draft)]


def test_weights_decide_which_words_are_names() -> None:
    tagger = tagger_of(
        {
            ("w=acme", "B-ORG"): 2.0,
            ("-1w=in", "B-LOC"): 2.0,
            ("sh=Xx", "O"): 0.5,
            ("w=thomas", "B-PER"): 1.0,
            ("-1w=thomas", "I-PER"): 1.0,
        }
    )
    assert tagged(tagger, "We saw Thomas Zorbel of Acme in Zorbia and then Zorbo.") == [
        ("person", "Thomas Zorbel"),
        ("organisation", "Acme"),
        ("place", "Zorbia"),
    ]


def test_moves_from_label_to_label_count_too() -> None:
    weights = {("sh=Xx", "B-PER"): 1.0, ("sh=Xx", "B-LOC"): 1.1, ("sh=Xx", "I-PER"): 0.2}
    assert tagged(tagger_of(weights), "with Zorbel Zorbo") == [
        ("place", "Zorbel"), ("place", "Zorbo"),
    ]  # fmt: skip
    joined = tagger_of(weights, {("B-PER", "I-PER"): 3.0})
    assert tagged(joined, "with Zorbel Zorbo") == [("person", "Zorbel Zorbo")]


def test_a_label_is_as_sure_as_its_weights_say() -> None:
    for weight, least, most in ((0.1, 0.1, 0.4), (8.0, 0.98, 1.0)):
        (label,) = tagger_of({("w=zorbo", "B-PER"): weight}).tag(draft_of("with Zorbo"))
        assert least < label.score <= most


@pytest.mark.parametrize("data", [b"", b"nothing", zlib.compress(b"weights\nw=a\t1+2")])
def test_what_is_no_model_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="not a model"):
        ModelTagger.parse(data, GAZETTEER)


def test_the_model_that_ships_finds_names_that_no_list_holds() -> None:
    tagger = ModelTagger.parse(read_data("model.bin"), GAZETTEER)
    found = tagged(tagger, "Zorbelina Quaxley, a 34-year-old farmer, said she came from Zorbeth.")
    assert ("person", "Zorbelina Quaxley") in found


def _weight(feature: str, label: str) -> float:
    digest = blake2b(f"{feature} {label}".encode(), digest_size=2).digest()
    return (int.from_bytes(digest, "big") % 257 - 128) / SCALE


@pytest.mark.parametrize(
    "text", [ARTICLE, "Zorbo", "The", "May 3, 2019: In Xi'an, Wang Yi met May."]
)
def test_a_word_is_weighed_by_the_features_that_training_saw(text: str) -> None:
    lists = Lists(GAZETTEER)
    seen = [example for example, _ in examples(Text("x", "x", "", text, ()), lists)]
    features = {feature for rows in seen for row in rows for feature in row}
    tagger = tagger_of({(f, label): _weight(f, label) for f in features for label in LABELS})
    draft = draft_of(text)
    candidates, spots = list(draft.names), list(draft.spots)
    judge_names(draft)
    facts = Facts(draft, candidates, spots)
    for rows, (first, last) in zip(seen, find_runs(draft), strict=True):
        weighed = tagger._rows(draft, facts, first, last)
        for row, sums in zip(rows, weighed, strict=True):
            wanted = [round(sum(_weight(f, label) for f in row) * SCALE) for label in LABELS]
            assert [one - sums[0] for one in sums] == [one - wanted[0] for one in wanted]


def _is_allowed(path: Sequence[int]) -> bool:
    names = [LABELS[lane] for lane in path]
    return all(
        label[0] != "I" or (before != "O" and before[1:] == label[1:])
        for before, label in zip(["O", *names], names, strict=False)
    )


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(st.integers(0, 300), min_size=7, max_size=7), min_size=1, max_size=3),
    st.lists(st.integers(-200, 200), min_size=49, max_size=49),
)
def test_the_best_sequence_is_the_best_of_all(rows: list[list[int]], numbers: list[int]) -> None:
    pairs = list(product(LABELS, LABELS))
    moves = {pair: number / SCALE for pair, number in zip(pairs, numbers, strict=True)}
    tagger = tagger_of({}, moves)

    def total(path: Sequence[int]) -> float:
        found = sum(row[lane] for row, lane in zip(rows, path, strict=True))
        steps = pairwise(path)
        return found + sum(round(moves[LABELS[a], LABELS[b]] * SCALE) for a, b in steps)

    allowed = [path for path in product(range(7), repeat=len(rows)) if _is_allowed(path)]
    best = tagger._best([tuple(row) for row in rows])
    assert _is_allowed(best)
    assert total(best) == max(map(total, allowed))
