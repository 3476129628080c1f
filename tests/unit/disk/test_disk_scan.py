"""What changed since the last build shows in names, sizes and times."""

import os
from array import array
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from pytest import mark

from site_builder.disk.project import Project
from site_builder.disk.scan import Listing, differing, scan_inputs, settled, stat_outputs
from site_builder.disk.state import LastBuild, read_last_build, write_last_build
from site_builder.model.problem import Location, Problem


def listing(**files: tuple[int, int]) -> Listing:
    return Listing(list(files), array("q", (number for two in files.values() for number in two)))


def test_a_listing_sees_a_new_size_a_new_time_a_new_name_and_one_that_is_gone() -> None:
    before = listing(a=(1, 1), b=(1, 1))
    assert differing(before, listing(a=(1, 1), b=(1, 1))) == frozenset()
    assert differing(before, listing(a=(2, 1), b=(1, 1))) == {"a"}
    assert differing(before, listing(a=(1, 2), b=(1, 1))) == {"a"}
    assert differing(before, listing(a=(1, 1), b=(1, 1), c=(1, 1))) == {"c"}
    assert differing(before, listing(b=(1, 1))) == {"a"}


def test_a_file_changed_just_now_counts_as_changed() -> None:
    seen = listing(old=(1, 1), new=(1, 10**9 - 1))
    assert differing(settled(seen, now_ns=10**9), seen) == {"new"}


names = st.text(st.characters(exclude_characters="\0\n", exclude_categories=["Cs"]), min_size=1)


@given(st.dictionaries(names, st.tuples(st.integers(0, 2**40), st.integers(-1, 2**60))))
def test_listings_differ_in_just_what_is_not_the_same(files: dict[str, tuple[int, int]]) -> None:
    now = listing(**files)
    assert dict(now.items()) == files
    for path in files:
        rest = {name: seen for name, seen in files.items() if name != path}
        assert differing(listing(**rest), now) == {path}


def test_inputs_are_the_settings_the_content_the_seeds_the_templates_and_the_program(
    tmp_path: Path,
) -> None:
    for name in ("site.toml", "content/articles/2019/a.md", "seeds/a.txt", "templates/b.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "content/articles/2019/.a.md.swp").write_text("left behind")
    (tmp_path / "notes.txt").write_text("nobody reads this")
    paths = scan_inputs(Project.at(tmp_path / "site.toml")).paths
    root = f"{tmp_path}/"
    assert [path.removeprefix(root) for path in paths if path.startswith(root)] == [
        "site.toml",
        "seeds/a.txt",
        "content/articles/2019/a.md",
        "templates/b.html",
    ]
    assert any(path.endswith("site_builder/build.py") for path in paths)
    assert any(path.endswith("data/gazetteer.bin") for path in paths)
    assert any(path.endswith("base.html") for path in paths)


def test_an_output_that_is_gone_is_seen(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("x")
    os.utime(tmp_path / "a.html", ns=(5, 5))
    assert dict(stat_outputs(str(tmp_path), ["a.html", "b.html"]).items()) == {
        "a.html": (1, 5),
        "b.html": (-1, 0),
    }


@mark.parametrize(
    "problems", [(), (Problem("code", "What\nis wrong.", Location("a.md", 3), "Mend it."),)]
)
def test_the_last_build_is_read_as_it_was_written(
    problems: tuple[Problem, ...], tmp_path: Path
) -> None:
    project = Project.at(tmp_path / "site.toml")
    inputs, outputs = listing(**{"é.md": (1, 2), "b\udc80": (3, -1)}), listing(x=(5, 6))
    write_last_build(project, LastBuild("options", 7, problems, inputs, outputs))
    last = read_last_build(project)
    assert last
    assert (last.options, last.pages, last.problems) == ("options", 7, problems)
    assert (last.inputs, last.outputs) == (inputs, outputs)


def test_a_damaged_last_build_is_none(tmp_path: Path) -> None:
    project = Project.at(tmp_path / "site.toml")
    write_last_build(project, LastBuild("", 1, [], listing(a=(1, 2)), listing(b=(3, 4))))
    (file,) = (tmp_path / ".site-builder").iterdir()
    whole = file.read_bytes()
    for end in range(len(whole)):
        file.write_bytes(whole[:end])
        assert read_last_build(project) is None
