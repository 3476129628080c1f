"""Work on all cores: this process and copies of it, made when there is much to do."""

import os
import pickle
import signal
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

from site_builder.executors.here import Here, Item, Progress, Result

# A pipe takes at least so many tokens of four bytes before it is full.
_MOST_PARTS = 4096 // 4
_PER_PROCESS = 16


def cores() -> int:
    """Count the processors that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


class Processes:
    """Shares items out among several processes, where the system can copy a process (fork).

    Each takes the next few items when it is done with the last; the results are those of one
    process, in the same order. The function may use all that this process holds, and may not
    count on what it changes there; what it returns is pickled.
    """

    def __init__(self, count: int, progress: Progress | None = None) -> None:
        """Use so many processes, this one included."""
        self._count = count if hasattr(os, "fork") else 1
        self._progress = progress

    def map(
        self,
        function: Callable[[Item], Result],
        items: Collection[Item],
        doing: str,
        least: int = 1,
    ) -> Iterator[Result]:
        """Apply the function to each item; fewer than `least` are not worth another process."""
        if self._count < 2 or len(items) < max(least, 2):
            yield from Here(self._progress).map(function, items, doing)
            return
        items = tuple(items)
        size = -(-len(items) // min(_MOST_PARTS, self._count * _PER_PROCESS))
        starts = range(0, len(items), size)
        tokens, ahead = os.pipe()
        os.write(ahead, b"".join(start.to_bytes(4, "little") for start in starts))
        os.close(ahead)

        def work(progress: Progress | None = None) -> dict[int, list[Result]]:
            done = {}
            while token := os.read(tokens, 4):
                start = int.from_bytes(token, "little")
                if progress:
                    progress(doing, start, len(items))
                done[start] = [function(item) for item in items[start : start + size]]
            return done

        helpers: list[_Copy] = []
        try:
            helpers += (_Copy(work) for _ in range(1, self._count))
            results = work(self._progress)
            for helper in helpers:
                results.update(helper.result())
        finally:
            for helper in helpers:
                helper.stop()
            os.close(tokens)
        if self._progress:
            self._progress(doing, len(items), len(items))
        for start in starts:
            yield from results.pop(start)


class _Copy:
    """A copy of this process that does some work and hands the result over."""

    def __init__(self, work: Callable[[], Any]) -> None:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        self._pipe, into = os.pipe()
        self._id = os.fork()
        if self._id:
            os.close(into)
            return
        status = 1
        try:
            os.close(self._pipe)
            # Whoever stops the program stops the process that it belongs to, and that one this.
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            try:
                result: Sequence[Any] = (True, work())
            except Exception as error:
                result = (False, error)
            with os.fdopen(into, "wb") as file:
                pickle.dump(result, file, pickle.HIGHEST_PROTOCOL)
            status = 0
        finally:
            os._exit(status)

    def result(self) -> Any:
        """Wait for the result; raises what the work raised, or RuntimeError if it was killed."""
        with os.fdopen(self._pipe, "rb", closefd=False) as file:
            data = file.read()
        _, status = os.waitpid(self._id, 0)
        self._id = 0
        if status:
            raise RuntimeError(f"A process that took part in the work was killed ({status}).")
        good, result = pickle.loads(data)
        if not good:
            raise result
        return result

    def stop(self) -> None:
        """End the copy, if it is still at work."""
        if self._id:
            os.kill(self._id, signal.SIGTERM)
            os.waitpid(self._id, 0)
        os.close(self._pipe)
