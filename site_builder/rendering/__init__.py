"""Pages become bytes: theme, templates, Markdown."""
