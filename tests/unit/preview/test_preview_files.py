"""Addresses of the preview lead to files, as on a static host."""

from pathlib import Path

from pytest import fixture, mark

from site_builder.disk.project import Project
from site_builder.preview.files import Found, base_path, content_type, find


@fixture
def output(tmp_path: Path) -> Path:
    """Make an output folder, and a secret beside it."""
    folder = tmp_path / "output"
    for path in ("index.html", "people/index.html", "feed.xml", "assets/a b.css", "empty/x.txt"):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x")
    (tmp_path / "secret.txt").write_text("x")
    return folder


@mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("/people/", "people/index.html"),
        ("/people/index.html", "people/index.html"),
        ("/feed.xml", "feed.xml"),
        ("/assets/a b.css", "assets/a b.css"),
    ],
)
def test_an_address_leads_to_its_file(output: Path, address: str, file: str) -> None:
    assert find(output, address) == Found(output / file)


def test_a_folder_without_its_slash_leads_to_the_one_with_it(output: Path) -> None:
    assert find(output, "/people") == Found(None, "/people/")


@mark.parametrize(
    "address",
    ["/nope", "/empty/", "/feed.xml/", "/../secret.txt", "/people/../../secret.txt", "/a\0b",
     "//etc/passwd", "/..\\secret.txt", "/" + "a" * 5000],
)  # fmt: skip
def test_other_addresses_lead_nowhere(output: Path, address: str) -> None:
    assert find(output, address) == Found()


def test_a_link_out_of_the_output_folder_leads_nowhere(output: Path) -> None:
    (output / "link.txt").symlink_to(output.parent / "secret.txt")
    assert find(output, "/link.txt") == Found()


def test_addresses_below_the_path_of_the_published_site_work_too(output: Path) -> None:
    assert find(output, "/archive/people/", "/archive/").file == output / "people/index.html"
    assert find(output, "/archive", "/archive/").file == output / "index.html"
    assert find(output, "/archive/people", "/archive/").redirect == "/people/"
    assert find(output, "/archived/people/", "/archive/") == Found()


def test_the_path_of_the_published_site_is_read_from_its_settings(tmp_path: Path) -> None:
    project = Project.at(tmp_path / "site.toml")
    assert base_path(project) == "/"
    project.config_path.write_text('base_url = "https://x.example/archive"')
    assert base_path(project) == "/archive/"
    assert base_path(project, "https://x.example/") == "/"
    project.config_path.write_text("base_url = ")
    assert base_path(project) == "/"


@mark.parametrize(
    ("name", "type"),
    [
        ("a.css", "text/css; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.xml", "application/xml; charset=utf-8"),
        ("a.svg", "image/svg+xml; charset=utf-8"),
        ("a.png", "image/png"),
        ("a.woff2", "font/woff2"),
        ("a.csv.gz", "application/octet-stream"),
        ("CNAME", "text/plain"),
    ],
)
def test_files_have_their_types(name: str, type: str) -> None:
    assert content_type(Path(name)).removesuffix("; charset=utf-8") == type.partition(";")[0]
    assert ("charset" in content_type(Path(name))) == ("charset" in type)
