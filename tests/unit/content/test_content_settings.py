from pytest import mark

from site_builder.content.authority_file import read_authority
from site_builder.content.config_file import KEYS, read_config
from site_builder.content.page_file import read_page
from site_builder.content.redirects_file import read_redirects
from site_builder.model.config import SiteConfig
from site_builder.model.source_file import SourceFile


def toml(text: str) -> SourceFile:
    return SourceFile("site.toml", text)


def test_an_empty_file_gives_the_defaults() -> None:
    assert read_config(toml("")) == (SiteConfig(), ())


def test_every_field_of_the_settings_has_a_key() -> None:
    assert {setting.field for setting in KEYS} == set(SiteConfig.__dataclass_fields__)


def test_settings_are_read_from_their_tables() -> None:
    config, problems = read_config(
        toml('title = "A"\nbase_url = "https://a.example/x"\n[feeds]\nitems = 5\n')
    )
    assert problems == ()
    assert config == SiteConfig(title="A", base_url="https://a.example/x/", feed_items=5)


@mark.parametrize(
    ("text", "code", "line"),
    [
        ('title = "A"\ntilte = "B"\n', "unknown-setting", 2),
        ("[feeds]\nitmes = 3\n", "unknown-setting", 2),
        ("[fedes]\nitems = 3\n", "unknown-setting", 1),
        ("title = 3\n", "setting-value", 1),
        ("[home]\nlatest = true\n", "setting-value", 2),
        ("[home]\nlatest = 0\n", "setting-value", 2),
        ('base_url = "archive.example"\n', "setting-value", 1),
        ('permalink = "/articles/"\n', "setting-value", 1),
        ('permalink = "/{slugg}/"\n', "setting-value", 1),
        ("plugins = [1]\n", "setting-value", 1),
    ],
)
def test_a_wrong_setting_is_named_with_its_line_and_the_default_is_used(
    text: str, code: str, line: int
) -> None:
    config, problems = read_config(toml(text))
    assert config is not None
    (problem,) = problems
    assert (problem.code, problem.location.line if problem.location else None) == (code, line)


def test_an_unknown_setting_names_the_one_that_is_meant() -> None:
    assert read_config(toml('tilte = "B"'))[1][0].hint == "Did you mean `title`?"
    assert read_config(toml("[feeds]\nitmes = 3"))[1][0].hint == "Did you mean `feeds.items`?"


def test_what_is_no_toml_is_an_error_with_its_line() -> None:
    config, (problem,) = read_config(toml('title = "A"\nlanguage = en\n'))
    assert config is None
    assert (problem.code, problem.severity) == ("config-broken", "error")
    assert problem.location is not None
    assert problem.location.line == 2


def people(text: str) -> SourceFile:
    return SourceFile("content/people.csv", text)


@mark.parametrize(
    "text",
    [
        "id,name,aliases\nwang-yi,Wang Yi,W. Yi|Yi Wang\n",
        "\ufeffid;name;aliases\r\nwang-yi;Wang Yi;W. Yi|Yi Wang\r\n",
        "name\tid\taliases\nWang Yi\twang-yi\tW. Yi; Yi Wang\n",
        '"id","aliases","name"\n"wang-yi","W. Yi | Yi Wang","Wang Yi"\n\n,,\n',
    ],
)
def test_an_authority_file_is_read_as_spreadsheets_save_it(text: str) -> None:
    (row,), problems = read_authority(people(text), "person")
    assert problems == ()
    assert (row.id, row.name, row.aliases) == ("wang-yi", "Wang Yi", ("W. Yi", "Yi Wang"))
    assert (row.path, row.line) == ("content/people.csv", 2)


def test_a_row_without_an_id_takes_it_from_its_name() -> None:
    (row,), _ = read_authority(people("name,status\nWang Yi,hidden\n"), "person")
    assert (row.id, row.status) == ("wang-yi", "hidden")


@mark.parametrize(
    ("text", "code", "line"),
    [
        ("id,nmae\na,b\n", "unknown-column", 1),
        ("id,lat\na,north\n", "authority-row", 2),
        ("id,lat\na,91\n", "authority-row", 2),
        ("id,status\na,b\n", "authority-row", 2),
        ("id,name,note\na,A,\n,,x\n", "authority-row", 3),
        ("id,name\na,A\nb,B\na,C\n", "authority-row", 4),
    ],
)
def test_a_wrong_row_is_named_with_its_line(text: str, code: str, line: int) -> None:
    _, problems = read_authority(people(text), "person")
    (problem,) = problems
    assert (problem.code, problem.location.line if problem.location else None) == (code, line)


def test_a_cell_with_line_breaks_does_not_shift_the_lines() -> None:
    rows, _ = read_authority(people('id,note\na,"one\ntwo"\nb,\n'), "person")
    assert [(row.id, row.line) for row in rows] == [("a", 2), ("b", 4)]


def test_redirects_are_read_and_a_wrong_row_is_named() -> None:
    redirects, problems = read_redirects(
        SourceFile("content/redirects.csv", "old,new\n/a/,/b/\nc,/d/\n/e/,https://x.example/\n")
    )
    assert redirects == {"/a/": "/b/", "/e/": "https://x.example/"}
    assert [(p.code, str(p.location)) for p in problems] == [
        ("redirect-row", "content/redirects.csv:3")
    ]


def test_a_page_is_named_after_its_file() -> None:
    page, problems = read_page(SourceFile("content/pages/legal-notice.md", "Text.\n"))
    assert problems == ()
    assert page is not None
    assert (page.slug, page.title, page.body) == ("legal-notice", "Legal notice", "Text.")
