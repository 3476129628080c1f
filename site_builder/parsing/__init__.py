"""Reading a seed: section, title, dateline, body; one element a file."""
