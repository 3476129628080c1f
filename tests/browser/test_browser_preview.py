"""The preview in a real browser: every edit shows by itself, and so does every mistake."""

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect
from pytest import fixture

from site_builder.disk.package_data import default_theme_folder
from small_site import SmallSite

Serve = Callable[..., Any]

ARTICLE = "articles/a-library-opens-in-lima/"
THEME = default_theme_folder()

expect.set_options(timeout=30_000)


@fixture
def opened(site: SmallSite, serve: Serve, page: Page) -> Callable[[str], Any]:
    """Serve the small site and open a page of it; returns the preview."""

    def open_page(path: str) -> Any:
        serving = serve()
        page.goto(serving.address + path)
        return serving

    assert site.root
    return open_page


def main(page: Page) -> Any:
    """Find the main part of a page."""
    return page.locator("main")


def test_an_edited_article_shows_by_itself(site: SmallSite, opened: Any, page: Page) -> None:
    opened(ARTICLE)
    expect(main(page)).to_contain_text("40,000 books")
    site.edit(site.article("library"), "40,000 books", "50,000 books")
    expect(main(page)).to_contain_text("50,000 books")


def test_an_article_saved_by_renaming_shows_by_itself(
    site: SmallSite, opened: Any, page: Page
) -> None:
    opened(ARTICLE)
    article = site.root / site.article("library")
    for number in ("50,000", "60,000"):
        new = article.with_name(".new.md.swp")
        new.write_text(re.sub(r"\d\d,000 books", f"{number} books", article.read_text()))
        new.replace(article)
        expect(main(page)).to_contain_text(f"{number} books")


def test_a_template_that_the_site_overrides_shows_by_itself(
    site: SmallSite, opened: Any, page: Page
) -> None:
    opened(ARTICLE)
    base = (THEME / "base.html").read_text("utf-8")
    for text in ("Made in Lima", "Made in Bern"):
        site.write(
            "templates/base.html", base.replace("</body>", f'<p id="made">{text}</p></body>')
        )
        expect(page.locator("#made")).to_have_text(text)
    (site.root / "templates/base.html").unlink()
    expect(page.locator("#made")).to_have_count(0)


def test_a_style_sheet_shows_without_loading_the_page_again(
    site: SmallSite, opened: Any, page: Page
) -> None:
    opened(ARTICLE)
    style = (THEME / "assets/style.css").read_text("utf-8")
    page.evaluate("window.untouched = true")
    for color in ("rgb(1, 2, 3)", "rgb(4, 5, 6)"):
        site.write("templates/assets/style.css", f"{style}\nbody {{ color: {color} !important }}\n")
        expect(page.locator("body")).to_have_css("color", color)
    assert page.evaluate("window.untouched") is True


def test_a_row_of_an_authority_file_shows_by_itself(
    site: SmallSite, opened: Any, page: Page
) -> None:
    opened("people/")
    expect(main(page)).to_contain_text("Blinken, Antony")
    site.write("content/people.csv", "id,name\nantony-blinken,Antony John Blinken\n")
    expect(main(page)).to_contain_text("Blinken, Antony John")


def test_the_settings_show_by_themselves(site: SmallSite, opened: Any, page: Page) -> None:
    opened("")
    expect(page).to_have_title("Small archive")
    site.edit("site.toml", "Small archive", "Big archive")
    expect(page).to_have_title("Big archive")


def test_a_new_seed_shows_by_itself(site: SmallSite, opened: Any, page: Page) -> None:
    opened("")
    site.write(
        "seeds/oslo.txt", "Home > World\n\nA Tram for Oslo\n\nOSLO, 2 June 2021 - A tram ran.\n"
    )
    expect(main(page)).to_contain_text("A Tram for Oslo")
    site.write("seeds/more/quito.txt", "A Park in Quito\n\nQUITO, 3 June 2021 - A park opened.\n")
    expect(main(page)).to_contain_text("A Park in Quito")


