"""Stations and the model are pure: no files, no clock, no chance; the model needs no library."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "site_builder"
STATIONS = (
    "importers", "parsing", "content", "entities", "site", "pages", "rendering", "incremental",
)  # fmt: skip
PURE = sorted(path for part in (*STATIONS, "model") for path in (PACKAGE / part).rglob("*.py"))
MODEL = sorted((PACKAGE / "model").rglob("*.py"))

FILE_METHODS = {
    "read_text", "read_bytes", "write_text", "write_bytes", "open", "mkdir", "unlink", "iterdir",
    "exists", "is_file", "is_dir", "stat", "rglob",
}  # fmt: skip
CLOCKS = {"now", "today", "utcnow"}
UNSEEMLY_MODULES = {
    "time", "random", "secrets", "uuid", "importlib.resources", "pkgutil", "urllib.request",
}  # fmt: skip


def impurities(tree: ast.AST) -> Iterator[str]:
    """Describe each thing in a module that reaches files, a clock or chance."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="open")):
                yield f"line {node.lineno}: open()"
            case ast.Call(func=ast.Attribute(attr=name)) if name in FILE_METHODS:
                yield f"line {node.lineno}: .{name}() reaches a file"
            case ast.Call(func=ast.Attribute(attr=name)) if name in CLOCKS:
                yield f"line {node.lineno}: .{name}() reads the clock"
            case ast.Import(names=names):
                for alias in names:
                    if alias.name in UNSEEMLY_MODULES:
                        yield f"line {node.lineno}: import {alias.name}"
            case ast.ImportFrom(module=str(module), names=names):
                if module in UNSEEMLY_MODULES:
                    yield f"line {node.lineno}: from {module} import ..."
                elif module == "pathlib" and any(name.name == "Path" for name in names):
                    yield f"line {node.lineno}: Path reaches files; PurePosixPath does not"


def top_level_modules(tree: ast.AST) -> Iterator[str]:
    """Name the package that each import of a module starts from."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (alias.name.partition(".")[0] for alias in names)
            case ast.ImportFrom(module=str(module), level=0):
                yield module.partition(".")[0]


def name(path: Path) -> str:
    """Name a module by its path below the package."""
    return path.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("path", PURE, ids=name)
def test_a_station_reaches_no_file_no_clock_and_no_chance(path: Path) -> None:
    assert list(impurities(ast.parse(path.read_text("utf-8")))) == []


@pytest.mark.parametrize("path", MODEL, ids=name)
def test_the_model_imports_the_standard_library_only(path: Path) -> None:
    imported = set(top_level_modules(ast.parse(path.read_text("utf-8"))))
    assert imported - set(sys.stdlib_module_names) <= {"site_builder"}


@pytest.mark.parametrize(
    "code",
    [
        "open('a')",
        "Path('a').read_text()",
        "path.write_bytes(b'')",
        "from pathlib import Path",
        "datetime.datetime.now()",
        "datetime.date.today()",
        "import time",
        "from random import choice",
        "from importlib.resources import files",
    ],
)
def test_the_check_sees_what_it_is_for(code: str) -> None:
    assert list(impurities(ast.parse(code)))


@pytest.mark.parametrize(
    "code", ["stream.read()", "from pathlib import PurePosixPath", "datetime.date(2019, 11, 24)"]
)
def test_the_check_lets_pure_code_pass(code: str) -> None:
    assert list(impurities(ast.parse(code))) == []
