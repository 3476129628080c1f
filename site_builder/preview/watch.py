"""Watching the files that a site is made of, however an editor saves them."""

import threading
import tomllib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from watchfiles import Change, watch

from site_builder.disk.project import Project, is_hidden

Changed = Callable[[], None]

# Milliseconds: changes are reported when this long nothing more has changed, or at the latest after
# the other. A new watch is known to be at work when it first has nothing to report.
_QUIET = 50
_LATEST = 1000
_FIRST_ANSWER = 150
# Seconds, until a watch that failed is tried again.
_AGAIN = 0.5


def is_watched(project: Project, path: str) -> bool:
    """Tell whether a file is one that a site can be made of: no output, no editor's leftover."""
    file = Path(path)
    if file.is_relative_to(project.output) or file.is_relative_to(project.state):
        return False
    inside = file.is_relative_to(project.root)
    parts = file.relative_to(project.root).parts if inside else (file.name,)
    return not any(is_hidden(part) for part in parts)


def watched_folders(project: Project) -> tuple[Path, ...]:
    """List the folders of a site that there are: seeds, content, templates, the theme it names."""
    folders = [project.seeds, project.content, project.templates]
    try:
        theme = tomllib.loads(project.config_path.read_text("utf-8-sig")).get("theme")
    except (OSError, ValueError):
        theme = None
    if isinstance(theme, str) and theme:
        folders.append(project.root / theme)
    return tuple(folder for folder in dict.fromkeys(folders) if folder.is_dir())


class Watcher:
    """Calls back, from threads of its own, when a file of the project changed.

    One watch is on the project's folder alone, for the settings and for folders that come and go;
    one is on all that is below the folders of the site, and starts again when those do.
    """

    def __init__(self, project: Project, changed: Changed) -> None:
        """Prepare to watch a project; nothing is watched yet."""
        self._project = project
        self._changed = changed
        self._stop = threading.Event()
        self._renew = threading.Event()
        self._folders: tuple[Path, ...] = ()
        self._threads = [
            threading.Thread(target=self._watch_root, daemon=True, name="watch settings"),
            threading.Thread(target=self._watch_folders, daemon=True, name="watch folders"),
        ]

    def __enter__(self) -> "Watcher":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._renew.set()
        for thread in self._threads:
            thread.join(2)

    def _watch_root(self) -> None:
        project = self._project
        names = {folder.name for folder in (project.seeds, project.content, project.templates)}
        watched = {*names, project.config_path.name}

        def interesting(_: Change, path: str) -> bool:
            return Path(path).name in watched

        while not self._stop.is_set():
            for changes in _changes([project.root], False, interesting, self._stop):
                replaced = any(
                    change != Change.modified and Path(path).name in names
                    for change, path in changes
                )
                if replaced or watched_folders(project) != self._folders:
                    self._renew.set()
                self._changed()

    def _watch_folders(self) -> None:
        def interesting(_: Change, path: str) -> bool:
            return is_watched(self._project, path)

        while not self._stop.is_set():
            self._folders = watched_folders(self._project)
            if self._folders:
                for _ in _changes(self._folders, True, interesting, self._renew):
                    self._changed()
            else:
                self._renew.wait()
            if not self._stop.is_set():
                self._renew.clear()


def _changes(
    paths: Sequence[Path],
    below: bool,
    interesting: Callable[[Change, str], bool],
    stop: threading.Event,
) -> Iterator[set[tuple[Change, str]]]:
    """Yield an empty set once the watch is at work, then each batch of changes, until stopped.

    Where the system can watch no more files, they are looked at again and again instead. Where that
    fails too, or a folder is gone before it can be watched, it ends after a moment.
    """
    for poll in (None, True):
        options: dict[str, Any] = {"recursive": below, "force_polling": poll}
        try:
            started = False
            for changes in watch(
                *paths,
                watch_filter=interesting,
                debounce=_LATEST,
                step=_QUIET,
                stop_event=stop,
                rust_timeout=_FIRST_ANSWER,
                yield_on_timeout=True,
                raise_interrupt=False,
                ignore_permission_denied=True,
                **options,
            ):
                if changes or not started:
                    yield changes
                started = True
        except FileNotFoundError:
            break
        except (OSError, RuntimeError):
            continue
        break
    stop.wait(_AGAIN)
