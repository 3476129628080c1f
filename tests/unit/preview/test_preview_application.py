"""The preview's web application over real connections, without a build and without a browser."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from pytest import fixture, mark
from tornado.httpclient import AsyncHTTPClient, HTTPResponse
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port
from tornado.websocket import websocket_connect

from site_builder.build import BuildReport
from site_builder.disk.project import Project
from site_builder.model.problem import Location, Problem
from site_builder.preview.application import Preview, make_app

ERROR = Problem("bad", "It is bad.", Location("seeds/a.txt", 1), "Mend it.", "error")
HTML = "<!doctype html><html><head><title>{}</title></head><body></body></html>"

Get = Callable[..., Awaitable[HTTPResponse]]


@fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """Make a preview of a small output folder."""
    for path, text in {
        "output/index.html": HTML.format("home"),
        "output/people/index.html": HTML.format("people"),
        "output/404.html": HTML.format("lost"),
        "output/feed.xml": "<rss/>",
        "output/assets/style.css": "body {}",
        "seeds/a.txt": "the broken line",
    }.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    yield Preview(Project.at(tmp_path / "site.toml"), "https://x.example/archive/", "s")


def run(preview: Preview, work: Callable[[Get, str], Awaitable[None]]) -> None:
    """Serve a preview while some work is done with it."""

    async def main() -> None:
        listening, port = bind_unused_port()
        server = HTTPServer(make_app(preview))
        server.add_socket(listening)
        client = AsyncHTTPClient(force_instance=True)

        def get(path: str, **given: Any) -> Awaitable[HTTPResponse]:
            return client.fetch(f"http://127.0.0.1:{port}{path}", raise_error=False, **given)

        try:
            await asyncio.wait_for(work(get, f"127.0.0.1:{port}"), 20)
        finally:
            server.stop()
            client.close()
            await server.close_all_connections()

    # In a thread of its own: the browser tests leave a loop running in this one.
    with ThreadPoolExecutor(1) as threads:
        threads.submit(asyncio.run, main()).result()


def test_pages_are_served_with_the_script_and_files_as_they_are(preview: Preview) -> None:
    async def work(get: Get, host: str) -> None:
        home = await get("/")
        assert (home.code, b"<title>home" in home.body) == (200, True)
        assert b"/livereload.js?" in home.body and host.partition(":")[2].encode() in home.body
        assert home.headers["Content-Type"] == "text/html; charset=utf-8"
        assert (await get("/feed.xml")).body == b"<rss/>"
        assert (await get("/", method="HEAD")).code == 200

    run(preview, work)
    assert (preview.project.output / "index.html").read_text() == HTML.format("home")


def test_nothing_is_kept_by_the_browser(preview: Preview) -> None:
    async def work(get: Get, _: str) -> None:
        for path in ("/", "/assets/style.css", "/livereload.js", "/livereload-version", "/x"):
            answer = await get(path)
            assert answer.headers["Cache-Control"] == "no-store"
            again = await get(path, headers={"If-None-Match": answer.headers.get("Etag", "x")})
            assert again.code == answer.code

    run(preview, work)


def test_an_unknown_address_gets_the_404_page_of_the_site(preview: Preview) -> None:
    async def work(get: Get, _: str) -> None:
        lost = await get("/nope/")
        assert (lost.code, b"<title>lost" in lost.body) == (404, True)
        assert b"livereload.js" in lost.body
        (preview.project.output / "404.html").unlink()
        assert (await get("/nope/")).code == 404

    run(preview, work)


def test_a_folder_is_redirected_and_the_published_path_works(preview: Preview) -> None:
    async def work(get: Get, _: str) -> None:
        moved = await get("/people?a=1", follow_redirects=False)
        assert (moved.code, moved.headers["Location"]) == (302, "/people/?a=1")
        assert (await get("/archive/assets/style.css")).body == b"body {}"

    run(preview, work)


def test_an_error_takes_the_place_of_every_page_until_it_is_mended(preview: Preview) -> None:
    async def work(get: Get, _: str) -> None:
        preview.publish(BuildReport(problems=(ERROR,)))
        for path in ("/", "/people/", "/nope/"):
            page = await get(path)
            assert page.code == 500
            for shown in (b"It is bad.", b"seeds/a.txt:1", b"the broken line", b"livereload.js"):
                assert shown in page.body
        assert (await get("/assets/style.css")).body == b"body {}"
        assert (await get("/favicon.ico")).code == 404
        preview.publish(BuildReport())
        assert b"<title>people" in (await get("/people/")).body

    run(preview, work)


@mark.parametrize(
    ("report", "path"),
    [
        (BuildReport(written=("people/index.html",)), "/*"),
        (BuildReport(written=("assets/style.css",)), "/assets/style.css"),
        (BuildReport(problems=(ERROR,)), "/*"),
    ],
)
def test_every_browser_is_told_what_to_load_again(
    preview: Preview, report: BuildReport, path: str
) -> None:
    async def work(get: Get, host: str) -> None:
        browsers = [await websocket_connect(f"ws://{host}/livereload") for _ in range(2)]
        for browser in browsers:
            await browser.write_message(json.dumps({"command": "hello", "protocols": []}))
            assert json.loads(str(await browser.read_message()))["command"] == "hello"
        before = (await get("/livereload-version")).body
        preview.publish(report)
        for browser in browsers:
            message = json.loads(str(await browser.read_message()))
            assert (message["command"], message["path"]) == ("reload", path)
            browser.close()
        assert (await get("/livereload-version")).body != before

    run(preview, work)


def test_a_browser_that_went_away_is_forgotten(preview: Preview) -> None:
    async def work(_: Get, host: str) -> None:
        browser = await websocket_connect(f"ws://{host}/livereload")
        await browser.write_message(json.dumps({"command": "hello", "protocols": []}))
        await browser.read_message()
        assert len(preview.browsers) == 1
        browser.close()
        while preview.browsers:
            await asyncio.sleep(0.01)

    run(preview, work)


def test_the_script_is_livereloads_with_a_check_for_missed_changes(preview: Preview) -> None:
    async def work(get: Get, _: str) -> None:
        script = (await get("/livereload.js?port=1")).body
        assert b"LiveReloadConnect" in script and b"/livereload-version" in script
        assert b"official-7" in script

    run(preview, work)
