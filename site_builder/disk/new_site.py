"""A new site: the files that `init` makes."""

from pathlib import Path

_SITE_TOML = """\
# The settings of your archive. The documentation lists all of them.
title = "News archive"
description = "Articles, people and places."
# The address where the archive will be published; feeds and the sitemap need it.
base_url = "https://example.org/"
language = "en"
publisher = ""
"""

_ABOUT = """\
---
title: About this archive
---

Say here what this archive holds, who made it, and what it leaves out.
"""

_GITIGNORE = """\
/output/
/.site-builder/
"""


def make_site(folder: Path) -> list[str]:
    """Make the files of a new site and return their paths; files that are there are kept."""
    made = []
    for name in ("seeds", "content/articles", "templates"):
        path = folder / name
        if not path.is_dir():
            path.mkdir(parents=True)
            made.append(f"{path}/")
    for name, text in (
        ("site.toml", _SITE_TOML),
        ("content/pages/about.md", _ABOUT),
        (".gitignore", _GITIGNORE),
    ):
        path = folder / name
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            made.append(str(path))
    return made
