"""The Jinja environment of a theme: strict, escaping, and without chance."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cached_property
from types import CodeType
from typing import Any, Protocol

import jinja2
from jinja2.bccache import Bucket
from jinja2.utils import missing
from markupsafe import Markup, escape

from site_builder.rendering.compiling import QuickCode, Shared
from site_builder.rendering.escaping import escaped
from site_builder.rendering.links import Links

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
        from difflib import get_close_matches

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


class Codes(Protocol):
    """Where the code of compiled templates is kept, by a key that says all that it depends on."""

    def get(self, key: str) -> CodeType | None:
        """Find the code of a template."""

    def put(self, key: str, code: CodeType) -> None:
        """Keep the code of a template."""


def make_environment(
    resolve: Callable[[str, str], str | None],
    source: Callable[[str], str],
    filters: Mapping[str, Callable[..., Any]],
    links: Links,
    codes: Codes,
) -> jinja2.Environment:
    """Make the environment that compiles the templates of a theme.

    `resolve(name, by)` finds the file that a name means in a template, `source` is its text;
    `links` knows the page that is rendered; `codes` keeps what was compiled.
    """
    environment = _Environment(
        extensions=[Shared],
        loader=jinja2.FunctionLoader(_loader(resolve, source)),
        autoescape=lambda name: bool(name) and str(name).endswith(_MARKUP),
        undefined=Missing,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=_Compiled(codes, filters),
    )
    environment.resolve = resolve
    environment.links = links
    environment.parts = _Parts(links)
    del environment.globals["lipsum"]
    for name in _BY_CHANCE:
        del environment.filters[name]
    jinja2.pass_context(Links.url)
    environment.filters.update(filters, url=links.url)
    return environment


class _Template(jinja2.Template):
    """A template that knows no page while it is imported without one."""

    def _get_default_module(self, ctx: Any = None) -> Any:
        environment: Any = self.environment
        if self._module is None:
            with environment.links.nowhere():
                return super()._get_default_module(ctx)
        return super()._get_default_module(ctx)


class _Environment(jinja2.Environment):
    """Finds the templates that templates name as the theme does."""

    code_generator_class = QuickCode
    template_class = _Template
    resolve: Callable[[str, str], str | None]
    links: Links
    parts: "_Parts"

    @cached_property
    def _found(self) -> dict[object, jinja2.Template]:
        return {}

    def get_template(self, name: Any, parent: Any = None, globals: Any = None) -> Any:
        """Return a template; one that templates name again and again is looked up once."""
        if globals:
            return super().get_template(name, parent, globals)
        found = self._found.get((name, parent))
        if found is None:
            found = self._found[name, parent] = super().get_template(name, parent)
        return found

    escaped = staticmethod(escaped)

    @staticmethod
    def shown(value: Any) -> str:
        """Escape a value for HTML that is not a plain text."""
        return value if type(value) is Markup else escape(value)

    def join_path(self, template: str, parent: str) -> str:
        """Name the file that `template` means where `parent` names it."""
        return self.resolve(template, parent) or template


class _Parts:
    """Parts of pages that are kept for other pages, by their place, their values and the root."""

    _MOST = 4_000

    def __init__(self, links: Links) -> None:
        self._links = links
        self._kept: dict[tuple[object, ...], tuple[list[Any], str]] = {}

    def get(self, place: str, values: list[Any]) -> str | None:
        """Find what was rendered of the very same values."""
        found = self._kept.get((place, self._links.root, *map(id, values)))
        return found[1] if found else None

    def keep(self, place: str, values: list[Any], part: str) -> str:
        """Keep a part, and its values: as long as they are there, no others have their ids."""
        if len(self._kept) >= self._MOST:
            self._kept.clear()
        self._kept[place, self._links.root, *map(id, values)] = values, part
        return part


class _Compiled(jinja2.BytecodeCache):
    """Compiles a template once: what it compiles to depends on its source and on the filters."""

    def __init__(self, codes: Codes, filters: Mapping[str, Callable[..., Any]]) -> None:
        self._codes = codes
        # How a filter is called shows in the code; what it does, does not.
        self._filters = " ".join(
            f"{name} {getattr(of, 'jinja_pass_arg', '')}" for name, of in sorted(filters.items())
        )

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get(self._key(bucket))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code:
            self._codes.put(self._key(bucket), bucket.code)

    def _key(self, bucket: Bucket) -> str:
        return f"{bucket.key} {bucket.checksum} {self._filters}"


def _loader(
    resolve: Callable[[str, str], str | None], source: Callable[[str], str]
) -> Callable[[str], Any]:
    def load(name: str) -> tuple[str, str, None] | None:
        file = resolve(name, "")
        return (source(file), FILE_PREFIX + file, None) if file else None

    return load
