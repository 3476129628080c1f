"""A page at an old address that leads to the new one."""

from dataclasses import dataclass

from site_builder.model.page import Key, PageKind, Routes
from site_builder.model.site import Site
from site_builder.pages.addresses import absolute, is_web_address


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectView:
    """What a redirect says: `target` is a path of the site or, like `canonical`, a web address."""

    language: str
    target: str
    canonical: str


def _view(site: Site, key: Key, _routes: Routes) -> RedirectView:
    target = site.redirects[key]
    elsewhere = is_web_address(target)
    return RedirectView(
        language=site.config.language,
        target="" if elsewhere else target,
        canonical=target if elsewhere else absolute(site.config, target),
    )


def _source(site: Site, key: Key) -> str:
    named = (
        article.path
        for article in (*site.articles.values(), *site.withdrawn)
        if key.strip("/") in (alias.strip("/") for alias in article.aliases)
    )
    if (found := next(named, "")) or not key.startswith(("/people/", "/places/")):
        return found or "content/redirects.csv"
    return f"content/{key.split('/')[1]}.csv"


REDIRECT = PageKind(
    name="redirect",
    template="redirect.html",
    keys=lambda site: (old for old, new in sorted(site.redirects.items()) if old != new),
    url=lambda _site, key: key,
    view=_view,
    source=_source,
)
