"""The default theme, on a small archive: whole, valid where a parser can tell, and portable."""

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from archive_for_pages import body, make_articles, make_pages, make_site

from site_builder.model.page import output_path
from site_builder.model.site import Site
from site_builder.model.source_file import ThemeLayer
from site_builder.rendering.render import render
from site_builder.rendering.theme import Theme

FOLDER = Path(__file__).parents[3] / "templates"
STYLE = (FOLDER / "assets" / "style.css").read_text("utf-8")
PAYLOAD = "<script>alert(1)</script>\"'&"


def make_theme() -> Theme:
    """Read the default theme."""
    files = [path for path in FOLDER.rglob("*") if path.is_file()]
    assets = {p.name: p.read_bytes() for p in files if p.parent.name == "assets"}
    templates = {p.name: p.read_text("utf-8") for p in files if p.parent == FOLDER}
    return Theme([ThemeLayer("default", "templates", templates, assets)])


THEME = make_theme()


def rendered(site: Site) -> dict[str, str]:
    """Render all pages of an archive, by path below the output folder."""
    outputs = (render(page, THEME) for page in make_pages(site).values())
    return {output.path: output.data.decode("utf-8") for output in outputs}


class Reading(HTMLParser):
    """What a parser sees in a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.json: list[str] = []
        self._in_json = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self._in_json = ("type", "application/ld+json") in attrs

    def handle_data(self, data: str) -> None:
        if self._in_json:
            self.json.append(data)
            self._in_json = False

    def values(self, name: str) -> list[str]:
        return [value for _, found, value in self.attributes if found == name]


@pytest.fixture(scope="module")
def site() -> dict[str, str]:
    return rendered(make_site())


@pytest.fixture(scope="module")
def pages(site: dict[str, str]) -> dict[str, Reading]:
    return {path: Reading(html) for path, html in site.items() if path.endswith(".html")}


def test_the_style_sheet_stays_small() -> None:
    assert len(STYLE.encode()) < 15_000
    assert "http" not in STYLE and "@import" not in STYLE and "!important" not in STYLE


def test_every_page_has_one_headline_one_main_part_and_a_language(
    pages: dict[str, Reading],
) -> None:
    for path, page in pages.items():
        assert page.tags.count("h1") == 1, path
        assert page.tags.count("main") == 1, path
        assert page.tags.count("title") == 1, path
        assert ("html", "lang", "en") in page.attributes, path


def test_headings_leave_no_level_out(pages: dict[str, Reading]) -> None:
    for path, page in pages.items():
        levels = [int(tag[1]) for tag in page.tags if re.fullmatch("h[1-6]", tag)]
        assert all(b - a <= 1 for a, b in pairwise(levels)), path


def test_nothing_needs_a_script_or_breaks_a_strict_policy(pages: dict[str, Reading]) -> None:
    for path, page in pages.items():
        names = {name for _, name, _ in page.attributes}
        assert not [name for name in names if name.startswith("on") or name == "style"], path
        assert "style" not in page.tags, path
        scripts = [
            value for tag, name, value in page.attributes if (tag, name) == ("script", "type")
        ]
        assert scripts == ["application/ld+json"] * page.tags.count("script"), path


def test_links_are_relative_and_lead_to_files_and_anchors(
    site: dict[str, str], pages: dict[str, Reading]
) -> None:
    files = {*site, *(f"assets/{name}" for name in THEME.assets)}
    for path, page in pages.items():
        if path == "404.html":
            continue
        for tag, name, value in page.attributes:
            if (tag, name) not in (("a", "href"), ("link", "href")) or ":" in value:
                continue
            target, _, anchor = value.partition("#")
            folder = Path(path).parent
            parts: list[str] = list(folder.parts)
            for step in target.split("/") if target else [Path(path).name]:
                if step == "..":
                    parts.pop()
                else:
                    parts.append(step)
            found = "/".join(parts)
            assert found in files, (path, value)
            if anchor:
                assert anchor in pages[found].values("id"), (path, value)


def test_the_404_page_names_the_path_of_the_site(pages: dict[str, Reading]) -> None:
    links = [v for tag, name, v in pages["404.html"].attributes if (tag, name) == ("a", "href")]
    assert links[0] == "#main"
    assert all(link.startswith("/news/") for link in links[1:])
    assert "/news/assets/style.css" in pages["404.html"].values("href")


def test_ids_are_unique(pages: dict[str, Reading]) -> None:
    for path, page in pages.items():
        assert len(set(page.values("id"))) == len(page.values("id")), path


def test_json_for_machines_is_json(pages: dict[str, Reading]) -> None:
    objects = [json.loads(text) for page in pages.values() for text in page.json]
    assert {thing["@context"] for thing in objects} == {"https://schema.org"}
    assert {"NewsArticle", "Person", "Place", "Country", "WebSite", "BreadcrumbList"} <= {
        thing["@type"] for thing in objects
    }


def test_feeds_and_sitemap_are_well_formed(site: dict[str, str]) -> None:
    for path, text in site.items():
        if path.endswith(".xml"):
            ET.fromstring(text)
    channel = ET.fromstring(site["feed.xml"])[0]
    encoded = "{http://purl.org/rss/1.0/modules/content/}encoded"
    for item in channel.findall("item"):
        order = [child.tag for child in item]
        assert order.index("description") < order.index(encoded)
        assert item.find("guid") is not None


def test_no_page_of_the_archive_is_out_of_reach(pages: dict[str, Reading]) -> None:
    seen, ahead = set(), ["index.html"]
    while ahead:
        path = ahead.pop()
        if path in seen or path not in pages:
            continue
        seen.add(path)
        for tag, name, value in pages[path].attributes:
            if (tag, name) == ("a", "href") and ":" not in value:
                base = "/" + path
                joined = Path(base).parent.joinpath(value.partition("#")[0] or Path(path).name)
                steps: list[str] = []
                for step in joined.parts[1:]:
                    steps = steps[:-1] if step == ".." else [*steps, step]
                ahead.append("/".join(steps))
    apart = {"404.html", "articles/a-secret/index.html", "people/b-ek/index.html"}
    assert set(pages) - seen == apart | {"old/meeting/index.html"}


def test_what_editors_and_sources_write_stays_text() -> None:
    articles = {
        key: replace(article, title=PAYLOAD, section=PAYLOAD, summary=PAYLOAD, rights=PAYLOAD)
        for key, article in make_articles().items()
    }
    site = make_site(articles=articles)
    people = {key: replace(p, name=PAYLOAD, sort_name=PAYLOAD) for key, p in site.people.items()}
    places = {key: replace(p, name=PAYLOAD, sort_name=PAYLOAD) for key, p in site.places.items()}
    config = replace(site.config, title=PAYLOAD, publisher=PAYLOAD, contact=PAYLOAD)
    site = replace(site, people=people, places=places, config=config)
    for path, text in rendered(site).items():
        assert "<script>alert" not in text, path


def test_a_template_shows_everything_that_its_view_needs_in_an_empty_archive() -> None:
    empty = Site(config=make_site().config, articles={}, bodies={})
    texts = rendered(empty)
    assert "no articles yet" in texts["index.html"]
    assert "No people have been found" in texts["people/index.html"]
    assert "No places have been found" in texts["places/index.html"]


def test_a_page_about_someone_in_a_thousand_articles_is_one_page() -> None:
    site = make_site()
    article = site.articles["a1"]
    ids = [f"n{number}" for number in range(1000)]
    many = replace(
        site,
        articles={id: replace(article, id=id, slug=id) for id in ids},
        bodies=dict.fromkeys(ids, body("On 24 November, Ada Lund spoke.")),
        tags=dict.fromkeys(ids, site.tags["a1"]),
        by_person={"ada-lund": tuple(ids)},
        by_place={},
        sections=(),
        years=(),
        months=(),
        undated=(),
        redirects={},
        withdrawn=(),
    )
    page = make_pages(many)["/people/ada-lund/"]
    text = render(page, THEME).data
    assert text.count(b'<li class="entry') == 1000
    assert output_path(page.url) == "people/ada-lund/index.html"
