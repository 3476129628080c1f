"""All kinds of page, in the order in which they claim their addresses."""

from site_builder.model.page import PageKind
from site_builder.pages.about import ABOUT
from site_builder.pages.article import ARTICLE
from site_builder.pages.dates import DATES
from site_builder.pages.feeds import FEED, PERSON_FEED, PLACE_FEED, SECTION_FEED
from site_builder.pages.home import HOME
from site_builder.pages.month import MONTH
from site_builder.pages.not_found import NOT_FOUND
from site_builder.pages.page import PAGE
from site_builder.pages.people import PEOPLE
from site_builder.pages.person import PERSON
from site_builder.pages.place import PLACE
from site_builder.pages.places import PLACES
from site_builder.pages.redirect import REDIRECT
from site_builder.pages.robots import ROBOTS
from site_builder.pages.section import SECTION
from site_builder.pages.sections import SECTIONS
from site_builder.pages.sitemap import SITEMAP
from site_builder.pages.tombstone import TOMBSTONE
from site_builder.pages.undated import UNDATED
from site_builder.pages.year import YEAR

PAGE_KINDS: tuple[PageKind, ...] = (
    HOME, PEOPLE, PLACES, DATES, SECTIONS, ABOUT, UNDATED, NOT_FOUND, SITEMAP, ROBOTS,
    ARTICLE, PERSON, PLACE, SECTION, YEAR, MONTH, PAGE,
    FEED, SECTION_FEED, PERSON_FEED, PLACE_FEED,
    TOMBSTONE, REDIRECT,
)  # fmt: skip
