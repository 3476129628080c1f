from dataclasses import dataclass, replace

from pytest import mark

from site_builder.incremental.fingerprint import Fingerprint, fingerprint
from site_builder.incremental.manifest import Entry, Manifest, dump_manifest, load_manifest
from site_builder.incremental.plan import BuildPlan, plan
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

PAGE = Fingerprint("article", "article.html", {"title": "1", "body": "2"})
TEMPLATES = {"article.html": {"article.html": "a", "base.html": "b"}}
FILE = Written(100, 5)
LAST = Manifest(code="v1", templates=TEMPLATES, entries={"a/index.html": Entry(PAGE, FILE)})


def decide(
    wanted: dict[str, Fingerprint] | None = None,
    templates: dict[str, dict[str, str]] = TEMPLATES,
    code: str = "v1",
    manifest: Manifest = LAST,
    present: dict[str, Written] | None = None,
    force: bool = False,
) -> BuildPlan:
    if wanted is None:
        wanted = {"a/index.html": PAGE}
    if present is None:
        present = {"a/index.html": FILE}
    return plan(wanted, templates, code, manifest, present, force)


def test_what_did_not_change_is_kept() -> None:
    assert decide() == BuildPlan(render={}, keep=("a/index.html",), remove=())


@mark.parametrize(
    ("change", "reason"),
    [
        ({"manifest": Manifest(code="v1", templates=TEMPLATES)}, NeverBuilt()),
        ({"present": {}}, OutputMissing()),
        ({"present": {"a/index.html": Written(99, 5)}}, OutputChanged()),
        ({"manifest": replace(LAST, pending=("a/index.html",))}, OutputChanged()),
        ({"code": "v2"}, CodeChanged()),
        (
            {"templates": {"article.html": {"article.html": "a", "base.html": "B"}}},
            TemplateChanged(("base.html",)),
        ),
        (
            {"wanted": {"a/index.html": replace(PAGE, fields={"title": "1", "body": "3"})}},
            ViewChanged(("body",)),
        ),
        ({"force": True}, Forced()),
    ],
)
def test_each_change_is_a_reason_to_render(change: dict[str, object], reason: Reason) -> None:
    assert decide(**change).render == {"a/index.html": (reason,)}  # type: ignore[arg-type]


def test_a_page_that_nothing_wants_any_more_is_removed() -> None:
    assert decide(wanted={}).remove == ("a/index.html",)


def test_a_half_written_file_of_a_killed_build_is_removed_where_nothing_wants_it() -> None:
    manifest = replace(LAST, pending=("b/index.html",))
    assert decide(manifest=manifest).remove == ("b/index.html",)


def test_a_file_in_the_way_that_is_not_ours_is_named() -> None:
    assert decide(manifest=Manifest()).foreign == ("a/index.html",)
    assert decide().foreign == ()


def test_a_manifest_reads_what_it_wrote_and_refuses_what_it_did_not() -> None:
    assert load_manifest(dump_manifest(LAST)) == LAST
    assert load_manifest(b"not a manifest") is None
    assert load_manifest(dump_manifest(replace(LAST, format=0))) is None


@dataclass(frozen=True)
class View:
    title: str
    links: tuple[str, ...]


def test_a_fingerprint_tells_the_fields_of_a_view_apart() -> None:
    one = fingerprint(Page("/", "home.html", View("A", ("x", "y")), "home"))
    two = fingerprint(Page("/", "home.html", View("A", ("y", "x")), "home"))
    assert one.fields["title"] == two.fields["title"]
    assert one.fields["links"] != two.fields["links"]
