"""Text as it fits on a terminal of 80 columns."""

from collections.abc import Iterator
from textwrap import wrap
from unicodedata import east_asian_width

from site_builder.messages import printable

WIDTH = 79


def wrapped(text: str, first: str = "", rest: str | None = None) -> Iterator[str]:
    """Break a text into lines that begin with `first`, and after it with `rest` or the same.

    What could steer the terminal is replaced. A path is never broken; Chinese is, anywhere.
    """
    text = printable(text)
    # A letter that takes two columns counts as one; where they are many, lines are half as long.
    wide = 4 * sum(east_asian_width(letter) in "WF" for letter in text) > len(text)
    yield from wrap(
        text,
        WIDTH // 2 if wide else WIDTH,
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_long_words=wide,
        break_on_hyphens=False,
    )


def quoted(sentence: str, indent: int) -> Iterator[str]:
    """Set a sentence of an article apart, with a bar before each line."""
    yield from wrapped(sentence, f"{'':{indent}}| ")
