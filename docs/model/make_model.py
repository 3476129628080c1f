"""Make `site_builder/data/model.bin` from the annotated texts; `make model` calls it.

    python docs/model/make_model.py DATA [TARGET]

DATA is a folder with the files that `SOURCES` names, as their makers publish them; see README.md
beside this file. Needs the packages of the extra `data`. The same input gives the same bytes.
"""

import hashlib
import random
import sys
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from site_builder.disk.package_data import read_data
from site_builder.entities.features import RUN_LENGTHS, Lists
from site_builder.entities.gazetteer import Gazetteer
from site_builder.model.slug import fold
from sources import Text, read_annotated, read_columns, read_universal_ner
from training import NameSwapper, examples, in_capitals, in_title_case, packed, train
from world_names import OFTEN, words_of, world_names

TARGET = Path(__file__).parents[2] / "site_builder" / "data" / "model.bin"
ANNOTATED = Path(__file__).parent / "annotated"
SOURCES = {
    "crossner_pol_dev.txt": "4f1f30eb832f4c5fe474f67ca45e875d863bddf0bbe432262d272ef13639fa8f",
    "crossner_pol_test.txt": "05cadc5e129d394f7f92b4a052cf4b6ea4c60878d32a833e500cf046c297455f",
    "crossner_pol_train.txt": "1d8be31abb58463349496fe21b13d70114cf015294a9ff9cce77af9b83e8aa84",
    "uner_en_ewt-ud-dev.iob2": "0cafd881cf31d39897b6d588420fab8fbbe4423d271725c59921ac9dd49c0713",
    "uner_en_ewt-ud-test.iob2": "821ad826d5f503ac03b4edc3fbc2174f21fbb005ec25863caf2051c434616d6e",
    "uner_en_pud-ud-test.iob2": "71fc0e18011e930f9a1a2fb68089d732eb2035a5840677d300626c8a1dedd2fb",
    "wikigold.conll": "c797a64d0cf73ed058363f77671486bcfd413e70fda1726ad4a6ba624455225f",
}
# How hard training holds weights down, found on texts that were left out of it.
C1, C2, ROUNDS = 0.3, 0.05, 80
# Copies of each text with other names, and the shares of copies in capitals and in title case.
SWAPS, CAPITALS, TITLE_CASE = 1, 0.06, 0.10
# Added to the weight of places, which the annotated texts of others miss more often than we want.
PLACE_BIAS = 0.5


def main() -> None:
    """Write the model."""
    target = Path(sys.argv[2]) if len(sys.argv) > 2 else TARGET
    taught = [text for text in read_texts(Path(sys.argv[1])) if not text.id.endswith("-test")]
    data = make(taught)
    target.write_bytes(data)
    print(f"{target.name}: {len(taught):,} texts, {len(data):,} bytes")  # noqa: T201


def read_texts(data: Path) -> list[Text]:
    """Read all annotated texts; stops with a message where a file is missing or another version."""
    texts: list[Text] = []
    for name, digest in SOURCES.items():
        path = data / name
        if not path.is_file():
            sys.exit(f"{path} is missing; docs/model/README.md says where it is published.")
        if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            sys.exit(f"{path} is another version than the model was made of.")
        texts += (read_universal_ner if name.endswith(".iob2") else read_columns)(path)
    return [*texts, *read_annotated(ANNOTATED)]


def make(texts: Sequence[Text]) -> bytes:
    """Teach a model with some texts and return the file that ships."""
    names = world_names()
    given = {fold(word) for found, _ in names.values() for word in words_of(found)}
    surnames = {fold(word) for _, found in names.values() for word in words_of(found)}
    lists = Lists(
        Gazetteer.parse(read_data("gazetteer.bin")), frozenset(given), frozenset(surnames)
    )
    swapper = NameSwapper(names | {f"{locale} again": names[locale] for locale in OFTEN})
    found = [example for text in _with_copies(texts, swapper) for example in examples(text, lists)]
    weights, moves = train(found, C1, C2, ROUNDS)
    for length, label in product(RUN_LENGTHS, ("B-LOC", "I-LOC")):
        # Every word has one of these features, so this moves all words alike.
        feature = f"len={length}", label
        weights[feature] = weights.get(feature, 0.0) + PLACE_BIAS
    return packed(weights, moves, given, surnames)


def _with_copies(texts: Sequence[Text], swapper: NameSwapper) -> Iterator[Text]:
    for text in texts:
        yield text
        if any(label == "PER" for _, _, label in text.spans):
            yield from (swapper.swap(text, str(number)) for number in range(SWAPS))
        chance = random.Random(f"{text.source} {text.id}").random()
        if chance < CAPITALS:
            yield in_capitals(text)
        elif chance < CAPITALS + TITLE_CASE:
            yield in_title_case(text)


if __name__ == "__main__":
    main()
