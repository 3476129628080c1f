"""Links in the documentation lead somewhere, and every page can be reached."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


def name(path: Path) -> str:
    """Name a page by its path below the repository."""
    return path.relative_to(ROOT).as_posix()


def targets(page: Path) -> list[Path]:
    """List the files that a page links to."""
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    links = re.findall(r"\]\(([^)#\s]+)", text)
    return [(page.parent / link).resolve() for link in links if "://" not in link]


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_leads_to_a_file(page: Path) -> None:
    assert [str(path) for path in targets(page) if not path.exists()] == []


def test_every_page_can_be_reached_from_the_readme() -> None:
    seen: set[Path] = set()
    waiting = [(ROOT / "README.md").resolve()]
    while waiting:
        page = waiting.pop()
        if page not in seen and page.suffix == ".md":
            seen.add(page)
            waiting += targets(page)
    reached = {name(path) for path in seen}
    assert {name(path) for path in PAGES} - reached <= {"CHANGELOG.md"}
