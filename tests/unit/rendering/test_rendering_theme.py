"""A theme is a chain of layers, and knows what each template is made of."""

from types import CodeType

import jinja2
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import meta
from pytest import mark

from site_builder.model.source_file import ThemeLayer
from site_builder.rendering.references import references
from site_builder.rendering.theme import Theme

DEFAULT = ThemeLayer(
    "default",
    "shipped",
    {
        "base.html": "<main>{% block main %}{% endblock %}</main>",
        "article.html": '{% extends "base.html" %}{% block main %}default{% endblock %}',
        "card.html": "card",
        "list.html": '{% include "card.html" %}',
    },
    {"style.css": b"default", "icon.svg": b"<svg/>"},
)


def themed(templates: dict[str, str], assets: dict[str, bytes] | None = None) -> Theme:
    """Put a site's own layer on the default theme."""
    return Theme([ThemeLayer("site", "templates", templates, assets or {}), DEFAULT])


def test_the_first_layer_wins() -> None:
    theme = themed({"card.html": "mine"}, {"style.css": b"mine"})
    assert theme.template("list.html").render() == "mine"
    assert theme.assets == {"icon.svg": b"<svg/>", "style.css": b"mine"}
    assert [layer.name for layer in theme.chain("card.html")] == ["site", "default"]
    assert [layer.name for layer in theme.chain("base.html")] == ["default"]


def test_a_template_extends_the_one_that_it_shadows_by_the_name_of_its_layer() -> None:
    source = '{% extends "default:article.html" %}{% block main %}my {{ super() }}{% endblock %}'
    assert themed({"article.html": source}).template("article.html").render() == (
        "<main>my default</main>"
    )


def test_a_template_that_names_itself_means_the_one_that_it_shadows() -> None:
    source = '{% extends "article.html" %}{% block main %}my {{ super() }}{% endblock %}'
    theme = themed({"article.html": source})
    assert theme.template("article.html").render() == "<main>my default</main>"
    assert theme.names("article.html") == (
        "site:article.html",
        "default:article.html",
        "default:base.html",
    )


def test_a_shadowed_template_sees_the_templates_of_the_site() -> None:
    theme = themed({"base.html": "<body>{% block main %}{% endblock %}</body>"})
    assert theme.template("article.html").render() == "<body>default</body>"


def test_a_fingerprint_follows_every_file_that_a_template_is_made_of() -> None:
    before = themed({})
    for name in ("list.html", "card.html"):
        after = themed({name: "new"})
        assert after.fingerprint("list.html") != before.fingerprint("list.html")
        assert after.fingerprint("article.html") == before.fingerprint("article.html")


def test_a_template_that_computes_a_name_is_made_of_the_whole_theme() -> None:
    theme = themed({"any.html": "{% include page.kind ~ '.html' %}"})
    assert len(theme.digests("any.html")) == 5


def test_what_an_included_template_includes_counts_too() -> None:
    theme = themed({"a.html": '{% include "list.html" %}'})
    assert theme.names("a.html") == ("site:a.html", "default:card.html", "default:list.html")


def test_a_template_that_is_missing_has_no_files() -> None:
    assert themed({}).names("nope.html") == ()


def test_templates_in_a_circle_have_fingerprints() -> None:
    theme = themed({"a.html": '{% include "b.html" %}', "b.html": '{% include "a.html" %}'})
    assert theme.names("a.html") == ("site:a.html", "site:b.html")


def test_fingerprints_need_no_jinja() -> None:
    theme = themed({})
    theme.fingerprint("article.html")
    assert "environment" not in vars(theme)


def test_a_changed_template_is_compiled_anew_and_an_unchanged_one_is_not() -> None:
    codes = Codes()
    for text in ("one", "two", "one"):
        theme = Theme([ThemeLayer("site", "templates", {"a.html": text})], codes=codes)
        assert theme.template("a.html").render() == text
    assert codes.compiled == 2


class Codes(dict[str, CodeType]):
    """Keeps code, and counts what is new to it."""

    compiled = 0

    def put(self, key: str, code: CodeType) -> None:
        self.compiled += 1
        self[key] = code


def test_filters_of_the_same_name_are_not_mixed_up() -> None:
    layer = ThemeLayer("site", "templates", {"a.html": "{{ 1 | f }}"})
    assert Theme([layer], {"f": lambda _: "a"}).template("a.html").render() == "a"
    assert Theme([layer], {"f": lambda _: "b"}).template("a.html").render() == "b"


@mark.parametrize(
    "source",
    [
        '{% extends "a.html" %}',
        "{%- include 'a.html' -%}",
        '{%+ include "a.html" ignore missing with context %}',
        '{% include ["a.html", "b.html"] %}',
        '{% include ("a.html", "b.html",) ignore missing %}',
        '{% import "a.html" as a without context %}',
        '{% from "a.html" import b, c as d with context %}',
        '{%\n  extends\n  "a.html"\n%}',
        "{% include a %}",
        '{% extends "a" ~ b %}',
        '{% include "a.html" if b else "c.html" %}',
        '{% if a %}{% include "a.html" %}{% endif %}{% set b = "include" %}{{ "%}" }}',
        '{% extends"a.html" %}',
        "nothing {{ here }}",
    ],
)
def test_references_are_those_that_jinja_finds(source: str) -> None:
    found = set(meta.find_referenced_templates(jinja2.Environment().parse(source)))
    assert set(references(source)) >= found
    if '" if ' not in source:
        assert set(references(source)) == found


@settings(deadline=None, max_examples=200)
@given(
    st.sampled_from(["extends", "include", "import", "from"]),
    st.lists(
        st.sampled_from(
            ['"a"', "'b'", "c", "~", " ", "\n", "[", "]", "(", ")", ",", "as", "if", "else",
             "import", "ignore missing", "with context", "-", "+", "%", '"%}"', "'\"'", "\\"]
        ),
        max_size=7,
    ),
)  # fmt: skip
def test_references_never_miss_one_that_jinja_finds(verb: str, rest: list[str]) -> None:
    source = "{% " + verb + " " + " ".join(rest) + " %}"
    try:
        found = set(meta.find_referenced_templates(jinja2.Environment().parse(source)))
    except jinja2.TemplateSyntaxError:
        return
    assert None in references(source) or found <= set(references(source))
