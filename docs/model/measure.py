"""Measure the engine on texts that its model never saw; `make measure` calls it.

    python docs/model/measure.py DATA [--folds N] [--errors SOURCE]

Texts whose name ends in -test are never taught, so the model that ships is measured on them. For
the others, N models are made, each without one part of the texts, and measured on that part.
Figures are for the set of people and the set of places of a text, summed over the texts of a
source. A name counts as found where one of its forms was found; a surname counts to the full name.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from make_model import make, read_texts
from site_builder.disk.package_data import read_data
from site_builder.entities.gazetteer import Gazetteer
from site_builder.entities.mentions import Tagger, find_mentions
from site_builder.entities.tagger import ModelTagger
from site_builder.model.entity import Document, Mention
from site_builder.model.slug import fold
from sources import Text

KINDS = {"person": "PER", "place": "LOC"}


@dataclass(slots=True)
class Tally:
    """How many names were found rightly, found wrongly, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def figures(self) -> str:
        """Precision, recall and F1."""
        found, there = self.right + self.wrong, self.right + self.missed
        f1 = 2 * self.right / max(found + there, 1)
        return f"{self.right / max(found, 1):.3f} {self.right / max(there, 1):.3f} {f1:.3f}"


def main() -> None:
    """Print the figures of each source."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("data", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--errors", default="", help="print the errors of this source")
    given = parser.parse_args()
    gazetteer = Gazetteer.parse(read_data("gazetteer.bin"))
    texts = read_texts(given.data)
    tests = [text for text in texts if text.id.endswith("-test")]
    tallies: defaultdict[tuple[str, str], Tally] = defaultdict(Tally)
    measure(tests, ModelTagger.parse(read_data("model.bin"), gazetteer), gazetteer, tallies)
    taught = [text for text in texts if not text.id.endswith("-test")]
    for fold_number in range(given.folds):
        rest = [t for n, t in enumerate(taught) if n % given.folds != fold_number]
        left_out = taught[fold_number :: given.folds]
        measure(left_out, ModelTagger.parse(make(rest), gazetteer), gazetteer, tallies)
    print("source     kind    precision recall F1      names")  # noqa: T201
    for (source, kind), tally in sorted(tallies.items()):
        count = tally.right + tally.missed
        print(f"{source:18} {kind:7} {tally.figures}  {count:6,}")  # noqa: T201
        if given.errors and given.errors in source:
            print("\n".join(tally.errors))  # noqa: T201


def measure(
    texts: Iterable[Text],
    tagger: Tagger,
    gazetteer: Gazetteer,
    tallies: Mapping[tuple[str, str], Tally],
) -> None:
    """Add what is found in some texts to the tallies by source and kind."""
    for text in texts:
        document = Document(id="", title=text.title, text=text.text)
        found = find_mentions(document, gazetteer, [tagger])
        source = text.source + (" (test)" if text.id.endswith("-test") else "")
        for type in KINDS:
            compare(text, type, found, tallies[source, type])


def compare(text: Text, type: str, found: Sequence[Mention], tally: Tally) -> None:
    """Compare the names of one kind in a text with those that are there."""
    there = names_there(text, KINDS[type])
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for mention in found:
        if mention.type == type:
            key = mention.gazetteer_id or mention.name
            forms[key] |= {plain(mention.name), plain(mention.surface)}
    right = [name for name in there if any(name & forms[key] for key in forms)]
    wrong = [key for key in forms if not any(name & forms[key] for name in there)]
    tally.right += len(right)
    tally.wrong += len(wrong)
    tally.missed += len(there) - len(right)
    tally.errors += [f"  {text.id}: missed {sorted(n)}" for n in there if n not in right]
    tally.errors += [f"  {text.id}: wrong {key}" for key in wrong]


def names_there(text: Text, label: str) -> list[set[str]]:
    """List the names of a text, each as the set of its forms."""
    full = f"{text.title}\n\n{text.text}"
    printed = dict.fromkeys(
        plain(full[start:end]) for start, end, found in text.spans if found == label
    )
    if label == "LOC":
        return [{name} for name in printed]
    groups: list[set[str]] = []
    for name in sorted(printed, key=lambda name: -len(name.split())):
        words = name.split()
        fitting = [group for group in groups if any(_stands_for(words, one) for one in group)]
        if len(fitting) == 1:
            fitting[0].add(name)
        else:
            groups.append({name})
    return groups


def _stands_for(words: Sequence[str], name: str) -> bool:
    """Tell whether a name of fewer words is a short form of another."""
    full = name.split()
    if len(words) == 1:
        return words[0] in full
    return words[0] == full[0] and words[-1] == full[-1]


def plain(name: str) -> str:
    """Fold a name for comparing."""
    folded = fold(name).replace("-", " ").replace(".", "").replace(",", "")
    return " ".join(folded.replace("'", "").replace("’", "").split()).removeprefix("the ")


if __name__ == "__main__":
    main()
