"""The reference is complete and true: every command, key, page kind and problem, and no other."""

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import TypeGuard

import pytest

import generate_reference
from site_builder.cli import main
from site_builder.content.article_file import KEYS as ARTICLE_KEYS
from site_builder.content.authority_file import COLUMNS
from site_builder.content.config_file import KEYS
from site_builder.content.page_file import KEYS as PAGE_KEYS
from site_builder.model.config import SiteConfig
from site_builder.pages.kinds import PAGE_KINDS

ROOT = Path(__file__).parents[2]
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
REFERENCE = ROOT / "docs" / "reference"
PACKAGE = ROOT / "site_builder"


def rows(page: str) -> list[str]:
    """List what the rows of a page's tables are about: the code in their first column."""
    text = (REFERENCE / page).read_text("utf-8")
    return re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE)


def trees() -> list[ast.Module]:
    """Parse every module of the package."""
    return [ast.parse(path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py"))]


def called(node: ast.Call) -> str:
    """Name what a call calls."""
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def argument(call: ast.Call, name: str, position: int) -> ast.expr | None:
    """Find an argument of a call by its name or its position."""
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword.value
    return call.args[position] if position < len(call.args) else None


def literals(node: ast.expr) -> Iterator[str]:
    """Find the texts that an expression may be: `"a"`, or `"a" if b else "c"`."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            yield inner.value


def problem_codes(modules: list[ast.Module]) -> set[str]:
    """Collect every code that a Problem is made with.

    Codes are found as literals, through functions that pass one on, and in tables of the module.
    """
    codes: set[str] = set()
    public = {
        name: maker
        for tree in modules
        for function in functions(tree)
        for name, maker in passing_on(function)
        if not name.startswith("_")
    }
    for tree in modules:
        makers = public | {"Problem": ("code", 0, "")}
        for function in functions(tree):
            makers.update(passing_on(function))
            codes.update(looked_up(function, tree))
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and called(call) in makers:
                name, position, prefix = makers[called(call)]
                code = argument(call, name, position)
                if code is not None and not isinstance(code, ast.Name | ast.JoinedStr):
                    codes.update(prefix + text for text in literals(code))
    return codes


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    """List all functions and methods of a module."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def variable_codes(function: ast.FunctionDef) -> dict[str, str]:
    """Name the variables that become the code of a Problem, with what is put before them."""
    found = {}
    for call in ast.walk(function):
        if isinstance(call, ast.Call) and called(call) == "Problem":
            match argument(call, "code", 0):
                case ast.Name(id=name):
                    found[name] = ""
                case ast.JoinedStr(
                    values=[
                        ast.Constant(value=str(prefix)),
                        ast.FormattedValue(value=ast.Name(id=name)),
                    ]
                ):
                    found[name] = prefix
    return found


def passing_on(function: ast.FunctionDef) -> Iterator[tuple[str, tuple[str, int, str]]]:
    """Tell which parameter of a function becomes the code of a Problem, if one does."""
    parameters = [parameter.arg for parameter in function.args.args]
    method = int(parameters[:1] in (["self"], ["cls"]))
    for code, prefix in variable_codes(function).items():
        if code in parameters:
            yield function.name, (code, parameters.index(code) - method, prefix)


def looked_up(function: ast.FunctionDef, tree: ast.Module) -> Iterator[str]:
    """Find the codes that a function takes from a table, or chooses among."""
    codes = set(variable_codes(function))
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and codes & names_in(*node.targets):
            tables = names_in(node.value)
            values = [node.value]
            values += [top.value for top in tree.body if is_table(top, tables) and top.value]
            for value in values:
                yield from (text for text in literals(value) if CODE.fullmatch(text))


def is_table(node: ast.stmt, names: set[str]) -> TypeGuard[ast.Assign | ast.AnnAssign]:
    """Tell whether a statement gives a value to one of some names."""
    if isinstance(node, ast.Assign):
        return bool(names & names_in(*node.targets))
    return isinstance(node, ast.AnnAssign) and bool(names & names_in(node.target))


def names_in(*nodes: ast.expr) -> set[str]:
    """List the names that stand in expressions."""
    return {inner.id for node in nodes for inner in ast.walk(node) if isinstance(inner, ast.Name)}


@pytest.mark.parametrize("path", ["commands.md", "config.md"])
def test_a_generated_page_is_up_to_date(path: str) -> None:
    made = generate_reference.pages()[REFERENCE / path]
    assert (REFERENCE / path).read_text("utf-8") == made, "run `make docs`"


def test_every_command_is_documented_and_no_other() -> None:
    headings = re.findall(
        r"^## (\S+)$", (REFERENCE / "commands.md").read_text("utf-8"), re.MULTILINE
    )
    assert sorted(headings) == sorted(main.commands)


def test_every_option_is_documented() -> None:
    text = (REFERENCE / "commands.md").read_text("utf-8")
    options = {
        name
        for command in main.commands.values()
        for option in command.params
        for name in option.opts
    }
    assert [name for name in options if name.startswith("-") and name not in text] == []


def test_every_key_of_the_settings_is_documented_and_no_other() -> None:
    assert rows("config.md") == [key.name for key in KEYS]
    assert {key.field for key in KEYS} == {field.name for field in fields(SiteConfig)}


def test_every_key_of_front_matter_is_documented_and_no_other() -> None:
    assert set(rows("front-matter.md")) == {*ARTICLE_KEYS, *PAGE_KEYS}


def test_every_column_of_the_authority_files_is_documented_and_no_other() -> None:
    text = (ROOT / "docs" / "how-to" / "correct-a-person-or-place.md").read_text("utf-8")
    cells = re.findall(r"^\| (`.+?`) \| ", text, re.MULTILINE)
    assert re.findall(r"`(\w+)`", " ".join(cells)) == list(COLUMNS)


def test_every_page_kind_is_documented_and_no_other() -> None:
    assert sorted(rows("page-kinds.md")) == sorted(kind.name for kind in PAGE_KINDS)


def test_every_problem_is_documented_and_no_other() -> None:
    assert sorted(rows("problems.md")) == sorted(problem_codes(trees()))


def test_codes_are_found_where_a_function_passes_them_on() -> None:
    tree = ast.parse(
        "Problem('a-b', 'x')\n"
        "Problem(code='c-d', message='x')\n"
        "def f(code, text): return Problem(code, text)\n"
        "f('e-f', 'x')\n"
        "class A:\n"
        "    def g(self, line, code): self.all.append(Problem(code, 'x'))\n"
        "    def h(self): self.g(1, 'g-h')\n"
        "TABLE = {'x y': ('i-j', 'some words'), 'z': ('k-l', 'more')}\n"
        "def i():\n"
        "    code, text = TABLE['z']\n"
        "    return Problem(code, text)\n"
        "def j(where): return Problem(f'no-{where}', 'x')\n"
    )
    other = ast.parse("import a\na.j('m')\n")
    found = {"a-b", "c-d", "e-f", "g-h", "i-j", "k-l", "no-m"}
    assert problem_codes([tree, other]) == found


def test_every_problem_is_made_with_a_code_that_can_be_found() -> None:
    assert [code for code in problem_codes(trees()) if not CODE.fullmatch(code)] == []
