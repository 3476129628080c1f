"""About the archive: the editor's words, then facts, method, gaps and rights."""

from collections import Counter
from dataclasses import dataclass

from site_builder.model.page import Key, PageKind, Routes, UrlPath
from site_builder.model.site import Site
from site_builder.pages.addresses import contact_link, is_web_address
from site_builder.pages.cards import dates_of
from site_builder.pages.frame import chrome, head, trail
from site_builder.pages.parts import Chrome, Head, Link, Prose
from site_builder.pages.prose import note_of
from site_builder.pages.wording import counted


@dataclass(frozen=True, slots=True)
class DateOrigin:
    """How many dates were found in one way; `origin` is as in the front matter, or "" if unsaid."""

    origin: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutView:
    """What the page about the archive shows.

    `loosely_dated` counts the articles of which only the year or the month is known, `unfiled`
    those in no section. `contact` is a complete link with its text, or None; an empty link where
    the text is neither a mail nor a web address.
    """

    head: Head
    chrome: Chrome
    title: str
    text: Prose | None
    description: str
    articles_total: int
    people_total: int
    places_total: int
    sections_total: int
    span: str
    date_origins: tuple[DateOrigin, ...]
    undated: int
    undated_url: UrlPath
    loosely_dated: int
    unfiled: int
    withdrawn: int
    publisher: str
    rights: str
    contact: Link | None


def _view(site: Site, key: Key, routes: Routes) -> AboutView:
    url = _url(site, key)
    config = site.config
    page = site.pages.get("about")
    articles = site.articles.values()
    origins = Counter(article.date_from for article in articles if article.date)
    span = dates_of(site, site.articles)
    title = page.title if page and page.title else "About this archive"
    subject = f"About {config.title}"
    return AboutView(
        head=head(
            site,
            routes,
            url,
            title=title,
            description=f"What is in {config.title} ({counted(len(articles), 'article')}"
            + (f", {span}" if span else "")
            + "), how it was made, what is missing, and whom to write to.",
            crumbs=trail(routes, "about"),
        ),
        chrome=chrome(site, routes, url),
        title=title,
        text=note_of(site, page, url),
        description=config.description,
        articles_total=len(articles),
        people_total=sum(1 for person in site.people if site.by_person.get(person)),
        places_total=sum(1 for place in site.places if site.by_place.get(place)),
        sections_total=len(site.sections),
        span=span,
        date_origins=tuple(DateOrigin(origin, count) for origin, count in origins.most_common()),
        undated=len(site.undated),
        undated_url=routes.url("undated") or "",
        loosely_dated=sum(1 for article in articles if article.date and not article.date.day),
        unfiled=len(articles) - sum(len(section.articles) for section in site.sections),
        withdrawn=len(site.withdrawn),
        publisher=config.publisher,
        rights=config.rights,
        contact=_contact(config.contact, subject),
    )


def _contact(contact: str, subject: str) -> Link | None:
    if not contact:
        return None
    shown = contact.removeprefix("mailto:")
    link = contact_link(contact, subject, "")
    return Link(shown, contact if is_web_address(contact) else link)


def _url(_site: Site, _key: Key) -> UrlPath:
    return "/about/"


ABOUT = PageKind(
    name="about",
    template="about.html",
    keys=lambda _: ("",),
    url=_url,
    view=_view,
    source=lambda site, _: site.pages["about"].path if "about" in site.pages else "",
)
