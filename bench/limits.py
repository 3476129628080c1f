"""What the machine itself takes for the same files: the least that any tool could take."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from bench.measuring import Measured, measure

_SCAN = """\
import os, sys
def scan(folder):
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir(): scan(entry.path)
            else: entry.stat()
for folder in sys.argv[1:]: scan(folder)
"""
_READ = """\
import hashlib, os, sys
for folder in sys.argv[1:]:
    for at, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(at, name), "rb") as file: hashlib.sha1(file.read()).digest()
"""
_WRITE = """\
import os, sys, time
source, target = sys.argv[1:]
files = []
for at, _, names in os.walk(source):
    for name in names:
        with open(os.path.join(at, name), "rb") as file: data = file.read()
        files.append((os.path.join(target, os.path.relpath(at, source)), name, data))
start, spent = time.perf_counter(), time.process_time()
for folder, name, data in files:
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name), "wb") as file: file.write(data)
print(time.perf_counter() - start, time.process_time() - spent)
"""


def limits(inputs: Path, output: Path, folder: Path) -> Mapping[str, Measured]:
    """Measure the bare machine; `folder` takes the copies that are made."""
    python = sys.executable
    found = {"start Python": min_of(9, [python, "-c", "pass"], folder)}
    found["look at all files"] = min_of(3, [python, "-c", _SCAN, str(inputs), str(output)], folder)
    found["read all inputs"] = min_of(3, [python, "-c", _READ, str(inputs)], folder)
    said = subprocess.run(
        [python, "-c", _WRITE, str(output), str(folder / "written")],
        capture_output=True,
        text=True,
        check=True,
    )
    wall, cpu = (float(word) for word in said.stdout.split())
    found["write all output"] = Measured(wall, cpu)
    found["cp -r the output"] = measure(["cp", "-r", str(output), str(folder / "copied")], folder)
    return found


def min_of(times: int, command: list[str], folder: Path) -> Measured:
    """Run a command several times, and take the run that took least."""
    return min((measure(command, folder) for _ in range(times)), key=lambda one: one.wall)
