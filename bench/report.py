"""The results as tables, for a terminal and for the documentation."""

import datetime
import platform
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bench.scenarios import ALL

_BEGIN, _END = "<!-- results -->", "<!-- end of results -->"


def machine() -> str:
    """Describe the machine in one line."""
    processor, memory = platform.processor() or platform.machine(), ""
    try:
        names = re.findall(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text())
        kibibytes = int(Path("/proc/meminfo").read_text().split()[1])
        processor = f"{len(names)} × {names[0]}" if names else processor
        memory = f", {kibibytes // 2**20} GiB of memory"
    except (OSError, IndexError, ValueError):
        pass
    return f"{processor}{memory}, {platform.system()} {platform.release()}"


def table(results: Mapping[str, Any]) -> Iterator[str]:
    """Write the results of one run as a Markdown table."""
    markdown = f", {results['markdown']} % of them with Markdown" if results["markdown"] else ""
    yield f"### {results['articles']:,} articles{markdown}"
    yield ""
    versions = ", ".join(f"{name} {version}" for name, version in results["versions"].items())
    yield f"{results['date']}; {results['machine']}; Python {results['python']}; {versions}."
    yield ""
    yield "| scenario | tool | wall s (least–most) | CPU s | peak MiB | ours to it: wall, CPU, peak |"
    yield "|---|---|---|---|---|---|"
    for name, found in results["scenarios"].items():
        for tool, figures in found.items():
            if tool == "ratio":
                continue
            ratio = found["ratio"].get(tool)
            shown = (
                ", ".join(_ratio(ratio[key]) for key in ("wall", "cpu", "peak")) if ratio else ""
            )
            least, most = figures["min"]["wall"], figures["max"]["wall"]
            peak = f"{figures['peak']:.0f}" if figures["peak"] else ""
            yield (
                f"| {name}: {ALL[name].meaning} | {tool} | {figures['wall']:.3f} "
                f"({least:.3f}–{most:.3f}) | {figures['cpu']:.3f} | {peak} | {shown} |"
            )
    yield ""
    if results["limits"]:
        yield "| the machine alone | wall s | CPU s |"
        yield "|---|---|---|"
        for name, took in results["limits"].items():
            yield f"| {name} | {took['wall']:.3f} | {took['cpu']:.3f} |"
        yield ""


def _ratio(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def write_into(document: Path, text: str) -> None:
    """Put the results between the marks of a document, in the place of the last ones."""
    before, _, rest = document.read_text("utf-8").partition(_BEGIN)
    _, _, after = rest.partition(_END)
    document.write_text(f"{before}{_BEGIN}\n\n{text}\n{_END}{after}", "utf-8")


def today() -> str:
    """The date of a run."""
    return datetime.date.today().isoformat()
