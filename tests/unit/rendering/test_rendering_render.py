"""A page and a theme become bytes, or a problem that names the template's file and line."""

from dataclasses import dataclass

from pytest import mark, raises

from site_builder.model.page import Page
from site_builder.model.problem import Problem
from site_builder.model.source_file import ThemeLayer
from site_builder.rendering.render import RenderError, render
from site_builder.rendering.theme import Theme

MACROS = '{% macro link(to) %}\n<a href="{{ to | url }}">{{ to }}</a>\n{% endmacro %}'


@dataclass(frozen=True, slots=True)
class View:
    title: str = "A & B"
    url: str = "/people/wang-yi/"
    absolute_links: bool = False


def bytes_of(source: str, view: View | None = None, template: str = "a.html") -> str:
    """Render one template."""
    layer = ThemeLayer("site", "templates", {template: source, "macros.html": MACROS})
    page = Page("/2019/11/", template, view or View())
    return render(page, Theme([layer])).data.decode()


def problem_of(source: str, **others: str) -> Problem:
    """Render one template that fails."""
    layer = ThemeLayer("site", "templates", {"a.html": source, **others})
    with raises(RenderError) as caught:
        render(Page("/", "a.html", View()), Theme([layer]))
    return caught.value.problem


def test_a_template_sees_the_view_and_the_address() -> None:
    assert bytes_of("{{ page.title }} {{ url }}") == "A &amp; B /2019/11/\n"


def test_the_output_has_the_path_of_the_address() -> None:
    theme = Theme([ThemeLayer("site", "templates", {"a.html": "é"})])
    output = render(Page("/2019/", "a.html", View()), theme)
    assert (output.path, output.data) == ("2019/index.html", "é\n".encode())


def test_html_and_xml_are_escaped_and_plain_text_is_not() -> None:
    assert bytes_of("{{ page.title }}", template="a.xml") == "A &amp; B\n"
    assert bytes_of("{{ page.title }}", template="a.txt") == "A & B\n"


def test_links_are_relative_to_the_page() -> None:
    assert bytes_of("{{ page.url | url }}") == "../../people/wang-yi/index.html\n"
    assert bytes_of("{{ '/assets/style.css' | url }}") == "../../assets/style.css\n"
    assert bytes_of("{{ '/2019/11/#d24' | url }}") == "../../2019/11/index.html#d24\n"


@mark.parametrize("address", ["https://x.example/", "mailto:a@b.example", "#top", "//x/", ""])
def test_other_addresses_stay_as_they_are(address: str) -> None:
    assert bytes_of("{{ page.url | url }}", View(url=address)) == f"{address}\n"


def test_a_page_that_is_shown_at_any_address_links_from_the_root() -> None:
    assert bytes_of("{{ page.url | url }}", View(absolute_links=True)) == "/people/wang-yi/\n"


@mark.parametrize("how", ["", " with context"])
def test_macros_link_from_the_page_that_calls_them(how: str) -> None:
    source = f'{{% from "macros.html" import link{how} %}}{{{{ link("/") }}}}'
    assert "../../index.html" in bytes_of(source)


def test_a_link_that_is_made_once_for_all_pages_says_what_to_do() -> None:
    top = '{% set home = "/" | url %}{% macro link() %}{{ home }}{% endmacro %}'
    problem = problem_of('{% from "m.html" import link %}\n{{ link() }}', **{"m.html": top})
    assert "with context" in problem.message
    assert str(problem.location) == "templates/m.html:1"


def test_a_shared_part_is_alike_on_pages_of_one_depth_and_links_from_each() -> None:
    source = '{% shared page.title %}<a href="{{ "/" | url }}">{{ page.title }}</a>{% endshared %}'
    theme = Theme([ThemeLayer("site", "templates", {"a.html": source})])
    title = "A & B"
    shown = [
        render(Page(url, "a.html", View(text)), theme).data.decode()
        for url in ("/a/", "/b/", "/a/b/")
        for text in (title, "C")
    ]
    assert shown == [
        f'<a href="{way}index.html">{text}</a>\n'
        for way in ("../", "../", "../../")
        for text in ("A &amp; B", "C")
    ]


