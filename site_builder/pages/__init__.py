"""The kinds of page: where each is, and all that it shows; one kind a file."""
