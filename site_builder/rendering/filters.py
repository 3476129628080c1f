"""The filters that templates have beside those of Jinja and `url`."""

import json
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markupsafe import Markup

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_encode = json.JSONEncoder(ensure_ascii=False, default=dict).encode
_UNSAFE = re.compile("[<>&\u2028\u2029]").search
_IN_SCRIPT = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def xml(text: object) -> "Markup":
    """Escape text for XML, and leave out the characters that XML 1.0 has no way to write."""
    from markupsafe import Markup, escape

    escaped = escape(text)
    return Markup(_NOT_XML.sub("", escaped)) if _NOT_XML.search(escaped) else escaped


def json_ld(value: Mapping[str, Any]) -> "Markup":
    """Write a value as JSON for a script element: no `<`, `>` or `&` stands in it as such."""
    from markupsafe import Markup

    text = _encode(value)
    return Markup(text.translate(_IN_SCRIPT) if _UNSAFE(text) else text)


def number(value: int) -> str:
    """Write a number with commas between the thousands."""
    return f"{value:,}"


FILTERS: Mapping[str, Callable[..., Any]] = {
    "xml": xml,
    "json_ld": json_ld,
    "number": number,
}
