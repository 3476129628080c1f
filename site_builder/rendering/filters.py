"""The filters that templates have beside those of Jinja and `url`."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from markupsafe import Markup

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_encode = msgspec.json.Encoder(enc_hook=dict).encode
_UNSAFE = re.compile("[<>&\u2028\u2029]").search
_IN_SCRIPT = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def xml(text: object) -> "Markup":
    """Escape text for XML, and leave out the characters that XML 1.0 has no way to write."""
    from markupsafe import Markup

    from site_builder.rendering.escaping import escaped

    shown = escaped(str(text))
    # Most texts are lines without any unusual character, and soon seen to be.
    plain = all(map(str.isprintable, shown.split("\n")))
    return Markup(shown if plain else _NOT_XML.sub("", shown))


def json_ld(value: Mapping[str, Any]) -> "Markup":
    """Write a value as JSON for a script element: no `<`, `>` or `&` stands in it as such."""
    from markupsafe import Markup

    text = _encode(value).decode()
    return Markup(text.translate(_IN_SCRIPT) if _UNSAFE(text) else text)


def meta(pairs: Iterable[tuple[str, str]], attribute: str = "name") -> "Markup":
    """Write meta elements, one a line: pairs of a name, or another attribute, and a content."""
    from markupsafe import Markup

    from site_builder.rendering.escaping import escaped

    rows = [f'<meta {attribute}="{escaped(n)}" content="{escaped(text)}">' for n, text in pairs]
    return Markup("\n".join(rows))


def number(value: int) -> str:
    """Write a number with commas between the thousands."""
    return f"{value:,}"


FILTERS: Mapping[str, Callable[..., Any]] = {
    "xml": xml,
    "json_ld": json_ld,
    "meta": meta,
    "number": number,
}
