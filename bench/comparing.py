"""Running all tools in turn, round after round, and comparing what they took."""

import json
import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from bench.checking import check_shown
from bench.measuring import Measured, measure
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
            shown = scenario.prepare(tool, number)
            took = measure(tool.command(), tool.folder, memory=last)
            if shown:
                check_shown(tool, *shown)
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
            **_spread(
                [Measured(us.wall / it.wall, us.cpu / it.cpu) for us, it in _pairs(runs, name)]
            ),
            "rounds": [round(us.wall / it.wall, 4) for us, it in _pairs(runs, name)],
        }
        for name in runs
        if not name.startswith(OURS)
    }
    return found


def _pairs(runs: Runs, other: str) -> list[tuple[Measured, Measured]]:
    ours = next((runs[name] for name in runs if name.startswith(OURS)), [])
    return list(zip(ours, runs[other], strict=False))


def _figures(took: Sequence[Measured]) -> dict[str, Any]:
    return {
        "wall": _median(one.wall for one in took),
        "cpu": _median(one.cpu for one in took),
        "peak": _median(one.peak for one in took if one.peak is not None),
        **_spread(took),
    }


def _spread(took: Sequence[Measured]) -> dict[str, dict[str, float]]:
    return {
        name: {
            "wall": round(chosen(one.wall for one in took), 4),
            "cpu": round(chosen(one.cpu for one in took), 4),
        }
        for name, chosen in (("min", min), ("max", max))
    }


def _median(values: Iterable[float]) -> float | None:
    known = list(values)
    return round(statistics.median(known), 4) if known else None


def as_json(results: Mapping[str, Any]) -> str:
    """Write all results."""
    return json.dumps(results, indent=2, ensure_ascii=False) + "\n"
