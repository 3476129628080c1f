"""Measuring on texts whose people and places are known: how much is found, and how much is right.

Nothing is written, and no site is needed.
"""

import re
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from site_builder.content.gold_file import GoldArticle, Names, read_gold
from site_builder.disk.memo import Memo
from site_builder.disk.project import Project, read_source
from site_builder.entities.finds import read_mentions
from site_builder.entities.reading import Sentences
from site_builder.entities.scoring import compare, same_name
from site_builder.executors.here import Here, Progress
from site_builder.importing import document_of, read_file
from site_builder.loading import Notebook, load_config
from site_builder.model.entity import Document, EntityType, Mention
from site_builder.model.problem import Location, Problem
from site_builder.model.seed import Seed
from site_builder.parsing.boilerplate import repeated_lines
from site_builder.plugins import BUILT_IN, Plugin, importer_for, load_plugins, mention_finders
from site_builder.stages import Stages

_WORD = re.compile(r"\w+")
_FIRST = Document(id="", title="A visit", text="Wang Yi met Heita Kawakatsu in Shizuoka.")


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of entities: in the gold file, found, and found rightly; each once an article."""

    gold: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: "Score") -> "Score":
        """Add up the counts of two articles."""
        return Score(self.gold + other.gold, self.found + other.found, self.right + other.right)

    @property
    def missed(self) -> int:
        """Count what was not found."""
        return self.gold - self.right

    @property
    def wrong(self) -> int:
        """Count what was found and is not there."""
        return self.found - self.right

    @property
    def precision(self) -> float | None:
        """Return the share of the found that is right; None where there was nothing to measure."""
        return self._share(self.right, self.found)

    @property
    def recall(self) -> float | None:
        """Return the share of the gold that was found; None where there was nothing to measure."""
        return self._share(self.right, self.gold)

    @property
    def f1(self) -> float | None:
        """Return the harmonic mean of both; None where there was nothing to measure."""
        return self._share(2 * self.right, self.gold + self.found)

    def _share(self, part: int, whole: int) -> float | None:
        if not self.gold and not self.found:
            return None
        return part / whole if whole else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """One entity that was missed, or found and not wanted.

    `sentence` is where its name stands first, or empty. `rule` is what made the mention: of a wrong
    one its own, of a missed one that of the mention which stands there instead. `note` says more.
    """

    article: str
    type: EntityType
    kind: Literal["missed", "wrong"]
    name: str
    sentence: str = ""
    rule: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """How well the engine does on a gold file.

    `articles` and `words` count what was measured. `mistakes` come by article, the one with most
    first. `engine_ms` is the processor time in milliseconds that finding the names in one article
    takes, on average, without reading and parsing it; None where nothing was measured.
    """

    articles: int = 0
    words: int = 0
    people: Score = Score()
    places: Score = Score()
    mistakes: tuple[Mistake, ...] = ()
    engine_ms: float | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def failed(self) -> bool:
        """Tell whether anything could not be measured."""
        return any(problem.severity == "error" for problem in self.problems)


def evaluate(
    project: Project, gold: Path, site_needed: bool, progress: Progress | None = None
) -> Evaluation:
    """Find the people and places of the texts of a gold file, and compare.

    The settings of the project are used for its plugins; they may be missing unless `site_needed`.
    """
    notes = Notebook([])
    plugins, country = _settings(project, site_needed, notes)
    if any(problem.severity == "error" for problem in notes.problems):
        return Evaluation(problems=tuple(notes.problems))
    source = read_source(project, gold.absolute())
    if isinstance(source, Problem):
        return Evaluation(problems=(*notes.problems, replace(source, severity="error")))
    articles = notes.take(read_gold(source))
    # SQLite keeps what has this name in memory.
    with closing(Memo(None)) as memo:
        stages = Stages(memo, Here(progress), mention_finders(plugins), country)
        seeds = _read(project, gold.absolute(), articles, plugins, notes)
        documents = _parse(stages, seeds, notes)
        mentions, engine_ms = _find(stages, list(documents.values()))
    measured = [article for article in articles if article.file in documents]
    found = dict(zip(documents, mentions, strict=True))
    return replace(
        _compared(measured, documents, found), engine_ms=engine_ms, problems=tuple(notes.problems)
    )


def _settings(
    project: Project, site_needed: bool, notes: Notebook
) -> tuple[tuple[Plugin, ...], str]:
    """Return the plugins of a site, and its country."""
    if not site_needed and not project.config_path.is_file():
        return (BUILT_IN,), ""
    config = load_config(project, notes)
    if config is None:
        return (BUILT_IN,), ""
    plugins = notes.take(load_plugins(config.plugins, project.relative(project.config_path)))
    return tuple(plugins), config.country


def _read(
    project: Project,
    gold: Path,
    articles: Iterable[GoldArticle],
    plugins: Sequence[Plugin],
    notes: Notebook,
) -> dict[str, Seed]:
    """Read the text of each line, by the file that the line names; those that cannot be are said.

    A file that holds several articles is named with the number of one: `week.feed#2`.
    """
    shown = project.relative(gold)
    seeds = {}
    for article in articles:
        at = Location(shown, article.line)
        whole = gold.parent / article.file
        path = whole if whole.exists() else gold.parent / article.file.partition("#")[0]
        importer = importer_for(plugins, path.name)
        if not path.is_file():
            notes.problems.append(_no_text(f"There is no file {article.file}.", at))
        elif importer is None:
            message = f"{article.file} is in no format that can be imported."
            notes.problems.append(_no_text(message, at))
        else:
            found = list(read_file(path, project.relative(path), importer))
            notes.problems += [one for one in found if isinstance(one, Problem)]
            texts = [one for one in found if isinstance(one, Seed)]
            meant = project.relative(whole)
            named = [one for one in texts if one.origin == meant] or texts
            if len(named) == 1:
                seeds[article.file] = named[0]
            elif named:
                message = f"{article.file} holds {len(texts)} articles."
                notes.problems.append(_no_text(message, at, f"Name one: {article.file}#1."))
            else:
                notes.problems.append(_no_text(f"{article.file} holds no article.", at))
    return seeds


def _no_text(message: str, at: Location, hint: str = "") -> Problem:
    hint = hint or "Write the path of a text as it is seen from the gold file's folder."
    return Problem("gold-text", message, at, f"{hint} It is not measured until then.", "error")


def _parse(stages: Stages, seeds: Mapping[str, Seed], notes: Notebook) -> dict[str, Document]:
    repeated = repeated_lines({seed.sha256: seed.text for seed in seeds.values()}.values())
    documents = {}
    parsed = stages.parse(list(seeds.values()), repeated)
    for (file, seed), (article, problems) in zip(seeds.items(), parsed, strict=True):
        notes.problems += problems
        if article:
            documents[file] = document_of(article)
        else:
            message, hint = f"{file} holds no text to measure on.", "Save the article's text in it."
            notes.problems.append(_no_text(message, Location(seed.origin), hint))
    return documents


def _find(
    stages: Stages, documents: Sequence[Document]
) -> tuple[list[tuple[Mention, ...]], float | None]:
    """Find the mentions of each document, and take the processor time of an average one."""
    if not documents:
        return [], None
    # Loading is paid once a build, however many articles it has.
    stages.mentions([_FIRST])
    start = time.process_time()
    found = stages.mentions(documents)
    return found, 1000 * (time.process_time() - start) / len(documents)


def _compared(
    articles: Sequence[GoldArticle],
    documents: Mapping[str, Document],
    found: Mapping[str, Sequence[Mention]],
) -> Evaluation:
    people, places = Score(), Score()
    mistakes: list[Mistake] = []
    for article in articles:
        text = _Text(documents[article.file], found[article.file])
        if article.people is not None:
            people += text.score(
                article.file, "person", article.people, article.optional_people, mistakes
            )
        if article.places is not None:
            places += text.score(
                article.file, "place", article.places, article.optional_places, mistakes
            )
    count = Counter(mistake.article for mistake in mistakes)
    mistakes.sort(key=lambda mistake: -count[mistake.article])
    words = sum(len(documents[article.file].text.split()) for article in articles)
    return Evaluation(
        articles=len(articles), words=words, people=people, places=places, mistakes=tuple(mistakes)
    )


class _Text:
    """One article, its mentions, and where names stand in it."""

    def __init__(self, document: Document, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        self._text = f"{document.title}\n\n{document.text}"
        self._sentences = Sentences(self._text)

    def score(
        self, file: str, type: EntityType, gold: Names, optional: Names, mistakes: list[Mistake]
    ) -> Score:
        """Compare the entities of one type, and note the mistakes."""
        compared = compare(read_mentions(self._mentions, type), gold, optional)
        for at in compared.missed:
            sentence, rule, note = self._instead(gold[at])
            mistakes.append(
                Mistake(
                    article=file,
                    type=type,
                    kind="missed",
                    name=gold[at][0],
                    sentence=sentence,
                    rule=rule,
                    note=note,
                )
            )
        for find, again in compared.wrong:
            mistakes.append(
                Mistake(
                    article=file,
                    type=type,
                    kind="wrong",
                    name=find.name,
                    sentence=find.first.sentence,
                    rule=find.first.rule,
                    note="found as two, of which one is right" if again else "",
                )
            )
        right = len(compared.right)
        return Score(right + len(compared.missed), right + len(compared.wrong), right)

    def _instead(self, names: Sequence[str]) -> tuple[str, str, str]:
        """Say where a missed entity is named, and by which rule what was found there instead."""
        sentence = next(filter(None, map(self._sentence, names)), "")
        forms = [f" {same_name(name)} " for name in names]
        for mention in self._mentions:
            surface = f" {same_name(mention.surface)} "
            if any(form in surface or surface in form for form in forms):
                note = f"found there: the {mention.type} {mention.name}"
                return sentence or mention.sentence, mention.rule, note
        return sentence, "", "" if sentence else "the text does not print this name"

    def _sentence(self, name: str) -> str:
        start = _position(self._text, name)
        return self._sentences.at(start) if start >= 0 else ""


def _position(text: str, name: str) -> int:
    """Return where a text has the words of a name first, or -1."""
    exact = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    if exact:
        return exact.start()
    wanted = [same_name(word) for word in _WORD.findall(name)]
    words = [(match.start(), same_name(match[0])) for match in _WORD.finditer(text)]
    for index in range(len(words) - len(wanted) + 1 if wanted else 0):
        if [word for _, word in words[index : index + len(wanted)]] == wanted:
            return words[index][0]
    # Chinese does not part words.
    return -1 if name.isascii() else text.find(name)
