"""Real texts, where they are at hand: hundreds of them, by two publishers, in two languages."""

import shutil
from pathlib import Path

from pytest import fixture, mark

from site_builder.build import BuildReport
from small_site import SmallSite

CORPUS = Path(__file__).parent.parent.parent.parent / "shared" / "corpus"

pytestmark = mark.skipif(
    not (CORPUS / "whitehouse").is_dir(), reason="the corpus of real texts is not at hand"
)


@fixture(scope="module")
def built(tmp_path_factory: object) -> tuple[SmallSite, BuildReport]:
    root: Path = tmp_path_factory.mktemp("corpus")  # type: ignore[attr-defined]
    site = SmallSite(root, {})
    for name in ("whitehouse", "mfa"):
        shutil.copytree(CORPUS / name, root / "seeds" / name)
    return site, site.build()


def test_every_text_becomes_an_article_and_nothing_fails(
    built: tuple[SmallSite, BuildReport],
) -> None:
    site, report = built
    assert not report.failed
    assert {problem.severity for problem in report.problems} <= {"note"}
    assert len(report.imported) == len(list((site.root / "seeds").rglob("*.txt")))


def test_every_article_has_a_sensible_title_and_a_text(
    built: tuple[SmallSite, BuildReport],
) -> None:
    site, _ = built
    for file in site.root.glob("content/articles/*/*.md"):
        text = file.read_text(encoding="utf-8")
        title = text.split("title: ")[1].split("\n")[0]
        assert 3 < len(title) < 400, file
        assert "Home >" not in title
        assert "中华人民共和国外交部" not in title


def test_nearly_every_article_is_dated_and_no_menu_is_left(
    built: tuple[SmallSite, BuildReport],
) -> None:
    site, _ = built
    assert len(list(site.root.glob("content/articles/undated/*.md"))) <= 5
    for path, data in site.output().items():
        if path.startswith("articles/"):
            body = data.decode().partition('class="article-body')[2].partition("<aside")[0]
            assert "Chinese Missions to International Organizations" not in body, path
            assert "Contact us Address" not in body, path


def test_the_most_mentioned_are_people_and_places(built: tuple[SmallSite, BuildReport]) -> None:
    site, _ = built
    for page in ("people/xi-jinping", "people/wang-yi", "people/hua-chunying", "places/china",
                 "places/united-states", "places/ukraine"):  # fmt: skip
        assert f"{page}/index.html" in site.output()
    for page in ("people/white-house", "people/fact-sheet", "people/press-briefing"):
        assert f"{page}/index.html" not in site.output()


def test_a_second_build_changes_nothing(built: tuple[SmallSite, BuildReport]) -> None:
    site, _ = built
    report = site.build()
    assert (report.written, report.removed, report.imported) == ((), (), ())
