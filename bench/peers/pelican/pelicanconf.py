"""Settings of Pelican; all that is not asked for is off."""

SITENAME = "Generated archive"
SITESUBTITLE = "Articles that nobody wrote."
PUBLISHER = "The Generator"
SITEURL = FEED_DOMAIN = "https://example.org"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
THEME_STATIC_DIR = "assets"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["neighbours"]
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
DEFAULT_PAGINATION = False
MARKDOWN = {"extension_configs": {"markdown.extensions.meta": {}}, "output_format": "html5"}

CACHE_CONTENT = True
LOAD_CONTENT_CACHE = True
GZIP_CACHE = False

ARTICLE_URL = "articles/{slug}/"
AUTHOR_URL = "people/{slug}/"
TAG_URL = "places/{slug}/"
CATEGORY_URL = "sections/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
AUTHOR_SAVE_AS = AUTHOR_URL + "index.html"
TAG_SAVE_AS = TAG_URL + "index.html"
CATEGORY_SAVE_AS = CATEGORY_URL + "index.html"

DIRECT_TEMPLATES = ["index", "authors", "tags", "categories", "sitemap"]
AUTHORS_SAVE_AS = "people/index.html"
TAGS_SAVE_AS = "places/index.html"
CATEGORIES_SAVE_AS = "sections/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"

FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = None
FEED_ALL_RSS = "index.xml"
AUTHOR_FEED_RSS = AUTHOR_URL + "index.xml"
TAG_FEED_RSS = TAG_URL + "index.xml"
CATEGORY_FEED_RSS = CATEGORY_URL + "index.xml"
FEED_MAX_ITEMS = 20
RSS_FEED_SUMMARY_ONLY = False
