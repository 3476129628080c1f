"""Site Builder turns a folder of raw news articles into a static news archive."""

__version__ = "0.1.0"
