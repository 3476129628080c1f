"""The check of the imports sees what it is for: each rule is broken once, in a copy."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINT_IMPORTS = (
    "import sys; from importlinter.cli import lint_imports_command; "
    "sys.argv = ['lint-imports', '--no-cache', '--no-logo']; lint_imports_command()"
)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the package and its settings to a folder of their own."""
    folder = tmp_path_factory.mktemp("imports")
    skipped = shutil.ignore_patterns("__pycache__", "data")
    shutil.copytree(ROOT / "site_builder", folder / "site_builder", ignore=skipped)
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the imports of the package in a folder."""
    return subprocess.run(
        [sys.executable, "-c", LINT_IMPORTS],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_package_keeps_the_rules(copy: Path) -> None:
    result = lint(copy)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("module", "line", "rule"),
    [
        ("model/slug.py", "import site_builder.content", "Imports run one way"),
        ("parsing/__init__.py", "import site_builder.content", "never import each other"),
        ("site/__init__.py", "import site_builder.disk", "Imports run one way"),
        ("parsing/__init__.py", "import sqlite3", "no way to reach the machine"),
        ("model/slug.py", "import site_builder.model.permalink", "No circle"),
        ("stray.py", '"""A module in no layer."""', "not listed as layers"),
    ],
)
def test_a_broken_rule_is_named(copy: Path, module: str, line: str, rule: str) -> None:
    path = copy / "site_builder" / module
    before = path.read_text("utf-8") if path.exists() else None
    path.write_text(f"{before or ''}\n{line}\n", "utf-8")
    try:
        result = lint(copy)
    finally:
        if before is None:
            path.unlink()
        else:
            path.write_text(before, "utf-8")
    assert result.returncode != 0
    assert rule in " ".join(result.stdout.split())
