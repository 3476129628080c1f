"""The theme: an ordered chain of layers, what each template is made of, and the templates."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from site_builder.model.source_file import ThemeLayer
from site_builder.rendering.filters import FILTERS
from site_builder.rendering.links import Links
from site_builder.rendering.references import references

if TYPE_CHECKING:
    from types import CodeType

    from jinja2 import Environment, Template

    from site_builder.rendering.environment import Codes


class Theme:
    """The layers of a theme; of two files at one path, that of the earlier layer wins.

    A template names another by its path (`base.html`), or by layer and path
    (`default:base.html`). By its own path it names the file that it shadows.
    """

    def __init__(
        self,
        layers: Sequence[ThemeLayer],
        filters: Mapping[str, Callable[..., Any]] | None = None,
        codes: "Codes | None" = None,
    ) -> None:
        """Chain the layers, and take the filters of plugins in beside the built-in ones.

        `codes` keeps what is compiled for the next build; without it, this theme does.
        """
        self._codes = codes
        self.layers = tuple(layers)
        self.links = Links()
        self.filters = {**FILTERS, "url": self.links.url, **(filters or {})}
        self._by_name = {layer.name: layer for layer in reversed(self.layers)}
        self._digests: dict[str, dict[str, str]] = {}
        self._compiled: dict[str, Template] = {}
        self._read: dict[str, tuple[str, tuple[str | None, ...]]] = {}

    @cached_property
    def assets(self) -> dict[str, bytes]:
        """The files below `assets/` of all layers, by path below it, in the order of the paths."""
        merged: dict[str, bytes] = {}
        for layer in reversed(self.layers):
            merged.update(layer.assets)
        return dict(sorted(merged.items()))

    def chain(self, template: str) -> list[ThemeLayer]:
        """List the layers that have a template at this path; the first one is used."""
        return [layer for layer in self.layers if template in layer.templates]

    def resolve(self, name: str, source: str = "") -> str | None:
        """Find the file that a name means, as `layer:path`; None where there is none.

        `source` is the file that names it, as `layer:path`, or "" where a page does.
        """
        layer, colon, path = name.partition(":")
        if colon:
            known = self._by_name.get(layer)
            return name if known and path in known.templates else None
        found = [layer.name for layer in self.chain(name)]
        source_layer, _, source_path = source.partition(":")
        if source_path == name and source_layer in found:
            found = found[found.index(source_layer) + 1 :]
        return f"{found[0]}:{name}" if found else None

    def source(self, file: str) -> str:
        """Return the text of a file named `layer:path`."""
        layer, _, path = file.partition(":")
        return self._by_name[layer].templates[path]

    def shown(self, file: str) -> str:
        """Write a file named `layer:path` as messages show it: its folder and its path."""
        layer, _, path = file.partition(":")
        return f"{self._by_name[layer].root.rstrip('/')}/{path}"

    def digests(self, template: str) -> Mapping[str, str]:
        """Digest every file that a template is made of, keyed by `layer:path`.

        They are the template itself and all that it extends, includes and imports, and what those
        do; where one computes a name, they are all templates of the theme. Nothing is compiled.
        """
        if template not in self._digests:
            files = self._files(template)
            self._digests[template] = {file: self._of(file)[0] for file in files}
        return self._digests[template]

    def all_digests(self) -> dict[str, Mapping[str, str]]:
        """Digest the files of every template of the theme, by its path."""
        paths = {path for layer in self.layers for path in layer.templates}
        return {path: self.digests(path) for path in sorted(paths)}

    def names(self, template: str) -> tuple[str, ...]:
        """Name every file that a template is made of, as `layer:path`, the template first."""
        return tuple(self.digests(template))

    def fingerprint(self, template: str) -> str:
        """Digest all that a template is made of in one."""
        together = "".join(f"{name}\0{digest}\0" for name, digest in self.digests(template).items())
        return blake2b(together.encode(), digest_size=8).hexdigest()

    def _files(self, template: str) -> list[str]:
        start = self.resolve(template)
        if start is None:
            return []
        found: set[str] = set()
        waiting = [start]
        while waiting:
            file = waiting.pop()
            if file in found:
                continue
            found.add(file)
            for name in self._of(file)[1]:
                if name is None:
                    found.update(self._all())
                elif other := self.resolve(name, file):
                    waiting.append(other)
        return [start, *sorted(found - {start})]

    def _all(self) -> Iterator[str]:
        for layer in self.layers:
            yield from (f"{layer.name}:{path}" for path in sorted(layer.templates))

    def _of(self, file: str) -> tuple[str, tuple[str | None, ...]]:
        """Read a file once: its digest, and the names that it refers to."""
        if file not in self._read:
            text = self.source(file)
            digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
            self._read[file] = (digest, references(text))
        return self._read[file]

    @cached_property
    def environment(self) -> "Environment":
        """The Jinja environment, made when the first page is rendered."""
        from site_builder.rendering.environment import make_environment

        return make_environment(
            self.resolve,
            self.source,
            self.filters,
            self.links,
            _Codes() if self._codes is None else self._codes,
        )

    def compile(self, template: str) -> None:
        """Compile a template with all that it is made of, as far as it can be."""
        for file in self.digests(template):
            # What is wrong with it is said where a page needs it.
            with suppress(Exception):
                self.environment.get_template(file)

    def template(self, name: str) -> "Template":
        """Compile a template, once."""
        if name not in self._compiled:
            self._compiled[name] = self.environment.get_template(self.resolve(name) or name)
        return self._compiled[name]


class _Codes(dict[str, "CodeType"]):
    """Keeps compiled templates as long as the theme is there."""

    def put(self, key: str, code: "CodeType") -> None:
        self[key] = code
