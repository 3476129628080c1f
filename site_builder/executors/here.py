"""The executor that runs everything in this process, one after the other."""

from collections.abc import Callable, Collection, Iterator
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many items are done, and how many there are."""


class Executor(Protocol):
    """Runs one function over many items; the results come in the order of the items."""

    def map(
        self,
        function: Callable[[Item], Result],
        items: Collection[Item],
        doing: str,
        least: int = 1,
    ) -> Iterator[Result]:
        """Apply the function to each item; `doing` says to a user what that is.

        From `least` items on the work is worth the start of another process.
        """


class Here:
    """Runs everything in this process, and tells how far it is."""

    def __init__(self, progress: Progress | None = None) -> None:
        self._progress = progress

    def map(
        self,
        function: Callable[[Item], Result],
        items: Collection[Item],
        doing: str,
        least: int = 1,  # noqa: ARG002
    ) -> Iterator[Result]:
        """Apply the function to each item, lazily."""
        if self._progress is None:
            yield from map(function, items)
            return
        for done, item in enumerate(items):
            self._progress(doing, done, len(items))
            yield function(item)
        if items:
            self._progress(doing, len(items), len(items))
