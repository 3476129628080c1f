"""Measuring a command: wall time, processor time and memory of all its processes together."""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_STEP = 0.02
# As on the machine of a user: Python keeps what it compiled.
_ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


class FailedError(Exception):
    """A command that was to be measured failed; the message is what it said."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one run took: seconds of the clock, seconds of processors, MiB of memory at most.

    `peak` is None where it was not looked at: looking takes time itself.
    """

    wall: float
    cpu: float
    peak: float | None = None


def measure(command: Sequence[str], folder: Path, memory: bool = False) -> Measured:
    """Run a command to its end; raises FailedError where it fails.

    Processor time is that of the process and of all that it waited for. Memory is the sum of the
    proportional set sizes of all processes, looked at fifty times a second.
    """
    log = folder / ".bench-output.txt"
    with log.open("wb") as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            env=_ENVIRONMENT,
        )
        watch = _Watch(process.pid) if memory else None
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            os.killpg(process.pid, signal.SIGTERM)
            raise
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    peak = watch.stop() if watch else None
    if process.returncode:
        said = log.read_text("utf-8", "replace")[-3000:]
        raise FailedError(
            f"{' '.join(command)} in {folder} ended with {process.returncode}:\n{said}"
        )
    log.unlink()
    return Measured(wall, usage.ru_utime + usage.ru_stime, peak)


class _Watch:
    """Looks at the memory of a process and of its descendants until it is stopped."""

    def __init__(self, process: int) -> None:
        self._process, self._peak = process, 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def stop(self) -> float:
        """Return the most memory seen, in MiB."""
        self._over.set()
        self._thread.join()
        return self._peak

    def _look(self) -> None:
        while not self._over.wait(_STEP):
            self._peak = max(self._peak, memory_of(self._process))


def memory_of(process: int) -> float:
    """Return the memory that a process and all its descendants use now, in MiB."""
    return sum(map(_memory, _family(process)))


def _family(process: int) -> Iterator[int]:
    yield process
    try:
        tasks = Path(f"/proc/{process}/task")
        for task in tasks.iterdir():
            for child in (task / "children").read_text().split():
                yield from _family(int(child))
    except OSError:
        return


def _memory(process: int) -> float:
    """Return the proportional set size of a process in MiB; 0 where it is gone.

    Where the system does not tell, it is the resident set size, which counts shared memory anew.
    """
    for file, key in (("smaps_rollup", "Pss:"), ("status", "VmRSS:")):
        with suppress(OSError):
            for line in Path(f"/proc/{process}/{file}").read_text().splitlines():
                if line.startswith(key):
                    return int(line.split()[1]) / 1024
    return 0.0
