"""A build after an edit starts from the last one, and writes what a clean build writes."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest import MonkeyPatch, fixture, mark

from small_site import SmallSite, codes

TEXTS = {
    "geneva": ("Talks in Geneva", "2021-03-03", "World", ["Ignazio Cassis"], ["Geneva"]),
    "nairobi": ("A Bridge for Nairobi", "2021-04-05", "World", ["Uhuru Kenyatta"], ["Nairobi"]),
    "lima": ("A Library Opens", "2020-05-12", "Culture", ["Mirtha Vásquez"], ["Lima", "Peru"]),
    "bern": ("Talks Go On", "2021-04-05", "World", ["Ignazio Cassis", "Uhuru Kenyatta"], ["Bern"]),
    "undated": ("A Note", "", "Culture", ["Mirtha Vásquez"], ["Lima"]),
}


def article(
    slug: str, title: str, date: str, section: str, who: list[str], where: list[str]
) -> str:
    """Write a content file as an editor would."""
    people = "".join(f"\n- {name}" for name in who) or " []"
    places = "".join(f"\n- {name}" for name in where) or " []"
    names = [*who, *where]
    text = "\n\n".join(f"On that day, {name} was in the news once more." for name in names)
    dated = f"date: {date}\n" if date else ""
    return (
        f"---\ntitle: {title}\n{dated}slug: {slug}\nsection: {section}\npeople:{people}\n"
        f"places:{places}\nid: id-{slug}\n---\n\n{text}\n"
    )


def make(root: Path) -> SmallSite:
    """Write a site without seeds, a while ago."""
    site = SmallSite(
        root,
        {f"content/articles/{slug}.md": article(slug, *rest) for slug, rest in TEXTS.items()},
    )
    for path in root.rglob("*"):
        os.utime(path, ns=(10**18, 10**18))
    return site


@fixture
def site(tmp_path: Path) -> SmallSite:
    site = make(tmp_path)
    assert codes(site.build()) == []
    return site


def is_clean(site: SmallSite) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        return site.output() == site.clean_build(Path(folder))


def no_reading(monkeypatch: MonkeyPatch) -> None:
    """Make a build fail that reads the whole archive."""
    monkeypatch.setattr("site_builder.build.prepare", None)


@mark.parametrize(
    ("old", "new", "written"),
    [
        (
            "once more.",
            "again.",
            {"articles/bern/index.html", "sections/world/feed.xml"},
        ),
        ("title: Talks Go On", "title: Talks Go On Today", {"2021/04/index.html", "index.html"}),
        ("section: World", "section: Culture", {"sections/world/index.html"}),
        ("date: 2021-04-05", "date: 2019-01-02", {"2019/01/index.html", "2021/index.html"}),
    ],
)
def test_an_edit_of_one_article_reads_no_other(
    site: SmallSite, monkeypatch: MonkeyPatch, old: str, new: str, written: set[str]
) -> None:
    site.edit("content/articles/bern.md", old, new)
    with monkeypatch.context() as patch:
        no_reading(patch)
        report = site.build()
    assert written <= set(report.written)
    assert is_clean(site)


def test_an_edited_body_writes_its_article_and_its_feeds_and_looks_at_little_more(
    site: SmallSite,
) -> None:
    site.edit("content/articles/lima.md", "On that day", "On this day")
    written = set(site.build().written)
    assert "articles/lima/index.html" in written
    assert "people/mirtha-vasquez/index.html" in written
    assert not written & {"index.html", "people/index.html", "sections/world/index.html"}


def test_a_new_name_makes_the_build_read_the_archive(site: SmallSite) -> None:
    site.edit("content/articles/lima.md", "people:", "people:\n- Pedro Castillo")
    report = site.build()
    assert "people/pedro-castillo/index.html" in report.written
    assert is_clean(site)


def test_a_template_alone_reads_no_article(site: SmallSite, monkeypatch: MonkeyPatch) -> None:
    site.write("templates/person.html", "<!doctype html>\n<title>{{ page.name }}</title>")
    no_reading(monkeypatch)
    assert set(site.build().written) == {
        f"people/{who}/index.html" for who in ("ignazio-cassis", "uhuru-kenyatta", "mirtha-vasquez")
    }


def test_a_damaged_output_is_mended_without_reading(
    site: SmallSite, monkeypatch: MonkeyPatch
) -> None:
    before = site.output()
    site.write("output/people/index.html", "damaged")
    (site.project.output / "articles/geneva/index.html").unlink()
    no_reading(monkeypatch)
    assert set(site.build().written) == {"people/index.html", "articles/geneva/index.html"}
    assert site.output() == before


def test_a_mistake_in_an_edited_article_is_reported(site: SmallSite) -> None:
    site.edit("content/articles/lima.md", "date: 2020-05-12", "date: yesterday")
    assert codes(site.build()) == ["front-matter-value"]
    assert is_clean(site)
    site.edit("content/articles/lima.md", "date: yesterday", "date: 2020-05-12")
    assert codes(site.build()) == []
    assert is_clean(site)


Edit = Callable[[SmallSite], object]
slugs = st.sampled_from(sorted(TEXTS))
names = st.lists(
    st.sampled_from(["Ignazio Cassis", "Uhuru Kenyatta", "Mirtha Vásquez", "Angela Merkel"]),
    unique=True,
)
towns = st.lists(st.sampled_from(["Geneva", "Lima", "Peru", "Nairobi", "Paris"]), unique=True)
dates = st.sampled_from(["", "2021-03-03", "2021-04", "2020", "2019-12-31"])


def rewrite(
    slug: str, title: str, date: str, section: str, who: list[str], where: list[str]
) -> Edit:
    text = article(slug, title, date, section, who, where)
    return lambda site: site.write(f"content/articles/{slug}.md", text)


def remove(slug: str) -> Edit:
    return lambda site: (site.root / f"content/articles/{slug}.md").unlink(missing_ok=True)


def add_line(slug: str, line: str) -> Edit:
    def edit(site: SmallSite) -> None:
        file = site.root / f"content/articles/{slug}.md"
        if file.exists():
            file.write_text(f"{file.read_text()}\n{line}\n")

    return edit


def template(name: str, number: int) -> Edit:
    return lambda site: site.write(f"templates/{name}", f"<!doctype html><title>{number}</title>")


def damage(number: int) -> Edit:
    def edit(site: SmallSite) -> None:
        files = sorted(path for path in site.project.output.rglob("*") if path.is_file())
        files[number % len(files)].write_text("damaged")

    return edit


def merge(one: str, other: str) -> Edit:
    rows = f"id,name,merged_into\n{one},,{other}\n" if one != other else "id,name\n"
    return lambda site: site.write("content/people.csv", rows)


ids = st.sampled_from(["ignazio-cassis", "uhuru-kenyatta", "mirtha-vasquez"])
edits = st.one_of(
    st.builds(
        rewrite,
        slugs,
        st.sampled_from(["Talks in Geneva", "A Note", "Other News"]),
        dates,
        st.sampled_from(["World", "world", "Culture"]),
        names,
        towns,
    ),
    st.builds(add_line, slugs, st.sampled_from(["A line.", "*Angela Merkel* spoke.", "In Paris."])),
    st.builds(add_line, slugs, st.sampled_from(["Cassis left.", "One more line.", "- a list"])),
    st.builds(remove, slugs),
    st.builds(template, st.sampled_from(["404.html", "month.html"]), st.integers(0, 9)),
    st.builds(damage, st.integers(0, 999)),
    st.builds(merge, ids, ids),
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(edits, min_size=1, max_size=4))
def test_any_edits_end_in_what_a_clean_build_writes(steps: list[Edit]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = make(Path(folder))
        site.build()
        for step in steps:
            step(site)
            report = site.build()
            assert not report.failed
            assert is_clean(site), report.written
