"""The results as tables, for a terminal and for the documentation."""

import datetime
import platform
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bench.scenarios import ALL

_BEGIN, _END = "<!-- results -->", "<!-- end of results -->"


def machine(folder: Path) -> str:
    """Describe the machine in one line, with the file system that a folder is on."""
    processor, memory = platform.processor() or platform.machine(), ""
    try:
        names = re.findall(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text())
        kibibytes = int(Path("/proc/meminfo").read_text().split()[1])
        processor = f"{len(names)} × {names[0]}" if names else processor
        memory = f", {kibibytes // 2**20} GiB of memory"
    except (OSError, IndexError, ValueError):
        pass
    system = f"{platform.system()} {platform.release()}"
    return f"{processor}{memory}, {system}{_file_system(folder)}"


def _file_system(folder: Path) -> str:
    """Name the file system of a folder; nothing where the system does not tell."""
    try:
        mounts = [line.split()[1:3] for line in Path("/proc/mounts").read_text().splitlines()]
    except OSError:
        return ""
    whole = folder.resolve()
    fitting = [(len(at), kind) for at, kind in mounts if whole.is_relative_to(at)]
    return f", {max(fitting)[1]}" if fitting else ""


def table(results: Mapping[str, Any]) -> Iterator[str]:
    """Write the results of one run as a Markdown table."""
    markdown = f", {results['markdown']} % of them with Markdown" if results["markdown"] else ""
    yield f"### {results['articles']:,} articles{markdown}"
    yield ""
    versions = ", ".join(f"{name} {version}" for name, version in results["versions"].items())
    yield f"{results['date']}; {results['machine']}; Python {results['python']}; {versions}."
    yield ""
    for name, reason in results.get("left_out", {}).items():
        yield f"Left out: {name} ({reason})."
        yield ""
    yield "| scenario | tool | wall s (least–most) | CPU s (least–most) | peak MiB | ours to it: wall (least–most) | CPU (least–most) | peak |"
    yield "|---|---|---|---|---|---|---|---|"
    for name, found in results["scenarios"].items():
        meaning = f"**{name}**: {ALL[name].meaning}"
        for tool, figures in found.items():
            if tool == "ratio":
                continue
            ratio = found["ratio"].get(tool)
            shown = ["", "", ""]
            if ratio:
                shown = [_ranged(ratio, "wall"), _ranged(ratio, "cpu"), _known(ratio["peak"])]
            peak = _known(figures["peak"], 0)
            yield (
                f"| {meaning} | {tool} | {_ranged(figures, 'wall', 3)} | "
                f"{_ranged(figures, 'cpu', 3)} | {peak} | {' | '.join(shown)} |"
            )
            meaning = ""
    yield ""
    if results["limits"]:
        yield "| the machine alone | wall s | CPU s |"
        yield "|---|---|---|"
        for name, took in results["limits"].items():
            yield f"| {name} | {took['wall']:.3f} | {took['cpu']:.3f} |"
        yield ""


def _ranged(figures: Mapping[str, Any], key: str, digits: int = 2) -> str:
    least, most = figures["min"][key], figures["max"][key]
    return f"{figures[key]:.{digits}f} ({least:.{digits}f}–{most:.{digits}f})"


def _known(value: float | None, digits: int = 2) -> str:
    return "–" if value is None else f"{value:.{digits}f}"


def write_into(document: Path, text: str) -> None:
    """Put the results between the marks of a document, in the place of the last ones."""
    before, _, rest = document.read_text("utf-8").partition(_BEGIN)
    _, _, after = rest.partition(_END)
    document.write_text(f"{before}{_BEGIN}\n\n{text}\n{_END}{after}", "utf-8")


def today() -> str:
    """The date of a run."""
    return datetime.date.today().isoformat()
