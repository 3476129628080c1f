"""Where our time goes: processor time an article, by part of the program."""

import cProfile
import datetime
import gc
import pstats
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import site_builder
from bench.corpus import corpus
from bench.ours import SiteBuilder
from site_builder.build import BuildOptions, build
from site_builder.disk.project import Project

BUDGET = 400
"""Microseconds of processor time an article, from content to output, all its pages together."""


def stages(articles: int, markdown: int) -> Iterator[str]:
    """Build in this process, once to measure and once to see where the time goes."""
    with tempfile.TemporaryDirectory(prefix="site-builder-stages-") as folder:
        site = SiteBuilder(Path(folder, "site"), list(corpus(articles, markdown)))
        site.folder.mkdir()
        site.make()
        project = Project.at(site.folder / "site.toml")
        options = BuildOptions(today=datetime.date.today())
        build(project, options)
        site.forget("clean")
        start = time.process_time()
        build(project, options)
        spent = (time.process_time() - start) / articles * 1e6
        site.forget("clean")
        profile = cProfile.Profile()
        gc.disable()
        profile.runcall(build, project, options)
        gc.enable()
        yield f"{spent:.0f} µs an article, of a budget of {BUDGET}; {articles:,} articles"
        yield from _by_part(pstats.Stats(profile), spent)


def _by_part(stats: pstats.Stats, spent: float) -> Iterator[str]:
    """Share the time out by the part of the program whose code, or whose call, took it."""
    own: Counter[str] = Counter()
    root = str(Path(site_builder.__file__).parent)
    for (file, _, _), (_, _, self_time, _, callers) in stats.stats.items():  # type: ignore[attr-defined]
        if part := _part(file, root):
            own[part] += self_time
            continue
        for (caller, _, _), (_, _, share, _) in callers.items():
            own[_part(caller, root) or "libraries"] += share
    total = sum(own.values())
    for part, seconds in own.most_common():
        yield f"{spent * seconds / total:8.1f} µs {part}"


def _part(file: str, root: str) -> str:
    if file.startswith("template "):
        return "templates"
    if not file.startswith(root):
        return ""
    inside = file[len(root) + 1 :]
    return inside.partition("/")[0].removesuffix(".py")
