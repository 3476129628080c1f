"""Ratios are taken round by round, and a build that differs from a clean one is an error."""

import json
from pathlib import Path

from pytest import approx, raises

from bench.checking import DifferentError, compare_trees
from bench.comparing import as_json, summary
from bench.measuring import FailedError, Measured, measure
from bench.report import table, write_into


def runs() -> dict[str, list[Measured]]:
    return {
        "site-builder": [Measured(1, 2, 50), Measured(4, 4, 50), Measured(1, 1, 50)],
        "hugo": [Measured(2, 4, 200), Measured(4, 8, 200), Measured(10, 10, 200)],
    }


def test_a_ratio_is_the_median_of_the_ratios_of_the_rounds() -> None:
    found = summary(runs())
    assert found["ratio"]["hugo"]["wall"] == 0.5
    assert found["ratio"]["hugo"]["cpu"] == 0.5
    assert found["ratio"]["hugo"]["peak"] == 0.25
    assert found["site-builder"]["wall"] == 1
    assert found["hugo"]["max"]["wall"] == 10


def test_the_results_have_the_keys_that_are_promised() -> None:
    found = json.loads(as_json({"scenarios": {"body": summary(runs())}}))["scenarios"]["body"]
    for keys in (found["site-builder"], found["hugo"], found["ratio"]["hugo"]):
        assert {"wall", "cpu", "peak", "min", "max"} <= keys.keys()
    assert found["ratio"]["hugo"]["min"] == {"wall": 0.1, "cpu": 0.1}


def test_a_file_that_differs_is_named(tmp_path: Path) -> None:
    for name, text in (("a", "same"), ("b", "same")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(text)
    assert compare_trees(tmp_path / "a", tmp_path / "b", "body") == 1
    (tmp_path / "b" / "index.html").write_text("else")
    (tmp_path / "b" / "more.html").write_text("more")
    with raises(DifferentError, match=r"After body, 2 files .*: index\.html, more\.html"):
        compare_trees(tmp_path / "a", tmp_path / "b", "body")


def test_a_command_is_measured_with_all_its_processes(tmp_path: Path) -> None:
    busy = "import os; pid = os.fork(); sum(range(3_000_000)); pid and os.waitpid(pid, 0)"
    took = measure(["python3", "-c", busy], tmp_path)
    assert took.cpu > took.wall * 0.5
    assert took.wall > 0


def test_a_command_that_fails_says_why(tmp_path: Path) -> None:
    with raises(FailedError, match="no such thing"):
        measure(["python3", "-c", "raise SystemExit('no such thing')"], tmp_path)


def test_memory_is_that_of_all_processes(tmp_path: Path) -> None:
    large = "import os, time; pid = os.fork(); x = bytearray(40_000_000); time.sleep(0.4)"
    took = measure(["python3", "-c", f"{large}; pid and os.waitpid(pid, 0)"], tmp_path, memory=True)
    assert took.peak == approx(90, abs=25)


def test_the_tables_take_the_place_of_the_last_ones(tmp_path: Path) -> None:
    document = tmp_path / "performance.md"
    document.write_text("Before.\n\n<!-- results -->\nold\n<!-- end of results -->\n\nAfter.\n")
    results = {
        "articles": 1000,
        "markdown": 30,
        "date": "2026-01-31",
        "machine": "a machine",
        "python": "3.11",
        "versions": {"hugo": "1"},
        "limits": {},
        "scenarios": {"body": summary(runs())},
    }
    write_into(document, "\n".join(table(results)))
    text = document.read_text()
    assert text.startswith("Before.")
    assert text.endswith("After.\n")
    assert "old" not in text
    assert (
        "| **body**: the text of one article edited | site-builder | 1.000 (1.000–4.000) |" in text
    )
    assert "|  | hugo | 4.000 (2.000–10.000) |" in text
    assert "| 0.50 (0.10–1.00) | 0.50 (0.10–0.50) | 0.25 |" in text
