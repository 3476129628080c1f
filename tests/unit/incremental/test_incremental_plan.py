from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st
from pytest import mark

from site_builder.incremental.fingerprint import Fingerprint, changed_fields, fingerprint
from site_builder.incremental.manifest import Entry, Manifest, dump_manifest, load_manifest
from site_builder.incremental.plan import Planner
from site_builder.incremental.reasons import (
    CodeChanged,
    Forced,
    NeverBuilt,
    OutputChanged,
    OutputMissing,
    Reason,
    TemplateChanged,
    ViewChanged,
)
from site_builder.model.page import Page, Written

FIELDS = ("title", "body")
PAGE = Fingerprint("article", "article.html", b"digest", b"t1b2")
TEMPLATES = {"article.html": {"article.html": "a", "base.html": "b"}}
FILE = Written(100, 5)
LAST = Manifest(code="v1", templates=TEMPLATES, entries={"a/index.html": Entry(PAGE, FILE)})


def reasons(
    page: Fingerprint = PAGE,
    there: Written | None = FILE,
    templates: dict[str, dict[str, str]] = TEMPLATES,
    code: str = "v1",
    manifest: Manifest = LAST,
    force: bool = False,
) -> tuple[Reason, ...]:
    return Planner(manifest, templates, code, force).reasons("a/index.html", page, FIELDS, there)


def test_what_did_not_change_is_kept() -> None:
    assert reasons() == ()


@mark.parametrize(
    ("change", "reason"),
    [
        ({"manifest": Manifest(code="v1", templates=TEMPLATES)}, NeverBuilt()),
        ({"there": None}, OutputMissing()),
        ({"there": Written(99, 5)}, OutputChanged()),
        ({"manifest": replace(LAST, pending=frozenset({"a/index.html"}))}, OutputChanged()),
        ({"code": "v2"}, CodeChanged()),
        (
            {"templates": {"article.html": {"article.html": "a", "base.html": "B"}}},
            TemplateChanged(("base.html",)),
        ),
        ({"page": PAGE._replace(template="news.html")}, TemplateChanged(("news.html",))),
        ({"page": PAGE._replace(digest=b"other", marks=b"t1b3")}, ViewChanged(("body",))),
        ({"force": True}, Forced()),
    ],
)
def test_each_change_is_a_reason_to_render(change: dict[str, object], reason: Reason) -> None:
    assert reasons(**change) == (reason,)  # type: ignore[arg-type]


def test_a_page_that_nothing_wants_any_more_is_removed() -> None:
    assert Planner(LAST, TEMPLATES, "v1").left_over(()) == ("a/index.html",)
    assert Planner(LAST, TEMPLATES, "v1").left_over({"a/index.html"}) == ()


def test_a_half_written_file_of_a_killed_build_is_removed_where_nothing_wants_it() -> None:
    manifest = replace(LAST, pending=frozenset({"b/index.html"}))
    assert Planner(manifest, TEMPLATES, "v1").left_over({"a/index.html"}) == ("b/index.html",)


def test_a_manifest_reads_what_it_wrote_and_refuses_what_it_did_not() -> None:
    assert load_manifest(dump_manifest(LAST)) == LAST
    assert load_manifest(b"not a manifest") is None
    assert load_manifest(dump_manifest(replace(LAST, format=0))) is None


@dataclass(frozen=True)
class View:
    title: str
    links: tuple[str, ...]


def seen(title: str, *links: str) -> Fingerprint:
    return fingerprint(Page("/", "home.html", View(title, links), "home"))


def test_a_fingerprint_tells_the_fields_of_a_view_apart() -> None:
    names = ("title", "links")
    assert seen("A", "x", "y") == seen("A", "x", "y")
    assert changed_fields(seen("A", "y", "x"), seen("A", "x", "y"), names) == ("links",)
    assert changed_fields(seen("B", "x"), seen("A", "y"), names) == ("links", "title")


def test_fields_that_the_last_version_did_not_have_are_all_named() -> None:
    assert changed_fields(PAGE, PAGE._replace(marks=b"t1"), FIELDS) == ("body", "title")


texts = st.text(max_size=4)


@given(texts, st.lists(texts, max_size=3), texts, st.lists(texts, max_size=3))
def test_fingerprints_are_equal_where_views_are(
    title: str, links: list[str], other: str, more: list[str]
) -> None:
    same = (title, links) == (other, more)
    assert (seen(title, *links) == seen(other, *more)) == same
