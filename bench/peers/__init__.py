"""The peers: other static site generators, each with an equivalent site."""
