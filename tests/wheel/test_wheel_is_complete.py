"""The wheel alone makes a themed archive, in a new environment, away from the checkout."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "000_4d8f93ea2516cc24.txt"


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command without the settings of this test run, and return what it prints."""
    environment = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("PYTHON", "VIRTUAL_ENV", "PYTEST"))
    }
    result = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert result.returncode == 0, f"{command}\n{result.stdout}"
    return result.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
    run(
        *pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT,
        cwd=folder,
    )  # fmt: skip
    (built,) = folder.glob("site_builder-*.whl")
    return built


@pytest.fixture(scope="module")
def names(wheel: Path) -> list[str]:
    """List what the wheel holds."""
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


@pytest.fixture(scope="module")
def archive(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel in a new environment and make an archive of one seed with it."""
    folder = tmp_path_factory.mktemp("away from the checkout")
    venv.create(folder / "environment", with_pip=True)
    scripts = folder / "environment" / ("Scripts" if os.name == "nt" else "bin")
    run(
        scripts / "python", "-m", "pip", "--disable-pip-version-check", "--quiet",
        "install", "--constraint", ROOT / "requirements-dev.txt", wheel,
        cwd=folder,
    )  # fmt: skip
    run(scripts / "site-builder", "init", "my-archive", cwd=folder)
    project = folder / "my-archive"
    (project / "seeds" / SEED.name).write_bytes(SEED.read_bytes())
    run(scripts / "site-builder", "build", cwd=project)
    return project


def test_the_wheel_holds_the_licence_the_notice_the_theme_and_the_data(names: list[str]) -> None:
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert any(name.endswith("licenses/NOTICE") for name in names)
    shipped = {name for name in names if name.startswith("site_builder/")}
    for folder, inside in (
        (ROOT / "templates", "default_theme"),
        (ROOT / "site_builder/data", "data"),
    ):
        for path in folder.rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                assert f"site_builder/{inside}/{path.relative_to(folder).as_posix()}" in shipped


def test_the_wheel_holds_every_module_and_says_that_it_is_typed(names: list[str]) -> None:
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "site_builder").rglob("*.py")}
    assert modules <= set(names)
    assert "site_builder/py.typed" in names


def test_the_wheel_holds_no_tests_no_seeds_and_no_content(names: list[str]) -> None:
    top = {name.partition("/")[0] for name in names}
    assert {name for name in top if not name.startswith("site_builder")} == set()


def test_the_archive_has_a_themed_article_page(archive: Path) -> None:
    (page,) = (archive / "output" / "articles").glob("*/index.html")
    html = page.read_text("utf-8")
    assert "Usher in a New Era of Local-level Exchanges in the 21st Century" in html
    assert "../../assets/style.css" in html
    assert (archive / "output" / "assets" / "style.css").stat().st_size > 1000


@pytest.mark.parametrize(
    "address", ["people/wang-yi", "people/heita-kawakatsu", "people/xi-jinping"]
)
def test_the_archive_has_the_people_of_its_article(archive: Path, address: str) -> None:
    assert "Usher in a New Era" in (archive / "output" / address / "index.html").read_text("utf-8")


@pytest.mark.parametrize("address", ["places/china", "places/japan"])
def test_the_archive_has_the_places_of_its_article(archive: Path, address: str) -> None:
    assert "Usher in a New Era" in (archive / "output" / address / "index.html").read_text("utf-8")


def test_the_seed_became_an_article_that_an_editor_can_change(archive: Path) -> None:
    (article,) = (archive / "content" / "articles" / "2019").glob("*.md")
    assert article.read_text("utf-8").startswith("---\n")
