"""The work done on each article alone, paid once a text: parsing, mentions, Markdown."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property
from typing import Any, TypeVar

import msgspec

from site_builder.disk.memo import Memo, memo_key
from site_builder.disk.package_data import code_digests, read_data
from site_builder.entities.engines import SpanTagger
from site_builder.entities.gazetteer import Gazetteer
from site_builder.entities.mentions import Tagger, find_mentions
from site_builder.entities.tagger import ModelTagger
from site_builder.executors.here import Executor
from site_builder.model.article import ParsedSeed
from site_builder.model.entity import Document, Mention
from site_builder.model.problem import Problem
from site_builder.model.seed import Seed
from site_builder.model.site import ArticleBody
from site_builder.parsing.boilerplate import lines_of
from site_builder.parsing.parse import parse
from site_builder.plugins import MentionFinder
from site_builder.rendering.markdown import to_body

Key = TypeVar("Key")
Item = TypeVar("Item")
ParseResult = tuple[ParsedSeed | None, tuple[Problem, ...]]

_encode = msgspec.msgpack.Encoder().encode


class Stages:
    """Per-article work behind the memo; every result depends on its arguments and the code only."""

    def __init__(self, memo: Memo, executor: Executor, finder: MentionFinder | None = None) -> None:
        """`finder` is another engine to find names with, in the place of the model that ships."""
        self._memo = memo
        self._executor = executor
        self._finder = finder

    @cached_property
    def code(self) -> Mapping[str, str]:
        """The digest of each station's code."""
        return code_digests()

    @property
    def gazetteer(self) -> Gazetteer:
        """The gazetteer that ships with the program, read when first used."""
        return _gazetteer()

    def parse(self, seeds: Sequence[Seed], repeated: frozenset[str]) -> list[ParseResult]:
        """Parse each seed, given the lines that many seeds share."""
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
    def tagger(self) -> Tagger:
        """The tagger: the plugin's engine where there is one, else the model that ships."""
        return SpanTagger(self._finder.load()) if self._finder else _model()

    def mentions(self, documents: Sequence[Document]) -> list[tuple[Mention, ...]]:
        """Find the people and places that each document mentions."""
        return self._remember(
            "mentions",
            "Finding people and places",
            self.code["entities"] + self.code["data"] + (self._finder.key if self._finder else ""),
            documents,
            lambda document: (_encode(replace(document, id="")),),
            lambda document: find_mentions(document, self.gazetteer, self.tagger),
            tuple[Mention, ...],
        )

    def bodies(self, texts: Sequence[str], extensions: Sequence[str]) -> list[ArticleBody]:
        """Convert Markdown texts to HTML."""
        return self._remember(
            "markdown",
            "Converting Markdown",
            self.code["rendering"] + _version("markdown"),
            texts,
            lambda text: (text.encode("utf-8", "surrogatepass"), _encode(tuple(extensions))),
            lambda text: to_body(text, extensions),
            ArticleBody,
        )

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
        keys = [memo_key(stage, code, *arguments(item)) for item in items]
        stored = self._memo.get(keys)
        decode = msgspec.msgpack.Decoder(result).decode
        missing = {key: item for key, item in zip(keys, items, strict=True) if key not in stored}
        made = dict(zip(missing, self._executor.map(work, missing.values(), doing), strict=True))
        for key, value in made.items():
            self._memo.put(key, _encode(value))
        return [made[key] if key in made else decode(stored[key]) for key in keys]


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer.parse(read_data("gazetteer.bin"))


@cache
def _model() -> ModelTagger:
    return ModelTagger.parse(read_data("model.bin"), _gazetteer())


def _version(distribution: str) -> str:
    from importlib.metadata import version

    return version(distribution)
