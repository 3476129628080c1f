"""Running all tools in turn, round after round, and comparing what they took."""

import filecmp
import json
import shutil
import statistics
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.measuring import Measured, measure
from bench.ours import SiteBuilder
from bench.scenarios import Scenario
from bench.tools import Tool

OURS = "site-builder"
Runs = dict[str, list[Measured]]
"""What each tool took, round by round."""

Say = Callable[[str], None]


def run_scenario(
    scenario: Scenario, tools: Sequence[Tool], rounds: int, memory: bool, say: Say
) -> Runs:
    """Measure one scenario: all tools in turn in each round, and in the other order in the next.

    With `memory`, one more round looks at memory: that takes time, and is not counted.
    """
    runs: Runs = {tool.name: [] for tool in tools}
    peaks: dict[str, float] = {}
    for number in range(rounds + memory):
        last = memory and number == rounds
        for tool in tools if number % 2 == 0 else tools[::-1]:
            scenario.prepare(tool, number)
            took = measure(tool.command(), tool.folder, memory=last)
            say(f"{scenario.name:>10} {tool.name:<20} {took.wall:8.3f} s {took.cpu:8.3f} s CPU")
            if last and took.peak is not None:
                peaks[tool.name] = took.peak
            else:
                runs[tool.name].append(took)
    return {
        name: [Measured(one.wall, one.cpu, peaks.get(name)) for one in found]
        for name, found in runs.items()
    }


def summary(runs: Runs) -> dict[str, Any]:
    """Sum up a scenario: medians, least and most of each tool, and our ratio to each other one.

    A ratio is that of one round, and the median of all is given: what slows the machine for a while
    slows both.
    """
    found: dict[str, Any] = {name: _figures(took) for name, took in runs.items()}
    found["ratio"] = {
        name: {
            "wall": _median(one.wall / other.wall for one, other in _pairs(runs, name)),
            "cpu": _median(one.cpu / other.cpu for one, other in _pairs(runs, name)),
            "peak": _median(
                one.peak / other.peak
                for one, other in _pairs(runs, name)
                if one.peak is not None and other.peak
            ),
            "rounds": [round(one.wall / other.wall, 4) for one, other in _pairs(runs, name)],
        }
        for name in runs
        if not name.startswith(OURS)
    }
    return found


def _pairs(runs: Runs, other: str) -> list[tuple[Measured, Measured]]:
    ours = next((runs[name] for name in runs if name.startswith(OURS)), [])
    return list(zip(ours, runs[other], strict=False))


def _figures(took: Sequence[Measured]) -> dict[str, Any]:
    walls, cpus = [one.wall for one in took], [one.cpu for one in took]
    return {
        "wall": _median(walls),
        "cpu": _median(cpus),
        "peak": _median(one.peak for one in took if one.peak is not None),
        "min": {"wall": round(min(walls), 4), "cpu": round(min(cpus), 4)},
        "max": {"wall": round(max(walls), 4), "cpu": round(max(cpus), 4)},
    }


def _median(values: Any) -> float | None:
    known = list(values)
    return round(statistics.median(known), 4) if known else None


class DifferentError(Exception):
    """An incremental build did not write what a clean one writes."""


def check_equal(tool: SiteBuilder, scenario: str, folder: Path) -> int:
    """Build the same inputs from nothing, and compare; returns how many files there are.

    Raises DifferentError.
    """
    copy = folder / f"check-{tool.name}-{scenario}"
    shutil.copytree(tool.folder, copy, ignore=shutil.ignore_patterns(tool.output, ".site-builder"))
    memo = tool.folder / ".site-builder" / "memo"
    if memo.is_dir():
        shutil.copytree(memo, copy / ".site-builder" / "memo")
    subprocess.run(tool.command(), cwd=copy, check=True, capture_output=True)
    return compare_trees(tool.folder / tool.output, copy / tool.output, scenario)


def compare_trees(one: Path, other: Path, scenario: str) -> int:
    """Compare two folders byte by byte; raises DifferentError."""
    files, others = ({p.relative_to(f) for p in f.rglob("*") if p.is_file()} for f in (one, other))
    wrong = [
        path
        for path in sorted(files | others)
        if path not in files
        or path not in others
        or not filecmp.cmp(one / path, other / path, shallow=False)
    ]
    if wrong:
        named = ", ".join(str(path) for path in wrong[:5])
        raise DifferentError(
            f"After {scenario}, {len(wrong)} files are not those of a clean build: {named}"
        )
    return len(files)


def as_json(results: Mapping[str, Any]) -> str:
    """Write all results."""
    return json.dumps(results, indent=2, ensure_ascii=False) + "\n"
