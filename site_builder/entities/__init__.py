"""People and places: found in the text, merged across the archive."""
