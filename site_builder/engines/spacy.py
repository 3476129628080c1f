"""spaCy as the engine: `plugins = ["site_builder.engines.spacy:en_core_web_sm"]` in site.toml.

The name behind the colon is a pipeline that is installed here, in any language. Install spaCy with
`pip install "site-builder[spacy]"` and a pipeline as spaCy's documentation says.
"""

from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from site_builder.model.entity import MentionType, Span
from site_builder.plugins import MentionFinder, Plugin

_TYPES: dict[str, MentionType] = {
    "PERSON": "person", "PER": "person", "GPE": "place", "LOC": "place", "ORG": "organisation",
}  # fmt: skip


def __getattr__(pipeline: str) -> Plugin:
    """Return the plugin for a pipeline; raises AttributeError where spaCy or it is missing."""
    if pipeline.startswith("__"):
        raise AttributeError(pipeline)
    try:
        key = f"spacy {version('spacy')} {pipeline} {version(pipeline.replace('_', '-'))}"
    except PackageNotFoundError as error:
        raise AttributeError(f"the package {error.name} is not installed") from error
    language = pipeline.partition("_")[0]
    finder = MentionFinder(f"spacy:{pipeline}", key, lambda: load(pipeline), (language,))
    return Plugin(name=f"spacy:{pipeline}", version=version("spacy"), mention_finders=(finder,))


def load(pipeline: str) -> Callable[[str], Iterator[Span]]:
    """Load a pipeline, and return the function from a text to its spans."""
    import spacy  # Takes seconds; only who lists this plugin pays for it.

    read = spacy.load(pipeline)
    return lambda text: spans(read(text))


def spans(document: Any) -> Iterator[Span]:
    """List the people, places and organisations of a document of spaCy."""
    for found in document.ents:
        type = _TYPES.get(found.label_)
        if type:
            yield Span(found.start_char, found.end_char, type)
