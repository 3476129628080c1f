"""GLiNER as the engine: `plugins = ["site_builder.engines.gliner:folder/of/model"]` in site.toml.

What stands behind the colon is a folder with a model, or a name that GLiNER knows how to fetch.
Install it with `pip install "site-builder[gliner]"`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from site_builder.model.entity import MentionType, Span
from site_builder.plugins import MentionFinder, Plugin

_TYPES: dict[str, MentionType] = {
    "person": "person", "location": "place", "organization": "organisation",
}  # fmt: skip
_LEAST = 0.5
# GLiNER reads a few hundred words at once; a paragraph is rarely longer.
_PARTS = "\n"


def __getattr__(model: str) -> Plugin:
    """Return the plugin for a model; raises AttributeError where GLiNER is missing."""
    if model.startswith("__"):
        raise AttributeError(model)
    try:
        installed = version("gliner")
    except PackageNotFoundError as error:
        raise AttributeError(f"the package {error.name} is not installed") from error
    finder = MentionFinder(f"gliner:{model}", f"gliner {installed} {model}", lambda: load(model))
    return Plugin(name=f"gliner:{model}", version=installed, mention_finders=(finder,))


def load(model: str) -> Callable[[str], Iterator[Span]]:
    """Load a model, and return the function from a text to its spans."""
    from gliner import GLiNER  # Takes seconds; only who lists this plugin pays for it.

    loaded = GLiNER.from_pretrained(model)

    def predict(text: str) -> Sequence[Mapping[str, Any]]:
        found: Sequence[Mapping[str, Any]] = loaded.predict_entities(
            text, list(_TYPES), threshold=_LEAST
        )
        return found

    return lambda text: spans(text, predict)


def spans(text: str, predict: Callable[[str], Sequence[Mapping[str, Any]]]) -> Iterator[Span]:
    """List the people, places and organisations that a prediction finds in each paragraph."""
    start = 0
    for part in text.split(_PARTS):
        if part.strip():
            for found in predict(part):
                yield Span(
                    start + int(found["start"]),
                    start + int(found["end"]),
                    _TYPES[found["label"]],
                    float(found["score"]),
                )
        start += len(part) + len(_PARTS)
