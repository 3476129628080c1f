"""Articles and entities become the archive as one value."""
