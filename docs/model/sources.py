"""The annotated texts that teach and test the model, from files as their makers publish them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LETTERS = {"P": "PER", "L": "LOC", "O": "ORG"}
_MARK = re.compile(r"\[([PLO]) ([^\[\]\n]+)\]")
_POLITICS = {
    "person": "PER", "politician": "PER", "country": "LOC", "location": "LOC",
    "organisation": "ORG", "politicalparty": "ORG",
}  # fmt: skip
_NO_SPACE_BEFORE = frozenset(".,;:!?)]%’”")
_ENDINGS = ("'s", "’s", "n't", "'re", "'ve", "'ll", "'d", "'m", "'")


@dataclass(frozen=True, slots=True)
class Text:
    """An annotated text: `spans` are (start, end, label), the label PER, LOC or ORG."""

    source: str
    id: str
    title: str
    text: str
    spans: tuple[tuple[int, int, str], ...]


def read_annotated(folder: Path) -> Iterator[Text]:
    """Read our own markup; spans count in title, empty line and body together."""
    for path in sorted(folder.glob("*.txt")):
        plain, spans, end = "", [], 0
        marked = path.read_text(encoding="utf-8").strip()
        for match in _MARK.finditer(marked):
            plain += marked[end : match.start()]
            spans.append((len(plain), len(plain) + len(match[2]), LETTERS[match[1]]))
            plain += match[2]
            end = match.end()
        plain += marked[end:]
        title, _, body = plain.partition("\n")
        shift = len(plain) - len(body.lstrip("\n")) - len(title) - 2
        moved = tuple(
            (a, b, label) if b <= len(title) else (a - shift, b - shift, label)
            for a, b, label in spans
        )
        source = path.stem.rpartition("-test")[0] or path.stem
        yield Text(source.rpartition("-")[0], path.stem, title, body.lstrip("\n"), moved)


def read_universal_ner(path: Path) -> Iterator[Text]:
    """Read a file of Universal NER, one text a document; each sentence is a line."""
    source = "ewt" if "ewt" in path.name else "pud"
    id = ""
    sentences: list[list[tuple[str, str]]] = []
    words: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), "# newdoc id = "]:
        if line.startswith("# newdoc id = "):
            if sentences:
                yield _joined(source, id, sentences)
            id, sentences = line[14:], []
        elif line and line[0] != "#":
            words.append((line.split("\t")[1], line.split("\t")[2]))
        elif not line and words:
            sentences.append(words)
            words = []


def read_columns(path: Path) -> Iterator[Text]:
    """Read a file with one word and its label a line: WikiGold, CrossNER."""
    source = "wikigold" if "wikigold" in path.name else "politics"
    words: list[tuple[str, str]] = []
    sentences: list[list[tuple[str, str]]] = []
    number = 0
    for line in [*path.read_text(encoding="utf-8").split("\n"), "-DOCSTART- O"]:
        parts = line.split()
        if len(parts) >= 2 and parts[0] != "-DOCSTART-":
            words.append((parts[0], parts[-1]))
            continue
        if words:
            sentences.append(words)
            words = []
        ends = parts[:1] == ["-DOCSTART-"] or (source == "politics" and len(sentences) == 1)
        if ends and sentences:
            number += 1
            yield _joined(source, f"{path.stem}-{number}", sentences)
            sentences = []


def _joined(source: str, id: str, sentences: list[list[tuple[str, str]]]) -> Text:
    text = ""
    spans: list[tuple[int, int, str]] = []
    for words in sentences:
        text += "\n" if text else ""
        before, label_before, quotes = "", "O", 0
        for word, label in words:
            if before and _is_apart(before, word, quotes):
                text += " "
            start = len(text) + 2
            text += word
            quotes += word == '"'
            kind = _POLITICS.get(label[2:], label[2:])
            if label == "O" or kind not in LETTERS.values():
                pass
            elif label[:2] == "I-" and label_before[2:] == label[2:]:
                spans[-1] = (spans[-1][0], start + len(word), kind)
            else:
                spans.append((start, start + len(word), kind))
            before, label_before = word, label
    return Text(source, id, "", text, tuple(spans))


def _is_apart(before: str, word: str, quotes: int) -> bool:
    """Tell whether a space stands between two words; `quotes` counts the straight ones so far."""
    if word == '"':
        return quotes % 2 == 0
    if before == '"':
        return quotes % 2 == 0
    if before in "([“‘$£€" or word in _ENDINGS:
        return False
    return word[0] not in _NO_SPACE_BEFORE
