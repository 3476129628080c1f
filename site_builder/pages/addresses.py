"""Absolute addresses, addresses for mail, and the links inside a text."""

import re
from collections.abc import Callable
from functools import lru_cache
from html import escape, unescape
from urllib.parse import quote, urljoin, urlsplit

from site_builder.model.config import SiteConfig
from site_builder.model.page import UrlPath, relative_link

_UNQUOTED = "/:@!$&'()*+,;=-._~%#?"
_IS_QUOTED = re.compile(f"[A-Za-z0-9{re.escape(_UNQUOTED)}]*").fullmatch
_IS_SIMPLE = re.compile(r"[A-Za-z0-9 /:,._~-]*").fullmatch
_LINKS = re.compile(r"""(<[a-zA-Z][^<>]*?\s(?:href|src|poster|cite)=)(["'])(.*?)\2""", re.DOTALL)


def absolute(config: SiteConfig, path: UrlPath) -> str:
    """Write the public address of a page, percent-encoded, without index.html."""
    return absolute_below(config.base_url, path)


@lru_cache(maxsize=10_000)
def absolute_below(base_url: str, path: UrlPath) -> str:
    """Write the public address of a page of a site whose root is at `base_url`."""
    address = base_url.rstrip("/") + "/" + path.lstrip("/")
    return address if _IS_QUOTED(address) else quote(address, safe=_UNQUOTED)


def root_path(config: SiteConfig) -> str:
    """Write the path of the site on its host: `/`, or `/archive/` for a site below a path."""
    return urlsplit(config.base_url).path.rstrip("/") + "/"


def is_web_address(text: str) -> bool:
    """Tell whether a text is an http or https address that can be linked as it is."""
    if not text.startswith(("http", "HTTP", "Http")):
        return False
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not re.search(r"\s", text)


def mail_link(address: str, subject: str, *body: str) -> str:
    """Write a mailto: link; `body` are the lines of the letter.

    `address` may be empty, for a letter whose reader is chosen later.
    """
    to = quote(address, safe="@+")
    lines = "%0A".join([_in_query(line) for line in body])
    return f"mailto:{to}?subject={_in_query(subject)}&body={lines}"


def _in_query(text: str) -> str:
    if _IS_SIMPLE(text):
        return text.replace(" ", "%20").replace("/", "%2F").replace(":", "%3A").replace(",", "%2C")
    return quote(text, safe="")


def contact_link(contact: str, subject: str, *body: str) -> str:
    """Link the `contact` of site.toml, a mail or a web address; "" where it is neither."""
    contact = contact.strip().removeprefix("mailto:")
    if is_web_address(contact):
        return contact
    if re.fullmatch(r"[^\s@<>/]+@[^\s@<>/]+\.[^\s@<>/]+", contact):
        return mail_link(contact, subject, *body)
    return ""


def with_relative_links(html: str, page: UrlPath) -> str:
    """Rewrite links from the root of the site (`/about/`) in a text, relative to its page."""
    return _relinked(
        html,
        lambda link: (
            relative_link(page, link) if re.match(r"/(?!/)", link) and "?" not in link else link
        ),
    )


def with_absolute_links(html: str, config: SiteConfig, page: UrlPath) -> str:
    """Rewrite all links of a text as absolute, as feed readers need them."""
    here = absolute(config, page)

    def rewrite(link: str) -> str:
        if re.match(r"/(?!/)", link):
            return absolute(config, link)
        try:
            return urljoin(here, link)
        except ValueError:
            return link

    return _relinked(html, rewrite)


def has_links(html: str) -> bool:
    """Tell whether a text may have a link in it; one without any attribute has none."""
    return "=" in html and ('="' in html or "='" in html)


def _relinked(html: str, rewrite: Callable[[str], str]) -> str:
    if not has_links(html):
        return html
    return _LINKS.sub(
        lambda match: (
            match[1] + match[2] + escape(rewrite(unescape(match[3])), quote=True) + match[2]
        ),
        html,
    )
