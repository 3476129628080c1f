"""The work done on each article alone, paid once a text: parsing, mentions, Markdown."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property
from typing import Any, TypeVar

import msgspec

from site_builder.disk.memo import Memo, memo_key
from site_builder.disk.package_data import code_digests, read_data
from site_builder.entities.gazetteer import Gazetteer
from site_builder.entities.known import known_names
from site_builder.entities.mentions import Tagger, find_mentions
from site_builder.entities.span_tagger import SpanTagger
from site_builder.entities.tagger import ModelTagger
from site_builder.executors.here import Executor
from site_builder.model.article import ParsedSeed
from site_builder.model.entity import Document, Mention
from site_builder.model.problem import Problem
from site_builder.model.seed import Seed
from site_builder.model.site import ArticleBody
from site_builder.plugins import MentionFinder
from site_builder.rendering.markdown import to_body
from site_builder.rendering.plain_prose import is_harmless, plain_body

Key = TypeVar("Key")
Item = TypeVar("Item")
ParseResult = tuple[ParsedSeed | None, tuple[Problem, ...]]

# So many texts are worth the start of another process.
_MANY = 30

_encode = msgspec.msgpack.Encoder().encode


class Stages:
    """Per-article work behind the memo; every result depends on its arguments and the code only."""

    def __init__(
        self,
        memo: Memo,
        executor: Executor,
        finders: Sequence[MentionFinder] = (),
        home: str = "",
        code: Mapping[str, str] | None = None,
        extensions: Sequence[str] = (),
    ) -> None:
        """`finders` are other engines that find names, each before those that stand before it.

        `home` is the ISO code of the site's country. `code` are the digests of the stations' code,
        where they are known. `extensions` are those of Markdown that articles may use.
        """
        self._memo = memo
        self._executor = executor
        self._finders = tuple(finders)
        self._home = home
        self._code = code
        self.extensions = tuple(extensions)

    @cached_property
    def code(self) -> Mapping[str, str]:
        """The digest of each station's code."""
        return self._code or code_digests()

    @property
    def gazetteer(self) -> Gazetteer:
        """The gazetteer that ships with the program, read when first used."""
        return shipped_gazetteer()

    def parse(self, seeds: Sequence[Seed], repeated: frozenset[str]) -> list[ParseResult]:
        """Parse each seed, given the lines that many seeds share."""
        from site_builder.parsing.boilerplate import lines_of
        from site_builder.parsing.parse import parse

        items = [(seed, repeated & lines_of(seed.text) if repeated else repeated) for seed in seeds]
        return self._remember(
            "parse",
            "Reading seeds",
            self.code["parsing"],
            items,
            lambda item: (
                item[0].origin.encode(),
                item[0].text.encode("utf-8", "surrogatepass"),
                _encode(sorted(item[1])),
            ),
            lambda item: parse(*item),
            ParseResult,
        )

    @cached_property
    def taggers(self) -> tuple[Tagger, ...]:
        """The model that ships, and the engines of plugins; for a language the last counts."""
        others = (SpanTagger(finder.load(), finder.languages) for finder in self._finders)
        return (_model(), *others)

    def reads(self, lang: str) -> bool:
        """Tell whether people are looked for in texts of a language."""
        code = lang.partition("-")[0].lower() or "en"
        finders = (finder.languages for finder in self._finders)
        return any(not codes or code in codes for codes in (ModelTagger.languages, *finders))

    def mentions(
        self, documents: Sequence[Document], known: Iterable[str] = ()
    ) -> list[tuple[Mention, ...]]:
        """Find the people and places that each document mentions.

        `known` are names of people, to be found in languages that no engine reads.
        """
        documents = [replace(one, id=str(number)) for number, one in enumerate(documents)]
        return list(self.keyed_mentions(documents, known)[1].values())

    def keyed_mentions(
        self, documents: Sequence[Document], known: Iterable[str] = ()
    ) -> tuple[list[bytes], "KeptMentions"]:
        """Find what `mentions` finds, by document id, with the key that each result is kept by."""
        if self._home:
            documents = [replace(document, home=self._home) for document in documents]
        names = sorted(known)
        index = known_names(names)
        written = _encode(names)
        engines = "".join(finder.key for finder in self._finders)
        keys, stored = self._encoded(
            "mentions",
            "Finding people and places",
            self.code["entities"] + self.code["data"] + engines,
            documents,
            lambda document: (
                _encode(replace(document, id="")),
                b"" if self.reads(document.lang) else written,
            ),
            lambda document: find_mentions(
                document,
                self.gazetteer,
                self.taggers,
                None if self.reads(document.lang) else index,
            ),
        )
        found = (stored[key] for key in keys)
        return keys, KeptMentions(
            {document.id: one for document, one in zip(documents, found, strict=True)}
        )

    def kept_mentions(self, key: bytes) -> tuple[Mention, ...] | None:
        """Look up what was found before; None where it is not kept any more."""
        found = self._memo.store("mentions").get([key]).get(key)
        return msgspec.msgpack.decode(found, type=tuple[Mention, ...]) if found else None

    def bodies(self, texts: Sequence[str], extensions: Sequence[str]) -> list[ArticleBody]:
        """Convert Markdown texts to HTML; prose without a mark in it is sooner made than found."""
        prose = is_harmless(extensions)
        bodies = [plain_body(text) if prose else None for text in texts]
        marked = [text for text, body in zip(texts, bodies, strict=True) if body is None]
        if not marked:
            return [body for body in bodies if body]
        made = iter(
            self._remember(
                "markdown",
                "Converting Markdown",
                self.code["rendering"] + _version("markdown"),
                marked,
                lambda text: (text.encode("utf-8", "surrogatepass"), _encode(tuple(extensions))),
                lambda text: to_body(text, extensions),
                ArticleBody,
            )
        )
        return [body or next(made) for body in bodies]

    def kept_bodies(self, markdown: Mapping[str, str], extensions: Sequence[str]) -> "KeptBodies":
        """Convert Markdown texts to HTML, by any key, and keep what cannot soon be made again."""
        prose = is_harmless(extensions)
        marked = {key: text for key, text in markdown.items() if not prose or not plain_body(text)}
        bodies = self.bodies(list(marked.values()), extensions)
        return KeptBodies(markdown, dict(zip(marked, bodies, strict=True)))

    def _remember(
        self,
        stage: str,
        doing: str,
        code: str,
        items: Sequence[Item],
        arguments: Callable[[Item], tuple[bytes, ...]],
        work: Callable[[Item], Any],
        result: Any,
    ) -> list[Any]:
        keys, stored = self._encoded(stage, doing, code, items, arguments, work)
        decode = msgspec.msgpack.Decoder(result).decode
        return [decode(stored[key]) for key in keys]

    def _encoded(
        self,
        stage: str,
        doing: str,
        code: str,
        items: Sequence[Item],
        arguments: Callable[[Item], tuple[bytes, ...]],
        work: Callable[[Item], Any],
    ) -> tuple[list[bytes], Mapping[bytes, bytes]]:
        """Return the key of each item, and the encoded results by key."""
        keys = [memo_key(stage, code, *arguments(item)) for item in items]
        store = self._memo.store(stage)
        stored = {**store.get(keys)}
        missing = {key: item for key, item in zip(keys, items, strict=True) if key not in stored}
        # Results come encoded: that is how another process hands them over soonest.
        done = self._executor.map(lambda item: _encode(work(item)), missing.values(), doing, _MANY)
        for key, value in zip(missing, done, strict=True):
            store.put(key, value)
            stored[key] = value
        return keys, stored


