"""The filters that templates have beside those of Jinja."""

import json
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from site_builder.model.page import relative_link

if TYPE_CHECKING:
    from jinja2.runtime import Context
    from markupsafe import Markup

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_encode = json.JSONEncoder(ensure_ascii=False, default=dict).encode
_IN_SCRIPT = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def url(context: "Context", path: str) -> str:
    """Write a path from the site's root (`/people/`) as a link from the page being rendered.

    Any other address is left as it is. On a page that is shown at any address (its view has
    `absolute_links`, or the site's path in `chrome.root`) the link is the path on the host.
    """
    if not isinstance(path, str):
        raise ValueError(f"`url` needs the address of a page, and got {path!r}.")
    if not path.startswith("/") or path.startswith("//"):
        return path
    page = context.get("page")
    here = context.get("url")
    if here is None:
        raise ValueError(
            "`url` does not know which page is rendered. Import this macro with its page: "
            '{% from "..." import ... with context %}'
        )
    root = getattr(getattr(page, "chrome", None), "root", "")
    if root or getattr(page, "absolute_links", False):
        return f"{root.rstrip('/')}{path}"
    return relative_link(here, path)


def xml(text: object) -> "Markup":
    """Escape text for XML, and leave out the characters that XML 1.0 has no way to write."""
    from markupsafe import Markup, escape

    return Markup(_NOT_XML.sub("", str(escape(text))))


def json_ld(value: Mapping[str, Any]) -> "Markup":
    """Write a value as JSON for a script element: no `<`, `>` or `&` stands in it as such."""
    from markupsafe import Markup

    return Markup(_encode(value).translate(_IN_SCRIPT))


def number(value: int) -> str:
    """Write a number with commas between the thousands."""
    return f"{value:,}"


# Jinja hands these the context first. They are not marked here: a build that renders nothing does
# not import Jinja.
NEED_CONTEXT = frozenset({"url"})

FILTERS: Mapping[str, Callable[..., Any]] = {
    "url": url,
    "xml": xml,
    "json_ld": json_ld,
    "number": number,
}
