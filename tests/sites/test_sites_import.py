"""Importing never overwrites what an editor wrote, and never loses anything."""

import datetime
from pathlib import Path

from pytest import fixture

from small_site import SEEDS, SmallSite, codes

NEXT_YEAR = datetime.date(2027, 1, 31)


@fixture
def site(tmp_path: Path) -> SmallSite:
    site = SmallSite(tmp_path)
    assert len(site.build().imported) == 3
    return site


def content(site: SmallSite) -> dict[str, str]:
    return {
        path.relative_to(site.root).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((site.root / "content").rglob("*.md"))
    }


def test_import_gives_each_article_an_id_a_slug_and_a_file_of_its_year(site: SmallSite) -> None:
    assert list(content(site)) == [
        "content/articles/2020/a-library-opens-in-lima.md",
        "content/articles/2021/a-new-bridge-for-nairobi.md",
        "content/articles/2021/talks-in-geneva-end-early.md",
    ]
    ids = {text.split("\nid: ")[1].split("\n")[0] for text in content(site).values()}
    assert len(ids) == 3


def test_importing_again_changes_nothing_even_a_year_later(site: SmallSite) -> None:
    before = content(site)
    report = site.build(today=NEXT_YEAR)
    assert report.imported == ()
    assert content(site) == before


def test_importing_again_without_any_state_changes_nothing(site: SmallSite) -> None:
    import shutil

    before = content(site)
    shutil.rmtree(site.root / ".site-builder")
    shutil.rmtree(site.project.output)
    assert site.build(today=NEXT_YEAR).imported == ()
    assert content(site) == before


def test_an_unedited_article_follows_its_seed_and_keeps_its_id_and_slug(site: SmallSite) -> None:
    path = site.article("library")
    old = site.read(path)
    site.edit("seeds/lima.txt", "A Library Opens in Lima", "A Great Library Opens")
    site.edit("seeds/lima.txt", "40,000", "50,000")
    report = site.build()
    assert report.imported == (path,)
    assert codes(report) == []
    new = site.read(path)
    assert "title: A Great Library Opens" in new
    assert "50,000" in new
    for key in ("id", "slug"):
        assert (
            old.split(f"\n{key}: ")[1].split("\n")[0] == new.split(f"\n{key}: ")[1].split("\n")[0]
        )


def test_an_edited_article_is_kept_when_its_seed_changes_and_both_are_named(
    site: SmallSite,
) -> None:
    path = site.article("library")
    site.edit(path, "40,000 books", "41,234 books")
    edited = site.read(path)
    site.edit("seeds/lima.txt", "40,000", "50,000")
    report = site.build()
    assert site.read(path) == edited
    (problem,) = [p for p in report.problems if p.code == "import-conflict"]
    text = f"{problem.message} {problem.hint} {problem.location}"
    assert path in text
    assert "seeds/lima.txt" in text
    assert report.imported == ()
    assert [p.code for p in site.build().problems].count("import-conflict") == 1


def test_an_edit_of_one_letter_in_the_front_matter_is_an_edit(site: SmallSite) -> None:
    path = site.article("library")
    site.edit(path, "section: Culture", "section: Cultura")
    edited = site.read(path)
    site.edit("seeds/lima.txt", "40,000", "50,000")
    site.build()
    assert site.read(path) == edited


def test_an_edited_article_whose_seed_did_not_change_is_no_conflict(site: SmallSite) -> None:
    site.edit(site.article("library"), "40,000", "41,234")
    report = site.build()
    assert codes(report) == []
    assert b"41,234" in site.output()["articles/a-library-opens-in-lima/index.html"]


def test_a_deleted_seed_leaves_the_article_and_is_reported(site: SmallSite) -> None:
    path = site.article("library")
    before = site.read(path)
    (site.root / "seeds/lima.txt").unlink()
    report = site.build()
    assert site.read(path) == before
    assert "articles/a-library-opens-in-lima/index.html" in site.output()
    (problem,) = report.problems
    assert problem.code == "seed-missing"
    assert "seeds/lima.txt" in problem.message


def test_a_renamed_seed_is_the_same_article(site: SmallSite) -> None:
    path = site.article("library")
    id = site.read(path).split("\nid: ")[1].split("\n")[0]
    (site.root / "seeds/lima.txt").rename(site.root / "seeds/peru.txt")
    report = site.build()
    assert report.problems == ()
    assert len(content(site)) == 3
    assert f"\nid: {id}\n" in site.read(path)


def test_an_article_file_that_an_editor_moved_is_found_by_its_seed(site: SmallSite) -> None:
    path = site.root / site.article("library")
    moved = site.root / "content/articles/culture/library.md"
    moved.parent.mkdir()
    path.rename(moved)
    report = site.build()
    assert report.imported == ()
    assert not path.exists()


def test_a_tag_that_an_editor_removed_is_gone_from_the_archive(site: SmallSite) -> None:
    assert "people/antony-blinken/index.html" in site.output()
    for word in ("geneva", "bridge"):
        site.edit(site.article(word), "- Antony Blinken\n", "")
    site.build()
    assert "people/antony-blinken/index.html" not in site.output()


