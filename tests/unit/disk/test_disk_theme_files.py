"""Theme folders become layers."""

from pathlib import Path

from pytest import fixture

from site_builder.disk.theme_files import read_layers


@fixture
def site(tmp_path: Path) -> Path:
    """Make a site with templates of its own, and a theme beside it."""
    for name, data in {
        "site/templates/article.html": b"\xef\xbb\xbfmine",
        "site/templates/assets/style.css": b"mine",
        "shipped/article.html": b"default",
        "shipped/feeds/rss.xml": b"<rss/>",
        "shipped/assets/fonts/a.woff2": b"\xff\x00",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path


def test_the_site_comes_before_the_default_theme(site: Path) -> None:
    layers, problems = read_layers(site / "site/templates", site / "shipped")
    assert [layer.name for layer in layers] == ["site", "default"]
    assert layers[0].templates == {"article.html": "mine"}
    assert layers[0].assets == {"style.css": b"mine"}
    assert layers[1].templates == {"article.html": "default", "feeds/rss.xml": "<rss/>"}
    assert layers[1].assets == {"fonts/a.woff2": b"\xff\x00"}
    assert problems == ()


def test_named_themes_stand_between(site: Path) -> None:
    other = site / "newsroom"
    other.mkdir()
    layers, _ = read_layers(site / "site/templates", site / "shipped", [("newsroom", other)])
    assert [layer.name for layer in layers] == ["site", "newsroom", "default"]


def test_messages_show_the_folders_of_the_site_from_its_root(site: Path) -> None:
    layers, _ = read_layers(site / "site/templates", site / "shipped")
    assert layers[0].root == "templates"
    assert layers[1].root == (site / "shipped").as_posix()


def test_a_site_whose_templates_are_the_default_theme_has_one_layer(site: Path) -> None:
    layers, _ = read_layers(site / "shipped", site / "shipped")
    assert [(layer.name, layer.root) for layer in layers] == [("default", "shipped")]


def test_a_folder_that_does_not_exist_is_left_out(site: Path) -> None:
    layers, problems = read_layers(site / "none", site / "shipped")
    assert [layer.name for layer in layers] == ["default"]
    assert problems == ()


def test_files_that_editors_leave_behind_are_passed_over(site: Path) -> None:
    for name in (".article.html.swp", "article.html~", "#article.html#", ".DS_Store"):
        (site / "site/templates" / name).write_bytes(b"\xff")
    layers, problems = read_layers(site / "site/templates", site / "shipped")
    assert list(layers[0].templates) == ["article.html"]
    assert problems == ()


def test_a_template_in_another_encoding_is_named_with_its_line(site: Path) -> None:
    (site / "site/templates/home.html").write_bytes(b"a\nb\n\xe9")
    layers, (problem,) = read_layers(site / "site/templates", site / "shipped")
    assert list(layers[0].templates) == ["article.html"]
    assert (problem.code, str(problem.location)) == ("not-utf-8", "templates/home.html:3")
    assert problem.severity == "error"
