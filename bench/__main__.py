"""Site Builder beside other generators, on one generated archive, in one run."""

import argparse
import platform
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from bench.checking import DifferentError, IncompleteError, check_equal, check_pages
from bench.comparing import as_json, run_scenario, summary
from bench.corpus import Article, corpus
from bench.limits import limits
from bench.measuring import FailedError, measure
from bench.ours import SiteBuilder, SiteBuilderFromSeeds, SiteBuilderWhole, program_files
from bench.peers.eleventy import Eleventy
from bench.peers.hugo import Hugo
from bench.peers.pelican import Pelican
from bench.peers.zola import Zola
from bench.report import machine, table, today, write_into
from bench.scenarios import ALL, DEFAULT
from bench.serving import measure_serving
from bench.stages import stages
from bench.tools import CannotRunError, Tool

PEERS: dict[str, Callable[[Path, list[Article], Path], Tool]] = {
    "hugo": Hugo,
    "pelican": Pelican,
    "eleventy": Eleventy,
    "zola": Zola,
}
PROGRAMS = Path(__file__).parent.parent / ".bench"
_PARTS = (
    "A part: --peers hugo --scenarios clean,body --rounds 1. Everything: --scenarios all --whole. "
    "Peers are installed into .bench/ when they are first asked for."
)


def main(given: Sequence[str] | None = None) -> int:
    """Run the benchmark; returns the exit status."""
    options = _options(given)
    if options.stages:
        for percent in options.markdown:
            print("\n".join(stages(options.articles, percent)))
        return 0
    found: list[dict[str, Any]] = []
    for markdown in options.markdown:
        work = Path(options.work or tempfile.mkdtemp(prefix="site-builder-bench-"))
        folder = work / f"{options.articles}-{markdown}"
        folder.mkdir(parents=True, exist_ok=True)
        try:
            found.append(_run(options, markdown, folder))
        except (FailedError, DifferentError, IncompleteError) as error:
            print(f"FAILED: {error}", file=sys.stderr)
            return 1
        finally:
            if not options.keep:
                shutil.rmtree(folder if options.work else work, ignore_errors=True)
    text = "\n".join(line for results in found for line in table(results))
    print(text)
    if options.json:
        Path(options.json).write_text(
            as_json(found[0] if len(found) == 1 else {"runs": found}), "utf-8"
        )
    if options.write:
        write_into(Path(options.write), text)
    return 0


def _options(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__, epilog=_PARTS)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument(
        "--markdown", default="0", metavar="PERCENT", help="of articles with Markdown; a list: 0,30"
    )
    parser.add_argument(
        "--peers", default="all", help=f"of: {', '.join(PEERS)}; all that run here; '' for none"
    )
    parser.add_argument(
        "--scenarios", default=",".join(DEFAULT), help=f"of: {', '.join(ALL)}; all of them"
    )
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
    options.peers = _chosen(parser, options.peers, PEERS)
    options.scenarios = _chosen(parser, options.scenarios, ALL)
    options.markdown = [int(percent) for percent in options.markdown.split(",")]
    return options


def _chosen(parser: argparse.ArgumentParser, given: str, known: Iterable[str]) -> list[str]:
    names = list(known) if given == "all" else [name for name in given.split(",") if name]
    for name in names:
        if name not in known:
            parser.error(f"there is no {name!r}; there are: {', '.join(known)}")
    return names


def _run(options: argparse.Namespace, markdown: int, work: Path) -> dict[str, Any]:
    before = program_files()
    articles = list(corpus(options.articles, markdown))
    ours: list[SiteBuilder] = [SiteBuilder(work / "ours", articles)]
    if options.whole:
        ours.append(SiteBuilderWhole(work / "whole", articles))
    left_out: dict[str, str] = {}
    peers = peers_that_run(options.peers, articles, work, left_out)
    tools: list[Tool] = [*ours, *peers]
    _say(f"Making the sites of {len(articles):,} articles in {work} ...")
    for tool in tools:
        tool.folder.mkdir(parents=True)
        tool.make()
    # Files of the last tenth of a second may change once more without their time telling.
    time.sleep(0.2)
    for tool in tools:
        measure(tool.command(), tool.folder)
        _say(f"{tool.name:>12} {tool.version()} builds all {check_pages(tool):,} pages and feeds")
    results: dict[str, Any] = {
        "date": today(),
        "machine": machine(work),
        "python": platform.python_version(),
        "versions": {tool.name: tool.version() for tool in tools},
        "left_out": left_out,
        "articles": options.articles,
        "markdown": markdown,
        "limits": {},
        "scenarios": {},
    }
    for name in options.scenarios:
        if name == "serve":
            try:
                runs = {ours[0].name: measure_serving(ours[0], options.rounds)}
            except CannotRunError as error:
                left_out[name] = str(error)
                _say(f"{name} is left out: {error}")
                continue
        else:
            found = [_from_seeds(work, articles), *peers] if name == "seeds" else tools
            memory = not options.no_memory
            runs = run_scenario(ALL[name], found, options.rounds, memory, _say)
        results["scenarios"][name] = summary(runs)
        if not ALL[name].clean:
            for tool in ours if name != "serve" else ours[:1]:
                files = check_equal(tool, name, work)
                _say(f"{name:>10} equals a clean build in all {files:,} files of {tool.name}")
    if not options.no_limits:
        took = limits(ours[0].folder / "content", ours[0].folder / ours[0].output, work)
        results["limits"] = {name: {"wall": t.wall, "cpu": t.cpu} for name, t in took.items()}
    results["changed_meanwhile"] = program_files() != before
    if results["changed_meanwhile"]:
        _say("CAREFUL: the program was edited meanwhile; some builds did more for it.")
    return results


def peers_that_run(
    names: Iterable[str], articles: list[Article], work: Path, left_out: dict[str, str]
) -> list[Tool]:
    """Make the peers that run on this machine; notes the reasons of the others in `left_out`."""
    found = []
    for name in names:
        try:
            found.append(PEERS[name](work / name, articles, PROGRAMS))
        except CannotRunError as error:
            left_out[name] = str(error)
            _say(f"{name} is left out, it cannot run here: {error}")
    return found


def _from_seeds(work: Path, articles: list[Article]) -> Tool:
    tool = SiteBuilderFromSeeds(work / "seeds", articles)
    tool.folder.mkdir(parents=True)
    tool.make()
    return tool


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
