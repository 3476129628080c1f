"""The web application of the preview: the files of `output/`, kept fresh in the browser."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

import livereload
from livereload.handlers import LiveReloadHandler
from tornado.web import Application, RequestHandler

from site_builder.build import BuildReport
from site_builder.disk.project import Project
from site_builder.model.problem import Problem
from site_builder.preview.error_page import error_page
from site_builder.preview.files import Found, base_path, content_type, find
from site_builder.preview.injecting import SCRIPT, VERSION, live_script, with_live_reload
from site_builder.preview.showing import Showing

_NOTHING_HERE = """\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Not found</title></head>
<body><h1>Not found</h1><p>There is no such page, and the site has no 404.html.</p></body></html>
"""


class Preview:
    """One running preview: what it shows, and the browsers that look at it."""

    def __init__(self, project: Project, base_url: str = "", start: str = "") -> None:
        """Show the output folder of a project; `start` tells this run from the one before.

        `base_url` overrules the one of the settings where it is not empty.
        """
        self.project = project
        self._base_url = base_url
        self.base_path = base_path(project, base_url)
        self.showing = Showing(start=start)
        self.browsers: set[Any] = set()

    def publish(self, report: BuildReport) -> None:
        """Show what a build did: tell every browser what to load again."""
        self.base_path = base_path(self.project, self._base_url)
        for path in self.showing.take(report):
            message = {"command": "reload", "path": f"/{path}", "liveCSS": True, "liveImg": True}
            for browser in tuple(self.browsers):
                browser.send_message(message)

    def error_page(self, problems: Sequence[Problem]) -> str:
        """Write the page that stands for every page while the build fails."""
        return error_page(problems, self._source)

    def _source(self, path: str) -> str | None:
        try:
            return Path(self.project.root, path).read_bytes().decode("utf-8-sig", "replace")
        except OSError:
            return None


class _Fresh(RequestHandler):
    """Serves what no browser may keep, as it can change at any time."""

    def set_default_headers(self) -> None:
        self.set_header("Cache-Control", "no-store")
        self.clear_header("Server")

    def compute_etag(self) -> None:
        return None


class _Files(_Fresh):
    """Serves the files of the output folder, pages with the script that loads them again."""

    def initialize(self, preview: Preview) -> None:
        self.preview = preview

    def get(self, path: str) -> None:
        preview = self.preview
        found = find(preview.project.output, f"/{path}", preview.base_path)
        problems = preview.showing.problems
        if problems and _is_page(path, found):
            self.set_status(500)
            self._page(preview.error_page(problems))
        elif found.redirect:
            query = f"?{self.request.query}" if self.request.query else ""
            self.redirect(quote(found.redirect) + query)
        elif found.file:
            self._file(found.file)
        else:
            self._not_found()

    head = get

    def _file(self, file: Path) -> None:
        try:
            data = file.read_bytes()
        except OSError:
            self._not_found()
            return
        if file.suffix == ".html":
            self._page(data.decode("utf-8", "replace"))
        else:
            self.set_header("Content-Type", content_type(file))
            self.write(data)

    def _not_found(self) -> None:
        self.set_status(404)
        try:
            page = (self.preview.project.output / "404.html").read_text("utf-8")
        except OSError:
            page = _NOTHING_HERE
        self._page(page)

    def _page(self, html: str) -> None:
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.write(with_live_reload(html, self.request.host, self.preview.showing.version))


class _Version(_Fresh):
    """Tells a page in what state the preview is now."""

    def initialize(self, preview: Preview) -> None:
        self.preview = preview

    def get(self) -> None:
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.write(self.preview.showing.version)


class _Script(_Fresh):
    """Serves the browser's side of livereload."""

    def get(self) -> None:
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        self.write(_livereload_script())


class _Browser(LiveReloadHandler):  # type: ignore[misc]
    """The connection to one browser; livereload's own watching of files is left out."""

    def initialize(self, preview: Preview) -> None:
        self.preview = preview

    def on_message(self, message: str | bytes) -> None:
        # From its first word on the browser is told of changes: its page asks for the version next.
        self.preview.browsers.add(self)
        super().on_message(message)
        LiveReloadHandler.waiters.discard(self)

    def on_close(self) -> None:
        self.preview.browsers.discard(self)


def _is_page(path: str, found: Found) -> bool:
    """Tell whether an address is that of a page, be there one or not."""
    name = path.rpartition("/")[2]
    return found.file.suffix == ".html" if found.file else "." not in name or ".htm" in name


def _livereload_script() -> bytes:
    file = Path(livereload.__file__).parent / "vendors" / "livereload.js"
    return live_script(file.read_bytes())


def make_app(preview: Preview) -> Application:
    """Make the web application that shows a preview."""
    given = {"preview": preview}
    return Application(
        [
            ("/livereload", _Browser, given),
            (SCRIPT, _Script),
            (VERSION, _Version, given),
            ("/(.*)", _Files, given),
        ],
        log_function=lambda _: None,
        compress_response=False,
        websocket_ping_interval=30,
    )
