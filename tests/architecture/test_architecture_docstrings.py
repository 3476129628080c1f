"""Every public name of the package says in a sentence what it promises."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "site_builder"
MODULES = sorted(PACKAGE.rglob("*.py"))
NAMED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def undocumented(node: ast.Module | ast.ClassDef, prefix: str = "") -> Iterator[str]:
    """Name the public functions, classes and methods that have no docstring."""
    for child in node.body:
        if isinstance(child, NAMED) and not child.name.startswith("_"):
            if ast.get_docstring(child) is None and not accompanies(child):
                yield prefix + child.name
            if isinstance(child, ast.ClassDef):
                yield from undocumented(child, f"{prefix}{child.name}.")


def accompanies(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> bool:
    """Tell whether a definition belongs to one that has the docstring: a setter, an overload."""
    shown = [ast.unparse(decorator) for decorator in node.decorator_list]
    return any(text.endswith((".setter", "overload", "override")) for text in shown)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_every_public_name_has_a_docstring(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert ast.get_docstring(tree), "the module has none"
    assert list(undocumented(tree)) == []


def test_a_missing_docstring_is_seen() -> None:
    tree = ast.parse('class A:\n    """A."""\n    def b(self): ...\ndef c(): ...\ndef _d(): ...')
    assert list(undocumented(tree)) == ["A.b", "c"]
