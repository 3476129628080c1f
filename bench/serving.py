"""How long a preview takes: from saving an article until the open page shows what was saved."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from bench.measuring import Measured, memory_of
from bench.ours import SiteBuilder
from bench.scenarios import edit_body, middle
from bench.tools import CannotRunError

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/")
_LONG = 300
# The watcher has to be at rest before the next file is saved.
_REST = 1.0


def measure_serving(tool: SiteBuilder, rounds: int) -> list[Measured]:
    """Save a changed article so many times, and wait each time until a browser shows it.

    Processor time and memory are those of the preview, without the browser. Raises CannotRunError
    where there is no browser to look with.
    """
    with _browser() as browser, _preview(tool) as (address, process):
        page = browser.new_page()
        page.set_default_timeout(_LONG * 1000)
        page.goto(f"{address}articles/{middle(tool).slug}/", wait_until="networkidle")
        # What the first save sets going for the first time is not what a writer waits for.
        _save(tool, page, process, rounds)
        return [_save(tool, page, process, number) for number in range(rounds)]


def _save(tool: SiteBuilder, page: "Page", process: int, number: int) -> Measured:
    time.sleep(_REST)
    spent, start = _processor_time(process), time.perf_counter()
    shown = edit_body(tool, number)
    page.get_by_text(shown).last.wait_for(state="attached")
    wall = time.perf_counter() - start
    return Measured(wall, _processor_time(process) - spent, memory_of(process))


@contextmanager
def _browser() -> Iterator["Browser"]:
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        raise CannotRunError("Playwright is not installed") from None
    with sync_playwright() as playwright:
        program = next(filter(None, map(shutil.which, _BROWSERS)), None)
        try:
            browser = playwright.chromium.launch(executable_path=program)
        except Error as error:
            raise CannotRunError(error.message.splitlines()[0]) from error
        yield browser
        browser.close()


@contextmanager
def _preview(tool: SiteBuilder) -> Iterator[tuple[str, int]]:
    """Serve the site; gives its address and the number of the process."""
    process = subprocess.Popen(
        [sys.executable, "-m", "site_builder", "serve", "--port", "0"],
        cwd=tool.folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert process.stdout
    said = []
    try:
        for line in process.stdout:
            said.append(line)
            if found := _ADDRESS.search(line):
                yield found[0], process.pid
                return
        raise CannotRunError(f"the preview ended: {''.join(said)}")
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGINT)
        try:
            process.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()


def _processor_time(process: int) -> float:
    """Add up the time of a process and of its children that ended."""
    with open(f"/proc/{process}/stat", encoding="ascii", errors="replace") as file:  # noqa: PTH123
        fields = file.read().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
