"""What the program keeps between builds, below `.site-builder/`: it can all be computed again."""

import os
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from site_builder.disk.project import Project
from site_builder.disk.scan import Listing

if TYPE_CHECKING:
    from site_builder.model.problem import Problem

_FORMAT = "3"
_NAME = "last-build.bin"
# The digits of the length of what comes first.
_HEAD = 10


class AnotherBuildRunsError(Exception):
    """Another build of this project is at work."""


class LastBuild:
    """What the last build ended with: all files as they were, and what it had to say.

    `options` is what of its options shows in the output. `pages` counts the output files. The
    listings are those of the inputs, and of the files below `output/`.
    """

    __slots__ = ("inputs", "options", "outputs", "pages", "problems")

    def __init__(
        self,
        options: str,
        pages: int,
        problems: "Sequence[Problem]",
        inputs: Listing,
        outputs: Listing,
    ) -> None:
        self.options, self.pages, self.problems = options, pages, tuple(problems)
        self.inputs, self.outputs = inputs, outputs


class Changes(NamedTuple):
    """What is not as the last build left it.

    `inputs` are project files by their paths below the project, and others by their whole path;
    `outputs` are files below `output/`.
    """

    inputs: frozenset[str]
    outputs: frozenset[str]


def state_folder(project: Project) -> Path:
    """Find the state of one output folder; a project can be built into several."""
    inside = os.path.relpath(project.output, project.root)
    if inside == "output":
        return project.state
    from hashlib import blake2b

    return project.state / blake2b(inside.encode(), digest_size=8).hexdigest()


def manifest_path(project: Project) -> Path:
    """Find the manifest of the last build into this output folder."""
    return state_folder(project) / "manifest.msgpack"


def read_last_build(project: Project) -> LastBuild | None:
    """Read what the last build left; None where there is nothing that can be read."""
    try:
        data = (state_folder(project) / _NAME).read_bytes()
        end = _HEAD + int(data[:_HEAD])
        form, options, pages, problems, *lengths = data[_HEAD:end].decode("utf-8").split("\n")
        if form != _FORMAT:
            return None
        inputs, end = _listing(data, end, lengths[0])
        outputs, end = _listing(data, end, lengths[1])
        if end != len(data):
            return None
        return LastBuild(options, int(pages), _problems(problems), inputs, outputs)
    except (OSError, ValueError, TypeError, KeyError, IndexError):
        return None


def write_last_build(project: Project, last: LastBuild) -> None:
    """Keep what the next build needs to see what changed."""
    import json
    from dataclasses import asdict

    problems = json.dumps([asdict(problem) for problem in last.problems]) if last.problems else ""
    parts = [_bytes(last.inputs), _bytes(last.outputs)]
    lengths = [f"{len(paths)} {len(numbers)}" for paths, numbers in parts]
    head = "\n".join([_FORMAT, last.options, str(last.pages), problems, *lengths])
    folder = state_folder(project)
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{_NAME}.part"
    encoded = head.encode("utf-8")
    length = f"{len(encoded):0{_HEAD}}".encode()
    part.write_bytes(b"".join([length, encoded, *(piece for two in parts for piece in two)]))
    part.replace(folder / _NAME)


def _bytes(listing: Listing) -> tuple[bytes, bytes]:
    return "\0".join(listing.paths).encode("utf-8", "surrogateescape"), listing.numbers.tobytes()


def _listing(data: bytes, start: int, lengths: str) -> tuple[Listing, int]:
    paths, numbers = (int(length) for length in lengths.split())
    names = data[start : start + paths].decode("utf-8", "surrogateescape")
    end = start + paths + numbers
    found: array[int] = array("q")
    found.frombytes(data[start + paths : end])
    return Listing(names.split("\0") if names else [], found), end


def _problems(text: str) -> "list[Problem]":
    if not text:
        return []
    import json

    from site_builder.model.problem import Location, Problem

    kept: list[dict[str, Any]] = json.loads(text)
    return [
        Problem(**{**one, "location": Location(**one["location"]) if one["location"] else None})
        for one in kept
    ]


def forget_last_build(project: Project) -> None:
    """Make the next build look at everything."""
    (state_folder(project) / _NAME).unlink(missing_ok=True)


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
