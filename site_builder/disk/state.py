"""What the program keeps between builds, below `.site-builder/`: it can all be computed again."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path

from site_builder.disk.project import Project
from site_builder.model.problem import Location, Problem


class AnotherBuildRunsError(Exception):
    """Another build of this project is at work."""


@dataclass(frozen=True, slots=True)
class LastBuild:
    """The scans that the last build ended with, and what it had to say.

    `inputs` and `outputs` are digests of names, sizes and times. `pages` counts the output files.
    """

    inputs: str
    outputs: str
    pages: int
    problems: tuple[Problem, ...]


def state_folder(project: Project) -> Path:
    """Find the state of one output folder; a project can be built into several."""
    inside = os.path.relpath(project.output, project.root)
    if inside == "output":
        return project.state
    return project.state / blake2b(inside.encode(), digest_size=8).hexdigest()


def manifest_path(project: Project) -> Path:
    """Find the manifest of the last build into this output folder."""
    return state_folder(project) / "manifest.msgpack"


def read_last_build(project: Project) -> LastBuild | None:
    """Read what the last build left; None where there is nothing that can be read."""
    try:
        data = json.loads((state_folder(project) / "last-build.json").read_bytes())
        problems = tuple(
            Problem(**{**kept, "location": Location(**place) if place else None})
            for kept in data.pop("problems")
            for place in (kept["location"],)
        )
        return LastBuild(**data, problems=problems)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def write_last_build(project: Project, last: LastBuild) -> None:
    """Keep what the next build needs to see that nothing changed."""
    folder = state_folder(project)
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / "last-build.json.part"
    part.write_text(json.dumps(asdict(last), ensure_ascii=False), encoding="utf-8")
    part.replace(folder / "last-build.json")


def forget_last_build(project: Project) -> None:
    """Make the next build look at everything."""
    (state_folder(project) / "last-build.json").unlink(missing_ok=True)


@contextmanager
def one_build_at_a_time(project: Project) -> Iterator[None]:
    """Hold the project for one build; raises AnotherBuildRunsError where another one has it.

    Where the system has no such locks, nothing is held.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    project.state.mkdir(parents=True, exist_ok=True)
    with (project.state / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise AnotherBuildRunsError from error
        yield
