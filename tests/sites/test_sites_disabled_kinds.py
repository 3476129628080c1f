"""Kinds of page that the settings disable are not there, and nothing leads to them."""

import re
from pathlib import Path
from posixpath import dirname, normpath

from small_site import CONFIG, SmallSite, codes

LEFT_OUT = ("dates", "year", "month", "about", "person-feed", "people")


def test_a_site_does_without_the_kinds_that_it_disables(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    site.write("site.toml", f"disable_kinds = {list(LEFT_OUT)}\n{CONFIG}")
    report = site.build()
    assert codes(report) == []
    output = site.output()
    gone = ("dates/", "about/", "2021/", "people/index.html", "people/antony-blinken/feed.xml")
    assert not [path for path in output if path.startswith(gone)]
    assert "people/antony-blinken/index.html" in output
    for path, data in output.items():
        if path.endswith(".html") and path != "404.html":
            for link in re.findall(r' href="([^"#]+)', data.decode()):
                assert ":" in link or normpath(f"{dirname(path)}/{link}").lstrip("/") in output, (
                    path,
                    link,
                )


def test_a_kind_that_does_not_exist_is_named(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    site.write("site.toml", f'disable_kinds = ["persons"]\n{CONFIG}')
    (problem,) = (one for one in site.build().problems if one.code == "kind-unknown")
    assert problem.hint == "Did you mean 'person'?"


def test_enabling_a_kind_again_brings_its_pages_back(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    site.build()
    before = site.output()
    site.write("site.toml", f'disable_kinds = ["month"]\n{CONFIG}')
    assert "2021/04/index.html" in site.build().removed
    site.write("site.toml", CONFIG)
    site.build()
    assert site.output() == before