def test_a_tag_that_an_editor_added_is_in_the_archive(site: SmallSite) -> None:
    site.edit(site.article("library"), "people: []\n", "people:\n- Mario Vargas Llosa\n")
    site.build()
    page = site.output()["people/mario-vargas-llosa/index.html"].decode()
    assert "A Library Opens in Lima" in page


def test_two_seeds_with_one_title_are_two_articles(site: SmallSite) -> None:
    site.write("seeds/lima-2.txt", SEEDS["seeds/lima.txt"].replace("40,000", "90,000"))
    site.build()
    assert "articles/a-library-opens-in-lima-2/index.html" in site.output()
    assert b"40,000" in site.output()["articles/a-library-opens-in-lima/index.html"]


def test_a_copy_of_a_seed_is_imported_once_and_reported(site: SmallSite) -> None:
    site.write("seeds/zz-copy.txt", SEEDS["seeds/lima.txt"])
    report = site.build()
    assert report.imported == ()
    assert [problem.code for problem in report.problems] == ["seed-repeated"]


def test_text_that_looks_like_markdown_or_html_shows_literally(site: SmallSite) -> None:
    text = (
        "1. Not a list * _stars_ <b>bold</b> # no heading [x](y) `code` &amp; \\ {curly} | a | b |"
    )
    site.write("seeds/literal.txt", f"A Plain Title\n\n{text}\n\n# 2. - > + ***\n")
    site.build()
    page = site.output()["articles/a-plain-title/index.html"].decode()
    import html
    import re

    shown = html.unescape(re.sub(r"<[^>]+>", "", page))
    assert text in shown
    assert "# 2. - > + ***" in shown


def test_an_article_written_by_hand_is_published_and_never_touched(site: SmallSite) -> None:
    text = "---\ntitle: By hand\ndate: 2022-02-03\n---\n\nSome *text*.\n"
    site.write("content/articles/by-hand.md", text)
    site.build()
    site.build(force=True)
    assert site.read("content/articles/by-hand.md") == text
    assert b"<em>text</em>" in site.output()["articles/by-hand/index.html"]


def test_a_date_in_the_future_is_never_taken_from_a_seed(site: SmallSite) -> None:
    site.write("seeds/future.txt", "A Future Thing\n\nPARIS, May 1, 2033 - It rained in Paris.\n")
    report = site.build()
    assert codes(report) == ["date-in-future"]
    assert "content/articles/undated/a-future-thing.md" in content(site)


def test_a_file_that_cannot_be_read_is_neither_written_over_nor_imported_twice(
    site: SmallSite,
) -> None:
    path = site.article("library")
    broken = site.read(path).replace("title: A", "title: [A")
    site.write(path, broken)
    for again in ("50,000", "60,000"):
        site.write("seeds/lima.txt", SEEDS["seeds/lima.txt"].replace("40,000", again))
        report = site.build()
        assert codes(report) == ["front-matter-broken"]
        assert report.imported == ()
        assert site.read(path) == broken
        assert len(content(site)) == 3


def test_a_file_that_is_not_utf_8_is_never_written_over(site: SmallSite) -> None:
    file = site.root / site.article("library")
    latin = file.read_bytes().replace(b"A Library", b"A Libr\xe1ry")
    file.write_bytes(latin)
    report = site.build()
    assert codes(report) == ["not-utf-8"]
    assert report.imported == ()
    assert file.read_bytes() == latin


def test_a_new_seed_never_takes_the_file_of_another_article(site: SmallSite) -> None:
    mine = "---\ntitle: Mine\nslug: other\n---\n\nMy text.\n"
    site.write("content/articles/2021/paris-in-the-rain.md", mine)
    site.write("seeds/p.txt", "Paris in the Rain\n\nPARIS, 1 May 2021 - It rained in Paris.\n")
    (imported,) = site.build().imported
    assert imported != "content/articles/2021/paris-in-the-rain.md"
    assert site.read("content/articles/2021/paris-in-the-rain.md") == mine


def test_drafts_and_withdrawn_articles_are_not_published(site: SmallSite) -> None:
    site.write("content/articles/d.md", "---\ntitle: Secret Draft\ndraft: true\n---\n\nText.\n")
    site.write(
        "content/articles/w.md", "---\ntitle: Gone\nstatus: withdrawn\n---\n\nHidden text.\n"
    )
    site.build()
    everything = b"".join(site.output().values())
    assert b"Secret Draft" not in everything
    assert b"Hidden text" not in everything
    assert "articles/w/index.html" in site.output()
    site.build(drafts=True)
    assert "articles/d/index.html" in site.output()


def test_an_alias_never_leads_out_of_the_output_folder(site: SmallSite) -> None:
    site.write(
        "content/articles/a.md", "---\ntitle: A\naliases: [/../../evil/, /ok/]\n---\n\nText.\n"
    )
    assert codes(site.build()) == ["path-outside"]
    assert not list(site.root.parent.glob("evil*"))
    assert "ok/index.html" in site.output()