def test_a_mistake_in_a_template_is_a_readable_page_until_it_is_mended(
    site: SmallSite, opened: Any, page: Page
) -> None:
    serving = opened(ARTICLE)
    site.write("templates/article.html", "<p>\n{{ page.tilte }}\n</p>")
    expect(page.get_by_role("heading", level=1)).to_contain_text("cannot be built")
    for text in ("templates/article.html:2", "tilte", "Did you mean"):
        expect(main(page)).to_contain_text(text)
    serving.wait_for("templates/article.html:2")
    site.write("templates/article.html", "<p>\n{% if %}\n</p>")
    expect(main(page)).to_contain_text("cannot be read")
    serving.wait_for("cannot be read")
    (site.root / "templates/article.html").unlink()
    expect(main(page)).to_contain_text("40,000 books")
    assert page.url == serving.address + ARTICLE


def test_settings_that_are_broken_or_removed_are_an_error_until_they_are_back(
    site: SmallSite, opened: Any, page: Page
) -> None:
    serving = opened(ARTICLE)
    settings = site.read("site.toml")
    site.write("site.toml", 'title = "open')
    expect(page.get_by_role("heading", level=1)).to_contain_text("cannot be built")
    expect(main(page)).to_contain_text("site.toml:1")
    site.write("site.toml", settings)
    expect(main(page)).to_contain_text("40,000 books")
    (site.root / "site.toml").unlink()
    expect(main(page)).to_contain_text("There is no site.toml")
    serving.wait_for("There is no site.toml")
    site.write("site.toml", settings)
    expect(main(page)).to_contain_text("40,000 books")


def test_a_site_that_is_broken_at_the_start_is_shown_when_it_is_mended(
    site: SmallSite, opened: Any, page: Page
) -> None:
    site.write("templates/home.html", "{% block %}")
    opened("")
    expect(page.get_by_role("heading", level=1)).to_contain_text("cannot be built")
    (site.root / "templates/home.html").unlink()
    expect(main(page)).to_contain_text("A New Bridge for Nairobi")


def test_a_warning_is_printed_and_the_page_stays(site: SmallSite, opened: Any, page: Page) -> None:
    serving = opened(ARTICLE)
    site.write("content/articles/bad.md", "---\ntitle: [\n---\n")
    serving.wait_for("content/articles/bad.md")
    site.edit(site.article("library"), "40,000 books", "50,000 books")
    expect(main(page)).to_contain_text("50,000 books")


def test_a_preview_that_is_started_again_refreshes_the_open_page(
    site: SmallSite, serve: Serve, page: Page
) -> None:
    first = serve()
    address = first.address
    page.goto(address + ARTICLE)
    expect(main(page)).to_contain_text("40,000 books")
    assert first.end() == 0
    site.edit(site.article("library"), "40,000 books", "50,000 books")
    serve("-p", address.rstrip("/").rpartition(":")[2])
    expect(main(page)).to_contain_text("50,000 books")


def test_an_unknown_address_shows_the_sites_own_page_with_its_style(
    site: SmallSite, serve: Serve, page: Page
) -> None:
    site.edit("site.toml", "https://small.example/", "https://small.example/archive/")
    serving = serve()
    with page.expect_response("**/assets/style.css*") as style:
        answer = page.goto(serving.address + "no/such/page/")
    assert answer and answer.status == 404
    assert style.value.status == 200
    page.get_by_role("link", name="People").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("People")


def test_the_files_in_the_output_folder_know_nothing_of_the_preview(
    site: SmallSite, serve: Serve, page: Page
) -> None:
    page.goto(serve().address)
    files = list((site.root / "output").rglob("*.html"))
    assert files and not any("livereload" in path.read_text("utf-8") for path in files)


def test_ctrl_c_ends_the_preview_without_a_complaint(serve: Serve) -> None:
    serving = serve()
    assert serving.address
    assert serving.end() == 0
    assert "Traceback" not in serving.printed and "Error" not in serving.printed


def test_a_port_in_use_is_said_with_the_way_out(serve: Serve) -> None:
    port = serve().address.rstrip("/").rpartition(":")[2]
    second = serve("-p", port)
    second.wait_for(f"Port {port} is in use")
    second.wait_for("site-builder serve -p")
    assert second.exit_status() == 1
