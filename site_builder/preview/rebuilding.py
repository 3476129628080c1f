"""Building again: one build at a time, and one more after it if anything changed meanwhile."""

import threading
import time
import traceback
from collections.abc import Callable

from site_builder.build import BuildOptions, BuildReport
from site_builder.disk.project import Project
from site_builder.disk.state import AnotherBuildRunsError
from site_builder.model.problem import Problem

Build = Callable[[Project, BuildOptions], BuildReport]
Publish = Callable[[BuildReport, float], None]

# So long to wait for a build that someone started elsewhere, in seconds.
_OTHER_BUILD = 0.3


class Rebuilder:
    """Builds whenever something changed, and publishes each report with its seconds."""

    def __init__(self, project: Project, options: BuildOptions, build: Build) -> None:
        """Prepare to build a project; nothing is built yet."""
        self._project = project
        self._options = options
        self._build = build
        self._changed = threading.Event()
        self._stopped = threading.Event()

    def changed(self) -> None:
        """Ask for a build: at once, or right after the one at work. Any thread may call this."""
        self._changed.set()

    def stop(self) -> None:
        """Build no more; a build at work is finished."""
        self._stopped.set()
        self._changed.set()

    def run(self, publish: Publish) -> None:
        """Build on every change until stopped."""
        while True:
            self._changed.wait()
            if self._stopped.is_set():
                return
            self._changed.clear()
            self.build(publish)

    def build(self, publish: Publish) -> None:
        """Build once and publish the report; a build that breaks off is a report too."""
        start = time.perf_counter()
        try:
            report = self._build(self._project, self._options)
        except AnotherBuildRunsError:
            self._stopped.wait(_OTHER_BUILD)
            self._changed.set()
            return
        except Exception as error:
            traceback.print_exc()
            report = BuildReport(problems=(_broken_off(error),))
        publish(report, time.perf_counter() - start)


def _broken_off(error: Exception) -> Problem:
    return Problem(
        "build-broken-off",
        f"The build broke off: {type(error).__name__}: {error}",
        None,
        "This is a mistake in Site Builder or in a plugin. The terminal shows where it happened.",
        "error",
    )
