"""An article's Markdown becomes HTML and plain text."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from site_builder.model.site import ArticleBody
from site_builder.rendering.html_text import read_html
from site_builder.rendering.plain_prose import is_harmless, plain_body

if TYPE_CHECKING:
    from markdown import Markdown


class MarkdownExtensionError(Exception):
    """An extension of Python-Markdown cannot be loaded; `name` is what `site.toml` calls it."""

    def __init__(self, name: str) -> None:
        super().__init__(f"The Markdown extension {name!r} cannot be loaded.")
        self.name = name


def to_body(markdown: str, extensions: Sequence[str] = ()) -> ArticleBody:
    """Turn a Markdown text into well-formed HTML with its plain text.

    `extensions` are named as Python-Markdown names them; raises MarkdownExtensionError where one of
    them cannot be loaded.
    """
    if is_harmless(extensions) and (body := plain_body(markdown)):
        return body
    converter = _converter(tuple(extensions))
    converter.reset()
    return read_html(converter.convert(markdown))


def unknown_extensions(extensions: Sequence[str]) -> tuple[str, ...]:
    """Name those of some extensions that cannot be loaded."""
    unknown = []
    for name in extensions:
        try:
            _converter((name,))
        except MarkdownExtensionError:
            unknown.append(name)
    return tuple(unknown)


@cache
def _converter(extensions: tuple[str, ...]) -> "Markdown":
    from markdown import Markdown

    converter = Markdown(output_format="xhtml")
    for name in extensions:
        try:
            converter.registerExtensions([name], {})
        except (ImportError, AttributeError, TypeError, ValueError) as error:
            raise MarkdownExtensionError(name) from error
    return converter
