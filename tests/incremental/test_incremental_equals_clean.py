"""The promise: an incremental build writes the same bytes as a clean one."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from small_site import SmallSite

words = st.sampled_from(
    ["Geneva", "Nairobi", "Antony Blinken", "Xi Jinping", "*stars*", "<b>", "rain"]
)
Edit = Callable[[SmallSite], object]


def body(word: str, which: int) -> Edit:
    def edit(site: SmallSite) -> None:
        if articles := sorted(site.root.glob("content/articles/*/*.md")):
            file = articles[which % len(articles)]
            file.write_text(file.read_text() + f"\nA line on {word}.\n")

    return edit


def retitle(word: str, which: int) -> Edit:
    def edit(site: SmallSite) -> None:
        if articles := sorted(site.root.glob("content/articles/*/*.md")):
            file = articles[which % len(articles)]
            lines = file.read_text().split("\n")
            lines[1] = f'title: "On {word}"'
            file.write_text("\n".join(lines))

    return edit


def add(word: str, which: int) -> Edit:
    text = f"Home > News\n\nThe Story of {word}\n\nOn May {which + 1}, 2021, {word} met Wang Yi.\n"
    return lambda site: site.write(f"seeds/{which}.txt", text)


def remove(_word: str, which: int) -> Edit:
    def edit(site: SmallSite) -> None:
        if articles := sorted(site.root.glob("content/articles/*/*.md")):
            articles[which % len(articles)].unlink()
        if seeds := sorted(site.root.glob("seeds/*.txt")):
            seeds[which % len(seeds)].unlink()

    return edit


def configure(word: str, which: int) -> Edit:
    settings = (f'title = "{word}"', f'base_url = "https://x.example/{which}/"', "[home]")
    text = "\n".join((*settings, f"latest = {which + 1}\n"))
    return lambda site: site.write("site.toml", text)


def template(_word: str, which: int) -> Edit:
    name = ("404.html", "person.html", "home.html")[which % 3]

    def edit(site: SmallSite) -> None:
        file = site.root / "templates" / name
        if file.exists():
            file.unlink()
        else:
            site.write(f"templates/{name}", f"<!doctype html><title>{which}</title>\n")

    return edit


def authority(_word: str, which: int) -> Edit:
    row = ("uhuru-kenyatta,Uhuru Muigai Kenyatta,", "antony-blinken,,hidden")[which % 2]
    return lambda site: site.write("content/people.csv", f"id,name,status\n{row}\n")


def damage(word: str, which: int) -> Edit:
    def edit(site: SmallSite) -> None:
        files = sorted(path for path in site.project.output.rglob("*") if path.is_file())
        if files:
            files[which % len(files)].write_text(word)

    return edit


def forget(_word: str, _which: int) -> Edit:
    return lambda site: shutil.rmtree(site.root / "output", ignore_errors=True)


def withdraw(_word: str, which: int) -> Edit:
    def edit(site: SmallSite) -> None:
        if articles := sorted(site.root.glob("content/articles/*/*.md")):
            file = articles[which % len(articles)]
            text = file.read_text()
            if "\nstatus:" not in text:
                file.write_text(text.replace("---\n", "---\nstatus: withdrawn\n", 1))

    return edit


edits = st.builds(
    lambda make, word, which: make(word, which),
    st.sampled_from(
        [body, retitle, add, remove, configure, template, authority, damage, forget, withdraw]
    ),
    words,
    st.integers(0, 11),
)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
@given(st.lists(st.lists(edits, min_size=1, max_size=3), min_size=1, max_size=4))
def test_after_any_edits_an_incremental_build_equals_a_clean_one(rounds: list[list[Edit]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = SmallSite(Path(folder, "site"))
        site.build()
        for number, round in enumerate(rounds):
            for edit in round:
                edit(site)
            report = site.build()
            assert not report.failed, report.problems
            assert site.output() == site.clean_build(Path(folder, f"clean-{number}"))


def test_two_clean_builds_are_identical(tmp_path: Path) -> None:
    one, two = SmallSite(tmp_path / "one"), SmallSite(tmp_path / "two" / "deeper")
    one.build()
    two.build()
    assert one.output() == two.output()