class KeptMentions(Mapping[str, tuple[Mention, ...]]):
    """The mentions of each document by its id, decoded when they are asked for.

    Decoded, those of an archive take ten times the room; `encoded` are they as they are kept.
    """

    def __init__(self, encoded: Mapping[str, bytes]) -> None:
        self.encoded = encoded
        self._decode = msgspec.msgpack.Decoder(tuple[Mention, ...]).decode

    def __getitem__(self, id: str) -> tuple[Mention, ...]:
        return self._decode(self.encoded[id])

    def __iter__(self) -> Iterator[str]:
        return iter(self.encoded)

    def __len__(self) -> int:
        return len(self.encoded)


class KeptBodies(Mapping[str, ArticleBody]):
    """The body of each article; prose is made when it is asked for, as it takes twice the room."""

    def __init__(self, markdown: Mapping[str, str], marked: Mapping[str, ArticleBody]) -> None:
        self._markdown, self._marked = markdown, marked
        self._last: tuple[str, ArticleBody] | None = None

    def __getitem__(self, key: str) -> ArticleBody:
        if key in self._marked:
            return self._marked[key]
        if self._last is None or self._last[0] != key:
            body = plain_body(self._markdown[key])
            if body is None:
                raise KeyError(key)
            self._last = key, body
        return self._last[1]

    def text(self, key: str) -> str:
        """Return the plain text of a body; prose without line breaks is its own."""
        markdown = self._markdown[key]
        if key not in self._marked and markdown.count("\n") == 2 * markdown.count("\n\n"):
            return markdown
        return self[key].text

    def __iter__(self) -> Iterator[str]:
        return iter(self._markdown)

    def __len__(self) -> int:
        return len(self._markdown)


@cache
def shipped_gazetteer() -> Gazetteer:
    """Read the gazetteer that ships with the program, once."""
    return Gazetteer.parse(read_data("gazetteer.bin"))


@cache
def _model() -> ModelTagger:
    return ModelTagger.parse(read_data("model.bin"), shipped_gazetteer())


def _version(distribution: str) -> str:
    from importlib.metadata import version

    return version(distribution)
