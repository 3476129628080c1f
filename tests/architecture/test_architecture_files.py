"""The shape of the repository: small files, plain names, nothing that belongs to one machine."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONGEST = 400
LIMITED = {".py", ".html", ".xml", ".css", ".js"}
VAGUE = {"manager", "util", "helper", "common", "misc"}
# What other people wrote (seeds, data, texts used as test input) may hold any words.
FOREIGN = ("seeds/", "content/articles/", "site_builder/data/", "tests/sites/", "tests/corpus/")

MACHINE = re.compile(r"(?<![\w.:/])/(?:work|root|home/[a-z]\w*|Users/\w+)/")
REGISTRY = re.compile(
    r"files\.python" + r"hosted\.org|pypi\." + r"org/simple|--(?:extra-)?index" + r"-url",
)


def files_of_the_repository() -> list[Path]:
    """List what git tracks or would track; without git, everything that is not a build's."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode == 0:
        paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    else:
        paths = [path for path in ROOT.rglob("*") if not is_made(path.relative_to(ROOT).parts)]
    return sorted(path for path in paths if path.is_file())


def is_made(parts: tuple[str, ...]) -> bool:
    """Tell whether a file was made by a tool or a build."""
    hidden = any(part.startswith(".") and part != ".ci" for part in parts[:-1])
    return hidden or bool({"__pycache__", "output", "dist"} & set(parts[:-1]))


FILES = files_of_the_repository()


def name(path: Path) -> str:
    """Name a file by its path below the repository."""
    return path.relative_to(ROOT).as_posix()


def own_text() -> list[tuple[str, str]]:
    """Read every text that we wrote ourselves, with its path."""
    found = []
    for path in FILES:
        if not name(path).startswith(FOREIGN):
            try:
                found.append((name(path), path.read_text("utf-8")))
            except UnicodeDecodeError:
                continue
    return found


def words(path: Path) -> set[str]:
    """Split the folders and the name of a file into words, in the singular."""
    return {word.removesuffix("s") for word in re.split(r"[^a-z]+", name(path).lower())}


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    long = {
        name(path): length
        for path in FILES
        if path.suffix in LIMITED and "golden" not in name(path)
        if (length := len(path.read_bytes().splitlines())) > LONGEST
    }
    assert long == {}


def test_no_file_and_no_folder_has_a_vague_name() -> None:
    assert [name(path) for path in FILES if words(path) & VAGUE] == []


@pytest.mark.parametrize(
    "vague", ["site_builder/utils.py", "site_builder/misc/a.py", "test_helper.py"]
)
def test_a_vague_name_is_seen(vague: str) -> None:
    assert words(ROOT / vague) & VAGUE


def test_no_file_names_a_folder_of_one_machine() -> None:
    assert [path for path, text in own_text() if MACHINE.search(text)] == []


def test_no_file_names_a_package_registry() -> None:
    assert [path for path, text in own_text() if REGISTRY.search(text)] == []


def test_a_path_of_one_machine_is_seen_and_a_web_address_is_not() -> None:
    assert MACHINE.search("see /" + "root/a.txt") and MACHINE.search("'/" + "home/jo/a'")
    assert not MACHINE.search("https://example.org/home/news/") and not MACHINE.search("../work/a")