def test_a_shared_part_is_rendered_once_for_the_same_values() -> None:
    source = "{% shared page.title %}{{ page.url }}{% endshared %}"
    theme = Theme([ThemeLayer("site", "templates", {"a.html": source})])
    title = "one value"
    shown = [render(Page("/a/", "a.html", View(title, url)), theme).data.decode() for url in "xy"]
    assert shown == ["x\n", "x\n"]


def test_xml_loses_the_characters_that_it_cannot_hold() -> None:
    assert bytes_of("{{ page.title | xml }}", View("a\x00\x0b\ufffe<\t")) == "a&lt;\t\n"


def test_json_ld_cannot_end_its_script() -> None:
    assert bytes_of("{{ {'a': '</script>&'} | json_ld }}") == (
        '{"a":"\\u003c/script\\u003e\\u0026"}\n'
    )


def test_numbers_get_commas() -> None:
    assert bytes_of("{{ 1234567 | number }}") == "1,234,567\n"


def test_text_that_no_encoding_can_hold_does_not_stop_a_build() -> None:
    assert bytes_of("{{ page.title }}", View("a\ud800b")) == "a?b\n"


def test_plugins_add_filters() -> None:
    layer = ThemeLayer("site", "templates", {"a.html": "{{ page.title | shout }}"})
    theme = Theme([layer], {"shout": str.upper})
    assert render(Page("/", "a.html", View("a")), theme).data == b"A\n"


def test_chance_is_not_to_be_had() -> None:
    assert "lipsum" in problem_of("{{ lipsum() }}").message
    assert "random" in problem_of("{{ [1, 2] | random }}").message


@mark.parametrize(
    ("source", "line", "message", "hint"),
    [
        ("\n\n{{ page.titel }}", 3, "`View` has no `titel`. Did you mean `title`?", "explain"),
        ("{{ nothing }}", 1, "`nothing` is not defined here.", "explain"),
        ("{{ pgae.title }}", 1, "Did you mean `page`?", "explain"),
        ("a\n{% if page %}\n", 2, "Unexpected end of template", "not closed"),
        ("\n{{ page.title | shuot }}", 2, "No filter named 'shuot'", "json_ld"),
        ("\n{{ 1 / 0 }}", 2, "division by zero", "Correct"),
        ("\n{{ none | url }}", 2, "`url` needs the address of a page, and got None", "Correct"),
        ("\n{% include 'bsae.html' %}", 2, "There is no template `bsae.html`", "`base.html`?"),
        ("{% include 'b.html' %}", 1, "in a circle", "out"),
    ],
)
def test_a_mistake_is_named_with_its_line(source: str, line: int, message: str, hint: str) -> None:
    problem = problem_of(source, **{"base.html": "", "b.html": "{% include 'a.html' %}"})
    assert (problem.code, problem.severity) == ("template-error", "error")
    assert message in problem.message
    assert hint in problem.hint
    if "circle" not in message:
        assert str(problem.location) == f"templates/a.html:{line}"


def test_a_mistake_in_the_parent_is_named_there() -> None:
    parent = "<main>\n{% block main %}{% endblock %}\n{{ page.nothing }}\n</main>"
    problem = problem_of("\n\n\n\n{% extends 'base.html' %}", **{"base.html": parent})
    assert str(problem.location) == "templates/base.html:3"
    broken = problem_of("\n\n\n{% extends 'base.html' %}", **{"base.html": "\n{% block %}"})
    assert str(broken.location) == "templates/base.html:2"


def test_a_page_without_a_template_says_which() -> None:
    with raises(RenderError) as caught:
        render(Page("/", "home.html", View()), Theme([]))
    assert caught.value.problem.message == "There is no template `home.html`."


def test_the_same_mistake_on_two_pages_is_the_same_problem() -> None:
    theme = Theme([ThemeLayer("site", "templates", {"a.html": "{{ page.nothing }}"})])
    problems = set()
    for url in ("/a/", "/b/"):
        with raises(RenderError) as caught:
            render(Page(url, "a.html", View(title=url)), theme)
        problems.add(caught.value.problem)
    assert len(problems) == 1
