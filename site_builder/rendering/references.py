"""The templates that a template names, read from its text: parsing it would take far longer."""

import re

_TAG = re.compile(
    r"\{%[-+]?\s*(?P<verb>extends|include|import|from)\b(?P<rest>(?:\"[^\"]*\"|'[^']*'|[^\"'])*?)%\}",
    re.DOTALL,
)
_LITERAL = r"""(?:"[^"\\]*"|'[^'\\]*')"""
_STRING = re.compile(_LITERAL)
_REST = {
    "extends": "",
    "include": r"(?:\s+ignore\s+missing)?(?:\s+with(?:out)?\s+context)?",
    "import": r"\s+as\s+\w+(?:\s+with(?:out)?\s+context)?",
    "from": r"\s+import\b.*",
}
_NAMES = rf"(?P<names>{_LITERAL}|[\[(]\s*{_LITERAL}(?:\s*,\s*{_LITERAL})*\s*,?\s*[\])])"
_PLAIN = {
    verb: re.compile(rf"\s*{_NAMES}{rest}\s*[-+]?\s*", re.DOTALL) for verb, rest in _REST.items()
}


def references(template: str) -> tuple[str | None, ...]:
    """List the names that a template extends, includes or imports; None for one that it computes.

    Names that stand in a comment are listed too: too many are harmless, one too few is not.
    """
    found: list[str | None] = []
    for tag in _TAG.finditer(template):
        plain = _PLAIN[tag["verb"]].fullmatch(tag["rest"])
        if plain:
            found += (literal[1:-1] for literal in _STRING.findall(plain["names"]))
        else:
            found.append(None)
    return tuple(dict.fromkeys(found))
