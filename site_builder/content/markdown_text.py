"""Plain text as Markdown that shows literally, escaped as lightly as can be.

The rules are those of Python-Markdown with the extensions that are on by default.
"""

import re
from collections.abc import Sequence

# A line that a block of Markdown could begin with, and what makes it plain.
_BLOCK_STARTS = (
    (re.compile(r"^(?=[#>])"), "\\\\"),
    (re.compile(r"^(?=[-+](?:\s|$)|(?:-\s*){2,}(?:$|[|:]))"), "\\\\"),
    (re.compile(r"^(\d+)(?=\.(?:\s|$))"), r"\1\\"),
    (re.compile(r"^~(?=~~)"), "&#126;"),
    (re.compile(r"^=(?==*\s*$)"), "&#61;"),
    (re.compile(r"^:(?=[-:|\s]*-)"), "&#58;"),
    (re.compile(r"^\|"), "&#124;"),
)
_BEFORE_ESCAPABLE = re.compile(r"\\(?=[\\`*_{}\[\]()>#+\-.!|]|$)")
_ENTITY = re.compile(r"&(?=#|\w+;)")
_STAR = re.compile(r"(?<![ ])\*|\*(?![ ])")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_MAYBE_LINK = re.compile(r"\]\s?[\[(]|\]:|\[\^")


def escape_line(line: str, links: bool) -> str:
    """Escape one line of plain text so that Markdown shows it as it is.

    `links` tells that the paragraph has brackets which could be read as a link or a footnote.
    """
    line = line.strip()
    line = _BEFORE_ESCAPABLE.sub(r"\\\\", line)
    line = _ENTITY.sub("&amp;", line).replace("<", "&lt;").replace("`", "\\`")
    line = _STAR.sub(r"\\*", line) if not line.startswith("*") else line.replace("*", "\\*")
    line = _UNDERSCORE.sub(r"\\_", line)
    if links:
        line = line.replace("[", "\\[")
    for pattern, plain in _BLOCK_STARTS:
        line = pattern.sub(plain, line)
    return line


def paragraph(text: str) -> str:
    """Write a paragraph; a line feed in it becomes a hard line break, and stays one."""
    links = bool(_MAYBE_LINK.search(text))
    return "  \n".join(escape_line(line, links) for line in text.split("\n"))


def heading(text: str) -> str:
    """Write a subheading, on one line."""
    line = " ".join(text.split())
    if not line.endswith("#"):
        return f"## {paragraph(line)}"
    # Markdown would drop a number sign at the end of a heading.
    rest = line[:-1]
    return f"## {paragraph(rest)}{' ' * rest.endswith(' ')}&#35;"


def body(paragraphs: Sequence[str], headings: frozenset[int] = frozenset()) -> str:
    """Write plain paragraphs as a Markdown body; `headings` are the indexes of subheadings."""
    return "\n\n".join(
        heading(text) if index in headings else paragraph(text)
        for index, text in enumerate(paragraphs)
    )
