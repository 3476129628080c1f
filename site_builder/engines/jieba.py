"""Jieba as the engine for Chinese: `plugins = ["site_builder.engines.jieba"]` in site.toml.

Finds people, places and organisations by their native names. Install it with
`pip install "site-builder[zh]"`; its dictionary comes with it.
"""

from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version

from site_builder.model.entity import MentionType, Span
from site_builder.plugins import MentionFinder, Plugin

_TYPES: dict[str, MentionType] = {"nr": "person", "ns": "place", "nt": "organisation"}
# A name of one character is a surname, and says too little.
_SHORTEST, _LONGEST = 2, 4
_SCORE = 0.7


def __getattr__(name: str) -> Plugin:
    """Return the plugin; raises AttributeError where jieba is missing."""
    if name != "plugin":
        raise AttributeError(name)
    try:
        installed = version("jieba")
    except PackageNotFoundError as error:
        raise AttributeError(f"the package {error.name} is not installed") from error
    finder = MentionFinder("jieba", f"jieba {installed}", load, ("zh",))
    return Plugin(name="jieba", version=installed, mention_finders=(finder,))


def load() -> Callable[[str], Iterator[Span]]:
    """Load the dictionary, and return the function from a text to its spans."""
    import logging

    import jieba.posseg as words  # Reads its dictionary for a second.

    logging.getLogger("jieba").setLevel(logging.WARNING)
    return lambda text: spans((word.word, word.flag) for word in words.cut(text))


def spans(words: Iterable[tuple[str, str]]) -> Iterator[Span]:
    """List the names among the words of a text, each with its part of speech."""
    start = 0
    for word, part in words:
        type = _TYPES.get(part[:2])
        if type and _is_name(word, type):
            yield Span(start, start + len(word), type, _SCORE)
        start += len(word)


def _is_name(word: str, type: MentionType) -> bool:
    han = all("\u4e00" <= sign <= "\u9fff" for sign in word)
    return han and len(word) >= _SHORTEST and (type != "person" or len(word) <= _LONGEST)
