"""The settings of a site, as `site.toml` gives them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteConfig:
    """All settings, each with its default; the meaning of each stands in docs/reference/config.md.

    `base_url` is absolute and ends with a slash. `permalink` may use {slug} {id} {year} {month}
    {day} {section}.
    """

    title: str = "News archive"
    description: str = ""
    base_url: str = "https://example.org/"
    language: str = "en"
    country: str = ""
    publisher: str = ""
    rights: str = ""
    contact: str = ""
    theme: str = ""
    permalink: str = "/articles/{slug}/"
    markdown_extensions: tuple[str, ...] = ("tables", "footnotes", "fenced_code", "sane_lists")
    plugins: tuple[str, ...] = ()
    disable_kinds: tuple[str, ...] = ()
    latest: int = 10
    feed_items: int = 20
