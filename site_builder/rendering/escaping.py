"""Escaping texts for HTML: what `markupsafe.escape` does, as a plain text and soonest."""

import re
from collections.abc import Callable

import markupsafe

_SPECIAL = re.compile("[&<>\"']").search


def _escaped(text: str) -> str:
    return str(markupsafe.escape(text)) if _SPECIAL(text) else text


# In C, a text that needs no escaping is returned as it is; `escape` wraps each one anew.
escaped: Callable[[str], str] = getattr(markupsafe, "_escape_inner", _escaped)
"""Escape a text for HTML and XML."""
