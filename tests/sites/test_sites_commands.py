"""The commands as a user calls them: what they print, and their exit statuses."""

import json
import os
import subprocess
import sys
from pathlib import Path

from pytest import fixture, mark

from small_site import SmallSite


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Call `site-builder` in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "site_builder", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1769850000", **environment},
    )


@fixture
def site(tmp_path: Path) -> SmallSite:
    return SmallSite(tmp_path)


def test_init_then_a_seed_then_build_gives_a_site(tmp_path: Path) -> None:
    assert run(tmp_path, "init", "my-archive").returncode == 0
    folder = tmp_path / "my-archive"
    (folder / "seeds" / "a.txt").write_text("A Title\n\nPARIS, 1 May 2021 - It rained.\n")
    done = run(folder, "build")
    assert (done.returncode, done.stderr) == (0, "")
    assert (folder / "output" / "articles" / "a-title" / "index.html").is_file()
    assert "1 article imported" in done.stdout


def test_init_keeps_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_text('title = "Mine"\n')
    assert run(tmp_path, "init").returncode == 0
    assert (tmp_path / "site.toml").read_text() == 'title = "Mine"\n'


def test_a_build_that_succeeds_exits_with_0_and_one_that_fails_with_1(site: SmallSite) -> None:
    assert run(site.root, "build").returncode == 0
    site.write("templates/home.html", "{{ page.nothing }}")
    assert run(site.root, "build").returncode == 1
    (site.root / "templates/home.html").unlink()
    assert run(site.root, "build").returncode == 0


def test_a_bad_file_fails_the_build_under_strict_only(site: SmallSite) -> None:
    site.write("content/articles/bad.md", "---\ntitle: [\n---\n")
    done = run(site.root, "build")
    assert done.returncode == 0
    assert "content/articles/bad.md" in done.stderr
    assert run(site.root, "build", "--strict").returncode == 1
    assert run(site.root, "build").returncode == 0


def test_problems_of_an_earlier_build_are_said_again(site: SmallSite) -> None:
    site.write("content/articles/bad.md", "---\ntitle: [\n---\n")
    first = run(site.root, "build").stderr
    assert first
    assert run(site.root, "build").stderr == first
    assert run(site.root, "build").stderr == first


@mark.parametrize("arguments", [["bulid"], ["build", "--nope"], ["list"], ["serve", "-p", "x"]])
def test_wrong_usage_exits_with_2(tmp_path: Path, arguments: list[str]) -> None:
    assert run(tmp_path, *arguments).returncode == 2


def test_a_folder_that_is_no_site_is_said_in_plain_words(tmp_path: Path) -> None:
    done = run(tmp_path, "build")
    assert done.returncode == 1
    assert "site.toml" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_pipe_gets_no_colours_and_no_progress(site: SmallSite) -> None:
    site.write("content/articles/bad.md", "---\ntitle: [\n---\n")
    done = run(site.root, "build")
    assert "\x1b" not in done.stdout + done.stderr


def test_quiet_prints_problems_only_and_verbose_every_page(site: SmallSite) -> None:
    assert run(site.root, "build", "-q").stdout == ""
    assert run(site.root, "build", "-q", "--force").stdout == ""
    site.edit("site.toml", "Small archive", "Big archive")
    assert "write   index.html" in run(site.root, "build", "-v").stdout


def test_build_reports_as_json(site: SmallSite) -> None:
    report = json.loads(run(site.root, "build", "--json").stdout)
    assert "index.html" in report["written"]
    assert report["failed"] is False
    assert len(report["imported"]) == 3


def test_explain_says_why_a_page_is_rendered(site: SmallSite) -> None:
    before = run(site.root, "explain", "/places/lima/").stdout
    assert "it was never built" in before
    run(site.root, "build")
    site.edit(site.article("library"), "title: A Library Opens in Lima", "title: Books for Lima")
    after = run(site.root, "explain", "/places/lima/")
    assert after.returncode == 0
    assert "place.html" in after.stdout
    assert "what it shows changed" in after.stdout
    untouched = json.loads(run(site.root, "explain", "output/about/index.html", "--json").stdout)
    assert untouched["now"] == []
    assert untouched["last"] == "it was never built"


def test_explain_takes_an_articles_file_and_an_absolute_address(site: SmallSite) -> None:
    run(site.root, "import")
    by_file = run(site.root, "explain", site.article("library")).stdout
    by_address = run(
        site.root, "explain", "https://small.example/articles/a-library-opens-in-lima/"
    ).stdout
    assert by_file == by_address != ""


def test_explain_of_a_page_that_is_not_there_exits_with_1(site: SmallSite) -> None:
    assert run(site.root, "explain", "/nowhere/").returncode == 1


def test_import_writes_content_and_no_output(site: SmallSite) -> None:
    assert run(site.root, "import", "--dry-run").returncode == 0
    assert not (site.root / "content").exists()
    assert run(site.root, "import").returncode == 0
    assert len(list(site.root.glob("content/articles/*/*.md"))) == 3
    assert not (site.root / "output" / "index.html").exists()


def test_list_lists(site: SmallSite) -> None:
    run(site.root, "build")
    people = run(site.root, "list", "people").stdout
    assert "2\tantony-blinken\tAntony Blinken" in people
    articles = json.loads(run(site.root, "list", "articles", "--json").stdout)
    assert [one["date"] for one in articles] == ["2021-04-05", "2021-03-03", "2020-05-12"]
    assert "feed.xml" in run(site.root, "list", "pages").stdout
    assert run(site.root, "list", "undated").stdout == ""


def test_clean_removes_what_builds_wrote_and_nothing_else(site: SmallSite) -> None:
    run(site.root, "build")
    site.write("output/CNAME", "mine")
    assert run(site.root, "clean").returncode == 0
    assert [path.name for path in (site.root / "output").rglob("*")] == ["CNAME"]
    assert not (site.root / ".site-builder").exists()
    assert len(list(site.root.glob("content/articles/*/*.md"))) == 3


def test_two_output_folders_do_not_disturb_each_other(site: SmallSite, tmp_path: Path) -> None:
    run(site.root, "build")
    run(site.root, "build", "-o", str(tmp_path / "staging"), "-u", "https://staging.example/")
    assert run(site.root, "build", "-v").stdout.count("write") == 0
    feed = (tmp_path / "staging" / "feed.xml").read_text()
    assert "https://staging.example/" in feed


def test_the_module_and_the_command_are_the_same(tmp_path: Path) -> None:
    script = Path(sys.executable).with_name("site-builder")
    by_script = subprocess.run(
        [script, "--version"], capture_output=True, text=True, check=True
    ).stdout
    assert run(tmp_path, "--version").stdout == by_script
