"""A real Chromium, and a real `site-builder serve` that it looks at."""

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, Playwright, sync_playwright

from small_site import SmallSite

LONG = 30.0
INSTALLED = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SKIPPED = pytest.StashKey[int]()
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder as one that needs a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Note whether browser tests were skipped."""
    skipped = terminalreporter.stats.get("skipped", [])
    terminalreporter.config.stash[SKIPPED] = sum("browser" in test.keywords for test in skipped)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Say in the very last line of a run that browser tests were skipped."""
    if count := config.stash.get(SKIPPED, 0):
        sys.stdout.write(
            f"{count} browser tests were skipped: no Chromium can be started. To run them, install "
            "Chromium, or Playwright's own: .venv/bin/playwright install chromium\n"
        )


def launch(playwright: Playwright) -> Browser:
    """Start an installed Chromium, else the one that Playwright fetched."""
    paths = [path for name in INSTALLED if (path := shutil.which(name))]
    reasons = []
    for path in (*paths, None):
        try:
            return playwright.chromium.launch(executable_path=path)
        except Error as error:
            reasons.append(f"{path or 'that of Playwright'}: {error.message.splitlines()[0]}")
    reason = f"No Chromium can be started ({'; '.join(reasons)})"
    if os.environ.get("SITE_BUILDER_REQUIRE_BROWSER") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start one browser for all tests."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a tab without a history; an error of a script on a page fails the test."""
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(LONG * 1000)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "console",
        lambda message: (
            errors.append(message.text) if "Content Security Policy" in message.text else None
        ),
    )
    yield page
    context.close()
    assert errors == []


class Serving:
    """A running `site-builder serve`, and what it printed."""

    def __init__(self, root: Path, *arguments: str) -> None:
        self.printed = ""
        self._more = threading.Condition()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "site_builder", "serve", *arguments],
            cwd=root,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            env={**os.environ, "SOURCE_DATE_EPOCH": "1769850000", "PYTHONUNBUFFERED": "1"},
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            with self._more:
                self.printed += line
                self._more.notify_all()
        with self._more:
            self._more.notify_all()

    def wait_for(self, text: str, times: int = 1) -> None:
        """Wait until a text was printed so many times."""
        with self._more:
            self._more.wait_for(
                lambda: self.printed.count(text) >= times or not self._reader.is_alive(), LONG
            )
            assert self.printed.count(text) >= times, f"{text!r} is not in:\n{self.printed}"

    @property
    def address(self) -> str:
        """The address of the site, once it is served."""
        self.wait_for("Serving the site at")
        found = ADDRESS.search(self.printed)
        assert found, self.printed
        return found[0]

    def end(self) -> int:
        """Press Ctrl-C, and return the exit status."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
        return self.exit_status()

    def exit_status(self) -> int:
        """Wait until the preview has ended, and return its exit status."""
        try:
            status = self._process.wait(LONG)
        except subprocess.TimeoutExpired:
            self._process.kill()
            raise
        self._reader.join(LONG)
        assert self._process.stdout
        self._process.stdout.close()
        return status


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """Write a small site, which was not built yet."""
    return SmallSite(tmp_path)


@pytest.fixture
def serve(site: SmallSite) -> Iterator[Callable[..., Serving]]:
    """Serve the small site, with the given arguments; every preview is ended after the test."""
    running: list[Serving] = []

    def start(*arguments: str) -> Serving:
        running.append(Serving(site.root, *(arguments or ("-p", "0"))))
        return running[-1]

    yield start
    for serving in running:
        serving.end()
