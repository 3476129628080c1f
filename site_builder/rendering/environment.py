"""The Jinja environment of a theme: strict, escaping, and without chance."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from difflib import get_close_matches
from types import CodeType
from typing import Any, ClassVar

import jinja2
from jinja2.bccache import Bucket
from jinja2.utils import missing

from site_builder.rendering.filters import NEED_CONTEXT

FILE_PREFIX = "template "
"""What the name of a template's file begins with in tracebacks, before `layer:path`."""

_MARKUP = (".html", ".htm", ".xhtml", ".xml", ".svg")
_GIVEN = ("page", "url")
_BY_CHANCE = ("random",)


class Missing(jinja2.StrictUndefined):
    """A name that a template uses and that does not exist: any use of it fails, in plain words."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        """Say which name is missing, and which one may be meant."""
        if self._undefined_hint:
            return f"{self._undefined_hint}."
        name, thing = self._undefined_name, self._undefined_obj
        if thing is missing:
            near = get_close_matches(str(name), _GIVEN, 1)
            advice = (
                f"Did you mean `{near[0]}`?" if near else "A page's template has `page`, `url`."
            )
            return f"`{name}` is not defined here. {advice}"
        if is_dataclass(thing):
            known = [field.name for field in fields(thing)]
            near = get_close_matches(str(name), known, 1)
            advice = f"Did you mean `{near[0]}`?" if near else f"There are: {', '.join(known)}."
            return f"`{type(thing).__name__}` has no `{name}`. {advice}"
        return f"`{type(thing).__name__}` has no `{name}`."


def make_environment(
    resolve: Callable[[str, str], str | None],
    source: Callable[[str], str],
    filters: Mapping[str, Callable[..., Any]],
) -> jinja2.Environment:
    """Make the environment that compiles the templates of a theme.

    `resolve(name, by)` finds the file that a name means in a template, `source` is its text.
    """
    environment = _Environment(
        loader=jinja2.FunctionLoader(_loader(resolve, source)),
        autoescape=lambda name: bool(name) and str(name).endswith(_MARKUP),
        undefined=Missing,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=_Compiled(filters),
    )
    environment.resolve = resolve
    del environment.globals["lipsum"]
    for name in _BY_CHANCE:
        del environment.filters[name]
    environment.filters.update(filters)
    for name in NEED_CONTEXT:
        environment.filters[name] = jinja2.pass_context(environment.filters[name])
    return environment


class _Environment(jinja2.Environment):
    """Finds the templates that templates name as the theme does."""

    resolve: Callable[[str, str], str | None]

    def join_path(self, template: str, parent: str) -> str:
        """Name the file that `template` means where `parent` names it."""
        return self.resolve(template, parent) or template


class _Compiled(jinja2.BytecodeCache):
    """Compiles a template once in the life of the program, for previews that build over and over.

    What a template compiles to depends on its source and on the filters.
    """

    _codes: ClassVar[dict[tuple[object, ...], CodeType]] = {}

    def __init__(self, filters: Mapping[str, Callable[..., Any]]) -> None:
        self._filters = tuple(filters.items())

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get((bucket.key, bucket.checksum, self._filters))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code:
            self._codes[bucket.key, bucket.checksum, self._filters] = bucket.code


def _loader(
    resolve: Callable[[str, str], str | None], source: Callable[[str], str]
) -> Callable[[str], Any]:
    def load(name: str) -> tuple[str, str, None] | None:
        file = resolve(name, "")
        return (source(file), FILE_PREFIX + file, None) if file else None

    return load
