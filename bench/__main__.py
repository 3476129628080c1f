"""The command: python -m bench --articles 10000 --peers hugo --scenarios clean,body --rounds 3."""

import argparse
import platform
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bench.comparing import DifferentError, as_json, check_equal, run_scenario, summary
from bench.corpus import Article, corpus
from bench.limits import limits
from bench.measuring import FailedError, measure
from bench.ours import SiteBuilder, SiteBuilderFromSeeds, SiteBuilderWhole
from bench.peers.hugo import Hugo
from bench.report import machine, table, today, write_into
from bench.scenarios import ALL, DEFAULT
from bench.stages import stages
from bench.tools import Tool

PEERS: dict[str, Callable[[Path, list[Article], Path], Tool]] = {"hugo": Hugo}
PROGRAMS = Path(__file__).parent.parent / ".bench"


def main(given: Sequence[str] | None = None) -> int:
    """Run the benchmark; returns the exit status."""
    options = _options(given)
    if options.stages:
        print("\n".join(stages(options.articles, options.markdown)))
        return 0
    work = Path(options.work or tempfile.mkdtemp(prefix="site-builder-bench-"))
    work.mkdir(parents=True, exist_ok=True)
    try:
        results = _run(options, work)
    except (FailedError, DifferentError) as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        if not options.keep:
            shutil.rmtree(work, ignore_errors=True)
    text = "\n".join(table(results))
    print(text)
    if options.json:
        Path(options.json).write_text(as_json(results), "utf-8")
    if options.write:
        write_into(Path(options.write), text)
    return 0


def _options(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--markdown", type=int, default=0, metavar="PERCENT")
    parser.add_argument("--peers", default="hugo", help=f"of: {', '.join(PEERS)}; '' for none")
    parser.add_argument("--scenarios", default=",".join(DEFAULT), help=f"of: {', '.join(ALL)}")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--whole", action="store_true", help="measure all pages that ship, too")
    parser.add_argument("--no-memory", action="store_true", help="leave out the round for memory")
    parser.add_argument("--no-limits", action="store_true", help="leave out the bare machine")
    parser.add_argument("--stages", action="store_true", help="say where our time goes, and stop")
    parser.add_argument("--json", metavar="FILE", help="write the results as JSON")
    parser.add_argument("--write", metavar="FILE", help="put the tables into a document")
    parser.add_argument("--work", metavar="FOLDER", help="work here instead of in a new folder")
    parser.add_argument("--keep", action="store_true", help="keep the folder")
    options = parser.parse_args(given)
    options.peers = [name for name in options.peers.split(",") if name]
    options.scenarios = options.scenarios.split(",")
    for name, known in (
        *((p, PEERS) for p in options.peers),
        *((s, ALL) for s in options.scenarios),
    ):
        if name not in known:
            parser.error(f"there is no {name!r}; there are: {', '.join(known)}")
    return options


def _run(options: argparse.Namespace, work: Path) -> dict[str, Any]:
    articles = list(corpus(options.articles, options.markdown))
    ours: list[SiteBuilder] = [SiteBuilder(work / "ours", articles)]
    if options.whole:
        ours.append(SiteBuilderWhole(work / "whole", articles))
    peers = [PEERS[name](work / name, articles, PROGRAMS) for name in options.peers]
    tools: list[Tool] = [*ours, *peers]
    _say(f"Making the sites of {len(articles):,} articles in {work} ...")
    for tool in tools:
        tool.folder.mkdir(parents=True)
        tool.make()
    # Files of the last tenth of a second may change once more without their time telling.
    time.sleep(0.2)
    for tool in tools:
        measure(tool.command(), tool.folder)
    results: dict[str, Any] = {
        "date": today(),
        "machine": machine(),
        "python": platform.python_version(),
        "versions": {tool.name: tool.version() for tool in tools},
        "articles": options.articles,
        "markdown": options.markdown,
        "limits": {},
        "scenarios": {},
    }
    for name in options.scenarios:
        found = tools
        if name == "seeds":
            seeds = SiteBuilderFromSeeds(work / "seeds", articles)
            seeds.folder.mkdir(parents=True)
            seeds.make()
            found = [seeds, *peers]
        memory = not options.no_memory
        runs = run_scenario(ALL[name], found, options.rounds, memory, _say)
        results["scenarios"][name] = summary(runs)
        if not ALL[name].clean:
            files = check_equal(ours[0], name, work)
            _say(f"{name:>10} equals a clean build in all {files:,} files")
    if not options.no_limits:
        took = limits(ours[0].folder / "content", ours[0].folder / ours[0].output, work)
        results["limits"] = {name: {"wall": t.wall, "cpu": t.cpu} for name, t in took.items()}
    return results


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
