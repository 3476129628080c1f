"""Links from the page that is rendered to the others."""

from collections.abc import Iterator
from contextlib import contextmanager

from site_builder.model.page import Page, to_root


class Links:
    """Writes links from the page at hand.

    `root` is what leads from it to the root of the site: `../../`. It is None where no page is
    rendered, as in the top level of a template that is imported without its page.
    """

    def __init__(self) -> None:
        self.root: str | None = None
        self._index = "index.html"

    def turn_to(self, page: Page) -> None:
        """Write links from this page from now on.

        On a page that is shown at any address (its view has `absolute_links`, or the site's path in
        `chrome.root`) a link is the path on the host.
        """
        host_path = getattr(getattr(page.view, "chrome", None), "root", "")
        if host_path or getattr(page.view, "absolute_links", False):
            self.root, self._index = host_path.rstrip("/") + "/", ""
        else:
            self.root, self._index = to_root(page.url), "index.html"

    @contextmanager
    def nowhere(self) -> Iterator[None]:
        """Have no page at hand for a while."""
        before, self.root = self.root, None
        try:
            yield
        finally:
            self.root = before

    def url(self, _context: object, path: str) -> str:
        """Write a path from the site's root (`/people/`) as a link; other addresses stay.

        Jinja hands it the context of the template first: it takes what needs none for a constant.
        """
        if not isinstance(path, str):
            raise ValueError(f"`url` needs the address of a page, and got {path!r}.")
        if path[:1] != "/" or path[:2] == "//":
            return path
        if self.root is None:
            raise ValueError(
                "`url` does not know which page is rendered. Import this template with its page: "
                '{% import "..." as ... with context %}'
            )
        if path[-1] == "/":
            return f"{self.root}{path[1:]}{self._index}"
        path, mark, fragment = path.partition("#")
        index = self._index if path[-1] == "/" else ""
        return f"{self.root}{path[1:]}{index}{mark}{fragment}"
