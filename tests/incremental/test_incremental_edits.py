"""Each edit renders the pages that show it, and no other."""

import os
from pathlib import Path

from pytest import MonkeyPatch, fixture, raises

from site_builder.disk.output import write_output
from site_builder.model.page import Output, Written
from small_site import SmallSite, codes


@fixture
def site(tmp_path: Path) -> SmallSite:
    site = SmallSite(tmp_path)
    report = site.build()
    assert codes(report) == []
    return site


def test_a_second_build_writes_nothing_and_touches_nothing(site: SmallSite) -> None:
    files = [path for path in site.project.output.rglob("*") if path.is_file()]
    times = {path: path.stat().st_mtime_ns for path in files}
    report = site.build()
    assert (report.written, report.removed, report.imported) == ((), (), ())
    assert {path: path.stat().st_mtime_ns for path in files} == times


def test_a_build_that_finds_nothing_changed_does_not_load_the_articles(
    site: SmallSite, monkeypatch: MonkeyPatch
) -> None:
    for path in (site.root / "site.toml", *site.root.glob("[cs]*/**/*")):
        os.utime(path, ns=(10**18, 10**18))
    site.build()
    monkeypatch.setattr("site_builder.build._build", None)
    assert site.build().unchanged


def test_an_edited_body_renders_its_article_and_its_feeds_only(site: SmallSite) -> None:
    site.edit(site.article("library"), "40,000 books", "50,000 books")
    report = site.build()
    assert set(report.written) == {
        "articles/a-library-opens-in-lima/index.html",
        "feed.xml",
        "sections/culture/feed.xml",
        "places/lima/feed.xml",
    }


def test_a_new_title_renders_every_page_that_shows_it(site: SmallSite) -> None:
    site.edit(site.article("library"), "title: A Library Opens in Lima", "title: Books for Lima")
    report = site.build()
    written = set(report.written)
    assert {
        "index.html",
        "articles/a-library-opens-in-lima/index.html",
        "places/lima/index.html",
        "sections/culture/index.html",
        "2020/05/index.html",
    } <= written
    assert not written & {
        "sections/world/index.html",
        "places/nairobi/index.html",
        "2021/index.html",
        "people/index.html",
        "about/index.html",
    }


def test_a_style_sheet_alone_is_copied_and_nothing_rendered(site: SmallSite) -> None:
    site.write("templates/assets/style.css", "body { color: black }\n")
    assert site.build().written == ("assets/style.css",)


def test_a_new_template_renders_the_pages_that_use_it(site: SmallSite) -> None:
    site.write("templates/404.html", "<!doctype html><title>Not here</title>")
    assert site.build().written == ("404.html",)


def test_an_article_that_is_gone_takes_its_pages_along(site: SmallSite) -> None:
    (site.root / site.article("library")).unlink()
    (site.root / "seeds/lima.txt").unlink()
    report = site.build()
    assert "articles/a-library-opens-in-lima/index.html" in report.removed
    assert "places/lima/index.html" in report.removed
    assert not (site.project.output / "places" / "lima").exists()
    assert not (site.project.output / "2020").exists()


def test_foreign_files_are_left_alone(site: SmallSite) -> None:
    foreign = {"CNAME": "small.example", ".git/HEAD": "ref", "places/lima/photo.txt": "mine"}
    for path, text in foreign.items():
        site.write(f"output/{path}", text)
    (site.root / site.article("library")).unlink()
    (site.root / "seeds/lima.txt").unlink()
    site.build()
    site.build(force=True)
    assert {path: site.read(f"output/{path}") for path in foreign} == foreign


def test_a_foreign_file_where_a_page_belongs_is_kept_and_named(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    site.write("output/robots.txt", "mine")
    report = site.build()
    assert report.failed
    assert codes(report) == ["output-not-ours"]
    assert site.read("output/robots.txt") == "mine"
    assert codes(site.build()) == ["output-not-ours"]
    assert not site.build(force=True).failed
    assert site.read("output/robots.txt") != "mine"


def test_a_missing_and_a_damaged_output_are_mended(site: SmallSite) -> None:
    good = site.output()
    (site.project.output / "index.html").unlink()
    site.write("output/about/index.html", "damaged")
    report = site.build()
    assert set(report.written) == {"index.html", "about/index.html"}
    assert site.output() == good


def test_a_killed_build_leaves_whole_files_and_the_next_one_repairs_it(
    site: SmallSite, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    before = site.output()
    site.edit("site.toml", "Small archive", "Big archive")
    site.write("seeds/new.txt", "A New Thing\n\nPARIS, 1 May 2021 - A thing was new in Paris.\n")
    (site.root / site.article("library")).unlink()
    (site.root / "seeds/lima.txt").unlink()
    count = iter(range(100))

    def killed(folder: str, output: Output, ours: bool) -> tuple[Written, bool]:
        if next(count) == 7:
            part = Path(folder, output.path + ".part")
            part.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(output.data[:10])
            raise KeyboardInterrupt
        return write_output(folder, output, ours)

    monkeypatch.setattr("site_builder.publishing.write_output", killed)
    with raises(KeyboardInterrupt):
        site.build()
    monkeypatch.undo()
    clean = site.clean_build(tmp_path / "clean")
    after = site.output()
    for path, data in after.items():
        if not path.endswith(".part"):
            assert data in (before.get(path), clean.get(path)), f"{path} is half written"
    assert not site.build().failed
    assert site.output() == clean


def test_a_build_with_lost_state_adopts_files_with_the_same_bytes(site: SmallSite) -> None:
    import shutil

    shutil.rmtree(site.root / ".site-builder")
    report = site.build()
    assert (report.written, codes(report)) == ((), [])
    site.edit(site.article("library"), "40,000", "50,000")
    assert "feed.xml" in site.build().written


def test_a_page_that_cannot_be_rendered_keeps_its_file_and_is_tried_again(
    site: SmallSite,
) -> None:
    before = site.output()
    mistake = site.write("templates/404.html", "{{ page.titel }}")
    for _ in range(2):
        report = site.build()
        assert report.failed
        assert codes(report) == ["template-error"]
        assert site.output() == before
    mistake.unlink()
    assert not site.build().failed
    assert site.output() == before


def test_a_dry_run_says_what_it_would_do_and_does_nothing(site: SmallSite) -> None:
    site.edit(site.article("library"), "40,000", "50,000")
    site.write("seeds/new.txt", "A New Thing\n\nPARIS, 1 May 2021 - A thing was new in Paris.\n")
    before, content = site.output(), sorted((site.root / "content").rglob("*"))
    report = site.build(dry_run=True)
    assert "articles/a-new-thing/index.html" in report.written
    assert "articles/a-library-opens-in-lima/index.html" in report.written
    assert site.output() == before
    assert sorted((site.root / "content").rglob("*")) == content
    assert "articles/a-new-thing/index.html" in site.build().written
