"""Changes are noticed however files are saved, and lead to one build at a time."""

import datetime
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue
from typing import Any

import watchfiles
from pytest import MonkeyPatch, fixture, mark, raises

from site_builder.build import BuildOptions, BuildReport
from site_builder.disk.project import Project
from site_builder.disk.state import AnotherBuildRunsError
from site_builder.preview.rebuilding import Rebuilder
from site_builder.preview.watch import Watcher, is_watched

LONG = 20.0
QUIET = 0.3
OPTIONS = BuildOptions(today=datetime.date(2026, 1, 31))


class Watched:
    """A project under watch, and the calls that the watch makes."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.project = Project.at(root / "site.toml")
        self.calls: Queue[None] = Queue()
        self.reported = 0

    def called(self) -> None:
        """Note a call."""
        self.reported += 1
        self.calls.put(None)

    def settle(self) -> None:
        """Wait until there is nothing more to report."""
        while True:
            try:
                self.calls.get(timeout=QUIET)
            except Empty:
                return

    def notices(self, act: Callable[[], object]) -> None:
        """Fail unless the watch reports what is done."""
        self.settle()
        act()
        self.calls.get(timeout=LONG)

    def ignores(self, act: Callable[[], object]) -> None:
        """Fail if the watch reports what is done."""
        self.settle()
        act()
        with raises(Empty):
            self.calls.get(timeout=QUIET)


@fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    """Watch a small project."""
    for name in ("seeds", "content/articles/2019", "templates/assets", "output"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "site.toml").write_text("")
    (tmp_path / "content/articles/2019/a.md").write_text("a")
    site = Watched(tmp_path)
    with Watcher(site.project, site.called):
        site.calls.get(timeout=LONG)
        yield site


def save_by_renaming(path: Path) -> None:
    """Save as many editors do: write another file, and put it in the place of the old one."""
    new = path.with_name(f".{path.name}.tmp")
    new.write_text("new")
    new.replace(path)


def test_a_saved_a_new_and_a_removed_file_are_noticed(watched: Watched) -> None:
    article = watched.root / "content/articles/2019/a.md"
    watched.notices(lambda: article.write_text("b"))
    watched.notices(lambda: save_by_renaming(article))
    watched.notices(article.unlink)
    watched.notices(lambda: article.write_text("c"))
    watched.notices(lambda: (watched.root / "seeds/new.txt").write_text("x"))


def test_a_new_folder_and_the_files_in_it_are_noticed(watched: Watched) -> None:
    folder = watched.root / "content/articles/2020"
    watched.notices(folder.mkdir)
    watched.notices(lambda: (folder / "b.md").write_text("x"))


def test_the_settings_may_be_saved_removed_and_made_again(watched: Watched) -> None:
    config = watched.root / "site.toml"
    watched.notices(lambda: save_by_renaming(config))
    watched.notices(config.unlink)
    watched.notices(lambda: config.write_text(""))


def test_a_whole_folder_may_be_removed_and_made_again(watched: Watched) -> None:
    folder = watched.root / "templates"
    watched.notices(lambda: shutil.rmtree(folder))
    watched.notices(folder.mkdir)
    watched.notices(lambda: (folder / "article.html").write_text("x"))
    watched.notices(lambda: (folder / "article.html").write_text("y"))


def test_a_theme_that_the_settings_come_to_name_is_watched(watched: Watched) -> None:
    theme = watched.root / "themes/newsroom"
    theme.mkdir(parents=True)
    watched.ignores(lambda: (theme / "a.html").write_text("x"))
    watched.notices(lambda: (watched.root / "site.toml").write_text('theme = "themes/newsroom"'))
    watched.notices(lambda: (theme / "a.html").write_text("y"))


def test_output_state_and_leftovers_of_editors_are_ignored(watched: Watched) -> None:
    names = (
        "output/index.html",
        ".site-builder/memo/parse.sqlite3",
        "content/articles/2019/.a.md.swp",
        "content/articles/2019/a.md~",
        "content/articles/2019/#a.md#",
        "notes.txt",
    )

    def write() -> None:
        for name in names:
            file = watched.root / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("x")

    watched.ignores(write)


def test_many_changes_at_once_are_reported_together(watched: Watched) -> None:
    watched.settle()
    for number in range(200):
        (watched.root / f"seeds/{number}.txt").write_text("x")
    watched.calls.get(timeout=LONG)
    watched.settle()
    assert watched.reported < 20


def test_files_are_looked_at_where_the_system_can_watch_no_more(
    tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    def only_polling(*paths: Path, **options: Any) -> Any:
        if not options["force_polling"]:
            raise OSError("the limit is reached")
        return watchfiles.watch(*paths, **options)

    monkeypatch.setattr("site_builder.preview.watch.watch", only_polling)
    (tmp_path / "seeds").mkdir()
    site = Watched(tmp_path)
    with Watcher(site.project, site.called):
        site.calls.get(timeout=LONG)
        site.notices(lambda: (tmp_path / "seeds/a.txt").write_text("x"))


@mark.parametrize("path", ["templates/a.html", "content/people.csv", "../elsewhere/theme/a.html"])
def test_what_a_site_is_made_of_is_watched(tmp_path: Path, path: str) -> None:
    project = Project.at(tmp_path / ".hidden" / "site.toml")
    assert is_watched(project, str((project.root / path).resolve()))


def rebuilding(build: Callable[..., BuildReport]) -> tuple[Rebuilder, Queue[BuildReport]]:
    """Run a rebuilder in a thread; returns it and the reports that it publishes."""
    reports: Queue[BuildReport] = Queue()
    rebuilder = Rebuilder(Project.at(Path("site.toml")), OPTIONS, build)
    threading.Thread(
        target=rebuilder.run, args=(lambda report, _: reports.put(report),), daemon=True
    ).start()
    return rebuilder, reports


def test_changes_during_a_build_lead_to_exactly_one_more() -> None:
    started, go_on = threading.Semaphore(0), threading.Semaphore(0)

    def build(*_: object) -> BuildReport:
        started.release()
        assert go_on.acquire(timeout=LONG)
        return BuildReport()

    rebuilder, reports = rebuilding(build)
    rebuilder.changed()
    assert started.acquire(timeout=LONG)
    for _ in range(5):
        rebuilder.changed()
    assert not started.acquire(timeout=0.1), "two builds at a time"
    go_on.release()
    assert started.acquire(timeout=LONG)
    go_on.release()
    reports.get(timeout=LONG), reports.get(timeout=LONG)
    assert not started.acquire(timeout=0.2), "a build too many"
    rebuilder.stop()


def test_a_build_that_breaks_off_is_a_report_and_the_next_one_runs() -> None:
    outcomes = iter((RuntimeError("oh"), BuildReport(written=("a",))))

    def build(*_: object) -> BuildReport:
        outcome = next(outcomes)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    rebuilder, reports = rebuilding(build)
    rebuilder.changed()
    broken = reports.get(timeout=LONG)
    assert broken.failed and "oh" in broken.problems[0].message
    rebuilder.changed()
    assert reports.get(timeout=LONG).written == ("a",)
    rebuilder.stop()


def test_another_build_is_waited_for() -> None:
    outcomes = iter((True, True, False))

    def build(*_: object) -> BuildReport:
        if next(outcomes):
            raise AnotherBuildRunsError
        return BuildReport(written=("a",))

    rebuilder, reports = rebuilding(build)
    rebuilder.changed()
    assert reports.get(timeout=LONG).written == ("a",)
    rebuilder.stop()
